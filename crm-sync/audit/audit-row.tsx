import { At } from '../web/components';
import type { Speech } from '../web/speech';
import type { AuditDocument } from './entry';

/** Names of the staff by their IDs. */
export type Names = ReadonlyMap<string, string>;

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

/** A change has two entries: that it was asked for, written before anything is done, and what became of it. */
const outcomeTexts = { asked: 'auditAsked', done: 'auditDone', refused: 'auditRefused' } as const;

/** One entry: when, who, what, about whom, and where it stands in which chain. */
export function AuditRow({ speech, entry, names }: { speech: Speech; entry: AuditDocument; names: Names }) {
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
          {typeof outcome === 'string' && outcome in outcomeTexts ? (
            <span class="chip">{t(outcomeTexts[outcome as keyof typeof outcomeTexts])}</span>
          ) : null}
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
