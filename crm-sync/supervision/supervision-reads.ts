/** What queue and dashboard read of a tenant's database: coded facts only, by selective ranges on indexes. */
import { hourName } from '../cells/cell';
import type { Tenant } from '../store/tenant';
import type { PulseRow } from '../web/live-topics';
import { figuresOf, type EncounterRow, type Figures, type Period } from './figures';
import { dashboardMetrics, figuresOfCells, fitsCells, type Cell } from './figures-of-cells';
import type { WaitingRow } from './queue';

export interface SupervisionReads {
  waiting(): Promise<WaitingRow[]>;
  countWaiting(): Promise<number>;
  /** Of the conversations that started within the period. */
  figures(period: Period): Promise<Figures>;
  /** Conversations that changed within the last minutes, and all that wait. */
  pulse(now: Date): Promise<PulseRow[]>;
}

const recentMs = 2 * 60_000;

/** Keys lead with metric and hour: each metric's period is one range. */
function cellsWithin(cells: Tenant['cells'], { from, to }: Period): Promise<Cell[]> {
  const ranges = dashboardMetrics.map((metric) => ({
    _id: { $gte: `${metric}/${hourName(from)}`, $lt: `${metric}/${hourName(to)}` },
  }));
  return cells.find({ $or: ranges }).project<Cell>({ n: 1, histogram: 1 }).toArray();
}

function encountersWithin(encounters: Tenant['encounters'], { from, to }: Period): Promise<EncounterRow[]> {
  return encounters
    .find({ startedAt: { $gte: from, $lt: to } })
    .project<EncounterRow>({
      _id: 0,
      startedAt: 1,
      state: 1,
      disposition: 1,
      containedByBot: 1,
      firstResponseMs: 1,
    })
    .toArray();
}

export function supervisionReads({
  encounters,
  cells,
}: Pick<Tenant, 'encounters' | 'cells'>): SupervisionReads {
  return {
    waiting: () =>
      encounters
        .find({ state: 'queued' })
        .project<WaitingRow>({
          patientId: 1,
          department: 1,
          disposition: 1,
          redFlags: 1,
          startedAt: 1,
          waitingSince: 1,
        })
        .toArray(),
    countWaiting: () => encounters.countDocuments({ state: 'queued' }),
    figures: async (period) =>
      fitsCells(period)
        ? figuresOfCells(await cellsWithin(cells, period), period)
        : figuresOf(await encountersWithin(encounters, period), period),
    pulse: (now) =>
      encounters
        .find({ $or: [{ lastEventAt: { $gte: new Date(now.getTime() - recentMs) } }, { state: 'queued' }] })
        .project<PulseRow>({ version: 1, state: 1, patientId: 1, touchToken: 1 })
        .toArray(),
  };
}
