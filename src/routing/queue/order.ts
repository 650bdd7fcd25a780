/** Who of those waiting for a person goes next. Pure. */
import { isPressing, targetMinutes, urgencyRank, type Urgency } from '../urgency';

export interface Waiting {
  /** Of the conversation. */
  id: string;
  urgency: Urgency;
  /** Since when a person is waited for, in milliseconds since the epoch. */
  sinceMs: number;
  /** Absent: anybody may take it. */
  department?: string;
}

/** Minutes until somebody is to be seen, by urgency. */
export type Targets = Readonly<Record<Urgency, number>>;

/** Until when a person was promised. */
export function dueMs({ urgency, sinceMs }: Waiting, targets: Targets = targetMinutes): number {
  return sinceMs + targets[urgency] * 60_000;
}

/**
 * Red, orange, then whoever else has waited past their target, then yellow, green, blue. So no stream of yellow keeps a
 * blue waiting for ever, and nobody who can wait ever goes before red or orange.
 */
function band(waiting: Waiting, nowMs: number, targets: Targets): number {
  const rank = urgencyRank[waiting.urgency];
  if (isPressing(waiting.urgency)) return rank;
  return dueMs(waiting, targets) < nowMs ? overdueBand : rank + 1;
}

const overdueBand = urgencyRank.yellow;

/**
 * Below 0 where `a` goes before `b`: by urgency, then by arrival, then by id; among the overdue the one promised sooner
 * goes first. A total order at any one moment.
 * @param nowMs milliseconds since the epoch
 */
export function compareWaiting(a: Waiting, b: Waiting, nowMs: number, targets?: Targets): number {
  const times = targets ?? targetMinutes;
  const bandOfA = band(a, nowMs, times);
  const bands = bandOfA - band(b, nowMs, times);
  if (bands !== 0) return bands;
  const since =
    bandOfA === overdueBand
      ? dueMs(a, times) - dueMs(b, times) || a.sinceMs - b.sinceMs
      : a.sinceMs - b.sinceMs;
  return since || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
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
  for (const one of waiting) {
    if (may(one) && (first === undefined || compareWaiting(one, first, nowMs, targets) < 0)) first = one;
  }
  return first;
}
