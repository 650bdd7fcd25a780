/** When a professional can be booked at all: the slots of each day, whoever has taken them. Pure. Instants in milliseconds. */
import { DateTime } from 'luxon';
import type { AppointmentKind, Calendar, Professional } from '../../contract/appointment-events';
import { daysOf } from './recurrence';

export interface Slot {
  startMs: number;
  endMs: number;
  /** Id of the calendar. */
  calendar: string;
  kind: AppointmentKind;
  capacity: number;
}

/** By ISO date where the professional is; days without slots are left out. In order of start. */
export type Schedule = ReadonlyMap<string, readonly Slot[]>;

const dayMs = 86_400_000;

type Opening = { from: string; to: string };

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/**
 * @param toDay included
 * @param isHoliday of an ISO date
 */
export function scheduleOf(
  professional: Professional,
  fromDay: string,
  toDay: string,
  isHoliday: (day: string) => boolean,
): Schedule {
  const schedule = new Map<string, Slot[]>();
  if (professional.archived) return schedule;
  const absent = professional.absences.map(({ from, to }) => ({
    fromMs: Date.parse(from),
    toMs: Date.parse(to),
  }));
  for (const calendar of professional.calendars) {
    for (const [day, openings] of openingsOf(calendar, fromDay, toDay, isHoliday)) {
      const slots = slotsWithin(calendar, day, openings, professional.timeZone).filter(
        ({ startMs, endMs }) => !absent.some(({ fromMs, toMs }) => startMs < toMs && fromMs < endMs),
      );
      if (slots.length > 0) schedule.set(day, [...(schedule.get(day) ?? []), ...slots]);
    }
  }
  for (const slots of schedule.values()) slots.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
  return schedule;
}

function openingsOf(
  calendar: Calendar,
  fromDay: string,
  toDay: string,
  isHoliday: (day: string) => boolean,
): Map<string, Opening[]> {
  const days = new Map<string, Opening[]>();
  for (const rule of calendar.rules) {
    for (const day of daysOf(rule, fromDay, toDay)) {
      if (!calendar.opensOnHolidays && isHoliday(day)) continue;
      days.set(day, [...(days.get(day) ?? []), { from: rule.from, to: rule.to }]);
    }
  }
  for (const { day, openings } of calendar.exceptions)
    if (day >= fromDay && day <= toDay) days.set(day, openings);
  return days;
}

/** What overlaps is one opening. Minutes after midnight by the clock on the wall. */
function merged(openings: readonly Opening[]): [fromMin: number, toMin: number][] {
  const spans = openings
    .map(({ from, to }): [number, number] => [minutesOf(from), minutesOf(to)])
    .sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1]);
    else joined.push(span);
  }
  return joined;
}

function slotsWithin(
  { id: calendar, kind, capacity, slotMinutes }: Calendar,
  day: string,
  openings: readonly Opening[],
  zone: string,
): Slot[] {
  const instant = clockOf(day, zone);
  return merged(openings).flatMap(([fromMin, toMin]) => {
    const slots: Slot[] = [];
    for (let at = fromMin; at + slotMinutes <= toMin; at += slotMinutes) {
      const startMs = instant(at);
      const endMs = startMs === undefined ? undefined : startMs + slotMinutes * 60_000;
      // What the clock skips does not take place, and what it repeats does so once.
      if (startMs === undefined || endMs === undefined || (slots.at(-1)?.endMs ?? 0) > startMs) continue;
      slots.push({ startMs, endMs, calendar, kind, capacity });
    }
    return slots;
  });
}

/** @returns the instant of a minute of that day; undefined where the clock never shows it */
function clockOf(day: string, zone: string): (minute: number) => number | undefined {
  const midnight = DateTime.fromISO(day, { zone });
  const beginMs = midnight.toMillis();
  const isPlain = midnight.hour === 0 && midnight.plus({ days: 1 }).toMillis() - beginMs === dayMs;
  // On all days but two of a year, and there the general way costs too much for many calendars.
  if (isPlain) return (minute) => beginMs + minute * 60_000;
  return (minute) => {
    const [hour, rest] = [Math.floor(minute / 60), minute % 60];
    const local = midnight.set({ hour, minute: rest });
    const isShown = local.hour === hour && local.minute === rest && local.toISODate() === day;
    return isShown ? local.toMillis() : undefined;
  };
}

/** The date where the professional is. */
export const dayAt = (ms: number, zone: string): string =>
  DateTime.fromMillis(ms, { zone }).toISODate() ?? '';
