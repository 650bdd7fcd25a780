import { At, Live, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech, TextKey } from '../web/speech';
import { can } from '../access/permissions';
import { ChangeForms, type Refused } from './change-forms';
import { LinksCard, RelativesCard } from './links-card';
import { NotesCard } from './notes-card';
import type { PatientRecord } from './patient-record';
import { RecordCard } from './record-card';
import { Timeline, type TimelineProps } from './timeline-page';

function Head({ speech, record }: { speech: Speech; record: PatientRecord }) {
  const { t } = speech;
  const { patientId, golden, ids, guardian, links, erasedAt } = record;
  const others = ids.filter((one) => one.patientId !== patientId);
  return (
    <section class="card patient-head">
      <div>
        <p class="id big">{patientId}</p>
        <h1>{golden.name?.value ?? t('nameless')}</h1>
        {guardian ? <p class="quietly">{t('dependentLead')}</p> : null}
      </div>
      <dl class="facts">
        <div>
          <dt>{t('firstContact')}</dt>
          <dd>
            <At speech={speech} at={record.createdAt} />
          </dd>
        </div>
        {others.length ? (
          <div>
            <dt>{t('otherIds')}</dt>
            <dd>
              {others.map((one) => (
                <a class="id other-id" href={`/patients/${one.patientId}`}>
                  {one.patientId}
                </a>
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
      <p class="jump">
        <a href="#timeline">{t('timeline')}</a>
      </p>
      {links.some((link) => link.typed) && !erasedAt ? (
        <Notice kind="error">{t('linkTypedLead')}</Notice>
      ) : null}
      {erasedAt ? <Notice kind="info">{t('erasedRecord', { date: speech.date(erasedAt) })}</Notice> : null}
    </section>
  );
}

export interface PatientPartProps {
  context: PageContext;
  record: PatientRecord;
  timeline: Omit<TimelineProps, 'speech' | 'withIds' | 'mayRescreen' | 'viewer'>;
}

/** All of the page that renews itself. */
export function PatientPart({ context, record, timeline }: PatientPartProps) {
  const { speech, csrf, signedIn, now } = context;
  const { t } = speech;
  const mayLink = signedIn !== undefined && can(signedIn.person.role, 'patients.link') && !record.erasedAt;
  const mayRescreen = signedIn !== undefined && can(signedIn.person.role, 'patients.rescreen');
  const forms = { speech, csrf, mayLink };
  return (
    <div class="patient-part" data-topics={record.ids.map((one) => `patients/${one.patientId}`).join(' ')}>
      <Head speech={speech} record={record} />
      <div class="patient-columns">
        <div class="patient-side">
          {record.erasedAt ? null : <RecordCard speech={speech} record={record} now={now} />}
          <NotesCard speech={speech} notes={record.notes} />
          <RelativesCard speech={speech} record={record} />
          <LinksCard forms={forms} record={record} />
        </div>
        <div class="patient-main">
          <h2 id="timeline">{t('timeline')}</h2>
          <Timeline
            speech={speech}
            {...timeline}
            withIds={record.ids.length > 1}
            mayRescreen={mayRescreen}
            viewer={signedIn?.person}
          />
        </div>
      </div>
    </div>
  );
}

interface Props extends PatientPartProps {
  /** Query of this page, kept by the fragment. */
  query: string;
  /** What was just done. */
  done?: TextKey;
  refused?: Refused;
}

export function PatientPage({ context, record, timeline, query, done, refused }: Props) {
  const { speech } = context;
  const { t } = speech;
  const { patientId } = record;
  const misplaced = refused?.kind === 'separate' ? refused.problem : undefined;
  return (
    <Shell context={context} title={`${t('patient')} ${patientId}`} active="/patients">
      {done ? <Notice kind="done">{t(done)}</Notice> : null}
      {misplaced ? <Notice kind="error">{t(`change_${misplaced}`)}</Notice> : null}
      <div class="patient-page">
        <ChangeForms context={context} record={record} refused={refused} />
        <Live
          speech={speech}
          topic={`patients/${patientId}`}
          fragment={`/patients/${patientId}/timeline${query}`}
        >
          <PatientPart context={context} record={record} timeline={timeline} />
        </Live>
      </div>
    </Shell>
  );
}
