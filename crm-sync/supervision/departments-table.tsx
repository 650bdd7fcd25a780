/** Which departments take people now, who waits there and who is there. */
import type { Speech } from '../web/speech';
import { isPresent } from './agents-table';
import type { Board } from './board';
import type { Pause } from './intake';
import type { WaitingRow } from './queue';

interface DepartmentsProps {
  speech: Speech;
  boards: readonly Board[];
  pauses: readonly Pause[];
  rows: readonly WaitingRow[];
}

function Intake({ speech, pause }: { speech: Speech; pause: Pause | undefined }) {
  const { t } = speech;
  if (!pause) return <span class="presence presence-online">{t('intakeOpen')}</span>;
  return (
    <span>
      <span class="presence presence-paused">{t('intakePaused', { time: speech.time(pause.until) })}</span>
      <span class="sub">{pause.toldAt ? t('intakeTold') : t('intakeUntold')}</span>
    </span>
  );
}

export function Departments({ speech, boards, pauses, rows }: DepartmentsProps) {
  const { t, number } = speech;
  const shown = boards.filter(({ departments }) => departments.length > 0);
  if (shown.length === 0) return null;
  return (
    <section class="card" id="departments">
      <h2>{t('departmentsTitle')}</h2>
      <table class="rows">
        <thead>
          <tr>
            {(['department', 'figureWaiting', 'figureAgents', 'intake'] as const).map((key) => (
              <th scope="col">{t(key)}</th>
            ))}
            <th scope="col">
              <span class="unseen">{t('intakeChange')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.flatMap((board) =>
            board.departments.map(({ id, name, enabled }) => {
              const pause = pauses.find((one) => one.workspace === board.workspace && one.department === id);
              const here = board.agents.filter((one) => one.departments.includes(id) && isPresent(one));
              const query = new URLSearchParams({ workspace: board.workspace, department: id }).toString();
              return (
                <tr key={id} class={enabled ? undefined : 'off'}>
                  <th scope="row" data-label={t('department')}>
                    {name}
                  </th>
                  <td data-label={t('figureWaiting')}>
                    {number(
                      rows.filter((row) => row.department?.id === id || row.department?.name === name).length,
                    )}
                  </td>
                  <td data-label={t('figureAgents')}>{number(here.length)}</td>
                  <td data-label={t('intake')}>
                    {enabled ? <Intake speech={speech} pause={pause} /> : t('intakeDisabled')}
                  </td>
                  <td class="row-act">
                    {enabled ? (
                      <a
                        class="button small secondary"
                        href={`/queue/intake?${query}`}
                        aria-label={`${pause ? t('intakeResume') : t('intakePause')}: ${name}`}
                      >
                        {pause ? t('intakeResume') : t('intakePause')}
                      </a>
                    ) : null}
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </section>
  );
}
