/** What scope and table can still end in, and which of their rules still matter. */
import type { Node, Slot } from './compile';
import type { Outcome } from './pack';
import { firstBit, hasBit, keepUpTo, lastOf, type Rows, setBit } from './row-bits';
import type { OpenSlot, RowTruths } from './row-filter';
import { isSettled, No, Open, type Situation, Yes } from './situation';

/** A rule that is not settled and matters: `urgencyMinutes` of what it leads to. */
export interface OpenRule {
  node: Node;
  urgencyMinutes: number;
}

export interface OpenTable {
  /** All that scope and table can still end in. */
  outcomes: Set<Outcome>;
  /** The scope, and rows of any form, that are not settled and matter. */
  rules: OpenRule[];
  /** The plain rows of the same kind. */
  rows: Rows;
  /** Values that are not there, and the plain rows and others that rest on them. */
  waiting: readonly OpenSlot[];
  /** Vital questions without whose answer a mild outcome that is possible cannot be given. */
  vitals: Slot[];
}

export function openTable(situation: Situation): OpenTable {
  const { pack } = situation;
  const { filter } = pack;
  const scope = situation.bits(pack.scope);
  const asked = pack.questions.filter((slot) => situation.isMissingVital(slot));
  const isUnknown = pack.questions.some(({ question, at }) => {
    const blocks = question?.kind === 'vital' || question?.unknown.means === 'blocks';
    return blocks && situation.values[at] === 'unknown';
  });
  const table: OpenTable = { outcomes: new Set(), rules: [], rows: filter.none(), waiting: [], vitals: [] };
  let mildIsPossible = false;
  if (scope !== No) {
    const truths = reachable(situation);
    const last = lastRows(situation, truths, {
      may: (scope & Open) !== 0 || asked.length > 0,
      must: scope === Open || isUnknown,
    });
    ({ mildIsPossible } = last);
    table.outcomes = new Set(last.of.keys());
    table.waiting = truths.waiting;
    // from the last row back, a row matters where it and what comes after it do not all end alike
    keepUpTo(truths.unsettled, secondOf([...last.of.values()]));
    table.rows = truths.unsettled;
    for (let word = 0; word < filter.words; word += 1) {
      for (let left = table.rows[word]! & ~filter.plain[word]!; left !== 0; left &= left - 1) {
        const { when, outcome } = pack.rows[word * 32 + 31 - Math.clz32(left & -left)]!;
        table.rules.push({ node: when, urgencyMinutes: outcome.urgencyMinutes });
      }
      table.rows[word]! &= filter.plain[word]!;
    }
  }
  if (scope & No && pack.outOfScope) {
    table.outcomes.add(pack.outOfScope);
    if (!isSettled(scope)) table.rules.push({ node: pack.scope, urgencyMinutes: 0 });
  } else if (!isSettled(scope) && mildIsPossible) table.rules.push({ node: pack.scope, urgencyMinutes: 0 });
  if (mildIsPossible) table.vitals = asked;
  return table;
}

type Reachable = Pick<RowTruths, 'yes' | 'no' | 'open' | 'waiting'> & { unsettled: Rows };

/** The truths of all rows up to the first that holds for certain. */
function reachable(situation: Situation): Reachable {
  const { filter, rows } = situation.pack;
  const { out, yes, no, open, waiting } = filter.truths(situation);
  const certain = filter.none();
  for (let word = 0; word < filter.words; word += 1) {
    const holds = yes[word]! | (filter.holding[word]! & open[word]!);
    certain[word] = holds & ~no[word]! & (filter.holding[word]! | ~open[word]!);
    // what is plain was read already
    out[word]! |= filter.plain[word]!;
  }
  let last = Math.min(firstBit(certain), filter.rowCount - 1);
  for (let at = filter.next(out, 0); at <= last; at = filter.next(out, at + 1)) {
    const bits = situation.bits(rows[at]!.when);
    if (bits & Yes) setBit(yes, at);
    if (bits & No) setBit(no, at);
    if (bits & Open) setBit(open, at);
    if (bits === Yes || ((bits & No) === 0 && hasBit(filter.holding, at))) last = at;
  }
  const unsettled = filter.none();
  for (const set of [yes, no, open]) keepUpTo(set, last);
  for (let word = 0; word < filter.words; word += 1) {
    const [isYes, isNo, isOpen] = [yes[word]!, no[word]!, open[word]!];
    unsettled[word] = (isYes & isNo) | (isYes & isOpen) | (isNo & isOpen);
  }
  return { yes, no, open, waiting, unsettled };
}

/**
 * The last row by which each outcome can be had. A mild one is replaced where something keeps from it: a rule above that
 * stays open and says so (`may` or `must`), as may be so from the start.
 */
function lastRows(
  { pack: { filter, vitalUnknown } }: Situation,
  { yes, no, open }: Reachable,
  blocked: { may: boolean; must: boolean },
): { of: Map<Outcome, number>; mildIsPossible: boolean } {
  const matches = filter.none();
  const stays = filter.none();
  for (let word = 0; word < filter.words; word += 1) {
    matches[word] = yes[word]! | (filter.holding[word]! & open[word]!);
    stays[word] = filter.blocking[word]! & open[word]! & ~yes[word]! & ~no[word]!;
    open[word]! &= filter.blocking[word]!;
  }
  const end = filter.rowCount - 1;
  const mayFrom = blocked.may || blocked.must ? -1 : firstBit(open);
  const mustFrom = blocked.must ? -1 : firstBit(stays);
  const of = new Map<Outcome, number>();
  let mildIsPossible = false;
  for (const [outcome, rows] of filter.byOutcome) {
    const isMild = outcome.disposition === 'mild';
    const last = lastOf(matches, rows, isMild ? Math.min(mustFrom, end) : end);
    if (last < 0) continue;
    of.set(outcome, last);
    mildIsPossible ||= isMild;
  }
  const lastMild = lastOf(matches, filter.mild, end);
  if (lastMild >= 0 && lastMild > mayFrom)
    of.set(vitalUnknown, Math.max(lastMild, of.get(vitalUnknown) ?? -1));
  return { of, mildIsPossible };
}

/** The second largest of these; -1 of fewer than two. */
function secondOf(places: readonly number[]): number {
  return [...places].sort((a, b) => b - a)[1] ?? -1;
}
