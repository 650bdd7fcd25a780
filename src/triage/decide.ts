/** The decision on answers as they are: red flags, scope, table, and what takes the place of a mild outcome. */
import { byUrgency, type RedFlag } from '../safety/answer-flags';
import type { CompiledFlag, CompiledRow, Slot } from './compile';
import type { Outcome } from './pack';
import { answersBehind, inPackOrder } from './reasons';
import { meetAbove } from './row-bits';
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
  const { pack, flagRules } = situation;
  if (flagRules.length === 0 && pack.addedFlags.length === 0) return [];
  const raised = new Map<string, RaisedFlag>();
  for (const rules of flagRules) {
    for (const rule of rules) {
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
  const redFlags = raised.length > 0 ? byUrgency(raised.map(({ flag }) => flag)) : [];
  const before = situation.pack.pack.demonstration ? undefined : beforeTable(situation, raised);
  const { outcome, row, because, unknown } = before ?? byTable(situation);
  return { kind: 'decided', outcome, row, because, redFlags, unknown };
}

type Found = Pick<Decided, 'outcome' | 'row' | 'because' | 'unknown'>;

function beforeTable(situation: Situation, raised: readonly RaisedFlag[]): Found | undefined {
  const { redFlagOutcome, outOfScope, scope } = situation.pack;
  if (raised.length > 0 && redFlagOutcome) {
    const whens = raised.map(({ rule }) => rule.when);
    return {
      outcome: redFlagOutcome,
      row: redFlagRow,
      because: answersBehind(situation, whens),
      unknown: [],
    };
  }
  if (!outOfScope || situation.bits(scope) !== No) return undefined;
  return { outcome: outOfScope, row: outOfScopeRow, because: answersBehind(situation, [scope]), unknown: [] };
}

function byTable(situation: Situation): Found {
  const { pack } = situation;
  const { rows, filter } = pack;
  const left: Slot[] = [];
  // nobody is sent home by a pack that may not be for them
  let isBlocked = !pack.pack.demonstration && situation.bits(pack.scope) !== Yes;
  if (isBlocked) unknownSlots(situation, [pack.scope], left);
  const skipped = filter.withoutOpen(situation);
  const passed: number[] = [];
  for (let at = filter.next(skipped.rows, 0); at < rows.length; at = filter.next(skipped.rows, at + 1)) {
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
    isBlocked ||= filter.blocks(skipped.open, at);
    for (const { slot, rows: open } of skipped.missing)
      if (meetAbove(skipped.open, open, at)) left.push(...inputsOfSlot(situation, slot));
    const instead = outcome.disposition === 'mild' ? insteadOfMild(situation, isBlocked, left) : undefined;
    if (instead) return instead;
    const unknown = left.length > 0 ? inPackOrder(pack, left) : [];
    return { outcome, row: row.id, because: behindRow(situation, at, passed), unknown };
  }
  throw new Error(`The table of pack ${pack.pack.id} ${pack.pack.version} has no row that always matches.`);
}

/** @param left what is not known of the rules passed, which only counts where one of them blocks */
function insteadOfMild(situation: Situation, isBlocked: boolean, left: readonly Slot[]): Found | undefined {
  const blocking = blockingSlots(situation, isBlocked ? left : []);
  if (blocking.length === 0 && !isBlocked) return undefined;
  const { pack } = situation;
  const unknown = inPackOrder(pack, blocking);
  const because = unknown.map((id) => `${id}=unknown`);
  return { outcome: pack.vitalUnknown, row: vitalUnknownRow, because, unknown };
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
