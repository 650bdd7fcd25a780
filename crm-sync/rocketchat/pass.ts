/** One pass over a workspace: the rooms somebody told of, then all that changed since the watermark. */
import type { RoomWork } from './reconcile-room';
import { reconcileRoom } from './reconcile-room';
import { backoffMs } from '../backoff';
import { RocketChatError } from './failure';
import type { Room } from './shapes';
import { dueRooms, finishRoom, markRoom, postponeRoom, type RoomRow } from './state';

export interface PassWork extends RoomWork {
  random: () => number;
  /** Rooms read up to a change, by id: read again only when they change again. Lives as long as the process. */
  seen: Map<string, number>;
  /** Called between rooms: keeps the lease, or ends the pass. @throws PassEnded */
  between: () => Promise<void>;
  progress?: (progress: { read: number; total: number; restored: number }) => void;
}

/** The service stops, or the lease is another's. */
export class PassEnded extends Error {}

export interface PassResult {
  read: number;
  restored: number;
  /** Rooms that could not be read and are tried again later. */
  failed: number;
  /** The newest change there was when the pass began. */
  watermark?: Date;
}

const pageSize = 50;
const markedAtOnce = 100;
const backoff = { baseMs: 60_000, capMs: 3_600_000 };
const mostSeen = 50_000;

const later = ({ now, random }: PassWork, attempts: number): Date =>
  new Date(now().getTime() + backoffMs(backoff, attempts + 1, random()));

/** A room's own failure is noted and does not hold up the others; a passing one ends the pass. */
function codeOfRoom(error: unknown): string {
  if (error instanceof RocketChatError && error.kind !== 'temporary') return error.code;
  throw error;
}

/** @param begunMs when its reading began: what was younger than the grace then was left out, and is looked at again */
function remember({ seen, graceMs }: PassWork, room: Room, begunMs: number): void {
  if (room._updatedAt.getTime() > begunMs - graceMs) return;
  if (seen.size >= mostSeen) seen.clear();
  seen.set(room._id, room._updatedAt.getTime());
}

async function marked(work: PassWork, row: RoomRow, result: PassResult): Promise<void> {
  const { tenant, client, now, graceMs } = work;
  try {
    const room = await client.room(row.room);
    const begunMs = now().getTime();
    result.restored += await reconcileRoom(work, room);
    result.read += 1;
    remember(work, room, begunMs);
  } catch (error) {
    // removed there, kept here
    if (!(error instanceof RocketChatError && error.kind === 'gone')) {
      result.failed += 1;
      await postponeRoom(tenant, row, codeOfRoom(error), later(work, row.attempts));
      return;
    }
  }
  await finishRoom(tenant, row, new Date(now().getTime() + graceMs + 1_000));
}

/** Rooms that the webhook told of, or that failed before. @throws RocketChatError temporary */
export async function passOverMarked(work: PassWork): Promise<PassResult> {
  const result: PassResult = { read: 0, restored: 0, failed: 0 };
  for (const row of await dueRooms(work.tenant, work.workspace.id, work.now(), markedAtOnce)) {
    await work.between();
    await marked(work, row, result);
  }
  return result;
}

/**
 * Rooms changed since `since`, the last changed first, so that what changes meanwhile is met twice rather than missed.
 * @param since undefined: all rooms there are
 * @param again reads also rooms that seem unchanged: an edit of an older message does not touch its room
 * @throws RocketChatError when the list cannot be read or the failure will pass: the watermark stays where it was
 */
export async function passOverChanged(
  work: PassWork,
  since: Date | undefined,
  again: boolean,
): Promise<PassResult> {
  const result: PassResult = { read: 0, restored: 0, failed: 0 };
  const done = new Set<string>();
  let totalBefore = 0;
  for (let offset = 0; ;) {
    const { rooms, total } = await work.client.rooms(offset, pageSize);
    result.watermark ??= rooms[0]?._updatedAt;
    const removed = totalBefore - total;
    totalBefore = total;
    if (removed > 0 && offset > 0) {
      // Those behind moved up, maybe past this page's beginning.
      offset = Math.max(0, offset - removed);
      continue;
    }
    for (const room of rooms) {
      if (since && room._updatedAt < since) return result;
      if (done.has(room._id) || (!again && work.seen.get(room._id) === room._updatedAt.getTime())) continue;
      done.add(room._id);
      await work.between();
      const begunMs = work.now().getTime();
      try {
        result.restored += await reconcileRoom(work, room);
        remember(work, room, begunMs);
      } catch (error) {
        codeOfRoom(error);
        result.failed += 1;
        await markRoom(work.tenant, work.workspace.id, room._id, later(work, 0));
      }
      result.read += 1;
      work.progress?.({ read: result.read, total, restored: result.restored });
    }
    offset += rooms.length;
    if (rooms.length === 0 || offset >= total) return result;
  }
}
