/** What queue and dashboard read of a tenant's database: coded facts only, by selective ranges on indexes. */
import type { Tenant } from '../store/tenant';
import type { PulseRow } from '../web/live-topics';
import type { EncounterRow, Period } from './figures';
import type { WaitingRow } from './queue';

export interface SupervisionReads {
  waiting(): Promise<WaitingRow[]>;
  countWaiting(): Promise<number>;
  /** Conversations that started within the period. */
  encounters(period: Pick<Period, 'from' | 'to'>): Promise<EncounterRow[]>;
  /** Conversations that changed within the last minutes, and all that wait. */
  pulse(now: Date): Promise<PulseRow[]>;
}

const recentMs = 2 * 60_000;

export function supervisionReads({ encounters }: Tenant): SupervisionReads {
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
    encounters: ({ from, to }) =>
      encounters
        .find({ startedAt: { $gte: from, $lt: to } })
        .project<EncounterRow>({
          _id: 0,
          startedAt: 1,
          state: 1,
          disposition: 1,
          containedByBot: 1,
          firstResponseMs: 1,
        })
        .toArray(),
    pulse: (now) =>
      encounters
        .find({ $or: [{ lastEventAt: { $gte: new Date(now.getTime() - recentMs) } }, { state: 'queued' }] })
        .project<PulseRow>({ version: 1, state: 1, patientId: 1 })
        .toArray(),
  };
}
