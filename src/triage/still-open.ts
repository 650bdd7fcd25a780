/** Which questions can still change the outcome, and which of them comes next. */
import type { CompiledFlag, CompiledPack, Node, Slot } from './compile';
import type { Outcome } from './pack';
import { isSettled, No, Open, openQuestion, openQuestions, Yes, type Situation } from './situation';

/** A rule that is not settled and matters: `urgencyMinutes` of what it leads to. */
interface OpenRule {
  node: Node;
  urgencyMinutes: number;
}

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
  const table = openRows(situation);
  const outcomes = new Set(table.outcomes);
  if (flags.length > 0 && pack.redFlagOutcome) outcomes.add(pack.redFlagOutcome);
  if (outcomes.size <= 1 || areEqualEmergencies([...outcomes])) return [];
  const weights = new Map<Slot, Weight>();
  for (const { node, urgencyMinutes } of [...flags, ...table.rules])
    weigh(situation, node, urgencyMinutes, weights);
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

function add(weights: Map<Slot, Weight>, slot: Slot, urgencyMinutes: number): void {
  const known = weights.get(slot);
  if (!known) weights.set(slot, { urgencyMinutes, rules: 1 });
  else {
    known.rules += 1;
    known.urgencyMinutes = Math.min(known.urgencyMinutes, urgencyMinutes);
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

interface Table {
  /** All that scope and table can still end in. */
  outcomes: Set<Outcome>;
  rules: OpenRule[];
  /** Vital questions without whose answer a mild outcome that is possible cannot be given. */
  vitals: Slot[];
}

interface Reachable {
  node: Node;
  bits: number;
  /** What it ends in where it matches; none where it cannot. */
  ends: ReadonlySet<Outcome>;
  urgencyMinutes: number;
}

function openRows(situation: Situation): Table {
  const { pack } = situation;
  const scope = situation.bits(pack.scope);
  const asked = pack.questions.filter((slot) => situation.isMissingVital(slot));
  const isUnknown = pack.questions.some(({ question, at }) => {
    const blocks = question?.kind === 'vital' || question?.unknown.means === 'blocks';
    return blocks && situation.values[at] === 'unknown';
  });
  let mayBeBlocked = (scope & Open) !== 0 || asked.length > 0;
  let isBlocked = scope === Open || isUnknown;
  const reachable: Reachable[] = [];
  let mildIsPossible = false;
  if (scope !== No) {
    const { rows, filter } = pack;
    const out = filter.ruledOut(situation.values);
    for (let at = filter.next(out, 0); at < rows.length; at = filter.next(out, at + 1)) {
      const { row, when, outcome } = rows[at]!;
      const bits = situation.bits(when);
      if (bits === No) continue;
      const matches = (bits & Yes) !== 0 || (row.unknown === 'holds' && (bits & Open) !== 0);
      const blocks = row.unknown === 'blocks' && (bits & Open) !== 0;
      const ends = new Set<Outcome>();
      if (matches) {
        const mild = outcome.disposition === 'mild';
        if (!mild || !isBlocked) ends.add(outcome);
        if (mild && (isBlocked || mayBeBlocked)) ends.add(pack.vitalUnknown);
        mildIsPossible ||= mild && !isBlocked;
      }
      reachable.push({ node: when, bits, ends, urgencyMinutes: outcome.urgencyMinutes });
      mayBeBlocked ||= blocks;
      isBlocked ||= blocks && bits === Open;
      if (bits === Yes || (row.unknown === 'holds' && (bits & No) === 0)) break;
    }
  }
  const rules = rulesThatMatter(reachable);
  const outcomes = new Set(reachable.flatMap(({ ends }) => [...ends]));
  if (scope & No && pack.outOfScope) {
    outcomes.add(pack.outOfScope);
    if (!isSettled(scope)) rules.push({ node: pack.scope, urgencyMinutes: 0 });
  } else if (!isSettled(scope) && mildIsPossible) rules.push({ node: pack.scope, urgencyMinutes: 0 });
  return { outcomes, rules, vitals: mildIsPossible ? asked : [] };
}

/** From the last row back: a row matters where it and what comes after it do not all end alike. */
function rulesThatMatter(reachable: readonly Reachable[]): OpenRule[] {
  const rules: OpenRule[] = [];
  const after = new Set<Outcome>();
  for (const { node, bits, ends, urgencyMinutes } of [...reachable].reverse()) {
    for (const end of ends) after.add(end);
    if (!isSettled(bits) && after.size > 1) rules.push({ node, urgencyMinutes });
  }
  return rules.reverse();
}
