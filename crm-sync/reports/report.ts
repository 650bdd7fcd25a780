/** A published report: figures of a period as they stood, small numbers left out, never changed. Pure. */
import type { AcolheEvent, EventData, EventEnvelope } from '../../contract/event';
import { classes, type DispositionClass, type Figures, type Period } from '../supervision/figures';

/** A smaller number of people could be recognised by who knows the town. */
export const hiddenBelow = 5;

/** `null` = hidden. */
export type Told = number | null;

export type ReportFigures = EventData<'acolhe.report.published.v1'>['figures'];

const few = (count: number): boolean => count > 0 && count < hiddenBelow;
const tell = (count: number): Told => (few(count) ? null : count);

/**
 * Hides counts of 1 to 4. Where a single hidden class could be worked out from the total, or all that are hidden are as few
 * together (two who are two are one and one), the next smallest is hidden too.
 */
function toldClasses(figures: Figures): Record<DispositionClass, Told> {
  const counts = classes.map((name) => [name, figures.byDisposition[name]] as const);
  const hidden = new Set(counts.filter(([, count]) => few(count)).map(([name]) => name));
  const sum = (): number => counts.reduce((all, [name, count]) => all + (hidden.has(name) ? count : 0), 0);
  while (hidden.size === 1 || few(sum())) {
    const next = counts
      .filter(([name, count]) => !hidden.has(name) && count > 0)
      .sort((a, b) => a[1] - b[1])[0];
    if (!next) break;
    hidden.add(next[0]);
  }
  const told = counts.map(([name, count]) => [name, hidden.has(name) ? null : count] as const);
  return Object.fromEntries(told) as Record<DispositionClass, Told>;
}

export function publishedFigures(figures: Figures): ReportFigures {
  const { contained, of } = figures.containment;
  const { medianMs, n } = figures.firstResponse;
  // Who knows the one and the difference knows the other.
  const showContained = !few(contained) && !few(of - contained) && !few(of);
  return {
    total: tell(figures.total),
    byDisposition: few(figures.total)
      ? { emergency: null, moderate: null, mild: null, none: null }
      : toldClasses(figures),
    finished: showContained ? of : null,
    contained: showContained ? contained : null,
    responses: tell(n),
    medianResponseMs: n >= hiddenBelow && medianMs !== undefined ? Math.round(medianMs) : null,
    hiddenBelow,
  };
}

export interface Report {
  id: string;
  title: string;
  from: Date;
  to: Date;
  timeZone: string;
  figures: ReportFigures;
  publishedAt: Date;
  withdrawnAt?: Date;
}

export const minTitleCharacters = 5;
export const maxTitleCharacters = 120;

export function readTitle(text: unknown): string | undefined {
  const title = typeof text === 'string' ? text.trim().replace(/\s+/g, ' ') : '';
  const characters = [...title].length;
  return characters >= minTitleCharacters && characters <= maxTitleCharacters ? title : undefined;
}

type ReportEvent = Extract<
  AcolheEvent,
  { type: 'acolhe.report.published.v1' | 'acolhe.report.withdrawn.v1' }
>;

/** From its stream's events, in any order and number. What was published first stands. */
export function foldReport(id: string, events: readonly AcolheEvent[]): Report | undefined {
  const own = events.filter((event): event is ReportEvent => event.type.startsWith('acolhe.report.'));
  const inOrder = [...own].sort((a, b) => (a.time + a.id < b.time + b.id ? -1 : 1));
  let report: Report | undefined;
  for (const event of inOrder) {
    if (event.type === 'acolhe.report.published.v1') {
      const { title, from, to, timeZone, figures } = event.data;
      report ??= {
        ...{ id, title, timeZone, figures },
        from: new Date(from),
        to: new Date(to),
        publishedAt: new Date(event.time),
      };
    } else if (report) report.withdrawnAt ??= new Date(event.time);
  }
  return report;
}

interface Ids {
  tenant: string;
  /** Of the report; its stream is `report/<id>`. */
  id: string;
  eventId: string;
  staff: string;
}

function eventOf(
  type: ReportEvent['type'],
  { tenant, id, eventId }: Ids,
  now: Date,
  data: EventEnvelope['data'],
): EventEnvelope {
  const envelope = { specversion: '1.0', id: eventId, source: `/tenants/${tenant}/crm` } as const;
  return { ...envelope, type, subject: `report/${id}`, time: now.toISOString(), data };
}

export function publishedEvent(
  ids: Ids,
  input: { title: string; period: Period; figures: Figures },
  now: Date,
): EventEnvelope {
  const { from, to, timeZone } = input.period;
  return eventOf('acolhe.report.published.v1', ids, now, {
    staff: ids.staff,
    title: input.title,
    from: from.toISOString(),
    to: to.toISOString(),
    timeZone,
    figures: publishedFigures(input.figures),
  });
}

export function withdrawnEvent(ids: Ids, now: Date): EventEnvelope {
  return eventOf('acolhe.report.withdrawn.v1', ids, now, { staff: ids.staff });
}
