/** What is done when a patient's monitoring is due: the bot is told to ask, or a try is over. Doing it twice does it once. */
import type { EventData } from '../../contract/event';
import { queueCommand } from '../commands/queue-command';
import { crmEvent } from '../identity/crm-event';
import { readClusters } from '../identity/cluster-reads';
import { storeEvents } from '../ingest/store-events';
import type { EncounterDocument } from '../store/documents';
import type { FollowUpDocument } from '../store/follow-up-document';
import { packsOf } from '../knowledge/kept-packs';
import { answersPlace } from '../store/places';
import { eventsOf, keyWithin, openEvent } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import type { UnansweredReason } from './calendar';
import { followUpPrefix, patientOfKey } from './calendar-key';
import { mayContact } from './contact-hours';
import { foldFollowUp } from './fold-follow-up';
import { knownAnswers } from './known-answers';

/** After this a try counts as unanswered: the pack's time to the next one. */
export const answerWithinMs = 4 * 3_600_000;

export const followUpPack = 'follow-up';

export function commandId(key: string, ask: number): string {
  return `follow-up/${key}/${ask}`;
}

/** @returns undefined for a command that asks nobody */
export function askOfCommand(id: string): { key: string; ask: number } | undefined {
  const [, key, ask] = /^follow-up\/(.+)\/(\d+)$/.exec(id) ?? [];
  return key === undefined ? undefined : { key, ask: Number(ask) };
}

type Own = 'acolhe.follow-up.asked.v1' | 'acolhe.follow-up.unanswered.v1' | 'acolhe.follow-up.ended.v1';

function ownEvent<T extends Own>(
  tenant: Tenant,
  key: string,
  type: T,
  id: string,
  data: EventData<T>,
  time: Date,
) {
  return crmEvent(tenant.id, { id, type, subject: followUpPrefix + key, time, data });
}

/** A try that got no answer. Told once, whoever finds it. */
export async function tellUnanswered(
  tenant: Tenant,
  { key, ask }: { key: string; ask: number },
  reason: UnansweredReason,
  now: Date,
): Promise<void> {
  const type = 'acolhe.follow-up.unanswered.v1';
  const event = ownEvent(tenant, key, type, `unanswered/${ask}`, { ask, reason }, now);
  await storeEvents(tenant, [event], now);
}

type Room = Pick<EncounterDocument, '_id' | 'workspace' | 'state'>;

/** Where the bot can write to this person: the newest conversation that is open. */
async function roomOf(tenant: Tenant, ids: readonly string[]): Promise<Room | undefined> {
  const rooms = await tenant.encounters
    .find({ patientId: { $in: [...ids] }, state: { $ne: 'closed' } })
    .project<Room & Pick<EncounterDocument, 'startedAt'>>({ workspace: 1, state: 1, startedAt: 1 })
    .toArray();
  return rooms.sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0];
}

/** Is another of this person's calendars waiting for an answer? Read from events: its document may lag behind. */
async function isAsking(tenant: Tenant, own: string, ids: readonly string[]): Promise<boolean> {
  const others = await tenant.followUps
    .find({ patientId: { $in: [...ids] } }, { projection: { _id: 1 } })
    .toArray();
  for (const { _id: key } of others) {
    if (key === own) continue;
    const stored = await eventsOf(tenant, [followUpPrefix + key]);
    const events = await Promise.all(stored.map((one) => openEvent(tenant, one)));
    if (foldFollowUp(key, events)?.state === 'asked') return true;
  }
  return false;
}

/**
 * What the bot is told to ask with.
 * @throws SealingError when the answers do not open
 */
export async function commandAnswers(
  tenant: Tenant,
  { plan, decision }: Pick<Required<FollowUpDocument>, 'plan' | 'decision'>,
  now: Date,
) {
  const _id = keyWithin(decision.conversation, decision.event);
  const row = await tenant.decisions.findOne({ _id }, { projection: { sealedAnswers: 1 } });
  const text =
    row?.sealedAnswers === undefined
      ? '{}'
      : await tenant.sealing.open(answersPlace(decision.conversation, _id), row.sealedAnswers);
  const answers = JSON.parse(text) as Record<string, boolean | number | string>;
  // the version by which the bot will ask
  const { pack } = (await packsOf(tenant).inForce(followUpPack))!;
  return knownAnswers(pack, plan, { answers, at: decision.at }, now);
}

async function ask(tenant: Tenant, document: FollowUpDocument, now: Date): Promise<void> {
  const { _id: key, plan, decision } = document;
  if (!plan || !decision) return;
  const patientId = patientOfKey(key);
  // A typed number alone must not bring a stranger's questions into somebody's chat.
  const ids = (await readClusters(tenant, [patientId])).surely(patientId);
  const decided = await tenant.encounters.findOne(
    { _id: decision.conversation },
    { projection: { patientId: 1 } },
  );
  if (decided?.patientId !== undefined && !ids.includes(decided.patientId)) {
    const reason = { reason: 'another-person' } as const;
    const id = `ended/${decision.conversation}`.slice(0, 200);
    const event = ownEvent(tenant, key, 'acolhe.follow-up.ended.v1', id, reason, now);
    await storeEvents(tenant, [event], now);
    return;
  }
  // One interview at a time: whoever looks next, when this lease is over, finds it done or given up.
  if (await isAsking(tenant, key, ids)) return;
  const number = document.asks + 1;
  const room = await roomOf(tenant, ids);
  const writable = room?.state === 'bot';
  const conversation = room?._id ?? decision.conversation;
  if (room && writable) {
    const answers = await commandAnswers(tenant, { plan, decision }, now);
    const id = commandId(key, number);
    const command = { id, kind: 'follow-up', conversation, pack: followUpPack, answers } as const;
    await queueCommand(tenant, room.workspace, command, now);
  }
  const answerBy = new Date(now.getTime() + answerWithinMs).toISOString();
  const told = { conversation, ask: number, answerBy };
  const asked = ownEvent(tenant, key, 'acolhe.follow-up.asked.v1', `asked/${number}`, told, now);
  await storeEvents(tenant, [asked], now);
  if (writable) return;
  await tellUnanswered(tenant, { key, ask: number }, room ? 'in-service' : 'closed', now);
}

/** Nobody answered in time: was the patient silent, or did the question never reach them? */
async function giveUp(tenant: Tenant, { _id: key, asks }: FollowUpDocument, now: Date): Promise<void> {
  const _id = commandId(key, asks);
  // Not to be asked after a person was told to call.
  const late = { $set: { state: 'refused', reason: 'expired' } } as const;
  const { modifiedCount } = await tenant.commands.updateOne({ _id, state: 'waiting' }, late);
  const sent = await tenant.commands.findOne({ _id }, { projection: { state: 1, reason: 1 } });
  const away = modifiedCount > 0 || sent?.reason === 'expired';
  const refused = sent?.state === 'refused' ? 'refused' : 'silence';
  await tellUnanswered(tenant, { key, ask: asks }, away ? 'app-away' : refused, now);
}

/** @param document as it was read, due now */
export async function lookAt(tenant: Tenant, document: FollowUpDocument, now: Date): Promise<void> {
  if (document.state === 'waiting' && mayContact(tenant, now)) await ask(tenant, document, now);
  if (document.state === 'asked') await giveUp(tenant, document, now);
}
