/** What the patient has said until now, whatever was decided in between: the newest value of everything, and alarms. Pure. */
import type { Answers, AnswerScalar } from '../../src/triage/pack';
import type { PackWithTexts } from '../knowledge/kept-packs';
import type { OpenedDecision } from '../patients/patient-reads';
import type { EncounterDocument } from '../store/documents';
import { newestOf } from './rescreen';

/** An answer the bot understood. */
export interface Said {
  question: string;
  value: AnswerScalar;
  at: Date;
}

/** A red flag: a fact of what was said, never a decision. */
export interface Alarm {
  concept: string;
  at: Date;
}

export interface Told {
  /** In whose words the answers are told. */
  pack: string;
  by?: PackWithTexts;
  answers: Answers;
  /** The oldest first. */
  alarms: Alarm[];
  /** Concepts whose alarm came after their last other answer. */
  alarmed: ReadonlyMap<string, Date>;
}

export function alarmsOf({ marks }: Pick<EncounterDocument, 'marks'>): Alarm[] {
  return marks.flatMap((mark) => (mark.kind === 'red-flag' ? [{ concept: mark.concept, at: mark.at }] : []));
}

/** @returns undefined when nothing was said that was understood */
export function toldOf(
  encounter: Pick<EncounterDocument, 'marks' | 'pack'>,
  decisions: readonly OpenedDecision[],
  said: readonly Said[] = [],
): Told | undefined {
  const newest = newestOf(decisions);
  const alarms = alarmsOf(encounter);
  const since = newest?.at.getTime() ?? -Infinity;
  const answers: Record<string, AnswerScalar | undefined> = { ...newest?.answers, ...newest?.later };
  const alarmed = new Map<string, Date>();
  const then = [
    ...said,
    // an alarm stands in the decision that came after it
    ...alarms.map(({ concept, at }) => ({ question: concept, value: true, at, isAlarm: true })),
  ]
    .filter(({ at }) => at.getTime() > since)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { question, value, at, ...one } of then) {
    answers[question] = value;
    if ('isAlarm' in one) alarmed.set(question, at);
    else if (value !== true) alarmed.delete(question);
  }
  if (Object.keys(answers).length === 0 && alarms.length === 0) return undefined;
  const { pack = encounter.pack ?? '', by } = newest ?? {};
  return { pack, ...(by && { by }), answers, alarms, alarmed };
}
