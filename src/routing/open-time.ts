/** How much of a time falls within a department's hours. Pure. Instants and durations in milliseconds. */
import type { DepartmentHours } from '../../contract/knowledge';
import { opensOn } from './departments';

export type Hours = DepartmentHours[number];

/** Of departments that have published no hours. */
export const zoneByDefault = 'America/Sao_Paulo';

const dayMs = 86_400_000;
/** Hours that do not open within so many days count as none. */
const daysAhead = 60;

/** Open time from one instant to another. Without hours, or in a zone this machine does not know, all time is open. */
export function openMsBetween(hours: Hours | undefined, fromMs: number, toMs: number): number {
  if (toMs <= fromMs) return 0;
  if (!hours || !knowsZone(hours.timeZone)) return toMs - fromMs;
  let openMs = 0;
  for (const span of spansFrom(hours, fromMs)) {
    if (span.fromMs >= toMs) break;
    openMs += Math.max(0, Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs));
  }
  return openMs;
}

/** When so much open time will have passed since an instant; undefined when that is further off than 60 days. */
export function afterOpenMs(hours: Hours | undefined, fromMs: number, neededMs: number): number | undefined {
  if (neededMs <= 0) return fromMs;
  if (!hours || !knowsZone(hours.timeZone)) return fromMs + neededMs;
  let leftMs = neededMs;
  for (const span of spansFrom(hours, fromMs)) {
    const beginMs = Math.max(span.fromMs, fromMs);
    const lengthMs = Math.max(0, span.toMs - beginMs);
    if (lengthMs >= leftMs) return beginMs + leftMs;
    leftMs -= lengthMs;
  }
  return undefined;
}

interface Span {
  fromMs: number;
  toMs: number;
}

/** Those that end after an instant, in their order; what overlaps counts once. */
function* spansFrom(hours: Hours, fromMs: number): Generator<Span> {
  const today = Date.parse(localDate(hours.timeZone, fromMs));
  let doneMs = fromMs;
  for (let day = 0; day <= daysAhead; day += 1) {
    const date = new Date(today + day * dayMs).toISOString().slice(0, 10);
    const spans = opensOn(hours, date).map(({ from, to }) => ({
      fromMs: instantOf(hours.timeZone, date, from),
      toMs: instantOf(hours.timeZone, date, to),
    }));
    for (const span of spans.sort((a, b) => a.fromMs - b.fromMs)) {
      if (span.toMs <= doneMs) continue;
      yield { fromMs: Math.max(span.fromMs, doneMs), toMs: span.toMs };
      doneMs = span.toMs;
    }
  }
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Making one costs more than all that is done with it. */
function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) formats.set(timeZone, newFormat(timeZone));
  return formats.get(timeZone);
}

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  const shape = { hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en', { ...shape, ...time, timeZone });
  } catch {
    return undefined;
  }
}

export const knowsZone = (timeZone: string): boolean => formatOf(timeZone) !== undefined;

/** What a clock there shows, as if it were UTC. */
function shownMs(timeZone: string, atMs: number): number {
  const parts = formatOf(timeZone)!.formatToParts(atMs);
  const of = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return Date.parse(
    `${of['year']}-${of['month']}-${of['day']}T${of['hour']}:${of['minute']}:${of['second']}Z`,
  );
}

const localDate = (timeZone: string, atMs: number): string =>
  new Date(shownMs(timeZone, atMs)).toISOString().slice(0, 10);

/** @param time HH:MM, up to 24:00. One that a changing clock leaves out is as late as it is early: an hour at most. */
export function instantOf(timeZone: string, date: string, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wanted = Date.parse(date) + (hour * 60 + minute) * 60_000;
  const first = wanted - (shownMs(timeZone, wanted) - wanted);
  return first - (shownMs(timeZone, first) - wanted);
}
