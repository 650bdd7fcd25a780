/** What a person has to do about a conversation, as events change it. Pure but for the encounter they are given. */
import type { EncounterDocument, EncounterTask } from '../store/documents';

type WithTasks = Pick<EncounterDocument, 'tasks' | 'taskDueAt'>;

/** Who does not answer is called so often, and so long after each other, before nobody calls any more. */
const mostTries = 3;
const againAfterMs = 30 * 60_000;

/** Done, dropped, or once more: nobody answering is no end for somebody who may be worse. */
export function afterTry(task: EncounterTask, done: NonNullable<EncounterTask['done']>): EncounterTask {
  if (task.done) return task;
  const tries = (task.tries ?? 0) + 1;
  const again = done.result === 'no-answer' && tries < mostTries && task.kind !== 'unread';
  if (!again) return { ...task, ...(done.result === 'no-answer' && { tries }), done };
  const { taken: _taken, ...open } = task;
  return { ...open, tries, dueAt: new Date(done.at.getTime() + againAfterMs) };
}

export function changeTask(
  encounter: WithTasks,
  taskId: string,
  change: (task: EncounterTask) => EncounterTask,
): void {
  encounter.tasks = encounter.tasks?.map((task) => (task.taskId === taskId ? change(task) : task));
  noteTaskDue(encounter);
}

/** Only conversations with something open are in the index that lists are read by. */
export function noteTaskDue(encounter: WithTasks): void {
  const due = (encounter.tasks ?? []).flatMap(({ done, dueAt }) => (done ? [] : [dueAt.getTime()]));
  if (due.length === 0) delete encounter.taskDueAt;
  else encounter.taskDueAt = new Date(Math.min(...due));
}
