/** Which questions can still change the outcome, and which of them comes next. */
import type { CompiledFlag, CompiledPack, Node, Slot } from './compile';
import { type OpenRule, openTable, type OpenTable } from './open-rows';
import type { Outcome } from './pack';
import { addRows, countOf, meet, type Rows } from './row-bits';
import { isSettled, openQuestion, openQuestions, openSlot, Yes, type Situation } from './situation';

/** Of one question: the most urgent rule it can settle, and how many rules rest on it. */
interface Weight {
  urgencyMinutes: number;
  rules: number;
}

/**
 * The questions that can still change the outcome, the next one first: the most urgent rule's vital one, then the one
 * that most rules depend on, then pack order. Empty where every way to go on ends in the same outcome, or in
 * emergencies of the same urgency.
 */
export function questionsThatMatter(situation: Situation): Slot[] {
  const { pack } = situation;
  const flags = openFlags(situation);
  const table = openTable(situation);
  const outcomes = new Set(table.outcomes);
  if (flags.length > 0 && pack.redFlagOutcome) outcomes.add(pack.redFlagOutcome);
  if (outcomes.size <= 1 || areEqualEmergencies([...outcomes])) return [];
  const weights = new Map<Slot, Weight>();
  for (const { node, urgencyMinutes } of [...flags, ...table.rules])
    weigh(situation, node, urgencyMinutes, weights);
  weighRows(situation, table, weights);
  for (const slot of table.vitals) {
    for (const item of openQuestion(situation, slot)) add(weights, item, vitalOnlyMinutes);
  }
  return [...weights]
    .sort(([a, left], [b, right]) => {
      const urgency = left.urgencyMinutes - right.urgencyMinutes;
      if (urgency !== 0) return urgency;
      return vitalFirst(a) - vitalFirst(b) || right.rules - left.rules || a.at - b.at;
    })
    .map(([slot]) => slot);
}

/** Whoever is an emergency in any case is not asked which one; one that may wait 10 minutes is not one of now. */
function areEqualEmergencies(outcomes: readonly Outcome[]): boolean {
  const [first] = outcomes;
  return outcomes.every(
    ({ disposition, urgencyMinutes }) =>
      disposition === 'emergency' && urgencyMinutes === first?.urgencyMinutes,
  );
}

/** A vital question no rule depends on is asked after those that one does. */
const vitalOnlyMinutes = 100_000;

const vitalFirst = (slot: Slot): number => (slot.question?.kind === 'vital' ? 0 : 1);

function weigh(situation: Situation, node: Node, urgencyMinutes: number, weights: Map<Slot, Weight>): void {
  const questions: Slot[] = [];
  openQuestions(situation, node, questions);
  for (const slot of new Set(questions)) add(weights, slot, urgencyMinutes);
}

function add(weights: Map<Slot, Weight>, slot: Slot, urgencyMinutes: number, rules = 1): void {
  const known = weights.get(slot);
  if (!known) weights.set(slot, { urgencyMinutes, rules });
  else {
    known.rules += rules;
    known.urgencyMinutes = Math.min(known.urgencyMinutes, urgencyMinutes);
  }
}

/** As `weigh`, of all plain rows at once: a thousand of them cost hardly more than a hundred. */
function weighRows(situation: Situation, table: OpenTable, weights: Map<Slot, Weight>): void {
  const { byUrgency } = situation.pack.filter;
  const resting = new Map<Slot, Rows>();
  for (const { slot, rows } of table.waiting) {
    for (const item of openSlot(situation, slot)) {
      const known = resting.get(item);
      // a set of the filter's own is not added to
      const both = known ? known.slice() : rows;
      if (known) addRows(both, rows);
      resting.set(item, both);
    }
  }
  for (const [slot, rows] of resting) {
    const rules = countOf(rows, table.rows);
    if (rules === 0) continue;
    const urgent = byUrgency.find(({ rows: of }) => meet(of, rows, table.rows));
    if (urgent) add(weights, slot, urgent.urgencyMinutes, rules);
  }
}

/** Red-flag rules that an answer can still make true. One answer alone comes before those that need company. */
function openFlags(situation: Situation): OpenRule[] {
  const { addedFlags, redFlagOutcome } = situation.pack;
  if (!redFlagOutcome) return [];
  const rules: OpenRule[] = [];
  for (const rule of [...askableFlags(situation.pack), ...addedFlags]) {
    if (!mayRise(situation, rule)) continue;
    rules.push({ node: rule.when, urgencyMinutes: rule.when.kind === 'atom' ? -2 : -1 });
  }
  return rules;
}

function mayRise(situation: Situation, { when, inDoubt }: CompiledFlag): boolean {
  const bits = situation.bits(when);
  if (isSettled(bits)) return false;
  return (bits & Yes) !== 0 || (inDoubt !== undefined && (situation.bits(inDoubt) & Yes) !== 0);
}

const askable = new WeakMap<CompiledPack, readonly CompiledFlag[]>();

/** The universal rules that depend on any question of the pack. */
function askableFlags(pack: CompiledPack): readonly CompiledFlag[] {
  let known = askable.get(pack);
  if (!known) {
    const rules = new Set(pack.questions.flatMap((slot) => pack.flagsOfSlot[slot.at] ?? []));
    askable.set(pack, (known = pack.universalFlags.filter((rule) => rules.has(rule))));
  }
  return known;
}
