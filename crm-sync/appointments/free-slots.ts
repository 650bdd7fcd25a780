/** Which of many professionals' slots are free, the earliest first. Pure. Instants in milliseconds. */
import type { Schedule, Slot } from './schedule';

export interface Taken {
  startMs: number;
  endMs: number;
  calendar: string;
  /** A hold: free again from then on. */
  untilMs?: number;
}

export interface Bookable {
  professional: string;
  schedule: Schedule;
  /** By ISO date where the professional is. */
  taken: (day: string) => readonly Taken[];
  /** By calendar: nothing that begins before, or after. */
  limits: (calendar: string) => { fromMs: number; toMs: number };
}

export interface Wanted {
  fromMs: number;
  /** The slot begins before. */
  toMs: number;
  /** More that is asked of it, such as the time of day where the patient is. */
  fits?: (slot: Slot) => boolean;
  most: number;
}

export interface Free extends Slot {
  professional: string;
  day: string;
  /** Places that are left. */
  left: number;
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

/** Of one time, what has more places left comes first. */
export function freeSlots(bookables: readonly Bookable[], wanted: Wanted, nowMs: number): Free[] {
  const days = new Set<string>();
  const firstDay = new Date(wanted.fromMs - dayMs).toISOString().slice(0, 10);
  const lastDay = new Date(wanted.toMs + dayMs).toISOString().slice(0, 10);
  for (const { schedule } of bookables)
    for (const day of schedule.keys()) if (day >= firstDay && day <= lastDay) days.add(day);
  const found: Free[] = [];
  for (const day of [...days].sort()) {
    // Dates differ by a day at most between zones: one more day is looked at before what is found is the earliest.
    if (found.length >= wanted.most && Date.parse(day) - dayMs > found[wanted.most - 1]!.startMs) break;
    for (const bookable of bookables) found.push(...freeOn(bookable, day, wanted, nowMs));
    found.sort(inOrder);
  }
  return found.slice(0, wanted.most);
}

const dayMs = 86_400_000;
const inOrder = (a: Free, b: Free): number =>
  a.startMs - b.startMs || b.left - a.left || (a.professional < b.professional ? -1 : 1);

function* freeOn(
  { professional, schedule, taken, limits }: Bookable,
  day: string,
  { fromMs, toMs, fits }: Wanted,
  nowMs: number,
): Generator<Free> {
  const slots = schedule.get(day);
  if (!slots) return;
  const there = taken(day);
  for (const slot of slots) {
    if (slot.startMs < fromMs || slot.startMs >= toMs || fits?.(slot) === false) continue;
    const limit = limits(slot.calendar);
    if (slot.startMs < limit.fromMs || slot.startMs > limit.toMs) continue;
    const left = placesLeft(slot, there, nowMs);
    if (left > 0) yield { ...slot, professional, day, left };
  }
}
