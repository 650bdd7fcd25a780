/** Two versions of a pack side by side: what changed, and whose outcome changes by it. Pure. */
import type { PackCase } from '../../settings/pack-cases';
import { answersOfCase } from './analyse-cases';
import { randomAnswers, seeded } from './analyse-random';
import { Solver } from './analyse-solver';
import { AnswerSpace } from './analyse-space';
import { changedParts, type PackSide, type PartChange } from './diff-parts';
import { decideNow, type Decided } from './evaluate';
import type { Answers, Outcome, Pack } from './pack';

export type { PackSide, PartChange } from './diff-parts';

export type Direction = 'more-urgent' | 'less-urgent' | 'as-urgent';

/** What one decision was and is. */
export interface Move {
  from: DecidedBy;
  to: DecidedBy;
  direction: Direction;
}

export interface DecidedBy {
  outcome: string;
  disposition: Outcome['disposition'];
  urgencyMinutes: number;
  row: string;
}

export interface CaseMove extends Move {
  id: string;
  about: string;
  /** Which version has this case; where both have it with other answers, each is looked at. */
  of: 'both' | 'old' | 'new';
  expected: string;
}

export interface MoveGroup {
  from: string;
  to: string;
  direction: Direction;
  count: number;
  /** One set of answers, and the rows that decided on it. */
  example: { answers: Answers; fromRow: string; toRow: string };
}

export interface PackDiff {
  old: { id: string; version: string };
  new: { id: string; version: string };
  changes: PartChange[];
  cases: { compared: number; changed: CaseMove[] };
  generated: {
    samples: number;
    seed: number;
    changed: number;
    moreUrgent: number;
    lessUrgent: number;
    /** The most frequent first. */
    groups: MoveGroup[];
  };
}

/**
 * @param before the old version, @param after the new one: both checked packs
 * @param options `samples`: generated people, who answer what either version asks them; the same for the same `seed`
 */
export function diffPacks(
  before: PackSide,
  after: PackSide,
  { samples = 2000, seed = 1 }: { samples?: number; seed?: number } = {},
): PackDiff {
  return {
    old: { id: before.pack.id, version: before.pack.version },
    new: { id: after.pack.id, version: after.pack.version },
    changes: changedParts(before, after),
    cases: changedCases(before, after),
    generated: { samples, seed, ...generatedMoves(before.pack, after.pack, samples, seed) },
  };
}

function changedCases(before: PackSide, after: PackSide): PackDiff['cases'] {
  const told = ({ answers, rest }: PackCase): string => JSON.stringify([answers, rest]);
  const old = new Map((before.cases ?? []).map((item) => [item.id, item]));
  const now = new Map((after.cases ?? []).map((item) => [item.id, item]));
  const isBoth = (item: PackCase): boolean => {
    const other = old.get(item.id);
    return other !== undefined && told(other) === told(item);
  };
  const all = [
    ...[...now.values()].map((item) => ({ item, of: isBoth(item) ? ('both' as const) : ('new' as const) })),
    ...[...old.values()]
      .filter((item) => !now.has(item.id) || told(now.get(item.id)!) !== told(item))
      .map((item) => ({ item, of: 'old' as const })),
  ];
  const changed = all.flatMap(({ item, of }): CaseMove[] => {
    const was = decideNow(before.pack, answersOfCase(before.pack, item));
    const is = decideNow(after.pack, answersOfCase(after.pack, item));
    if (isSame(was, is)) return [];
    return [{ id: item.id, about: item.about, of, expected: item.expect.outcome, ...moveOf(was, is) }];
  });
  return { compared: all.length, changed };
}

function generatedMoves(
  old: Pack,
  now: Pack,
  samples: number,
  seed: number,
): Omit<PackDiff['generated'], 'samples' | 'seed'> {
  const random = seeded(seed);
  const people = [old, now].map((pack) => {
    const space = new AnswerSpace(pack);
    const solver = new Solver(space);
    return { space, person: () => randomAnswers(space, solver, random) };
  });
  // what only one version asks; nobody is made up for answers that nobody looks at
  const asksMore = (one: AnswerSpace, other: AnswerSpace): boolean =>
    [...one.pack.slotOf].some(([id, { question }]) => question && !other.pack.slotOf.get(id)?.question);
  const isWider = [
    asksMore(people[0]!.space, people[1]!.space),
    asksMore(people[1]!.space, people[0]!.space),
  ];
  const groups = new Map<string, MoveGroup>();
  const counts = { 'more-urgent': 0, 'less-urgent': 0, 'as-urgent': 0 };
  let changed = 0;
  for (let count = 0; count < samples; count += 1) {
    // what both versions ask is answered as one of them asks it, by turns
    const turn = count % 2;
    const [first, second] = [people[turn]!, people[1 - turn]!];
    const others = isWider[1 - turn] ? Object.entries(second.person()) : [];
    const only = others.filter(([id]) => !first.space.pack.slotOf.get(id)?.question);
    const answers: Answers = { ...Object.fromEntries(only), ...first.person() };
    const was = decideNow(old, answers);
    const is = decideNow(now, answers);
    if (isSame(was, is)) continue;
    changed += 1;
    const { direction } = moveOf(was, is);
    counts[direction] += 1;
    const name = `${was.outcome.id} ${is.outcome.id} ${direction}`;
    const group = groups.get(name);
    if (group) group.count += 1;
    else {
      const example = { answers, fromRow: was.row, toRow: is.row };
      groups.set(name, { from: was.outcome.id, to: is.outcome.id, direction, count: 1, example });
    }
  }
  return {
    changed,
    moreUrgent: counts['more-urgent'],
    lessUrgent: counts['less-urgent'],
    groups: [...groups.values()].sort((a, b) => b.count - a.count),
  };
}

/** The same outcome, and as urgent: by whichever row. */
function isSame({ outcome: was }: Decided, { outcome: is }: Decided): boolean {
  return was.id === is.id && was.urgencyMinutes === is.urgencyMinutes && was.disposition === is.disposition;
}

const ranks: Readonly<Record<Outcome['disposition'], number>> = { emergency: 0, moderate: 1, mild: 2 };

function moveOf(was: Decided, is: Decided): Move {
  const minutes = is.outcome.urgencyMinutes - was.outcome.urgencyMinutes;
  const later = minutes === 0 ? ranks[is.outcome.disposition] - ranks[was.outcome.disposition] : minutes;
  const direction = later === 0 ? 'as-urgent' : later > 0 ? 'less-urgent' : 'more-urgent';
  return { from: decidedBy(was), to: decidedBy(is), direction };
}

function decidedBy({ outcome, row }: Decided): DecidedBy {
  const { id, disposition, urgencyMinutes } = outcome;
  return { outcome: id, disposition, urgencyMinutes, row };
}
