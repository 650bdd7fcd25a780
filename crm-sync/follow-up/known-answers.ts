/** What the bot need not ask again, and what the last answers were. Pure. */
import type { Command } from '../../contract/command';
import type { Answers, Pack } from '../../src/triage/pack';
import { dayMs, dayOf } from './calendar';

type Known = Extract<Command, { kind: 'follow-up' }>['answers'];

/** Asked once in a monitoring: they do not change within days. */
const onceAPlan: ReadonlySet<string> = new Set(['pregnancy_or_birth', 'pregnancy', 'postpartum']);
/** Told by the calendar, never copied. */
const counted: ReadonlySet<string> = new Set([
  'monitored_disease',
  'dengue_group',
  'unanswered_tries',
  'symptom_duration',
]);

export interface About {
  disease: string;
  group?: string;
  onset: Date;
}

/**
 * @param last the answers of the last decision, and when it was
 * @returns what stays as it is under its own name, all else as `previous.<question>`
 */
export function knownAnswers(
  { questions }: Pack,
  { disease, group, onset }: About,
  last: { answers: Answers; at: Date },
  now: Date,
): Known {
  const known: Known = {
    monitored_disease: disease,
    ...(group !== undefined && { dengue_group: group }),
    unanswered_tries: 0,
    symptom_duration: Math.max(0, dayOf(onset.getTime(), now.getTime())),
  };
  for (const { id, stable } of questions) {
    const value = last.answers[id];
    if (value === undefined || value === 'unknown' || counted.has(id)) continue;
    if (stable || onceAPlan.has(id)) known[id] = value;
    else if (id === 'days_after_birth' && typeof value === 'number')
      known[id] = value + Math.floor((now.getTime() - last.at.getTime()) / dayMs);
    else known[`previous.${id}`] = value;
  }
  return known;
}
