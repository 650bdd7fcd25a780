/** Tells patients' follow-up streams of decisions that were just projected. Doing it again changes nothing. */
import type { Pack } from '../../settings/pack-schema';
import { packs } from '../../settings/packs';
import { crmEvent } from '../identity/crm-event';
import { readClusters } from '../identity/cluster-reads';
import { storeEvents } from '../ingest/store-events';
import { packsOf } from '../knowledge/kept-packs';
import type { ConversationWrite } from '../projector/conversation-write';
import type { FoldedDecision } from '../projector/fold-state';
import type { FollowUpDocument } from '../store/follow-up-document';
import { keyWithin } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import { calendarKey, followUpPrefix } from './calendar-key';
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

type Calendars = Pick<FollowUpDocument, '_id' | 'patientId' | 'state' | 'told'>[];

/**
 * The calendar this is for: of that disease, of whoever surely is this person. One that goes on outweighs the ID of this
 * conversation: who comes back under another ID is the same person.
 * @returns undefined when it was told already
 */
function calendarFor(
  { patientId, key, what: { disease } }: Told,
  ids: readonly string[],
  there: Calendars,
): string | undefined {
  const own = calendarKey(patientId, disease);
  const theirs = there.filter(
    (one) => ids.includes(one.patientId) && one._id === calendarKey(one.patientId, disease),
  );
  if (theirs.some(({ told }) => told.includes(key))) return undefined;
  const going = theirs.filter(({ state }) => state !== 'ended' && state !== 'none').map(({ _id }) => _id);
  return going.includes(own) ? own : (going.sort()[0] ?? own);
}

export async function tellDecisions(
  tenant: Tenant,
  writes: readonly ConversationWrite[],
  now: Date,
): Promise<void> {
  const told = (await Promise.all(writes.map((write) => toldOf(tenant, write)))).flat();
  if (told.length === 0) return;
  const clusters = await readClusters(tenant, [...new Set(told.map(({ patientId }) => patientId))]);
  const everybody = [...new Set(told.flatMap(({ patientId }) => clusters.surely(patientId)))];
  const there = await tenant.followUps
    .find({ patientId: { $in: everybody } })
    .project<Calendars[number]>({ patientId: 1, state: 1, told: 1 })
    .toArray();
  const events = told.flatMap((one) => {
    const calendar = calendarFor(one, clusters.surely(one.patientId), there);
    if (calendar === undefined) return [];
    const { type, data } = one.what as Extract<ToldByDecision, { type: 'acolhe.follow-up.planned.v1' }>;
    const subject = followUpPrefix + calendar;
    return crmEvent(tenant.id, { id: one.event.slice(-200), subject, time: one.at, type, data });
  });
  await storeEvents(tenant, events, now);
}
