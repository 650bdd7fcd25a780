import { urgencies } from '../../contract/service-events';
import { conceptText } from '../patients/coded-texts';
import type { Viewer } from '../rescreen/blind';
import type { Speech } from '../web/speech';
import { urgencyOfRow } from './clock';
import { isEmergency, type WaitingRow } from './queue';
import type { MeasuresOf } from './wait-measures';
import { Choose, isUrgencyHidden, PatientCell, UrgencyBadge, UrgencyCell, WaitCell } from './wait-cells';

export interface TableProps {
  speech: Speech;
  viewer: Viewer;
  /** By what waits are measured. */
  measuresOf: MeasuresOf;
  now: Date;
  /** May this person act on them? */
  acts: boolean;
}

function Row({ speech, row, viewer, measuresOf, now, acts }: TableProps & { row: WaitingRow }) {
  const { t } = speech;
  return (
    <tr class={isEmergency(row) ? 'urgent' : undefined}>
      {acts ? (
        <td class="choice" data-label={t('chooseColumn')}>
          <Choose speech={speech} row={row} />
        </td>
      ) : null}
      <th scope="row" data-label={t('patient')}>
        <PatientCell speech={speech} row={row} viewer={viewer} />
      </th>
      <td data-label={t('urgencyColumn')}>
        <UrgencyCell speech={speech} row={row} viewer={viewer} />
      </td>
      <td data-label={t('redFlags')} class={row.redFlags.length === 0 ? 'nothing' : undefined}>
        {row.redFlags.length === 0
          ? '—'
          : row.redFlags.map((flag) => <span class="flag">{conceptText(speech, flag)}</span>)}
      </td>
      <td data-label={t('waiting')}>
        <WaitCell speech={speech} row={row} viewer={viewer} measuresOf={measuresOf} now={now} />
      </td>
    </tr>
  );
}

/** How many of each urgency; nothing where one of them is hidden from this person. */
function Counts({ speech, rows, viewer }: { speech: Speech; rows: readonly WaitingRow[]; viewer: Viewer }) {
  if (rows.some((row) => isUrgencyHidden(viewer, row))) return null;
  return (
    <ul class="counts">
      {urgencies.map((urgency) => {
        const count = rows.filter((row) => urgencyOfRow(row) === urgency).length;
        return count === 0 ? null : (
          <li>
            <UrgencyBadge speech={speech} urgency={urgency} /> {speech.number(count)}
          </li>
        );
      })}
    </ul>
  );
}

interface Group {
  id: string;
  name: string | undefined;
  rows: WaitingRow[];
}

/** By department, in the order of the first of each. */
function groupsOf(rows: readonly WaitingRow[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const id = row.department?.id ?? '';
    const group = groups.get(id) ?? { id, name: row.department?.name, rows: [] };
    groups.set(id, group);
    group.rows.push(row);
  }
  return [...groups.values()];
}

/** @param props.rows in the queue's order */
export function QueueTables({ rows, ...props }: TableProps & { rows: readonly WaitingRow[] }) {
  const { speech, viewer, acts } = props;
  const { t } = speech;
  return (
    <>
      {groupsOf(rows).map((group) => (
        <section class="card queue" key={group.id}>
          <div class="queue-head">
            <h2>{group.name ?? t('noDepartment')}</h2>
            <Counts speech={speech} rows={group.rows} viewer={viewer} />
          </div>
          <table class="rows">
            <thead>
              <tr>
                {acts ? (
                  <th scope="col">
                    <span class="unseen">{t('chooseColumn')}</span>
                  </th>
                ) : null}
                {(['patient', 'urgencyColumn', 'redFlags', 'waiting'] as const).map((key) => (
                  <th scope="col">{t(key)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {group.rows.map((row) => (
                <Row key={row._id} row={row} {...props} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}
