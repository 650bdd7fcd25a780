/** One task of a conversation: who, what, until when; taken, done, or tried again. */
import type { Viewer } from '../rescreen/blind';
import { Notice, PatientId } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import { NoteAndSave } from './note-and-save';
import { taskResults, type OpenTask } from './open-tasks';
import { DueClock, taskPath, TaskUrgency } from './task-rows';

interface Props {
  context: PageContext;
  viewer: Viewer;
  task: OpenTask;
  error?: string;
  typed?: { note: string };
}

function Take({ context, task }: Pick<Props, 'context' | 'task'>) {
  const { t } = context.speech;
  if (task.takenBy) return <p>{t('taskTaken', { name: task.takenBy })}</p>;
  return (
    <form method="post" action={`${taskPath(task)}/take`}>
      <input type="hidden" name="_csrf" value={context.csrf} />
      <button class="button">{t('taskTake')}</button>
    </form>
  );
}

function Done({ context, task, typed }: Pick<Props, 'context' | 'task' | 'typed'>) {
  const { t, coded } = context.speech;
  return (
    <form method="post" action={`${taskPath(task)}/done`} class="card act-form">
      <h2>{t('taskRegister')}</h2>
      <input type="hidden" name="_csrf" value={context.csrf} />
      <div class="field">
        <label for="result">{t('taskResult')}</label>
        <select id="result" name="result" required>
          <option value="">{t('taskChoose')}</option>
          {taskResults.map((result) => (
            <option value={result}>{coded('taskResult', result)}</option>
          ))}
        </select>
      </div>
      <NoteAndSave speech={context.speech} typed={typed?.note} />
    </form>
  );
}

export function ChatTaskPage({ context, viewer, task, error, typed }: Props) {
  const { speech, now } = context;
  const { t, coded } = speech;
  const title = coded('taskKind', task.kind);
  return (
    <Shell context={context} title={title} active="/tasks">
      <div class="page-head">
        <h1>{title}</h1>
        <p class="lead">{[task.name, ...task.phones].filter(Boolean).join(' · ') || t('taskNoContact')}</p>
        <p>
          {task.patientId ? <PatientId role={viewer.role} id={task.patientId} /> : t('nameless')}{' '}
          <TaskUrgency speech={speech} viewer={viewer} task={task} />{' '}
          <DueClock speech={speech} task={task} now={now} />
        </p>
      </div>
      {error ? <Notice kind="error">{error}</Notice> : null}
      {task.text ? (
        <section class="card" aria-labelledby="task-text">
          <h2 id="task-text">{t('taskWhat')}</h2>
          <p class="text">{task.text}</p>
        </section>
      ) : null}
      <Take context={context} task={task} />
      <Done context={context} task={task} typed={typed} />
    </Shell>
  );
}
