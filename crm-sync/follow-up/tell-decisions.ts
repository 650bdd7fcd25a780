/** Tells patients' follow-up streams of decisions that were just projected. Doing it again changes nothing. */
import type { Pack } from '../../settings/pack-schema';
import { packs } from '../../settings/packs';
import { crmEvent } from '../identity/crm-event';
import { storeEvents } from '../ingest/store-events';
import { packsOf } from '../knowledge/kept-packs';
import type { ConversationWrite } from '../projector/conversation-write';
import type { FoldedDecision } from '../projector/fold-state';
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

/** The version that decided; of one that is kept nowhere, what is built in under its name. */
async function packOf(
  tenant: Tenant,
  { pack, packVersion, knowledge }: FoldedDecision,
): Promise<Pack | undefined> {
  const found = await packsOf(tenant).whole(pack, packVersion, knowledge);
  return found?.pack ?? (Object.hasOwn(packs, pack) ? packs[pack] : undefined);
}

async function toldOf(tenant: Tenant, { conversation, patientId, fold }: ConversationWrite): Promise<Told[]> {
  const told: Told[] = [];
  if (patientId === undefined) return told;
  for (const decision of fold.decisions) {
    // Without its answers nothing is known of the person: it was erased.
    const pack = decision.answers && (await packOf(tenant, decision));
    const what = pack && toldByDecision(pack, conversation, decision);
    if (!what) continue;
    const { event, at } = decision;
    told.push({
      patientId,
      key: keyWithin(conversation, event),
      at,
      event: `${conversation}/${event}`,
      what,
    });
  }
  return told;
}

export async function tellDecisions(
  tenant: Tenant,
  writes: readonly ConversationWrite[],
  now: Date,
): Promise<void> {
  const told = (await Promise.all(writes.map((write) => toldOf(tenant, write)))).flat();
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
