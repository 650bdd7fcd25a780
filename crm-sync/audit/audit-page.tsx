import type { StaffDocument } from '../store/documents';
import { At, Empty, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech, TextKey } from '../web/speech';
import type { AuditState } from './audit-reads';
import type { AuditDocument } from './entry';
import { knownActions } from './known-actions';

export interface AuditQuery {
  patient?: string;
  staff?: string;
  action?: string;
  day?: string;
}

type Names = ReadonlyMap<string, string>;

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

function Who({ speech, actor, names }: { speech: Speech; actor: string; names: Names }) {
  const staffId = /^staff\/(.+)$/.exec(actor)?.[1];
  if (staffId === undefined) return <>{speech.coded('auditActor', actor)}</>;
  const name = names.get(staffId);
  return (
    <>
      {name ?? staffId}
      {name === undefined ? null : <span class="sub id">{staffId}</span>}
    </>
  );
}

function Whom({ speech, entry, names }: { speech: Speech; entry: AuditDocument; names: Names }) {
  const [kind, id] = (entry.target ?? '').split('/');
  const shown = entry.patients ?? [];
  const byPatient = (patientId: string) => (
    <a class="id" href={`/audit?patient=${encodeURIComponent(patientId)}`}>
      {patientId}
    </a>
  );
  return (
    <>
      {kind === 'patient' && id ? byPatient(id) : null}
      {kind === 'staff' && id ? (names.get(id) ?? id) : null}
      {kind !== 'patient' && kind !== 'staff' && entry.target ? <span class="id">{entry.target}</span> : null}
      {shown.length > 0 ? (
        <details>
          <summary>
            {speech.t(shown.length === 1 ? 'auditShown_one' : 'auditShown', { n: shown.length })}
          </summary>
          <ul class="shown">
            {shown.map((patientId) => (
              <li>{byPatient(patientId)}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {!entry.target && shown.length === 0 ? '—' : null}
    </>
  );
}

function Row({ speech, entry, names }: { speech: Speech; entry: AuditDocument; names: Names }) {
  const { t } = speech;
  const { outcome, route, status, ...details } = entry.details ?? {};
  const refused = outcome === 'refused' || entry.action === 'access.denied';
  const rest = [
    ...(route === undefined ? [] : [String(route).replace(':', ' ')]),
    ...(status === undefined ? [] : [String(status)]),
    ...Object.entries(details).map(([name, value]) => `${name}=${value}`),
  ].join(' · ');
  return (
    <tr class={refused ? 'refused' : undefined}>
      <td data-label={t('auditWhen')}>
        <span class="when">
          <At speech={speech} at={entry.at} as="clock" />
          <span class="sub">{speech.date(entry.at)}</span>
        </span>
      </td>
      <th scope="row" data-label={t('auditWho')}>
        <span>
          <Who speech={speech} actor={entry.actor} names={names} />
        </span>
      </th>
      <td data-label={t('auditWhat')}>
        <span>
          {speech.coded('auditAction', entry.action)}
          {outcome === 'refused' ? <span class="chip">{t('auditRefused')}</span> : null}
          {rest ? <span class="sub code">{rest}</span> : null}
        </span>
      </td>
      <td data-label={t('auditWhom')}>
        <span>
          <Whom speech={speech} entry={entry} names={names} />
        </span>
      </td>
      <td class="optional" data-label={t('auditRecord')}>
        <span class="code">
          {entry.writer.slice(0, 6)}…/{entry.seq}
        </span>
      </td>
    </tr>
  );
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

function Filters({ speech, people, query }: { speech: Speech } & Pick<AuditPageProps, 'people' | 'query'>) {
  const { t } = speech;
  const filtered = Object.values(query).some((value) => value !== undefined);
  return (
    <form method="get" action="/audit" class="card audit-filters">
      <div class="field">
        <label for="patient">{t('patientId')}</label>
        <input
          id="patient"
          name="patient"
          class="id"
          maxLength={40}
          autocomplete="off"
          value={query.patient}
        />
      </div>
      <div class="field">
        <label for="staff">{t('auditStaff')}</label>
        <select id="staff" name="staff">
          <option value="">{t('auditAnyone')}</option>
          {people.map((person) => (
            <option value={person.staffId} selected={person.staffId === query.staff}>
              {person.name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="action">{t('auditAction')}</label>
        <select id="action" name="action">
          <option value="">{t('auditAnything')}</option>
          {knownActions.map((action) => (
            <option value={action} selected={action === query.action}>
              {t(`auditAction_${action}` as TextKey)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="day">{t('day')}</label>
        <input id="day" name="day" type="date" value={query.day} />
      </div>
      <div class="form-end inline">
        <button class="button">{t('auditFilter')}</button>
        {filtered ? (
          <a class="button secondary" href="/audit">
            {t('auditClear')}
          </a>
        ) : null}
      </div>
    </form>
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
      <Filters speech={speech} people={people} query={query} />
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
                <Row speech={speech} entry={entry} names={names} />
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
