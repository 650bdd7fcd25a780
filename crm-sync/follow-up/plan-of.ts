/** What a decision means for a patient's monitoring. Pure. */
import type { EventData } from '../../contract/event';
import { compiled } from '../../src/triage/compile';
import type { Answers, Pack } from '../../src/triage/pack';
import { No, Situation } from '../../src/triage/situation';
import type { FoldedDecision } from '../projector/fold-state';
import { dayMs, type Calendar } from './calendar';
import type { Disease } from './calendar-key';

export type Plan = NonNullable<Pack['plans']>[number];
type Planned = EventData<'acolhe.follow-up.planned.v1'>;
type Answered = EventData<'acolhe.follow-up.answered.v1'>;

/** `disease`: whose calendar it is told to. */
export type ToldByDecision = { disease: Disease } & (
  | { type: 'acolhe.follow-up.planned.v1'; data: Planned }
  | { type: 'acolhe.follow-up.answered.v1'; data: Answered }
);

/** Does the plan's condition hold, or may it? What is not known is taken as holding. */
function mayHold(pack: Pack, plan: Plan, answers: Answers): boolean {
  const ready = compiled(pack);
  return new Situation(ready, answers, true).bits(ready.node(plan.when)) !== No;
}

/**
 * The plan the outcome names, or the first of the same anchor that is for this person, whichever asks more often; among
 * equals the longer one.
 */
export function planOf(pack: Pack, outcomeId: string, answers: Answers): Plan | undefined {
  const { plans = [], outcomes } = pack;
  const named = outcomes.find(({ id }) => id === outcomeId)?.followUp;
  const own = plans.find(({ id }) => id === named);
  if (!own) return undefined;
  const first = plans.find((plan) => plan.anchor === own.anchor && mayHold(pack, plan, answers));
  if (!first || first.everyHours > own.everyHours) return own;
  if (first.everyHours < own.everyHours) return first;
  return first.untilDay > own.untilDay ? first : own;
}

function calendarOf({ id, everyHours, untilDay, tries }: Plan): Calendar {
  return { plan: id, everyHours, untilDay, tries };
}

/** Day 0: so many days before the decision as the symptoms have lasted; without symptoms, or not known, the contact itself. */
export function onsetOf(plan: Plan, answers: Answers, atMs: number): number {
  const days = answers['symptom_duration'];
  const known = plan.anchor === 'onset' && typeof days === 'number' && days >= 0;
  return known ? atMs - Math.floor(days) * dayMs : atMs;
}

/** What the follow-up questions are to be about: they know two courses. */
function diseaseOf(pack: string, plan: string): Pick<Planned, 'disease' | 'group'> {
  if (pack !== 'dengue') return { disease: 'respiratory' };
  return { disease: 'dengue', group: plan === 'dengue-a' ? 'A' : 'B' };
}

/**
 * @param pack the version that decided
 * @returns undefined when nothing follows from it
 */
export function toldByDecision(
  pack: Pack,
  conversation: string,
  decision: Pick<FoldedDecision, 'event' | 'at' | 'packVersion' | 'outcome' | 'disposition'> & {
    answers?: Record<string, boolean | number | string>;
  },
): ToldByDecision | undefined {
  const answers: Answers = decision.answers ?? {};
  const { event, outcome, disposition, packVersion } = decision;
  const plan = planOf(pack, outcome, answers);
  const decided = { conversation, decision: event };
  if (pack.use === 'follow-up') {
    const next = plan && calendarOf(plan);
    const data = { ...decided, outcome, disposition, ...(next && { next }) };
    const disease = answers['monitored_disease'] === 'dengue' ? 'dengue' : 'respiratory';
    return { disease, type: 'acolhe.follow-up.answered.v1', data };
  }
  if (pack.use !== 'patient' || !plan) return undefined;
  const about = diseaseOf(pack.id, plan.id);
  return {
    disease: about.disease,
    type: 'acolhe.follow-up.planned.v1',
    data: {
      ...{ ...decided, pack: pack.id, packVersion, ...calendarOf(plan), ...about },
      onset: new Date(onsetOf(plan, answers, decision.at.getTime())).toISOString(),
    },
  };
}
