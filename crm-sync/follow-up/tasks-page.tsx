import { outcomeText } from '../patients/coded-texts';
import type { Viewer } from '../rescreen/blind';
import type { OpenTask } from '../tasks/open-tasks';
import { ChatTasks } from '../tasks/task-rows';
import { Empty, Live, Since } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import { planText, shortAnswersText } from './task-words';
import type { ShownTask } from './tasks';

/** A page with more rows than this helps nobody choose whom to call next. */
export const maxTaskRows = 200;

export function ReasonBadge({ speech, task }: { speech: Speech; task: ShownTask['task'] }) {
  const { coded, t, number } = speech;
  return (
    <>
      <span class={`badge badge-${task.reason === 'worse' ? 'emergency' : 'moderate'}`}>
        {coded('taskReason', task.reason)}
      </span>
      {task.calls > 0 ? <span class="sub">{t('taskCalls', { n: number(task.calls) })}</span> : null}
    </>
  );
}

function Row({ speech, row, now }: { speech: Speech; row: ShownTask; now: Date }) {
  const { t } = speech;
  const { key, patientId, task, last, plan } = row;
  return (
    <tr class={task.reason === 'worse' ? 'urgent' : undefined}>
      <th scope="row" data-label={t('patient')}>
        <span>
          <a class="id" href={`/tasks/${key}`}>
            {patientId}
          </a>
          {row.name ? <span class="sub">{row.name}</span> : null}
          {row.phones[0] ? <span class="sub">{row.phones[0]}</span> : null}
        </span>
      </th>
      <td data-label={t('taskWhy')}>
        <span>
          <ReasonBadge speech={speech} task={task} />
        </span>
      </td>
      <td data-label={t('taskLast')}>
        <span>
          {last ? outcomeText(speech, last) : '—'}
          {last && shortAnswersText(speech, last) ? (
            <span class="sub">{shortAnswersText(speech, last)}</span>
          ) : null}
          {plan ? <span class="sub">{planText(speech, plan, now)}</span> : null}
        </span>
      </td>
      <td data-label={t('taskSince')}>
        <span>
          <Since speech={speech} at={task.since} now={now} />
          <span class="sub">{speech.recent(task.since)}</span>
        </span>
      </td>
    </tr>
  );
}

interface TasksProps {
  speech: Speech;
  /** In their order. */
  rows: readonly ShownTask[];
  now: Date;
}

export function Tasks({ speech, rows, now }: TasksProps) {
  const { t, number } = speech;
  if (rows.length === 0) return <Empty title={t('noTasks')} lead={t('noTasksLead')} />;
  return (
    <>
      <p class="count" id="task-count">
        {rows.length === 1 ? t('taskCount_one') : t('taskCount', { n: number(rows.length) })}
      </p>
      <div class="card">
        <table class="rows">
          <thead>
            <tr>
              {(['patient', 'taskWhy', 'taskLast', 'taskSince'] as const).map((key) => (
                <th scope="col">{t(key)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, maxTaskRows).map((row) => (
              <Row key={row.key} speech={speech} row={row} now={now} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > maxTaskRows ? (
        <p class="quietly">{t('queueCut', { shown: number(maxTaskRows), n: number(rows.length) })}</p>
      ) : null}
    </>
  );
}

interface AllProps extends TasksProps {
  viewer: Viewer;
  chats: readonly OpenTask[];
}

/** Both kinds, those of conversations first: they have a time of their own. */
export function AllTasks({ speech, viewer, rows, chats, now }: AllProps) {
  if (chats.length === 0) return <Tasks speech={speech} rows={rows} now={now} />;
  return (
    <>
      <ChatTasks speech={speech} viewer={viewer} tasks={chats} now={now} />
      {rows.length > 0 ? (
        <section aria-labelledby="follow-up-tasks">
          <h2 id="follow-up-tasks">{speech.t('followUpTasksTitle')}</h2>
          <p class="quietly">{speech.t('followUpTasksLead')}</p>
          <Tasks speech={speech} rows={rows} now={now} />
        </section>
      ) : null}
    </>
  );
}

export function TasksPage({ context, ...all }: { context: PageContext } & Omit<AllProps, 'speech' | 'now'>) {
  const { speech, now } = context;
  return (
    <Shell context={context} title={speech.t('tasks')} active="/tasks">
      <div class="page-head">
        <h1>{speech.t('tasksTitle')}</h1>
        <p class="lead">{speech.t('tasksLead')}</p>
        <p>
          <a href="/tasks/outcomes">{speech.t('outcomesLink')}</a>
        </p>
      </div>
      <Live speech={speech} topic="tasks" fragment="/tasks/rows">
        <AllTasks speech={speech} now={now} {...all} />
      </Live>
    </Shell>
  );
}
