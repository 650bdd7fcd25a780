/** Why a decision is as it is, and what would have changed it. Pure. */
import { compiled, type CompiledPack, type Slot } from './compile';
import { decideNow } from './evaluate';
import type { Decided } from './decide';
import type { Answers, AnswerScalar, Condition, Pack } from './pack';
import { Situation } from './situation';

/** One answer that, given otherwise, leads to another outcome. */
export interface Change {
  question: string;
  /** `null`: it had no answer. */
  from: AnswerScalar | null;
  to: AnswerScalar;
  outcome: string;
  disposition: string;
  urgencyMinutes: number;
  row: string;
}

export interface Explanation {
  decided: Decided;
  /** Smallest single-answer changes that give another outcome, in pack order; of a number the nearest on each side. */
  changes: Change[];
}

/**
 * The decision on these answers (what is not answered counts as not known), and every single answer that would have
 * changed it.
 * @param pack a checked pack
 */
export function explain(pack: Pack, answers: Answers): Explanation {
  const ready = compiled(pack);
  const decided = decideNow(pack, answers);
  const limits = limitsOf(ready);
  const changes: Change[] = [];
  for (const slot of changeable(ready, answers)) {
    const from = answers[slot.id];
    const seen = new Set<string>();
    for (const to of alternatives(slot, from, limits.get(slot) ?? [], slot === ready.ages.years)) {
      const { outcome, row } = decideNow(pack, { ...answers, [slot.id]: to.value });
      // of numbers on one side, only the nearest that changes to this outcome
      if (outcome.id === decided.outcome.id || seen.has(`${to.side}${outcome.id}`)) continue;
      if (to.side !== '') seen.add(`${to.side}${outcome.id}`);
      const { id, disposition, urgencyMinutes } = outcome;
      changes.push({
        question: slot.id,
        from: from ?? null,
        to: to.value,
        outcome: id,
        disposition,
        urgencyMinutes,
        row,
      });
    }
  }
  return { decided, changes };
}

/** The questions that apply, then the other values that were given. */
function changeable(pack: CompiledPack, answers: Answers): Slot[] {
  const { questions, slotOf } = pack;
  const told = Object.keys(answers).filter((id) => answers[id] !== undefined);
  const given = told.flatMap((id) => slotOf.get(id) ?? []);
  // what does not apply, or is told in another unit of age, has no other answer
  const situation = new Situation(pack, answers, true);
  const apply = questions.filter(
    (slot) =>
      answers[slot.id] !== undefined || (situation.values[slot.at] === undefined && situation.applies(slot)),
  );
  return [...new Set([...apply, ...given])];
}

interface Alternative {
  value: AnswerScalar;
  /** Of a number, whether it lies below or above the answer. */
  side: '' | 'below' | 'above';
}

function alternatives(
  slot: Slot,
  from: AnswerScalar | undefined,
  limits: readonly number[],
  isYears: boolean,
): Alternative[] {
  const { question } = slot;
  const isNumber = question ? question.type === 'number' : typeof from === 'number';
  if (isNumber) return [...nearestNumbers(slot, from, limits, isYears), ...unknownOf(slot, from)];
  const values: AnswerScalar[] = question?.type === 'choice' ? [...(question.choices ?? [])] : [true, false];
  const other = values.filter((value) => value !== from).map((value): Alternative => ({ value, side: '' }));
  return [...other, ...unknownOf(slot, from)];
}

function unknownOf({ question }: Slot, from: AnswerScalar | undefined): Alternative[] {
  // no answer counts as not known already
  const counts = question?.unknown.allowed && from !== 'unknown' && from !== undefined;
  return counts ? [{ value: 'unknown', side: '' }] : [];
}

/** For each limit that rules have for this number, the value just there and the one just below it; nearest first. */
function nearestNumbers(
  { question }: Slot,
  from: AnswerScalar | undefined,
  limits: readonly number[],
  isYears: boolean,
): Alternative[] {
  const { min = -Infinity, max = Infinity } = question ?? {};
  const values = new Set<number>();
  for (const limit of limits) {
    // one unit, or one tenth where limits are not whole: 37.8 °C and 37.7 °C, but 60 years and 59
    const step = (isYears ? limit >= 2 : limits.every(Number.isInteger)) ? 1 : 0.1;
    values.add(limit).add(Math.round((limit - step) * 1000) / 1000);
  }
  const inRange = [...values].filter((value) => value >= min && value <= max && value !== from);
  if (typeof from !== 'number') return inRange.sort((a, b) => a - b).map((value) => ({ value, side: '' }));
  return inRange
    .sort((a, b) => Math.abs(a - from) - Math.abs(b - from))
    .map((value) => ({ value, side: value < from ? 'below' : 'above' }));
}

/** The numbers with which the pack and the universal red flags compare each slot, those of ages in its own unit. */
function limitsOf(pack: CompiledPack): Map<Slot, number[]> {
  const limits = new Map<Slot, Set<number>>();
  const add = (slot: Slot, value: number): void => {
    const known = limits.get(slot);
    if (known) known.add(value);
    else limits.set(slot, new Set([value]));
  };
  const { days, months, years } = pack.ages;
  const read = (condition: Condition): void => {
    const compared = 'gte' in condition ? condition.gte : 'lt' in condition ? condition.lt : undefined;
    const slot = compared && pack.slotOf.get(compared[0]);
    if (!slot || !compared) return;
    add(slot, compared[1]);
    if (slot === days) {
      add(months, Math.ceil(compared[1] / 30.4375));
      add(years, Math.round((compared[1] / 365.25) * 1000) / 1000);
    }
    if (slot === months) add(years, Math.round((compared[1] / 12) * 1000) / 1000);
    if (slot === years) add(months, compared[1] * 12);
  };
  for (const condition of pack.comparisons) read(condition);
  return new Map([...limits].map(([slot, values]) => [slot, [...values].sort((a, b) => a - b)]));
}
