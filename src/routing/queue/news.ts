/** Whether what is known of a wait now is worth telling somebody who was told before. Pure. */
import { soonMinutes, toldWait } from './estimate';

/** What somebody can be told of their wait; a member is missing where it is not known. */
export interface WaitKnown {
  /** People ahead in the queue's order. */
  before?: number;
  /** Expected minutes. */
  minutes?: number;
}

export interface WaitTold extends WaitKnown {
  /** Milliseconds since the epoch. */
  atMs: number;
  /** By when they were told that it would be their turn; milliseconds since the epoch. */
  promisedMs?: number;
}

/** By when that wait is over, as it was told; undefined: nothing was promised. */
export function promisedMs(minutes: number | undefined, nowMs: number): number | undefined {
  if (minutes === undefined) return undefined;
  const told = toldWait(minutes);
  if (told.kind === 'over-an-hour') return undefined;
  return nowMs + (told.kind === 'soon' ? soonMinutes : told.minutes) * 60_000;
}

/** They were told that it would be over by now. */
export const isPassed = (told: WaitTold | undefined, nowMs: number): boolean =>
  told?.promisedMs !== undefined && nowMs >= told.promisedMs;

/** Nobody is told something new more often than this. */
export const quietMs = 3 * 60_000;
const changeShare = 0.3;
const changeMinutes = 5;
const morePeople = 3;

/**
 * The first is news. After that, every three minutes at most: that it is somebody's turn next; that half of those ahead are
 * gone; that more urgent people came (three more at least, twice as many); that the estimate changed by a third and five minutes.
 */
export function isNews(told: WaitTold | undefined, known: WaitKnown, nowMs: number): boolean {
  if (known.before === undefined && known.minutes === undefined) return false;
  if (!told) return true;
  if (nowMs - told.atMs < quietMs) return false;
  if (known.before !== undefined) {
    if (told.before === undefined) return true;
    if (known.before < told.before && known.before * 2 <= told.before) return true;
    if (known.before >= told.before + morePeople && known.before >= told.before * 2) return true;
  }
  if (known.minutes === undefined) return false;
  if (told.minutes === undefined) return true;
  const change = Math.abs(known.minutes - told.minutes);
  return change >= changeMinutes && change >= changeShare * told.minutes;
}
