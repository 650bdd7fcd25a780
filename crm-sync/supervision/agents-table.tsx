/** Who is there, how much they have, and how old that is. */
import { Notice, Since } from '../web/components';
import type { Speech } from '../web/speech';
import type { Board, BoardAgent } from './board';

export const isPresent = ({ available, status }: Pick<BoardAgent, 'available' | 'status'>): boolean =>
  available && status !== 'offline';

function presenceOf(agent: BoardAgent): 'online' | 'away' | 'busy' | 'paused' | 'offline' {
  if (agent.status === 'offline') return 'offline';
  return agent.available ? agent.status : 'paused';
}

function Row({ speech, board, agent }: { speech: Speech; board: Board; agent: BoardAgent }) {
  const { t, number } = speech;
  const presence = presenceOf(agent);
  const names = board.departments.filter(({ id }) => agent.departments.includes(id)).map(({ name }) => name);
  const query = new URLSearchParams({ workspace: board.workspace, agent: agent.id }).toString();
  const isFull = agent.limit > 0 && agent.open >= agent.limit;
  return (
    <tr class={presence === 'offline' ? 'off' : undefined}>
      <th scope="row" data-label={t('agentColumn')}>
        <span>
          {agent.name}
          <span class="sub">{`@${agent.username}`}</span>
        </span>
      </th>
      <td data-label={t('presenceColumn')}>
        <span class={`presence presence-${presence}`}>{speech.coded('presence', presence)}</span>
      </td>
      <td data-label={t('departmentsColumn')}>{names.length > 0 ? names.join(', ') : '—'}</td>
      <td data-label={t('loadColumn')}>
        <span>
          {agent.limit > 0
            ? t('loadOf', { n: number(agent.open), limit: number(agent.limit) })
            : number(agent.open)}
          {isFull ? <span class="sub">{t('loadFull')}</span> : null}
        </span>
      </td>
      <td class="row-act">
        {agent.open > 0 ? (
          <a
            class="button small secondary"
            href={`/queue/act?${query}`}
            aria-label={t('agentActFor', { name: agent.name })}
          >
            {t('agentAct')}
          </a>
        ) : null}
      </td>
    </tr>
  );
}

function State({ speech, board, now }: { speech: Speech; board: Board; now: Date }) {
  const { t } = speech;
  const age = board.readAt ? <Since speech={speech} at={board.readAt} now={now} /> : null;
  if (board.state === 'absent') return <p class="quietly">{t('boardAbsent')}</p>;
  if (board.state === 'unread') return <p class="quietly">{t('boardUnread')}</p>;
  if (board.state === 'fresh')
    return (
      <p class="quietly small">
        {t('boardRead')} {age}
      </p>
    );
  return (
    <Notice kind="error">
      {t('boardUnreachable')} {age ? t('boardAge') : t('boardNever')} {age}
    </Notice>
  );
}

export function Agents({ speech, boards, now }: { speech: Speech; boards: readonly Board[]; now: Date }) {
  const { t } = speech;
  return (
    <section class="card" id="agents">
      <h2>{t('agentsTitle')}</h2>
      {boards.map((board) => (
        <div key={board.workspace} class="board">
          {boards.length > 1 ? <h3>{board.workspace}</h3> : null}
          <State speech={speech} board={board} now={now} />
          {board.agents.length > 0 ? (
            <table class="rows">
              <thead>
                <tr>
                  {(['agentColumn', 'presenceColumn', 'departmentsColumn', 'loadColumn'] as const).map(
                    (key) => (
                      <th scope="col">{t(key)}</th>
                    ),
                  )}
                  <th scope="col">
                    <span class="unseen">{t('agentAct')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {board.agents.map((agent) => (
                  <Row key={agent.id} speech={speech} board={board} agent={agent} />
                ))}
              </tbody>
            </table>
          ) : null}
        </div>
      ))}
    </section>
  );
}
