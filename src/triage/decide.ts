/** The decision on answers as they are: red flags, scope, table, and what takes the place of a mild outcome. */
import { byUrgency, type RedFlag } from '../safety/answer-flags';
import type { CompiledFlag, CompiledRow, Slot } from './compile';
import type { Outcome } from './pack';
import { answersBehind, inPackOrder } from './reasons';
import { No, Open, Yes, type Situation } from './situation';

/** The rows named when something else than the table decided. */
export const vitalUnknownRow = 'vital-unknown';
export const redFlagRow = 'red-flag';
export const outOfScopeRow = 'out-of-scope';

export interface Decided {
  kind: 'decided';
  outcome: Outcome;
  /** The decision-table row, or one of the names above. */
  row: string;
  /** The answers that made it match, as `question=value`, in pack order. */
  because: string[];
  /** Every red flag in the answers, the most urgent call first. */
  redFlags: RedFlag[];
  /** Questions whose answer is not known, and on which a rule up to this row depended. */
  unknown: string[];
}

export interface RaisedFlag {
  flag: RedFlag;
  rule: CompiledFlag;
}

/** The red flags that the answers raise for certain, the pack's own last. */
export function raisedFlags(situation: Situation): RaisedFlag[] {
  const { pack, answers } = situation;
  const { years, months, days } = pack.ages;
  const raised = new Map<string, RaisedFlag>();
  for (const id in answers) {
    const value = answers[id];
    // nothing is raised by a no alone
    if (value !== true && typeof value !== 'number' && value !== 'yes') continue;
    const slot = pack.slotOf.get(id);
    // nor by an age alone
    if (!slot || slot === years || slot === months || slot === days) continue;
    for (const rule of pack.flagsOfSlot[slot.at] ?? []) {
      const { flag } = rule;
      if (!raised.has(flag.concept) && isRaised(situation, rule)) raised.set(flag.concept, { flag, rule });
    }
  }
  for (const rule of pack.addedFlags) {
    const { flag } = rule;
    if (!raised.has(flag.concept) && isRaised(situation, rule)) raised.set(flag.concept, { flag, rule });
  }
  return [...raised.values()];
}

function isRaised(situation: Situation, { when, inDoubt }: CompiledFlag): boolean {
  const bits = situation.bits(when);
  return bits === Yes || (bits === Open && inDoubt !== undefined && situation.bits(inDoubt) === Yes);
}

/** @param situation closed: what has no answer counts as not known */
export function decide(situation: Situation, raised = raisedFlags(situation)): Decided {
  const { pack } = situation;
  const redFlags = raised.length > 0 ? byUrgency(raised.map(({ flag }) => flag)) : [];
  const decided = (outcome: Outcome, row: string, because: string[], unknown: string[] = []): Decided => ({
    kind: 'decided',
    outcome,
    row,
    because,
    redFlags,
    unknown,
  });
  let isBlocked = false;
  const left: Slot[] = [];
  if (!pack.pack.demonstration) {
    if (raised.length > 0 && pack.redFlagOutcome) {
      const whens = raised.map(({ rule }) => rule.when);
      return decided(pack.redFlagOutcome, redFlagRow, answersBehind(situation, whens));
    }
    const scope = situation.bits(pack.scope);
    if (scope === No && pack.outOfScope)
      return decided(pack.outOfScope, outOfScopeRow, answersBehind(situation, [pack.scope]));
    // nobody is sent home by a pack that may not be for them
    if (scope !== Yes) {
      isBlocked = true;
      unknownSlots(situation, [pack.scope], left);
    }
  }
  const { rows, filter } = pack;
  const out = filter.ruledOut(situation.values);
  const passed: number[] = [];
  for (let at = filter.next(out, 0); at < rows.length; at = filter.next(out, at + 1)) {
    const { row, when, outcome } = rows[at]!;
    const bits = situation.bits(when);
    if (bits === No) {
      passed.push(at);
      continue;
    }
    if (bits !== Yes) {
      unknownSlots(situation, [when], left);
      if (row.unknown !== 'holds') {
        isBlocked ||= row.unknown === 'blocks';
        continue;
      }
    }
    if (outcome.disposition === 'mild') {
      const blocking = blockingSlots(situation, isBlocked ? left : []);
      if (blocking.length > 0 || isBlocked) {
        const names = inPackOrder(pack, blocking);
        return decided(
          pack.vitalUnknown,
          vitalUnknownRow,
          names.map((id) => `${id}=unknown`),
          names,
        );
      }
    }
    const why = behindRow(situation, at, passed);
    return decided(outcome, row.id, why, left.length > 0 ? inPackOrder(pack, left) : []);
  }
  throw new Error(`The table of pack ${pack.pack.id} ${pack.pack.version} has no row that always matches.`);
}

/** The row's own reasons; for the row that always matches, the answers that ruled out the rows above it. */
function behindRow(situation: Situation, at: number, passed: readonly number[]): string[] {
  const { rows, filter, slots } = situation.pack;
  const { when } = rows[at] as CompiledRow;
  if (when.kind !== 'always') return answersBehind(situation, [when]);
  const ruling = filter.slotsRulingOut(situation.values, at).map((place) => slots[place]!);
  return answersBehind(
    situation,
    passed.map((row) => rows[row]!.when),
    ruling,
  );
}

/** What keeps from a mild outcome: every vital answer that is not known, every one whose pack says that it blocks, and `left`. */
function blockingSlots(situation: Situation, left: readonly Slot[]): Slot[] {
  const blocking = [...left];
  for (const slot of situation.pack.questions) {
    const { kind, unknown } = slot.question!;
    const value = situation.values[slot.at];
    if (value === 'unknown' ? kind === 'vital' || unknown.means === 'blocks' : situation.isMissingVital(slot))
      blocking.push(slot);
  }
  return blocking;
}

/** The slots of unsettled parts whose answer was told as not known, or never told. */
function unknownSlots(situation: Situation, nodes: ReadonlyArray<CompiledRow['when']>, into: Slot[]): void {
  for (const node of nodes) {
    if (situation.bits(node) !== Open) continue;
    if (node.kind === 'not') unknownSlots(situation, [node.member], into);
    if (node.kind === 'count') unknownSlots(situation, node.members, into);
    if (node.kind === 'change')
      into.push(...[node.slot, node.before].filter((slot) => !isTold(situation, slot)));
    if (node.kind === 'atom') into.push(...inputsOfSlot(situation, node.slot));
  }
}

function inputsOfSlot({ pack, values }: Situation, slot: Slot): Slot[] {
  if (slot.formula?.formula === 'bmi') {
    const inputs = [slot.formula.weightKg, slot.formula.heightCm].map((id) => pack.slotOf.get(id)!);
    return inputs.filter((input) => typeof values[input.at] !== 'number');
  }
  const { ages } = pack;
  if (slot === ages.days && !slot.question)
    return [typeof values[ages.years.at] === 'number' ? ages.months : ages.years];
  return [slot];
}

function isTold(situation: Situation, slot: Slot): boolean {
  const value = situation.values[slot.at];
  return value !== undefined && value !== 'unknown';
}
