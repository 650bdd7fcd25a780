import type { SessionDocument, StaffDocument } from '../store/staff-documents';
import { At, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import { hasSecondFactor } from './second-factor';
import { SessionsTable } from './sessions-table';

interface Props {
  context: PageContext;
  person: StaffDocument;
  sessions: readonly SessionDocument[];
  done?: string;
}

/** One member of the staff, for administrators: their doors, not their work. */
export function PersonPage({ context, person, sessions, done }: Props) {
  const { speech, csrf } = context;
  const { t } = speech;
  const at = `/staff/${person.staffId}`;
  return (
    <Shell context={context} title={person.name} active="/staff">
      <div class="page-head">
        <p class="crumb">
          <a href="/staff">{t('staff')}</a>
        </p>
        <h1>{person.name}</h1>
        <p class="lead">
          {speech.coded('role', person.role)} · {person._id} · <code>{person.staffId}</code>
        </p>
      </div>
      {done ? <Notice kind="done">{done}</Notice> : null}
      <section class="card" aria-labelledby="sessions">
        <h2 id="sessions">{t('sessions')}</h2>
        <SessionsTable
          context={context}
          sessions={sessions}
          action={`${at}/sessions/end`}
          endAll="endAllSessions"
        />
      </section>
      <section class="card" aria-labelledby="second-factor">
        <h2 id="second-factor">{t('secondFactor')}</h2>
        {hasSecondFactor(person) && person.secondFactor?.confirmedAt ? (
          <>
            <p>
              <span class="state state-served">{t('secondFactorOn')}</span>{' '}
              <span class="quietly">
                {t('since')} <At speech={speech} at={person.secondFactor.confirmedAt} as="date" />
              </span>
            </p>
            <p>{t('resetFactorLead')}</p>
            <form method="post" action={`${at}/second-factor/reset`}>
              <input type="hidden" name="_csrf" value={csrf} />
              <button class="button danger">{t('resetFactor')}</button>
            </form>
          </>
        ) : (
          <p class="quietly">{t('secondFactorNone')}</p>
        )}
      </section>
    </Shell>
  );
}
