/** Reads what the workspace, the app's memory and the service's database hold at the end. */
import { createPublicKey } from 'crypto';
import { demoWorkspace } from '../../cli/starting/service-environment';
import { checkpointKeyOf } from '../../crm-sync/audit/checkpoint';
import { verifyAudit } from '../../crm-sync/audit/verify-audit';
import { someUncounted } from '../../crm-sync/cells/touch';
import { patientReads } from '../../crm-sync/patients/patient-reads';
import type { Driven } from './drive';
import type { Facts, RoomFacts, ToldEvent } from './facts';
import { groupBy } from './judge';
import type { World } from './world';

const inProgress = ['received', 'kept', 'refused'] as const;

/** What the app holds that is not done, by phase. */
export function outboxOf({ workspace, appId }: Pick<World, 'workspace' | 'appId'>): Record<string, number> {
  const rowsOf = (id: string): object[] =>
    workspace.store.readByAssociations([{ model: 'misc', id: `acolhe:${id}` }], appId);
  const parts = new Set((rowsOf('outbox') as { bucket: string }[]).map(({ bucket }) => bucket));
  const watched = (rowsOf('watched') as { conversation: string }[]).filter(
    ({ conversation }) => workspace.omnichannel.rooms.get(conversation)?.open === false,
  );
  return {
    // closed rooms that the sweep has not looked into yet
    watched: watched.length,
    unsent: [...parts].reduce((sum, bucket) => sum + rowsOf(`unsent-in:${bucket}`).length, 0),
    ...Object.fromEntries(inProgress.map((phase) => [phase, rowsOf(phase).length])),
  };
}

/** What is still waiting: in the app, in a stream, for a cell. @returns undefined when nothing is */
export async function stillWaiting({ tenant, ...world }: World): Promise<string | undefined> {
  const { refused: _refused, ...held } = outboxOf(world);
  const [phase, n] = Object.entries(held).find(([, count]) => count > 0) ?? [];
  if (phase !== undefined) return `${n} of the app's records ${phase}`;
  const stream = await tenant.streams.findOne({ dueAt: { $gt: new Date(0) }, state: { $ne: 'clean' } });
  if (stream) return `stream ${stream._id} ${stream.state}, ${stream.attempts} attempts`;
  const touched = await someUncounted(tenant);
  return touched !== undefined ? `cells of ${touched}` : undefined;
}

/** @param reconciled the comment of whoever closed it is read too */
function roomFacts(
  { workspace: { omnichannel } }: World,
  { rid, script }: Driven,
  reconciled: boolean,
): RoomFacts {
  const room = omnichannel.rooms.get(rid)!;
  const messages = omnichannel.messagesOf(rid);
  return {
    ...{ rid, visitorId: room.v._id, open: room.open, kind: script.kind },
    messages: messages
      .filter(({ t, msg }) => msg && (!t || (reconciled && t === 'livechat-close')))
      .map(({ _id, msg }) => ({ id: _id, text: msg })),
    transferred: messages.some(({ t }) => t === 'livechat_transfer_history'),
  };
}

/** Edits reach the service later than all else. @returns the first that has not, if any */
export async function editWaiting(
  { tenant, workspace }: World,
  driven: readonly Driven[],
): Promise<string | undefined> {
  for (const { rid, script } of driven) {
    if (!script.agent?.edits) continue;
    const seen = new Map((await patientReads(tenant).messages([rid])).map(({ _id, text }) => [_id, text]));
    const late = workspace.omnichannel
      .messagesOf(rid)
      .find(({ _id, msg, editedAt }) => editedAt && seen.get(`${rid}\u0000${_id}`) !== msg);
    if (late) return `edit of ${rid}/${late._id}`;
  }
  return undefined;
}

async function auditFaults({ tenant }: World): Promise<string[]> {
  const { privateKey } = checkpointKeyOf(await tenant.keyring.secret('tenant/checkpoint'));
  const { checkpoints, chains } = await verifyAudit(tenant, {
    files: [],
    publicKey: createPublicKey(privateKey),
  });
  return [...checkpoints.faults, ...chains.faults].map((fault) => JSON.stringify(fault));
}

export async function readFacts(
  world: World,
  driven: readonly Driven[],
  { told, edits }: { told: ReadonlyMap<string, ToldEvent>; edits: boolean },
): Promise<Facts> {
  const { tenant } = world;
  const timelines = new Map<string, { id: string; text: string | undefined }[]>();
  for (const { rid } of driven) {
    const messages = await patientReads(tenant).messages([rid]);
    const inOrder = messages.sort((a, b) => a.order - b.order);
    timelines.set(
      rid,
      inOrder.map(({ _id, text }) => ({ id: _id.split('\u0000')[1] ?? '', text })),
    );
  }
  const patients = await tenant.patients.find({}).toArray();
  const owned = patients.flatMap(({ _id, visitorIds }) => visitorIds.map((visitor) => ({ _id, visitor })));
  const byVisitor = groupBy(owned, ({ visitor }) => visitor.slice(demoWorkspace.length + 1));
  const decisions = groupBy(await tenant.decisions.find({}).toArray(), ({ conversation }) => conversation);
  const fields = { id: 1, type: 1, subject: 1, time: 1, coded: 1, _id: 0 } as const;
  const events = await tenant.events.find({}, { projection: fields }).toArray();
  return {
    ...{ edits, told, timelines },
    rooms: driven.map((one) => roomFacts(world, one, edits)),
    events: events.filter(({ subject }) => !subject.startsWith('patient/')),
    encounters: await tenant.encounters.find({}).toArray(),
    decisions: new Map([...decisions].map(([rid, rows]) => [rid, rows.length])),
    cells: await tenant.cells.find({}).toArray(),
    patients: new Map([...byVisitor].map(([visitor, rows]) => [visitor, rows.map(({ _id }) => _id)])),
    streams: (await tenant.streams.find({}).toArray())
      .filter(({ state }) => state !== 'clean')
      .map(({ _id, state }) => ({ id: _id, state })),
    outbox: outboxOf(world),
    auditFaults: await auditFaults(world),
  };
}
