/** Tells patients' follow-up streams of decisions that were just projected. Doing it again changes nothing. */
import { packs } from '../../settings/packs';
import { crmEvent } from '../identity/crm-event';
import { storeEvents } from '../ingest/store-events';
import type { ConversationWrite } from '../projector/conversation-write';
import { keyWithin } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import { followUpPrefix } from './follow-up-kind';
import { toldByDecision, type ToldByDecision } from './plan-of';

interface Told {
  patientId: string;
  key: string;
  at: Date;
  event: string;
  what: ToldByDecision;
}

function toldOf({ conversation, patientId, fold }: ConversationWrite): Told[] {
  if (patientId === undefined) return [];
  return fold.decisions.flatMap((decision) => {
    // Without its answers nothing is known of the person: it was erased.
    const what = decision.answers && toldByDecision(packs, conversation, decision);
    if (!what) return [];
    const { event, at } = decision;
    return { patientId, key: keyWithin(conversation, event), at, event: `${conversation}/${event}`, what };
  });
}

export async function tellDecisions(
  tenant: Tenant,
  writes: readonly ConversationWrite[],
  now: Date,
): Promise<void> {
  const told = writes.flatMap(toldOf);
  if (told.length === 0) return;
  const ids = [...new Set(told.map(({ patientId }) => patientId))];
  const there = await tenant.followUps.find({ _id: { $in: ids } }, { projection: { told: 1 } }).toArray();
  const known = new Map(there.map((document) => [document._id, document.told]));
  const fresh = told.filter(({ patientId, key }) => !known.get(patientId)?.includes(key));
  await storeEvents(
    tenant,
    fresh.map(({ patientId, at, event, what }) =>
      crmEvent(tenant.id, {
        ...{ id: event.slice(-200), subject: followUpPrefix + patientId, time: at },
        ...(what as Extract<ToldByDecision, { type: 'acolhe.follow-up.planned.v1' }>),
      }),
    ),
    now,
  );
}
