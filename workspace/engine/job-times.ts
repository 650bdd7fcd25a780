import { types } from 'util';

const unitMs: Record<string, number> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

/** "20 seconds", "in 5 minutes", "1 hour and 30 minutes", "one minute", "day" → milliseconds; undefined: not understood. */
export function humanIntervalMs(text: string): number | undefined {
  const parts = text
    .trim()
    .toLowerCase()
    .replace(/^in\s+/, '')
    .split(/\s*(?:,|\band\b)\s*/);
  let sumMs = 0;
  for (const part of parts) {
    const [, amount = '1', unit = ''] = /^(?:(\d+(?:\.\d+)?|an?|one)\s*)?([a-z]+?)s?$/.exec(part) ?? [];
    const ms = unitMs[unit === 'sec' ? 'second' : unit === 'min' ? 'minute' : unit];
    if (ms === undefined) return undefined;
    sumMs += (/^\d/.test(amount) ? Number(amount) : 1) * ms;
  }
  return sumMs > 0 ? sumMs : undefined;
}

/** When a one-time job runs: a Date, an ISO time, or words. Throws on what it does not understand. */
export function onceAt(when: string | Date, now: Date): Date {
  if (types.isDate(when)) return when;
  const ms = humanIntervalMs(when);
  if (ms !== undefined) return new Date(now.getTime() + ms);
  const parsed = new Date(when);
  if (Number.isNaN(parsed.getTime())) throw new Error(`job time not understood: ${when}`);
  return parsed;
}

/** The next time of a recurring job: milliseconds, words, or cron with 5 fields (6: seconds first), in UTC. */
export function nextAt(interval: string | number, after: Date): Date {
  if (typeof interval === 'number') return new Date(after.getTime() + interval);
  const ms = humanIntervalMs(interval);
  return ms === undefined ? nextCron(interval, after) : new Date(after.getTime() + ms);
}

const bounds: [number, number][] = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
];

function nextCron(expression: string, after: Date): Date {
  const given = expression.trim().split(/\s+/);
  if (given.length !== 5 && given.length !== 6) throw new Error(`job interval not understood: ${expression}`);
  const fields = given.length === 5 ? ['0', ...given] : given;
  const [seconds, minutes, hours, days, months, weekdays] = fields.map((field, at) =>
    allowed(field, at, expression),
  );
  // As in cron: a day counts by its date or by its weekday when both are restricted.
  const bothDays = fields[3] !== '*' && fields[5] !== '*';
  const time = new Date(Math.floor(after.getTime() / 60_000) * 60_000);
  const aYearOn = after.getTime() + 366 * 86_400_000;
  for (; time.getTime() <= aYearOn; time.setUTCMinutes(time.getUTCMinutes() + 1)) {
    const byDate = days?.has(time.getUTCDate()) ?? false;
    const weekday = time.getUTCDay();
    const byWeekday = (weekdays?.has(weekday) ?? false) || (weekday === 0 && (weekdays?.has(7) ?? false));
    const isDay =
      months?.has(time.getUTCMonth() + 1) && (bothDays ? byDate || byWeekday : byDate && byWeekday);
    if (!isDay || !hours?.has(time.getUTCHours()) || !minutes?.has(time.getUTCMinutes())) continue;
    for (const second of [...(seconds ?? [])].sort((a, b) => a - b)) {
      const found = time.getTime() + second * 1000;
      if (found > after.getTime()) return new Date(found);
    }
  }
  throw new Error(`job interval never comes: ${expression}`);
}

function allowed(field: string, at: number, expression: string): Set<number> {
  const [low, high] = bounds[at] ?? [0, 0];
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [, range = '', step = '1'] = /^(\*|\d+(?:-\d+)?)(?:\/(\d+))?$/.exec(part) ?? [];
    if (range === '' || Number(step) === 0) throw new Error(`job interval not understood: ${expression}`);
    const [from = low, to = part.includes('/') ? high : from] =
      range === '*' ? [low, high] : range.split('-').map(Number);
    if (from < low || to > high || from > to) throw new Error(`job interval not understood: ${expression}`);
    for (let value = from; value <= to; value += Number(step)) values.add(value);
  }
  return values;
}
