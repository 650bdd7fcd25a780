/** Published reports of a tenant. */
import { storeEvents } from '../ingest/store-events';
import { eventsOfAll, eventsOfOne } from '../store/service-streams';
import type { Tenant } from '../store/tenant';
import type { Figures, Period } from '../supervision/figures';
import { foldReport, publishedEvent, withdrawnEvent, type Report } from './report';

export interface ReportStore {
  /** @returns the report's id */
  publish(
    input: { title: string; period: Period; figures: Figures },
    staff: string,
    now: Date,
  ): Promise<string>;
  withdraw(id: string, staff: string, now: Date): Promise<void>;
  find(id: string): Promise<Report | undefined>;
  /** Newest first, withdrawn ones too. */
  list(): Promise<Report[]>;
}

const ids = /^[A-Za-z0-9]{10,40}$/;

/** @param newId random, letters and digits only */
export function reportStore(tenant: Tenant, newId: () => string): ReportStore {
  return {
    async publish(input, staff, now) {
      const id = newId();
      const named = { tenant: tenant.id, id, eventId: newId(), staff };
      await storeEvents(tenant, [publishedEvent(named, input, now)], now);
      return id;
    },
    async withdraw(id, staff, now) {
      const named = { tenant: tenant.id, id, eventId: newId(), staff };
      await storeEvents(tenant, [withdrawnEvent(named, now)], now);
    },
    async find(id) {
      return ids.test(id) ? foldReport(id, await eventsOfOne(tenant, 'report', id)) : undefined;
    },
    async list() {
      const all = await eventsOfAll(tenant, 'report');
      return [...all]
        .flatMap(([id, events]) => foldReport(id, events) ?? [])
        .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
    },
  };
}
