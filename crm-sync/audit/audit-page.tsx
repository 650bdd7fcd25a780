import type { StaffDocument } from '../store/staff-documents';
import { At, Empty, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import { AuditFilters, type AuditQuery } from './audit-filters';
import { AuditRow, type Names } from './audit-row';
import type { AuditState } from './audit-reads';
import type { AuditDocument } from './entry';

export interface AuditPageProps {
  context: PageContext;
  entries: readonly AuditDocument[];
  state: AuditState;
  people: readonly Pick<StaffDocument, 'staffId' | 'name'>[];
  query: AuditQuery;
  /** Query of the next older page. */
  older?: string;
  /** This is not the newest page. */
  paged: boolean;
  error?: string;
}

function State({ speech, state }: { speech: Speech; state: AuditState }) {
  const { t } = speech;
  const { last } = state;
  const unsigned = Math.max(0, state.entries - (last?.entries ?? 0));
  return (
    <section class="card" aria-labelledby="audit-state">
      <h2 id="audit-state">{t('auditState')}</h2>
      <dl class="facts">
        <div>
          <dt>{t('auditEntries')}</dt>
          <dd>{speech.number(state.entries)}</dd>
        </div>
        <div>
          <dt>{t('auditLastCheckpoint')}</dt>
          <dd>
            {last ? (
              <>
                {t('auditCheckpointNumber', { n: last.n })} ·{' '}
                <At speech={speech} at={new Date(last.at)} as="dateTime" />
              </>
            ) : (
              t('auditNoCheckpoint')
            )}
          </dd>
        </div>
        <div>
          <dt>{t('auditUnsigned')}</dt>
          <dd>{speech.number(unsigned)}</dd>
        </div>
        {last ? (
          <div>
            <dt>{t('auditCheck')}</dt>
            <dd>
              <span class={state.lastHolds ? 'state state-served' : 'badge badge-emergency'}>
                {t(state.lastHolds ? 'auditHolds' : 'auditChanged')}
              </span>
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

export function AuditPage({ context, entries, state, people, query, older, paged, error }: AuditPageProps) {
  const { speech } = context;
  const { t } = speech;
  const names: Names = new Map(people.map((person) => [person.staffId, person.name]));
  const newest = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
  return (
    <Shell context={context} title={t('audit')} active="/audit">
      <div class="page-head">
        <h1>{t('audit')}</h1>
        <p class="lead">{t('auditLead')}</p>
      </div>
      {state.lastHolds ? null : <Notice kind="error">{t('auditChangedLead')}</Notice>}
      {error ? <Notice kind="error">{error}</Notice> : null}
      <State speech={speech} state={state} />
      <AuditFilters speech={speech} people={people} query={query} />
      <section class="card" aria-label={t('auditEntries')}>
        {entries.length === 0 ? (
          <Empty title={t('auditNone')} lead={t('auditNoneLead')} />
        ) : (
          <table class="rows audit-rows">
            <thead>
              <tr>
                {(['auditWhen', 'auditWho', 'auditWhat', 'auditWhom', 'auditRecord'] as const).map((key) => (
                  <th scope="col" class={key === 'auditRecord' ? 'optional' : undefined}>
                    {t(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <AuditRow speech={speech} entry={entry} names={names} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      <nav class="pages" aria-label={t('audit')}>
        {paged ? (
          <a class="button secondary" href={newest ? `/audit?${newest}` : '/audit'}>
            {t('auditNewest')}
          </a>
        ) : null}
        {older ? (
          <a class="button secondary" href={`/audit?${older}`}>
            {t('auditOlder')}
          </a>
        ) : null}
      </nav>
    </Shell>
  );
}
