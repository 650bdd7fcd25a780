/** Who of those waiting for a person goes next. Pure. */
import { isPressing, targetMinutes, urgencyRank, type Urgency } from '../urgency';

export interface Waiting {
  /** Of the conversation. */
  id: string;
  urgency: Urgency;
  /** Since when a person is waited for, in milliseconds since the epoch. */
  sinceMs: number;
  /** How many times their target they have waited, where not all time counts or targets are others; absent: by the wall's clock. */
  targetsWaited?: number;
  /** Absent: anybody may take it. */
  department?: string;
}

/** Minutes until somebody is to be seen, by urgency. */
export type Targets = Readonly<Record<Urgency, number>>;

/** Who has waited this many times their target goes on as one colour more urgent, and again after as long. */
const raisedAfterTargets = 2;

/**
 * The rank a person is served by: that of their urgency, made better by one colour for each twice their target they have
 * waited, up to yellow. So nobody waits for ever behind those who keep coming, and nobody who can wait ever goes before red
 * or orange.
 */
export function servedRank(
  { urgency, sinceMs, targetsWaited }: Waiting,
  nowMs: number,
  targets: Targets = targetMinutes,
): number {
  const rank = urgencyRank[urgency];
  if (isPressing(urgency)) return rank;
  const waited = targetsWaited ?? (nowMs - sinceMs) / (targets[urgency] * 60_000);
  const raised = Math.floor(waited / raisedAfterTargets);
  return Math.max(urgencyRank.yellow, rank - Math.max(0, raised));
}

/**
 * Below 0 where `a` goes before `b`: by rank, then by arrival, then by id. A total order at any one moment.
 * @param nowMs milliseconds since the epoch
 */
export function compareWaiting(a: Waiting, b: Waiting, nowMs: number, targets?: Targets): number {
  return (
    servedRank(a, nowMs, targets) - servedRank(b, nowMs, targets) ||
    a.sinceMs - b.sinceMs ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Does `a` go before `b`? */
export const before = (a: Waiting, b: Waiting, nowMs: number, targets?: Targets): boolean =>
  compareWaiting(a, b, nowMs, targets) < 0;

/** Who goes first of those that `may` names; undefined where it names nobody. */
export function firstOf<T extends Waiting>(
  waiting: Iterable<T>,
  nowMs: number,
  may: (one: T) => boolean = () => true,
  targets?: Targets,
): T | undefined {
  let first: T | undefined;
  let best = Infinity;
  for (const one of waiting) {
    if (!may(one)) continue;
    // ranks first: most comparisons end there
    const rank = servedRank(one, nowMs, targets);
    if (rank > best || (rank === best && first && compareWaiting(one, first, nowMs, targets) > 0)) continue;
    [first, best] = [one, rank];
  }
  return first;
}
