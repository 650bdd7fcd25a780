/** Where a person is waited for, by the published rules and hours. Pure. */
import type { Disposition } from '../../contract/event';
import type { DepartmentHours, RoutingRules } from '../../contract/knowledge';

/**
 * The department of the first rule whose conditions all hold: a name, an id, `urgent` or `general`. An emergency goes
 * elsewhere only by a rule that says so of emergencies.
 */
export function departmentBy(
  rules: RoutingRules,
  { disposition, specialty }: { disposition: Disposition; specialty?: string },
): string | undefined {
  const rule = rules.find(
    (one) =>
      (one.specialty === undefined || one.specialty === specialty) &&
      (one.disposition === undefined ? disposition !== 'emergency' : one.disposition === disposition),
  );
  return rule?.department;
}

export interface Opening {
  /** By the department's own clock: YYYY-MM-DD and HH:MM. */
  date: string;
  time: string;
}

type Hours = DepartmentHours[number];

const dayMs = 86_400_000;
const daysAhead = 60;

/** @param at UTC @returns nothing while it is open, or when it does not open within 60 days */
export function nextOpening(hours: Hours, at: string): Opening | undefined {
  const now = localTime(hours.timeZone, at);
  if (!now) return undefined;
  if (opensOn(hours, now.date).some(({ from, to }) => from <= now.time && now.time < to)) return undefined;
  for (let day = 0; day <= daysAhead; day += 1) {
    const date = new Date(Date.parse(now.date) + day * dayMs).toISOString().slice(0, 10);
    const times = opensOn(hours, date).map(({ from }) => from);
    const [time] = times.filter((from) => day > 0 || from > now.time).sort();
    if (time !== undefined) return { date, time };
  }
  return undefined;
}

/** In a zone that this machine does not know, every hour is one. */
export function isOpen(hours: Hours, at: string): boolean {
  const now = localTime(hours.timeZone, at);
  return !now || opensOn(hours, now.date).some(({ from, to }) => from <= now.time && now.time < to);
}

/** Spans of a day of the department's own, by its own clock. */
export function opensOn({ weekly, holidays }: Hours, date: string): readonly { from: string; to: string }[] {
  const holiday = holidays.find((one) => one.date === date);
  if (holiday) return holiday.open ?? [];
  const weekday = weekdayOf(date);
  return weekly.flatMap(({ days, open }) => (days.includes(weekday) ? open : []));
}

/** Of a date YYYY-MM-DD: 1 is Monday, 7 Sunday. */
export const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7;

/** @returns nothing for a zone that this machine does not know: then no hour is named at all */
export function localTime(timeZone: string, at: string): Opening | undefined {
  try {
    const shape = { hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const format = new Intl.DateTimeFormat('en', { ...shape, hour: '2-digit', minute: '2-digit', timeZone });
    const parts = Object.fromEntries(
      format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]),
    );
    return {
      date: `${parts['year']}-${parts['month']}-${parts['day']}`,
      time: `${parts['hour']}:${parts['minute']}`,
    };
  } catch {
    return undefined;
  }
}
