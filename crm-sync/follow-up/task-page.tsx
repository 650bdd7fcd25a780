/** One task: who, why, what they answered, what was tried, and what came of the call. */
import { answerText, outcomeText, questionText } from '../patients/coded-texts';
import { NoteAndSave } from '../tasks/note-and-save';
import { At, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import { taskOutcomes } from './calendar';
import type { TaskHistory } from './task-reads';
import { ReasonBadge } from './tasks-page';
import { eventText, planText } from './task-words';
import type { ShownTask, TaskAnswers } from './tasks';

interface Props {
  context: PageContext;
  task: ShownTask;
  history: readonly TaskHistory[];
  error?: string;
  typed?: { outcome?: string; note?: string };
}

function Answers({ context, last }: { context: PageContext; last: TaskAnswers }) {
  const { speech } = context;
  const { answers } = last;
  const told = Object.entries(answers ?? {}).filter(([id]) => !id.startsWith('previous.'));
  return (
    <section class="card" aria-labelledby="last-answers">
      <h2 id="last-answers">{speech.t('taskLast')}</h2>
      <p>
        <strong>{outcomeText(speech, last)}</strong>{' '}
        <span class="quietly">
          <At speech={speech} at={last.at} />
        </span>
      </p>
      {answers === undefined ? (
        <p>
          <em>{speech.t('unreadable')}</em>
        </p>
      ) : (
        <dl class="answers">
          {told.map(([id, value]) => (
            <div>
              <dt>{questionText(speech, last, id)}</dt>
              <dd>{answerText(speech, last, id, value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function CallForm({ context, task: { key, task }, typed }: Pick<Props, 'context' | 'task' | 'typed'>) {
  const { t, coded } = context.speech;
  return (
    <form method="post" action={`/tasks/${key}/done`} class="card act-form">
      <h2>{t('taskDone')}</h2>
      <input type="hidden" name="_csrf" value={context.csrf} />
      <input type="hidden" name="since" value={task.since.toISOString()} />
      <div class="field">
        <label for="outcome">{t('taskOutcome')}</label>
        <select id="outcome" name="outcome" required aria-describedby="outcome-hint">
          <option value="">{t('taskChoose')}</option>
          {taskOutcomes.map((outcome) => (
            <option value={outcome} selected={typed?.outcome === outcome}>
              {coded('taskOutcome', outcome)}
            </option>
          ))}
        </select>
        <p class="hint" id="outcome-hint">
          {t('taskOutcomeHint')}
        </p>
      </div>
      <NoteAndSave speech={context.speech} typed={typed?.note} />
    </form>
  );
}

export function TaskPage({ context, task, history, error, typed }: Props) {
  const { speech, now } = context;
  const { t } = speech;
  return (
    <Shell context={context} title={t('taskTitle', { id: task.patientId })} active="/tasks">
      <div class="page-head">
        <h1>{t('taskTitle', { id: task.patientId })}</h1>
        <p class="lead">{[task.name, ...task.phones].filter(Boolean).join(' · ') || t('taskNoContact')}</p>
        <p>
          <ReasonBadge speech={speech} task={task.task} /> <At speech={speech} at={task.task.since} />
          {task.plan ? <span class="sub">{planText(speech, task.plan, now)}</span> : null}
        </p>
        <p>
          <a href={`/patients/${task.patientId}`}>{t('taskRecord')}</a>
        </p>
      </div>
      {error ? <Notice kind="error">{error}</Notice> : null}
      <CallForm context={context} task={task} typed={typed} />
      {task.last ? <Answers context={context} last={task.last} /> : null}
      <section class="card" aria-labelledby="history">
        <h2 id="history">{t('taskHistory')}</h2>
        <ol class="notes">
          {history.map(({ event, ...known }) => (
            <li key={event.id}>
              <p class="meta">
                <span class="author">{eventText(speech, event, known)}</span>
                <At speech={speech} at={new Date(event.time)} />
              </p>
              {event.type === 'acolhe.follow-up.task-done.v1' && event.data.note ? (
                <p class="text">{event.data.note}</p>
              ) : null}
            </li>
          ))}
        </ol>
      </section>
    </Shell>
  );
}
