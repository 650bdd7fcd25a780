/** Builds what a turn needs from the accessors of one hook. What outlives the hook is in `AppMemory`. */
import { randomUUID } from 'crypto';
import type {
  IHttp,
  ILogger,
  IModify,
  IPersistence,
  IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { DepartmentRole, Input } from '../dialog/input';
import type { Knowledge } from '../dialog/knowledge';
import { crmClient } from '../effects/crm-client';
import { perform } from '../effects/perform';
import { roomActions } from '../effects/room-actions';
import { appRecords } from '../turn/app-records';
import { Chains } from '../turn/chains';
import { flush, newOutboxMemory, type OutboxWorld } from '../turn/outbox';
import type { SweepMemory, SweepWorld, WatchedRoom } from '../turn/sweep';
import { takeTurn } from '../turn/turn';
import { closedInput, messageInput, startedInput, visitorInput } from './inputs';
import { readCrmAddress, readDepartment, readSetup } from './settings';

/** What one process of the app remembers: locks and back-off. Losing it loses nothing. */
export interface AppMemory {
  appId: string;
  knowledge: () => Knowledge;
  chains: Chains;
  outbox: ReturnType<typeof newOutboxMemory>;
  sweeping: SweepMemory;
  /** Conversations known to have been started; others are looked up. */
  started: Set<string>;
  log: ILogger;
}

/** Forgetting costs a look-up each. */
const startedAtMost = 10_000;

export function newMemory(appId: string, knowledge: () => Knowledge, log: ILogger): AppMemory {
  return {
    appId,
    knowledge,
    chains: new Chains(),
    outbox: newOutboxMemory(),
    sweeping: {},
    started: new Set(),
    log,
  };
}

export interface Accessors {
  read: IRead;
  http: IHttp;
  persistence: IPersistence;
  modify: IModify;
}

export interface World extends SweepWorld {
  outbox: OutboxWorld;
  started: Set<string>;
  /** Sends what is unsent now, if it is time. */
  flush: () => Promise<void>;
}

export function worldOf(memory: AppMemory, accessors: Accessors): World {
  const { read, http, persistence, modify } = accessors;
  const now = (): Date => new Date();
  const records = appRecords(persistence, read.getPersistenceReader());
  // codes and ids only: what people wrote never reaches a log
  const log = (problem: { code: string; detail: string }): void =>
    memory.log.warn(problem.code, problem.detail);
  const crm = crmClient(http, () => readCrmAddress(read), randomUUID, now);
  const configured = async (): Promise<boolean> => (await readCrmAddress(read)) !== undefined;
  const outbox: OutboxWorld = {
    records,
    now,
    random: Math.random,
    configured,
    post: (events) => crm.postEvents(events),
    later: (ms, work) => void setTimeout(work, ms),
    log,
  };
  const flushNow = (): Promise<void> => flush(outbox, memory.outbox);
  return {
    records,
    knowledge: memory.knowledge(),
    chains: memory.chains,
    now,
    nonce: randomUUID,
    log,
    perform: (effect, record) => {
      const repeated = now().getTime() - Date.parse(record.keptAt ?? record.receivedAt) > 10_000;
      const room = roomActions(read, modify, memory.appId, repeated);
      const departmentOf = (to: DepartmentRole): Promise<string> => readDepartment(read, to);
      const wakeAt = async (when: Date): Promise<void> => {
        await modify.getScheduler().scheduleOnce({ id: sweepJob, when });
      };
      return perform({ records, crm, now, room, departmentOf, wakeAt }, effect, record);
    },
    eventsWaiting: () => void flushNow(),
    roomOf: (conversation) => roomOf(read, conversation, now()),
    configured,
    sweeping: memory.sweeping,
    started: memory.started,
    outbox,
    flush: flushNow,
  };
}

/** The job that sweeps. */
export const sweepJob = 'acolhe-sweep';

/**
 * A turn in a room. A room that was never heard of (its start was lost, or it is older than the app) is started first.
 * Nothing is done in a closed room that is unknown: it is history.
 */
export async function turnInRoom(
  world: World,
  read: IRead,
  room: ILivechatRoom,
  input: Input,
): Promise<void> {
  if (await ensureStarted(world, read, room)) await takeTurn(world, input);
}

/** @returns false for a closed room that nothing is known of */
export async function ensureStarted(world: World, read: IRead, room: ILivechatRoom): Promise<boolean> {
  if (world.started.has(room.id)) return true;
  const known = await world.records.ofConversation(room.id);
  if (!known.some((record) => record.input.kind === 'started')) {
    if (!room.isOpen && known.length === 0) return false;
    await takeTurn(world, startedInput(room, await readSetup(read), world.now()));
    const contact = room.visitor.visitorEmails?.length || room.visitor.phone?.length;
    const saved = contact ? visitorInput(room.visitor, room.id, world.now()) : undefined;
    if (saved) await takeTurn(world, saved);
  }
  if (world.started.size >= startedAtMost) world.started.clear();
  if (room.isOpen) world.started.add(room.id);
  return true;
}

async function roomOf(read: IRead, conversation: string, now: Date): Promise<WatchedRoom | undefined> {
  const room = (await read.getRoomReader().getById(conversation)) as ILivechatRoom | undefined;
  if (!room) return undefined;
  const messages: IMessage[] =
    (await read.getLivechatReader()._fetchLivechatRoomMessages(conversation)) ?? [];
  const inputs = messages
    .map((message) => messageInput(message, now))
    .filter((input): input is Input => input !== undefined)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return { open: room.isOpen, messages: inputs, ...(room.isOpen ? {} : { closed: closedInput(room, now) }) };
}
