/** Conversations that a person has now. */
import { Since } from '../web/components';
import type { TableProps } from './queue-table';
import type { OpenRow } from './supervision-desk';
import { Choose, PatientCell, UrgencyCell, WaitCell } from './wait-cells';

/** A page with more rows than this is no overview. */
export const maxServedRows = 100;

const waitsSince = ({ unansweredSince, owedSince }: OpenRow): Date | undefined =>
  unansweredSince ?? owedSince;

export const isUnanswered = (row: OpenRow): boolean => waitsSince(row) !== undefined;

/** Whom nobody has answered yet first, the longest wait before others; then what began first. */
export function servedOrder(rows: readonly OpenRow[]): OpenRow[] {
  const since = (row: OpenRow): number => (waitsSince(row) ?? row.startedAt).getTime();
  return [...rows].sort((a, b) => Number(isUnanswered(b)) - Number(isUnanswered(a)) || since(a) - since(b));
}

export function Served({ speech, rows, viewer, measuresOf, now }: TableProps & { rows: readonly OpenRow[] }) {
  const { t, number } = speech;
  return (
    <section class="card" id="served">
      <h2>{t('servedTitle')}</h2>
      {rows.length === 0 ? (
        <p class="quietly">{t('servedNone')}</p>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">{t('chooseColumn')}</span>
              </th>
              {(['patient', 'urgencyColumn', 'department', 'agentColumn', 'answerColumn'] as const).map(
                (key) => (
                  <th scope="col">{t(key)}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {servedOrder(rows)
              .slice(0, maxServedRows)
              .map((row) => (
                <tr key={row._id}>
                  <td class="choice" data-label={t('chooseColumn')}>
                    <Choose speech={speech} row={row} />
                  </td>
                  <th scope="row" data-label={t('patient')}>
                    <PatientCell speech={speech} row={row} viewer={viewer} />
                  </th>
                  <td data-label={t('urgencyColumn')}>
                    <UrgencyCell speech={speech} row={row} viewer={viewer} />
                  </td>
                  <td data-label={t('department')}>{row.department?.name ?? t('noDepartment')}</td>
                  <td data-label={t('agentColumn')}>{row.agent?.name ?? '—'}</td>
                  <td data-label={t('answerColumn')}>
                    {isUnanswered(row) ? (
                      <WaitCell speech={speech} row={row} viewer={viewer} measuresOf={measuresOf} now={now} />
                    ) : (
                      <span>
                        {t('answered')}
                        <span class="sub">
                          {t('startedColumn')} <Since speech={speech} at={row.startedAt} now={now} />
                        </span>
                      </span>
                    )}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
      {rows.length > maxServedRows ? (
        <p class="quietly">{t('queueCut', { shown: number(maxServedRows), n: number(rows.length) })}</p>
      ) : null}
    </section>
  );
}
