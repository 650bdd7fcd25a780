/** Tasks of conversations as a table: what is overdue first. */
import { isHidden, type Viewer } from '../rescreen/blind';
import { UrgencyBadge } from '../supervision/wait-cells';
import type { Speech } from '../web/speech';
import { inOrder, isOverdue, type OpenTask } from './open-tasks';

/** A page with more rows than this helps nobody choose what to do next. */
export const maxChatTasks = 200;

interface Shown {
  speech: Speech;
  viewer: Viewer;
  task: OpenTask;
  now: Date;
}

export const taskPath = ({ conversation, taskId }: Pick<OpenTask, 'conversation' | 'taskId'>): string =>
  `/tasks/chats/${encodeURIComponent(conversation)}/${encodeURIComponent(taskId)}`;

/** How urgent the bot takes it to be is hidden from who decides first, as everywhere. */
export function TaskUrgency({ speech, viewer, task }: Omit<Shown, 'now'>) {
  if (!task.urgency) return null;
  if (isHidden(viewer, task.encounter)) return <span class="sub">{speech.t('taskHidden')}</span>;
  return <UrgencyBadge speech={speech} urgency={task.urgency} />;
}

export function DueClock({ speech, task, now }: Omit<Shown, 'viewer'>) {
  const overdue = isOverdue(task, now);
  const time = speech.duration(Math.abs(task.dueAt.getTime() - now.getTime()));
  return (
    <span>
      <span class={overdue ? 'flag' : undefined}>
        {speech.t(overdue ? 'taskOverdue' : 'taskDueIn', { time })}
      </span>
      <time class="sub" dateTime={task.dueAt.toISOString()}>
        {speech.recent(task.dueAt)}
      </time>
    </span>
  );
}

function Row({ speech, viewer, task, now }: Shown) {
  const { t, coded, number } = speech;
  const tries = task.tries ?? 0;
  return (
    <tr class={isOverdue(task, now) ? 'urgent' : undefined}>
      <th scope="row" data-label={t('patient')}>
        <span>
          <a class={task.patientId ? 'id' : undefined} href={taskPath(task)}>
            {task.patientId ?? t('nameless')}
          </a>
          {task.name ? <span class="sub">{task.name}</span> : null}
          {task.phones[0] ? <span class="sub">{task.phones[0]}</span> : null}
        </span>
      </th>
      <td data-label={t('taskWhy')}>
        <span>
          {coded('taskKind', task.kind)}
          {tries > 0 ? <span class="sub">{t('taskTries', { n: number(tries) })}</span> : null}
        </span>
      </td>
      <td data-label={t('urgencyColumn')}>
        <TaskUrgency speech={speech} viewer={viewer} task={task} />
      </td>
      <td data-label={t('taskDue')}>
        <DueClock speech={speech} task={task} now={now} />
      </td>
      <td data-label={t('taskOwner')}>
        <span>
          {task.takenBy ?? task.owner ?? t('taskNobody')}
          {task.department ? <span class="sub">{task.department}</span> : null}
        </span>
      </td>
    </tr>
  );
}

interface Props {
  speech: Speech;
  viewer: Viewer;
  tasks: readonly OpenTask[];
  now: Date;
}

export function ChatTasks({ speech, viewer, tasks, now }: Props) {
  const { t, number } = speech;
  if (tasks.length === 0) return null;
  const columns = ['patient', 'taskWhy', 'urgencyColumn', 'taskDue', 'taskOwner'] as const;
  return (
    <section aria-labelledby="chat-tasks">
      <h2 id="chat-tasks">{t('chatTasksTitle')}</h2>
      <p class="count">
        {tasks.length === 1 ? t('chatTaskCount_one') : t('chatTaskCount', { n: number(tasks.length) })}
      </p>
      <div class="card">
        <table class="rows">
          <thead>
            <tr>
              {columns.map((key) => (
                <th scope="col">{t(key)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder(tasks, now)
              .slice(0, maxChatTasks)
              .map((task) => (
                <Row key={taskPath(task)} speech={speech} viewer={viewer} task={task} now={now} />
              ))}
          </tbody>
        </table>
      </div>
      {tasks.length > maxChatTasks ? (
        <p class="quietly">{t('queueCut', { shown: number(maxChatTasks), n: number(tasks.length) })}</p>
      ) : null}
    </section>
  );
}
