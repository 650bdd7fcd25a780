/** The dashboard's figures from cells. Pure: the same numbers as a recount of the encounters, the median within 1 %. */
import { hourName, parseCellKey } from '../cells/cell';
import { medianOf, sumOf } from '../cells/histogram';
import type { CellDocument, RoutingFailure } from '../store/documents';
import type { Ending, MetricName, Standing } from '../cells/metrics';
import {
  classes,
  noFigures,
  ServiceCount,
  type DispositionClass,
  type Figures,
  type Period,
} from './figures';

export type Cell = Pick<CellDocument, '_id' | 'n' | 'sum' | 'histogram'>;

/** The metrics this page reads. */
export const dashboardMetrics = [
  'conversations',
  'first-response',
  'endings',
  'satisfaction',
  'routing-failures',
] as const satisfies readonly MetricName[];

/** Whether the period's hours are whole hours of UTC, as the cells' are. In a few time zones they are not. */
export function fitsCells({ from, to }: Pick<Period, 'from' | 'to'>): boolean {
  return [from, to].every((at) => at.toISOString().endsWith(':00:00.000Z'));
}

export function figuresOfCells(cells: readonly Cell[], period: Period): Figures {
  const figures = noFigures(period);
  const hours = new Map(figures.hours.map((hour) => [hourName(hour.start), hour]));
  const responses = [];
  const service = new ServiceCount();
  for (const { _id, n, sum = 0, histogram } of cells) {
    const { metric, hour: name, values } = parseCellKey(_id);
    const hour = hours.get(name);
    if (!hour) continue;
    if (metric === 'first-response' && histogram) responses.push(histogram);
    // an empty cell stays where it was
    if (n > 0 && metric === 'endings') service.ended(values[0]!, values[1] as Ending, n);
    if (n > 0 && metric === 'routing-failures') service.failed(values[0]!, values[1] as RoutingFailure, n);
    if (n > 0 && metric === 'satisfaction') service.scored(values[0]!, sum, n);
    if (metric !== 'conversations') continue;
    const [, , disposition, standing] = values as [string, string, DispositionClass, Standing];
    const kind = classes.includes(disposition) ? disposition : 'none';
    figures.total += n;
    figures.byDisposition[kind] += n;
    hour.counts[kind] += n;
    hour.total += n;
    if (standing === 'finished' || standing === 'contained') figures.containment.of += n;
    if (standing === 'contained') figures.containment.contained += n;
  }
  figures.service = service.figures();
  const all = sumOf(responses);
  figures.firstResponse = {
    medianMs: medianOf(all),
    n: Object.values(all).reduce((sum, count) => sum + count, 0),
    approximate: true,
  };
  return figures;
}
