/** What people have to do about conversations: which first, and what came of it. Pure. */
import type { EncounterDocument, EncounterTask } from '../store/documents';
import { urgencyRank } from '../../src/routing/urgency';

export const taskResults = ['done', 'no-answer', 'dropped'] as const;
export type TaskResult = (typeof taskResults)[number];

export interface OpenTask extends Omit<EncounterTask, 'done'> {
  conversation: string;
  patientId?: string;
  name?: string;
  phones: string[];
  /** Name of who has it in hand. */
  takenBy?: string;
  /** What is to be done, in words; only of a task that is shown alone. */
  text?: string;
  /** Of its conversation: whether somebody decides about it without sight of the bot's decision. */
  encounter: Pick<EncounterDocument, 'state' | 'disposition' | 'screenedBy' | 'erased'>;
}

export const isOverdue = ({ dueAt }: Pick<OpenTask, 'dueAt'>, now: Date): boolean => dueAt <= now;

/** What is overdue first, the most urgent of it before others; then what is due next. */
export function inOrder<T extends Pick<OpenTask, 'dueAt' | 'urgency' | 'conversation' | 'taskId'>>(
  tasks: readonly T[],
  now: Date,
): T[] {
  const late = (task: T): number => (isOverdue(task, now) ? 0 : 1);
  const rank = (task: T): number => (late(task) === 0 ? urgencyRank[task.urgency ?? 'yellow'] : 0);
  const name = ({ conversation, taskId }: T): string => `${conversation}/${taskId}`;
  return [...tasks].sort(
    (a, b) =>
      late(a) - late(b) ||
      rank(a) - rank(b) ||
      a.dueAt.getTime() - b.dueAt.getTime() ||
      (name(a) < name(b) ? -1 : 1),
  );
}
