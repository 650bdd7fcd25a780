/** Whom a person is to call. Pure. */
import type { PackWithTexts } from '../knowledge/kept-packs';
import type { FollowUpDocument } from '../store/follow-up-document';

export type TaskDocument = FollowUpDocument & Required<Pick<FollowUpDocument, 'task'>>;

export interface TaskAnswers {
  pack: string;
  /** The version that decided, where it is kept. */
  by?: PackWithTexts;
  outcome: string;
  disposition: 'emergency' | 'moderate' | 'mild';
  at: Date;
  /** By question; absent when erased, or when they do not open. */
  answers?: Record<string, boolean | number | string>;
}

export interface ShownTask {
  /** Names the calendar: `<patient id>/<disease>`. */
  key: string;
  patientId: string;
  task: TaskDocument['task'];
  plan?: FollowUpDocument['plan'];
  /** What the patient answered last. */
  last?: TaskAnswers;
  name?: string;
  phones: string[];
}

/** Who gets worse first, emergencies before others; then who has waited longest. */
export function taskOrder<T extends Pick<ShownTask, 'key' | 'task' | 'last'>>(tasks: readonly T[]): T[] {
  const urgency = ({ task, last }: T): number =>
    task.reason !== 'worse' ? 2 : last?.disposition === 'emergency' ? 0 : 1;
  return [...tasks].sort(
    (a, b) =>
      urgency(a) - urgency(b) || a.task.since.getTime() - b.task.since.getTime() || (a.key < b.key ? -1 : 1),
  );
}

/** What tells a list's reader most, where it was answered. */
const shortOnes = ['overall', 'temperature', 'oxygen_saturation'] as const;

export function shortAnswers({ answers = {} }: TaskAnswers): [string, boolean | number | string][] {
  return shortOnes.flatMap((id): [string, boolean | number | string][] => {
    const value = answers[id];
    return value === undefined || value === 'unknown' ? [] : [[id, value]];
  });
}
