/** Which of many professionals' slots are free, the earliest first. Pure. Instants in milliseconds. */
import type { Schedule, Slot } from './schedule';

export interface Taken {
  startMs: number;
  endMs: number;
  calendar: string;
  /** A hold: free again from then on. */
  untilMs?: number;
}

/** A slot with places left. */
export interface Open extends Slot {
  left: number;
}

export interface Bookable {
  professional: string;
  timeZone: string;
  schedule: Schedule;
  /** Of an ISO date where the professional is: what is open of its slots, in order of start. */
  openOn: (day: string) => readonly Open[];
  /** By calendar: nothing that begins before, or after. */
  limits: (calendar: string) => { fromMs: number; toMs: number };
}

export interface Wanted {
  fromMs: number;
  /** The slot begins before. */
  toMs: number;
  /** More that is asked of it, such as the time of day where the patient is. */
  fits?: (slot: Slot, timeZone: string) => boolean;
  most: number;
}

export interface Free extends Open {
  professional: string;
  day: string;
}

/** Places left of one slot. What overlaps it otherwise leaves none. */
export function placesLeft(slot: Slot, taken: readonly Taken[], nowMs: number): number {
  let left = slot.capacity;
  for (const one of taken) {
    if (one.endMs <= slot.startMs || one.startMs >= slot.endMs) continue;
    if (one.untilMs !== undefined && one.untilMs <= nowMs) continue;
    const isSame = one.startMs === slot.startMs && one.endMs === slot.endMs && one.calendar === slot.calendar;
    if (!isSame) return 0;
    left -= 1;
  }
  return Math.max(0, left);
}

/** What is open of a day's slots. */
export function openOf(slots: readonly Slot[], taken: readonly Taken[], nowMs: number): Open[] {
  return slots.flatMap((slot) => {
    const left = placesLeft(slot, taken, nowMs);
    return left > 0 ? [{ ...slot, left }] : [];
  });
}

/** Of one time, what has more places left comes first. */
export function freeSlots(bookables: readonly Bookable[], wanted: Wanted): Free[] {
  const days = new Set<string>();
  const firstDay = new Date(wanted.fromMs - dayMs).toISOString().slice(0, 10);
  const lastDay = new Date(wanted.toMs + dayMs).toISOString().slice(0, 10);
  for (const { schedule } of bookables)
    for (const day of schedule.keys()) if (day >= firstDay && day <= lastDay) days.add(day);
  const found: Free[] = [];
  for (const day of [...days].sort()) {
    // Dates differ by a day at most between zones: one more day is looked at before what is found is the earliest.
    if (found.length >= wanted.most && Date.parse(day) - dayMs > found[wanted.most - 1]!.startMs) break;
    for (const bookable of bookables) found.push(...freeOn(bookable, day, wanted));
    found.sort(inOrder);
  }
  return found.slice(0, wanted.most);
}

const dayMs = 86_400_000;
const inOrder = (a: Free, b: Free): number =>
  a.startMs - b.startMs || b.left - a.left || (a.professional < b.professional ? -1 : 1);

/** Of each no more than are wanted at all: it has them in order. */
function* freeOn(
  { professional, timeZone, schedule, openOn, limits }: Bookable,
  day: string,
  { fromMs, toMs, fits, most }: Wanted,
): Generator<Free> {
  if (!schedule.has(day)) return;
  let given = 0;
  for (const slot of openOn(day)) {
    if (slot.startMs < fromMs || slot.startMs >= toMs || fits?.(slot, timeZone) === false) continue;
    const limit = limits(slot.calendar);
    if (slot.startMs < limit.fromMs || slot.startMs > limit.toMs) continue;
    yield { ...slot, professional, day };
    given += 1;
    if (given === most) return;
  }
}
