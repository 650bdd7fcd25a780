/** Conversations that are over and of which nobody registered what they came to. Coded facts only. */
import { setTimeout } from 'timers/promises';
import type { ServiceOutcome } from '../../contract/service-events';
import { crmEvent } from '../identity/crm-event';
import { storeEvents } from '../ingest/store-events';
import type { EncounterDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';

export type MissingRow = Pick<
  EncounterDocument,
  '_id' | 'patientId' | 'department' | 'agent' | 'startedAt' | 'closedBy'
> & { outcomeMissingSince: Date };

export interface OutcomeShelf {
  /** Those that ended since then, the latest first. */
  missing(since: Date): Promise<MissingRow[]>;
  /** Told as an event of the conversation. @returns false when none is missing there any more */
  register(conversation: string, outcome: ServiceOutcome, staff: string, now: Date): Promise<boolean>;
}

const fields = {
  ...{ patientId: 1, department: 1, agent: 1, startedAt: 1, closedBy: 1, outcomeMissingSince: 1 },
} as const;

export function outcomeShelf(tenant: Tenant): OutcomeShelf {
  const isMissing = async (conversation: string): Promise<boolean> => {
    const wanted = { _id: conversation, outcomeMissingSince: { $gt: new Date(0) } };
    return (await tenant.encounters.findOne(wanted, { projection: { _id: 1 } })) !== null;
  };
  return {
    async missing(since) {
      const rows = await tenant.encounters
        .find({ outcomeMissingSince: { $gte: since } })
        .project<MissingRow>(fields)
        .toArray();
      return rows.sort((a, b) => b.outcomeMissingSince.getTime() - a.outcomeMissingSince.getTime());
    },
    async register(conversation, outcome, staff, now) {
      if (!(await isMissing(conversation))) return false;
      const event = crmEvent(tenant.id, {
        ...{ id: `outcome/${staff}`, type: 'acolhe.outcome.registered.v1', subject: conversation, time: now },
        data: { outcome, by: staff },
      });
      const [told] = await storeEvents(tenant, [event], now);
      // the list shown next is to be without it
      for (let looks = 0; looks < 40 && (await isMissing(conversation)); looks += 1) await setTimeout(50);
      return told?.fate === 'stored' || told?.conflict === false;
    },
  };
}
