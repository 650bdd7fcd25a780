import type { ComponentChildren } from 'preact';
import { notifiableDiseases, notifiableDisease } from '../../settings/notifiable-diseases';
import { At, DispositionBadge, Empty, Field, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import {
  investigationDays,
  isOpen,
  maxReasonCharacters,
  minReasonCharacters,
  type Asked,
  type Investigation,
} from './investigation';
import type { Contact, NamedCase } from './investigation-store';

function diseaseName(speech: Speech, id: string): string {
  return notifiableDisease(id)?.names[speech.language] ?? id;
}

/** An ISO day, whatever the time zone of who reads it. */
function Day({ speech, day }: { speech: Speech; day: string }) {
  const at = new Date(`${day}T12:00:00.000Z`);
  return (
    <time dateTime={day}>
      {new Intl.DateTimeFormat(speech.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(at)}
    </time>
  );
}

function Period({ speech, of }: { speech: Speech; of: Investigation }) {
  return (
    <>
      <Day speech={speech} day={of.fromDay} /> – <Day speech={speech} day={of.toDay} />
    </>
  );
}

function OpenForm({
  context,
  today,
  typed,
}: {
  context: PageContext;
  today: string;
  typed?: Partial<Asked>;
}) {
  const { t, language } = context.speech;
  const date = (name: 'fromDay' | 'toDay') => (
    <Field
      id={name}
      label={t(name)}
      input={{ name, type: 'date', required: true, max: today, value: typed?.[name] ?? '' }}
    />
  );
  return (
    <form method="post" action="/investigations/open" class="grid-form">
      <input type="hidden" name="_csrf" value={context.csrf} />
      <div class="field">
        <label for="disease">{t('disease')}</label>
        <select id="disease" name="disease">
          {notifiableDiseases.map(({ id, icd10, names }) => (
            <option value={id} selected={id === typed?.disease}>
              {names[language]} ({icd10.join(', ')})
            </option>
          ))}
        </select>
      </div>
      {date('fromDay')}
      {date('toDay')}
      <div class="field wide-field">
        <label for="reason">{t('investigationReason')}</label>
        <textarea
          id="reason"
          name="reason"
          required
          rows={3}
          minLength={minReasonCharacters}
          maxLength={maxReasonCharacters}
          aria-describedby="reason-hint"
        >
          {typed?.reason ?? ''}
        </textarea>
        <p class="hint" id="reason-hint">
          {t('investigationReasonHint', { n: minReasonCharacters })}
        </p>
      </div>
      <div class="form-end">
        <button class="button">{t('openInvestigation')}</button>
      </div>
    </form>
  );
}

function Standing({ speech, of, now }: { speech: Speech; of: Investigation; now: Date }) {
  const { t } = speech;
  if (isOpen(of, now))
    return (
      <>
        <span class="state state-served">{t('investigationOpen')}</span>
        <span class="sub">
          {t('until')} <At speech={speech} at={of.endsAt} as="recent" />
        </span>
      </>
    );
  return <span class="state state-closed">{t('investigationEnded')}</span>;
}

interface ListProps {
  context: PageContext;
  investigations: readonly Investigation[];
  today: string;
  error?: string;
  done?: string;
  typed?: Partial<Asked>;
}

export function InvestigationsPage({ context, investigations, today, error, done, typed }: ListProps) {
  const { speech, now } = context;
  const { t } = speech;
  return (
    <Shell context={context} title={t('investigations')} active="/investigations">
      <div class="page-head">
        <h1>{t('investigations')}</h1>
        <p class="lead">{t('investigationsLead', { days: investigationDays })}</p>
      </div>
      {error ? <Notice kind="error">{error}</Notice> : null}
      {done && !error ? <Notice kind="done">{done}</Notice> : null}
      <div class="card">
        {investigations.length === 0 ? (
          <Empty title={t('noInvestigations')} lead={t('noInvestigationsLead')} />
        ) : (
          <table class="rows">
            <thead>
              <tr>
                {(['disease', 'period', 'opened', 'status'] as const).map((key) => (
                  <th scope="col">{t(key)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {investigations.map((one) => (
                <tr class={isOpen(one, now) ? undefined : 'off'}>
                  <th scope="row" data-label={t('disease')}>
                    {isOpen(one, now) ? (
                      <a href={`/investigations/${one.id}`}>{diseaseName(speech, one.disease)}</a>
                    ) : (
                      diseaseName(speech, one.disease)
                    )}
                    <span class="sub">{one.reason}</span>
                  </th>
                  <td data-label={t('period')}>
                    <Period speech={speech} of={one} />
                  </td>
                  <td data-label={t('opened')}>
                    <At speech={speech} at={one.openedAt} as="recent" />
                  </td>
                  <td data-label={t('status')}>
                    <Standing speech={speech} of={one} now={now} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <section class="card" aria-labelledby="open-investigation">
        <h2 id="open-investigation">{t('openInvestigation')}</h2>
        <OpenForm context={context} today={today} typed={typed} />
      </section>
    </Shell>
  );
}

export interface ShownCase extends NamedCase {
  contact?: Contact;
}

function CaseRow({ speech, one }: { speech: Speech; one: ShownCase }) {
  const { t } = speech;
  const { contact } = one;
  const reach: ComponentChildren[] = [...(contact?.phones ?? []), ...(contact?.emails ?? [])].map((text) => (
    <span class="reach">{text}</span>
  ));
  return (
    <tr>
      <th scope="row" data-label={t('patient')}>
        {contact?.name ?? t('nameless')}
        <span class="sub id">{one.patientId ?? '—'}</span>
      </th>
      <td data-label={t('contact')}>
        <span>{reach.length > 0 ? reach : '—'}</span>
      </td>
      <td data-label={t('screenedAt')}>
        <At speech={speech} at={one.at} as="recent" />
      </td>
      <td data-label={t('riskLevel')}>
        <DispositionBadge speech={speech} disposition={one.disposition} />
      </td>
    </tr>
  );
}

interface CasesProps {
  context: PageContext;
  investigation: Investigation;
  /** The newest; `total` may be more. */
  cases: readonly ShownCase[];
  total: number;
}

export function CasesPage({ context, investigation, cases, total }: CasesProps) {
  const { speech, csrf } = context;
  const { t } = speech;
  const name = diseaseName(speech, investigation.disease);
  return (
    <Shell context={context} title={`${t('investigation')}: ${name}`} active="/investigations">
      <div class="page-head with-tools">
        <div>
          <p class="crumb">
            <a href="/investigations">{t('investigations')}</a>
          </p>
          <h1>{name}</h1>
          <p class="lead">
            <Period speech={speech} of={investigation} /> · {t('until')}{' '}
            <At speech={speech} at={investigation.endsAt} />
          </p>
        </div>
        <form method="post" action={`/investigations/${investigation.id}/close`}>
          <input type="hidden" name="_csrf" value={csrf} />
          <button class="button small danger">{t('closeInvestigation')}</button>
        </form>
      </div>
      <Notice kind="info">{t('casesAudited')}</Notice>
      {cases.length === 0 ? (
        <Empty title={t('noCases')} lead={t('noCasesLead')} />
      ) : (
        <>
          <p class="count">
            {total === 1 ? t('caseCount_one') : t('caseCount', { n: speech.number(total) })}
          </p>
          <div class="card">
            <table class="rows">
              <thead>
                <tr>
                  {(['patient', 'contact', 'screenedAt', 'riskLevel'] as const).map((key) => (
                    <th scope="col">{t(key)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {cases.map((one) => (
                  <CaseRow speech={speech} one={one} />
                ))}
              </tbody>
            </table>
          </div>
          {total > cases.length ? (
            <p class="quietly">{t('casesCut', { shown: speech.number(cases.length) })}</p>
          ) : null}
        </>
      )}
      <p class="quietly small">{t('suspectedOnly')}</p>
    </Shell>
  );
}
