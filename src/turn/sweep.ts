/**
 * The sweep: each 20 s it does what is due, finishes what a dead process left, and answers what no hook told of. It asks
 * only "what is there now?"; what it remembers is where to go on, and to forget that does no harm.
 */
import type { Input, InputOf } from '../dialog/input';
import { compareInputs } from '../dialog/input';
import { claiming } from './claims';
import { type DueReminder, latestCopies, type TurnRecord } from './records';
import { type MadeGood, madeGood, type RoomNow } from './room-compared';
import { resumeKept, resumeReceived, takeTurn } from './turn';
import { whereOf } from './where-of';
import { within } from './within';
import type { TurnWorld } from './world';

/** A record this old has no living process: younger ones are left to the process that has them. */
export const abandonedAfterMs = 20_000;
/** Rooms looked after at the same time, and how long a sweep goes on beginning to look into watched ones. */
const roomsAtOnce = 8;
const watchForMs = 15_000;
/** One room's share of a sweep may take this long; a sweep that takes longer than any should is not waited for. */
const roomTimeoutMs = 60_000;
const stuckAfterMs = 5 * 60_000;
/** A hook that is under way is not overtaken. */
const settleMs = 5_000;
const purgeAfterMs = 24 * 3_600_000;
/** A conversation that cannot be removed yet is looked at again after this. */
const purgeAgainMs = 10 * 60_000;

export interface WatchedRoom {
  open: boolean;
  /** Inputs of the room's messages, oldest first, as hooks would have told them. */
  messages: Input[];
  /** Of a closed room, as its hook would have told it. */
  closed?: Input;
  /** Of an open room: what its queue is now, or who serves it, where that is not as it should be. */
  place?: InputOf<'place-changed'>['is'] | 'none';
  /** Of an open room. */
  now?: RoomNow;
}

/** What one process remembers between sweeps. */
export interface SweepMemory {
  runningSinceMs?: number | undefined;
  /** The watched room at which the last sweep ran out of time. */
  next?: string | undefined;
  /** What rooms show that no hook told of, by the room, since when. */
  untold?: Map<string, { id: string; sinceMs: number }>;
}

export interface SweepWorld extends TurnWorld {
  sweeping: SweepMemory;
  /** Undefined when the room is gone. */
  roomOf: (conversation: string) => Promise<WatchedRoom | undefined>;
  /** Forgets who had this visitor, when that was too long ago to matter. */
  forgetServed?: (visitor: string) => Promise<void>;
  /** Whether a CRM is set, so that events can ever be sent. */
  configured: () => Promise<boolean>;
}

/** One at a time: a sweep that finds another of this process under way leaves everything to it. */
export async function sweep(world: SweepWorld): Promise<void> {
  const { sweeping } = world;
  const beganMs = world.now().getTime();
  if (sweeping.runningSinceMs !== undefined && beganMs - sweeping.runningSinceMs < stuckAfterMs) return;
  sweeping.runningSinceMs = beganMs;
  try {
    await guard(world, () => remindDue(world));
    await guard(world, () => finishAbandoned(world));
    await guard(world, () => lookIntoWatched(world));
  } finally {
    if (sweeping.runningSinceMs === beganMs) sweeping.runningSinceMs = undefined;
  }
}

async function guard(world: TurnWorld, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    world.log({ code: 'sweep-failed', detail: whereOf(error) });
  }
}

/** Does the work of several rooms at once, that of one room in its order. */
async function byRoom<T>(
  world: TurnWorld,
  items: readonly T[],
  roomOf: (item: T) => string,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const rooms = new Map<string, T[]>();
  for (const item of items) rooms.set(roomOf(item), [...(rooms.get(roomOf(item)) ?? []), item]);
  await severalAtOnce([...rooms.values()], async (ofRoom) => {
    for (const item of ofRoom) await guard(world, () => within(roomTimeoutMs, work(item)));
  });
}

/** @param goesOn asked before each item @returns how many were begun */
async function severalAtOnce<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  goesOn: () => boolean = () => true,
): Promise<number> {
  let begun = 0;
  const worker = async (): Promise<void> => {
    while (begun < items.length && goesOn()) {
      begun += 1;
      await work(items[begun - 1] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(roomsAtOnce, items.length) }, worker));
  return begun;
}

async function finishAbandoned(world: SweepWorld): Promise<void> {
  const old = (record: TurnRecord): boolean =>
    world.now().getTime() - Date.parse(record.keptAt ?? record.receivedAt) >= abandonedAfterMs;
  const byTime = (a: TurnRecord, b: TurnRecord): number => (a.input.at < b.input.at ? -1 : 1);
  const room = ({ input }: TurnRecord): string => input.conversation;
  const received = (await world.records.inPhase('received')).filter(old).sort(byTime);
  await byRoom(world, received, room, (record) => resumeReceived(world, record));
  const kept = (await world.records.inPhase('kept')).filter(old).sort(byTime);
  await byRoom(world, kept, room, (record) => resumeKept(world, record));
}

async function lookIntoWatched(world: SweepWorld): Promise<void> {
  const { sweeping } = world;
  const untilMs = world.now().getTime() + watchForMs;
  const sorted = (await world.records.watched()).sort();
  const { next = '' } = sweeping;
  const rooms = [...sorted.filter((room) => room >= next), ...sorted.filter((room) => room < next)];
  const begun = await severalAtOnce(
    rooms,
    (room) => guard(world, () => within(roomTimeoutMs, lookInto(world, room))),
    () => world.now().getTime() < untilMs,
  );
  sweeping.next = rooms[begun];
}

/** Messages, who has the room, where it waits, and its end, whose hook was lost while the app's process was down. */
async function lookInto(world: SweepWorld, conversation: string): Promise<void> {
  const room = await world.roomOf(conversation);
  if (!room) return forgetGone(world, conversation);
  const { messages, closed } = room;
  if (messages.length === 0 && !closed && !room.place) return;
  const known = latestCopies(await world.records.ofConversation(conversation)).map((record) => record.input);
  const told = new Set(known.map(({ id }) => id));
  const settledBefore = world.now().getTime() - settleMs;
  const ended = closed !== undefined && Date.parse(closed.at) <= settledBefore;
  const handled = known.filter(({ kind }) => kind === 'patient-message' || kind === 'button');
  for (const input of messages) {
    if (told.has(input.id) || (!ended && Date.parse(input.at) > settledBefore)) continue;
    // what the patient wrote before what is handled already is no answer to what was asked since
    const late = input.kind === 'patient-message' && handled.some(({ at }) => at > input.at);
    await takeTurn(world, late ? { ...input, late } : input);
  }
  const untold = untoldMove(world, conversation, room.now, known);
  if (untold) await takeTurn(world, untold);
  const changed = untold ? undefined : placeChanged(world, conversation, room.place, known);
  if (changed && !told.has(changed.id)) await takeTurn(world, changed);
  if (!ended) return;
  if (!told.has(closed.id)) await takeTurn(world, closed);
  await world.records.unwatch(conversation);
}

/** A hook may be on its way: only what two looks show, one sweep or more apart, was lost. */
const lostAfterMs = 15_000;
const untoldAtMost = 10_000;

function untoldMove(
  world: SweepWorld,
  conversation: string,
  room: RoomNow | undefined,
  known: readonly Input[],
): MadeGood | undefined {
  const { sweeping } = world;
  const seen = (sweeping.untold ??= new Map());
  const nowMs = world.now().getTime();
  const lost = room && madeGood(room, known, new Date(nowMs).toISOString());
  const isTold = lost && known.some(({ id }) => id === lost.id);
  const before = seen.get(conversation);
  if (!lost || isTold || before?.id !== lost.id) {
    seen.delete(conversation);
    if (lost && !isTold && seen.size < untoldAtMost) seen.set(conversation, { id: lost.id, sinceMs: nowMs });
    return undefined;
  }
  if (nowMs - before.sinceMs < lostAfterMs) return undefined;
  seen.delete(conversation);
  return lost;
}

/** Where nobody is at all, nothing else can be tried: that is looked at less often. */
const placeAgainMs = {
  ...{ gone: 120_000, away: 120_000, back: 120_000 },
  ...{ nobody: 30 * 60_000, 'agent-gone': 10 * 60_000 },
} as const;

/**
 * A room whose department was removed names none any more; nor does one that the bot still has: only who was brought to a
 * queue has lost one. What is told is named by its time, so that it is told again later and not at each sweep.
 */
function placeChanged(
  world: SweepWorld,
  conversation: string,
  place: WatchedRoom['place'],
  known: readonly Input[],
): InputOf<'place-changed'> | undefined {
  const moves = known.filter(
    ({ kind }) => kind === 'transfer-answered' || kind === 'unassigned' || kind === 'assigned',
  );
  const last = moves.sort(compareInputs).at(-1);
  const settledBefore = world.now().getTime() - settleMs;
  if (!place || !last || Date.parse(last.at) > settledBefore) return undefined;
  const isServed = last.kind === 'assigned';
  const waits =
    place === 'agent-gone'
      ? isServed
      : last.kind === 'unassigned' || (last.kind === 'transfer-answered' && last.result === 'transferred');
  if (!waits || (place === 'back' && !wasNobody(known))) return undefined;
  const is = place === 'none' ? 'gone' : place;
  const nowMs = world.now().getTime();
  const at = new Date(nowMs).toISOString();
  return {
    kind: 'place-changed',
    id: `place/${is}/${Math.floor(nowMs / placeAgainMs[is])}`,
    ...{ at, conversation, is },
  };
}

/** As it was told last, nobody was there. */
function wasNobody(known: readonly Input[]): boolean {
  const told = known
    .filter(({ kind }) => kind === 'transfer-answered' || kind === 'place-changed')
    .sort(compareInputs)
    .at(-1);
  if (told?.kind === 'transfer-answered') return told.result === 'transferred' && !told.agentsOnline;
  return told?.kind === 'place-changed' && told.is === 'nobody';
}

async function forgetGone(world: SweepWorld, conversation: string): Promise<void> {
  await remindOfPurge(world, conversation, purgeAfterMs);
  await world.records.unwatch(conversation);
}

function remindOfPurge(world: SweepWorld, conversation: string, afterMs: number): Promise<void> {
  const dueAt = new Date(world.now().getTime() + afterMs).toISOString();
  return world.records.remind({ conversation, reminder: 'purge', dueAt });
}

async function remindDue(world: SweepWorld): Promise<void> {
  const nowMs = world.now().getTime();
  const due = (await world.records.reminders()).filter((item) => Date.parse(item.dueAt) <= nowMs);
  await byRoom(
    world,
    due,
    (item) => item.conversation,
    (item) =>
      claiming(world, item.conversation, `remind/${item.reminder}/${item.dueAt}`, () => remind(world, item)),
  );
}

async function remind(world: SweepWorld, reminder: DueReminder): Promise<void> {
  const { conversation, dueAt } = reminder;
  if (reminder.reminder === 'purge') return purge(world, reminder);
  await takeTurn(world, {
    kind: 'due',
    id: `due/${reminder.reminder}/${dueAt}`,
    at: world.now().toISOString(),
    conversation,
    reminder: reminder.reminder,
  });
  await world.records.forgetReminder(reminder);
}

/** What the CRM has, or will never take, need not stay here; nor what no CRM is set for. What people have to do rings on. */
async function purge(world: SweepWorld, reminder: DueReminder): Promise<void> {
  const { conversation } = reminder;
  const records = latestCopies(await world.records.ofConversation(conversation));
  const over: TurnRecord['phase'][] = ['done', 'refused'];
  if (records.some(({ phase }) => phase === 'unsent') && !(await world.configured())) over.push('unsent');
  const rings = (await world.records.reminders()).some(
    (other) => other.conversation === conversation && other.reminder === 'task',
  );
  if (!rings && records.every(({ phase }) => over.includes(phase))) {
    await world.records.purge(conversation);
    const started = records.find(({ input }) => input.kind === 'started')?.input;
    if (started?.kind === 'started') await world.forgetServed?.(started.visitor.id);
  } else await remindOfPurge(world, conversation, purgeAgainMs);
  await world.records.forgetReminder(reminder);
}
