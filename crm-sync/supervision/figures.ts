/** The dashboard's figures from encounter rows. Pure: what they say can be recounted by hand. */
import { DateTime } from 'luxon';
import { dispositions, type Disposition } from '../../contract/event';
import { departmentName, endingOf, failuresOf, type Ending } from '../cells/metrics';
import type { EncounterDocument, RoutingFailure } from '../store/documents';

export const classes = [...dispositions, 'none'] as const;
/** A disposition, or `none` while nothing was decided. */
export type DispositionClass = Disposition | 'none';
export type Counts = Record<DispositionClass, number>;

export type EncounterRow = Pick<
  EncounterDocument,
  | 'startedAt'
  | 'state'
  | 'disposition'
  | 'containedByBot'
  | 'firstResponseMs'
  | 'department'
  | 'leftUnseen'
  | 'serviceOutcome'
  | 'outcomeMissingSince'
  | 'surveyScore'
  | 'routingFailed'
>;

/** `from` included, `to` not. */
export interface Period {
  from: Date;
  to: Date;
  timeZone: string;
}

export interface HourFigures {
  start: Date;
  /** Hour of the day on the tenant's clock, `00` to `23`. */
  label: string;
  /** The clock was set back and shows this hour a second time. */
  repeated: boolean;
  counts: Counts;
  total: number;
}

/** How people's work ended, of one department. */
export interface ServiceFigures {
  /** Its name; '' of none. */
  department: string;
  endings: Partial<Record<Ending, number>>;
  /** Answers to the survey: how many, and what they add up to. */
  scores: { n: number; sum: number };
  /** Conversations for which it was tried in vain, by why. */
  failures: Partial<Record<RoutingFailure, number>>;
}

export interface Figures {
  total: number;
  byDisposition: Counts;
  hours: HourFigures[];
  /** Of the conversations that are finished, those in which no person was ever needed. */
  containment: { contained: number; of: number };
  /** `approximate`: within 1 %. */
  firstResponse: { medianMs?: number; n: number; approximate?: boolean };
  /** By name of the department; only those with anything to say. */
  service: ServiceFigures[];
}

/** Adds up by department. */
export class ServiceCount {
  private readonly all = new Map<string, ServiceFigures>();

  private of(department: string): ServiceFigures {
    const known = this.all.get(department) ?? {
      ...{ department, endings: {}, scores: { n: 0, sum: 0 }, failures: {} },
    };
    this.all.set(department, known);
    return known;
  }

  ended(department: string, ending: Ending, times = 1): void {
    const { endings } = this.of(department);
    endings[ending] = (endings[ending] ?? 0) + times;
  }

  failed(department: string, why: RoutingFailure, times = 1): void {
    const { failures } = this.of(department);
    failures[why] = (failures[why] ?? 0) + times;
  }

  scored(department: string, sum: number, times = 1): void {
    const { scores } = this.of(department);
    scores.n += times;
    scores.sum += sum;
  }

  figures(): ServiceFigures[] {
    return [...this.all.values()].sort((a, b) => (a.department < b.department ? -1 : 1));
  }
}

const hourMs = 3_600_000;

function noCounts(): Counts {
  return { emergency: 0, moderate: 0, mild: 0, none: 0 };
}

/** The hour that is running and the 23 before it. */
export function lastDay(now: Date, timeZone: string): Period {
  const hour = DateTime.fromJSDate(now, { zone: timeZone }).startOf('hour').toMillis();
  return { from: new Date(hour - 23 * hourMs), to: new Date(hour + hourMs), timeZone };
}

/**
 * One day of the tenant's calendar: 23 or 25 hours when the clocks change.
 * @param day `2026-11-21`
 * @returns undefined when there is no such day
 */
export function calendarDay(day: string, timeZone: string): Period | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const start = DateTime.fromISO(day, { zone: timeZone }).startOf('day');
  if (!start.isValid || start.toISODate() !== day) return undefined;
  return { from: start.toJSDate(), to: start.plus({ days: 1 }).startOf('day').toJSDate(), timeZone };
}

function hoursOf({ from, to, timeZone }: Period): HourFigures[] {
  const hours: HourFigures[] = [];
  for (let at = from.getTime(); at < to.getTime(); at += hourMs) {
    const label = DateTime.fromMillis(at, { zone: timeZone }).toFormat('HH');
    const repeated = hours.at(-1)?.label === label;
    hours.push({ start: new Date(at), label, repeated, counts: noCounts(), total: 0 });
  }
  return hours;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

/** Finished = closed, or decided and not waiting for a person. */
function isFinished(row: EncounterRow): boolean {
  return row.state === 'closed' || (row.disposition !== undefined && row.state !== 'queued');
}

/** The hours of a period in which nothing happened. */
export function noFigures(period: Period): Figures {
  return {
    total: 0,
    byDisposition: noCounts(),
    hours: hoursOf(period),
    containment: { contained: 0, of: 0 },
    firstResponse: { n: 0 },
    service: [],
  };
}

/** Rows that started outside the period are left out. */
export function figuresOf(rows: readonly EncounterRow[], period: Period): Figures {
  const from = period.from.getTime();
  const inside = rows.filter((row) => row.startedAt >= period.from && row.startedAt < period.to);
  const hours = hoursOf(period);
  const byDisposition = noCounts();
  for (const row of inside) {
    const kind = row.disposition ?? 'none';
    byDisposition[kind] += 1;
    const hour = hours[Math.floor((row.startedAt.getTime() - from) / hourMs)];
    if (!hour) continue;
    hour.counts[kind] += 1;
    hour.total += 1;
  }
  const finished = inside.filter(isFinished);
  const responses = inside.flatMap((row) => row.firstResponseMs ?? []);
  const service = new ServiceCount();
  for (const row of inside) {
    const ending = endingOf(row);
    if (ending) service.ended(departmentName(row), ending);
    for (const { department, why } of failuresOf(row)) service.failed(department, why);
    if (row.surveyScore !== undefined) service.scored(departmentName(row), row.surveyScore);
  }
  return {
    total: inside.length,
    byDisposition,
    hours,
    containment: { contained: finished.filter((row) => row.containedByBot).length, of: finished.length },
    firstResponse: { medianMs: median(responses), n: responses.length },
    service: service.figures(),
  };
}
