/** Investigations of a tenant, and the cases one shows. Names are opened here and nowhere later. */
import { storeEvents } from '../ingest/store-events';
import type { AcolheEvent, Disposition } from '../../contract/event';
import { notifiableDisease } from '../../settings/notifiable-diseases';
import type { DecisionDocument } from '../store/documents';
import { eventsOfAll, eventsOfOne } from '../store/service-streams';
import type { Tenant } from '../store/tenant';
import {
  closedEvent,
  foldInvestigation,
  isCase,
  openedEvent,
  periodOf,
  type Asked,
  type Investigation,
} from './investigation';

/** One suspected case: of the patient what is needed to reach them, of the conversation only what makes it a case. */
export interface NamedCase {
  at: Date;
  disposition: Disposition;
  patientId?: string;
}

export interface Contact {
  name?: string;
  phones: string[];
  emails: string[];
}

export interface InvestigationStore {
  open(asked: Asked, staff: string, now: Date): Promise<Investigation>;
  close(id: string, staff: string, now: Date): Promise<void>;
  find(id: string): Promise<Investigation | undefined>;
  /** Those a person opened, newest first. */
  listOf(staff: string): Promise<Investigation[]>;
  /** Newest first; one per conversation, by its last decision. */
  cases(investigation: Investigation): Promise<NamedCase[]>;
}

type CaseRow = Pick<
  DecisionDocument,
  'conversation' | 'patientId' | 'at' | 'pack' | 'outcome' | 'findings' | 'disposition' | 'order'
>;

const ids = /^[A-Za-z0-9]{10,40}$/;

/** @param newId random, letters and digits only */
export function investigationStore(tenant: Tenant, newId: () => string): InvestigationStore {
  const folded = (id: string, events: readonly AcolheEvent[]) => foldInvestigation(id, events);

  const decisionsIn = (investigation: Investigation): Promise<CaseRow[]> => {
    const { from, to } = periodOf(investigation, tenant.timeZone);
    const packs = notifiableDisease(investigation.disease)?.cases.map(({ pack }) => pack) ?? [];
    return tenant.decisions
      .find({ at: { $gte: from, $lt: to }, pack: { $in: [...new Set(packs)] } })
      .project<CaseRow>({
        ...{ conversation: 1, patientId: 1, at: 1, pack: 1 },
        ...{ outcome: 1, findings: 1, disposition: 1, order: 1 },
      })
      .toArray();
  };

  return {
    async open(asked, staff, now) {
      const id = newId();
      const event = openedEvent({ tenant: tenant.id, id, eventId: newId(), staff }, asked, now);
      await storeEvents(tenant, [event], now);
      const opened = folded(id, await eventsOfOne(tenant, 'investigation', id));
      if (!opened) throw new Error('an investigation that was opened is not there');
      return opened;
    },
    async close(id, staff, now) {
      await storeEvents(tenant, [closedEvent({ tenant: tenant.id, id, eventId: newId(), staff }, now)], now);
    },
    async find(id) {
      return ids.test(id) ? folded(id, await eventsOfOne(tenant, 'investigation', id)) : undefined;
    },
    async listOf(staff) {
      const all = await eventsOfAll(tenant, 'investigation');
      return [...all]
        .flatMap(([id, events]) => folded(id, events) ?? [])
        .filter((one) => one.staff === staff)
        .sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime());
    },
    async cases(investigation) {
      const definitions = notifiableDisease(investigation.disease)?.cases ?? [];
      const last = new Map<string, CaseRow>();
      for (const row of await decisionsIn(investigation)) {
        const before = last.get(row.conversation);
        if (!before || before.order < row.order) last.set(row.conversation, row);
      }
      return [...last.values()]
        .filter((row) => isCase(definitions, row))
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .map(({ at, disposition, patientId }) => ({ at, disposition, patientId }));
    },
  };
}
