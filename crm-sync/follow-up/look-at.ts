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
import { keyWithin } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import type { UnansweredReason } from './calendar';
import { followUpPrefix } from './follow-up-kind';
import { knownAnswers } from './known-answers';

/** After this a try counts as unanswered: the pack's time to the next one. */
export const answerWithinMs = 4 * 3_600_000;

export const followUpPack = 'follow-up';

export function commandId(patientId: string, ask: number): string {
  return `follow-up/${patientId}/${ask}`;
}

/** @returns undefined for a command that asks nobody */
export function askOfCommand(id: string): { patientId: string; ask: number } | undefined {
  const [, patientId, ask] = /^follow-up\/([^/]+)\/(\d+)$/.exec(id) ?? [];
  return patientId === undefined ? undefined : { patientId, ask: Number(ask) };
}

type Own = 'acolhe.follow-up.asked.v1' | 'acolhe.follow-up.unanswered.v1' | 'acolhe.follow-up.ended.v1';

function ownEvent<T extends Own>(
  tenant: Tenant,
  patientId: string,
  type: T,
  id: string,
  data: EventData<T>,
  time: Date,
) {
  return crmEvent(tenant.id, { id, type, subject: followUpPrefix + patientId, time, data });
}

/** A try that got no answer. Told once, whoever finds it. */
export async function tellUnanswered(
  tenant: Tenant,
  { patientId, ask }: { patientId: string; ask: number },
  reason: UnansweredReason,
  now: Date,
): Promise<void> {
  const type = 'acolhe.follow-up.unanswered.v1';
  const event = ownEvent(tenant, patientId, type, `unanswered/${ask}`, { ask, reason }, now);
  await storeEvents(tenant, [event], now);
}

type Room = Pick<EncounterDocument, '_id' | 'workspace' | 'state'>;

/** Where the bot can write to this person: the newest conversation that is open. */
async function roomOf(tenant: Tenant, patientId: string): Promise<Room | undefined> {
  // A typed number alone must not bring a stranger's questions into somebody's chat.
  const ids = (await readClusters(tenant, [patientId])).surely(patientId);
  const rooms = await tenant.encounters
    .find({ patientId: { $in: ids }, state: { $ne: 'closed' } })
    .project<Room & Pick<EncounterDocument, 'startedAt'>>({ workspace: 1, state: 1, startedAt: 1 })
    .toArray();
  return rooms.sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0];
}

/** @throws SealingError when the answers do not open */
async function commandAnswers(
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
  const { _id: patientId, plan, decision } = document;
  if (!plan || !decision) return;
  const decided = await tenant.encounters.findOne(
    { _id: decision.conversation },
    { projection: { patientId: 1 } },
  );
  if (decided?.patientId !== undefined && decided.patientId !== patientId) {
    const reason = { reason: 'another-person' } as const;
    const id = `ended/${decision.conversation}`.slice(0, 200);
    const event = ownEvent(tenant, patientId, 'acolhe.follow-up.ended.v1', id, reason, now);
    await storeEvents(tenant, [event], now);
    return;
  }
  const number = document.asks + 1;
  const room = await roomOf(tenant, patientId);
  const writable = room?.state === 'bot';
  const conversation = room?._id ?? decision.conversation;
  if (room && writable) {
    const answers = await commandAnswers(tenant, { plan, decision }, now);
    const id = commandId(patientId, number);
    const command = { id, kind: 'follow-up', conversation, pack: followUpPack, answers } as const;
    await queueCommand(tenant, room.workspace, command, now);
  }
  const answerBy = new Date(now.getTime() + answerWithinMs).toISOString();
  const told = { conversation, ask: number, answerBy };
  const asked = ownEvent(tenant, patientId, 'acolhe.follow-up.asked.v1', `asked/${number}`, told, now);
  await storeEvents(tenant, [asked], now);
  if (writable) return;
  await tellUnanswered(tenant, { patientId, ask: number }, room ? 'in-service' : 'closed', now);
}

/** Nobody answered in time: was the patient silent, or did the question never reach them? */
async function giveUp(tenant: Tenant, { _id: patientId, asks }: FollowUpDocument, now: Date): Promise<void> {
  const _id = commandId(patientId, asks);
  // Not to be asked after a person was told to call.
  const late = { $set: { state: 'refused', reason: 'expired' } } as const;
  const { modifiedCount } = await tenant.commands.updateOne({ _id, state: 'waiting' }, late);
  const sent = await tenant.commands.findOne({ _id }, { projection: { state: 1, reason: 1 } });
  const away = modifiedCount > 0 || sent?.reason === 'expired';
  const refused = sent?.state === 'refused' ? 'refused' : 'silence';
  await tellUnanswered(tenant, { patientId, ask: asks }, away ? 'app-away' : refused, now);
}

/** @param document as it was read, due now */
export async function lookAt(tenant: Tenant, document: FollowUpDocument, now: Date): Promise<void> {
  if (document.state === 'waiting') await ask(tenant, document, now);
  if (document.state === 'asked') await giveUp(tenant, document, now);
}
