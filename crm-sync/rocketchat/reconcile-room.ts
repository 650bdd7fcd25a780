/** One room: what Rocket.Chat says of it beside what the CRM has; what is missing is stored. */
import { eventId } from '../../contract/event-ids';
import type { AcolheEvent, EventEnvelope } from '../../contract/event';
import type { WorkspaceConfig } from '../config/config';
import { storeEvents } from '../ingest/store-events';
import { patientOfVisitor } from '../identity/register';
import { eventsOf, openEvent, type OpenedEvent } from '../store/sealed-events';
import { markDirty } from '../store/streams';
import type { Tenant } from '../store/tenant';
import type { RocketChat } from './client';
import type { Directory } from './directory';
import { keepFilesOf } from './keep-files';
import { readRoom } from './read-room';
import type { Room } from './shapes';
import { missingEvents } from './to-events';

export interface RoomWork {
  tenant: Tenant;
  workspace: WorkspaceConfig;
  client: RocketChat;
  directory: Directory;
  now: () => Date;
  /** How long what happened is left to the app. */
  graceMs: number;
  /** A conversation that ended this long ago without an ID gets its visitor's from the CRM. */
  identifyAfterMs: number;
  /** There are new events. */
  stored: (conversation: string, types: readonly string[]) => void;
}

const batch = 200;

async function storedOf(tenant: Tenant, conversation: string): Promise<OpenedEvent[]> {
  const documents = await eventsOf(tenant, [conversation]);
  return Promise.all(documents.map((document) => openEvent(tenant, document)));
}

/**
 * A process may have died between storing events and marking their stream. The app sends again what nobody acknowledged,
 * and so marks it; what was brought here is stored, so that nothing would be missing ever again.
 */
async function markUnshown(
  { tenant, now, stored: told }: RoomWork,
  room: string,
  stored: number,
): Promise<void> {
  if (stored === 0) return;
  const encounter = await tenant.encounters.findOne({ _id: room }, { projection: { version: 1 } });
  if ((encounter?.version ?? 0) >= stored) return;
  const row = await tenant.streams.findOne({ _id: room }, { projection: { state: 1 } });
  if (row && row.state !== 'clean') return;
  await markDirty(tenant, [room], now());
  told(room, []);
}

/**
 * A conversation the app never told of (older than it, or its word was lost) has no patient: its visitor's ID is the
 * CRM's to give. One that the app may still tell of is left to it: two IDs for one person would be told to them.
 */
async function identified(
  { tenant, workspace, now, identifyAfterMs }: RoomWork,
  room: Room,
  stored: readonly EventEnvelope[],
): Promise<AcolheEvent[]> {
  const isTold = stored.some(({ type }) => type === 'acolhe.patient.identified.v1');
  const endedMs = room.closedAt?.getTime() ?? Infinity;
  if (isTold || endedMs + identifyAfterMs > now().getTime()) return [];
  const { _id } = await patientOfVisitor(tenant, { workspace: workspace.id, visitorId: room.v._id }, now());
  return [
    {
      specversion: '1.0',
      id: eventId(workspace.id, room._id, 'crm', 'identified'),
      source: `/tenants/${tenant.id}/crm`,
      type: 'acolhe.patient.identified.v1',
      subject: room._id,
      time: room.ts.toISOString(),
      data: { patientId: _id, mintedBy: 'crm' },
    },
  ];
}

/**
 * @returns how many events were missing
 * @throws RocketChatError, MongoError: nothing is lost, the room is looked at again
 */
export async function reconcileRoom(work: RoomWork, room: Room): Promise<number> {
  const { tenant, workspace, client, directory, now, graceMs } = work;
  // first what we have, then what there is: what is in neither was said in between, and comes by the app
  const stored = await storedOf(tenant, room._id);
  await markUnshown(work, room._id, stored.length);
  // An erased conversation stays as it is; nothing of it can be compared any more.
  if (stored.some(({ erased }) => erased)) return 0;
  const untilMs = now().getTime() - graceMs;
  const facts = await readRoom(client, directory, room, stored);
  const where = {
    tenant: tenant.id,
    workspace: workspace.id,
    language: workspace.rocketchat?.language ?? 'pt-BR',
  };
  const missing = [
    ...missingEvents(where, facts, stored, untilMs),
    ...(await identified(work, room, stored)),
  ];
  for (let from = 0; from < missing.length; from += batch) {
    const events = missing.slice(from, from + batch);
    const fates = await storeEvents(tenant, events as EventEnvelope[], now());
    const types = events.filter((_event, index) => fates[index]?.fate === 'stored').map(({ type }) => type);
    work.stored(room._id, types);
  }
  if (tenant.keepFiles) await keepFilesOf(tenant, client, facts);
  return missing.length;
}
