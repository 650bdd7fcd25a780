/** What queue and dashboard read of a tenant's database: coded facts only, by selective ranges on indexes. */
import type { Tenant } from '../store/tenant';
import type { EncounterRow, Period } from './figures';
import type { WaitingRow } from './queue';

export interface SupervisionReads {
  waiting(): Promise<WaitingRow[]>;
  countWaiting(): Promise<number>;
  /** Conversations that started within the period. */
  encounters(period: Pick<Period, 'from' | 'to'>): Promise<EncounterRow[]>;
  queueFingerprint(): Promise<string>;
  /** Differs when any conversation changed within the last minutes. */
  recentFingerprint(now: Date): Promise<string>;
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
    async queueFingerprint() {
      const rows = await encounters
        .find({ state: 'queued' })
        .project<{ _id: string; version: number }>({ version: 1 })
        .toArray();
      return rows
        .map((row) => `${row._id}:${row.version}`)
        .sort()
        .join();
    },
    async recentFingerprint(now) {
      const since = new Date(now.getTime() - recentMs);
      const rows = await encounters
        .find({ lastEventAt: { $gte: since } })
        .project<{ _id: string; version: number }>({ version: 1 })
        .toArray();
      return rows
        .map((row) => `${row._id}:${row.version}`)
        .sort()
        .join();
    },
  };
}
