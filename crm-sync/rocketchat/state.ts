/** What reconciliation remembers, per tenant: one row per workspace (watermark, lease) and one per room to look at. */
import { MongoServerError, type Collection } from 'mongodb';
import type { Tenant } from '../store/tenant';
import { durable } from '../store/durable';

/** `_id` = `workspace/<id>`. */
export interface WorkspaceRow {
  _id: string;
  kind: 'workspace';
  workspace: string;
  /** Rooms changed up to here were read. */
  watermark?: Date;
  /** When rooms that seem unchanged were last read again. */
  deepAt?: Date;
  leaseBy?: string;
  leaseUntil?: Date;
  /** When a pass last ended well. */
  passedAt?: Date;
}

/** A room that somebody told of, or that failed. `_id` = `room/<workspace>/<room>`. */
export interface RoomRow {
  _id: string;
  kind: 'room';
  workspace: string;
  room: string;
  /** Incremented by each telling; who looked removes the row only if nothing was told meanwhile. */
  mark: number;
  dueAt: Date;
  attempts: number;
  /** Code of the last failure. */
  reason?: string;
}

export type Row = WorkspaceRow | RoomRow;
/** Both kinds are in one collection. */
function rows<T extends Row>(tenant: Tenant): Collection<T> {
  return tenant.db.collection<T>('reconciliation', durable);
}
const workspaceRows = (tenant: Tenant): Collection<WorkspaceRow> => rows(tenant);
const roomRows = (tenant: Tenant): Collection<RoomRow> => rows(tenant);

export const leaseMs = 60_000;

const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === 11_000;

/** @returns the workspace's row when the lease is this holder's now */
export async function takeLease(
  tenant: Tenant,
  workspace: string,
  holder: string,
  now: Date,
): Promise<WorkspaceRow | undefined> {
  const _id = `workspace/${workspace}`;
  try {
    const row = await workspaceRows(tenant).findOneAndUpdate(
      {
        _id,
        $or: [
          { leaseBy: holder },
          { leaseBy: { $exists: false } },
          { leaseUntil: { $lt: now } },
          // longer than any lease: taken by a clock that was ahead
          { leaseUntil: { $gt: new Date(now.getTime() + 2 * leaseMs) } },
        ],
      },
      {
        $set: {
          kind: 'workspace',
          workspace,
          leaseBy: holder,
          leaseUntil: new Date(now.getTime() + leaseMs),
        },
      },
      { upsert: true, returnDocument: 'after' },
    );
    return row ?? undefined;
  } catch (error) {
    // the row is there, and another's
    if (isDuplicate(error)) return undefined;
    throw error;
  }
}

/** @param done what the pass came to; absent when it did not end well */
export async function releaseLease(
  tenant: Tenant,
  workspace: string,
  holder: string,
  done: Partial<Pick<WorkspaceRow, 'watermark' | 'deepAt' | 'passedAt'>> = {},
): Promise<void> {
  await workspaceRows(tenant).updateOne(
    { _id: `workspace/${workspace}`, leaseBy: holder },
    { ...(Object.keys(done).length > 0 && { $set: done }), $unset: { leaseBy: '', leaseUntil: '' } },
  );
}

/** A room to look at. One that waits already is not put off. */
export async function markRoom(tenant: Tenant, workspace: string, room: string, dueAt: Date): Promise<void> {
  const filter = { _id: `room/${workspace}/${room}` };
  const update = {
    $inc: { mark: 1 },
    $min: { dueAt },
    $set: { kind: 'room' as const, workspace, room, attempts: 0 },
  };
  try {
    await roomRows(tenant).updateOne(filter, update, { upsert: true });
  } catch (error) {
    // two at once: the row is there now
    if (!isDuplicate(error)) throw error;
    await roomRows(tenant).updateOne(filter, update);
  }
}

/** Nothing is put off for longer: what is due later was written by a clock that was ahead. */
const farMs = 24 * 3_600_000;

export async function dueRooms(
  tenant: Tenant,
  workspace: string,
  now: Date,
  limit: number,
): Promise<RoomRow[]> {
  return roomRows(tenant)
    .find(
      {
        ...{ kind: 'room', workspace },
        $or: [{ dueAt: { $lte: now } }, { dueAt: { $gt: new Date(now.getTime() + farMs) } }],
      },
      { limit },
    )
    .toArray();
}

/** Looked at; what was told meanwhile is looked at again at `againAt`. */
export async function finishRoom(tenant: Tenant, row: RoomRow, againAt: Date): Promise<void> {
  const { deletedCount } = await roomRows(tenant).deleteOne({ _id: row._id, mark: row.mark });
  if (deletedCount === 0) await roomRows(tenant).updateOne({ _id: row._id }, { $set: { dueAt: againAt } });
}

export async function postponeRoom(tenant: Tenant, row: RoomRow, reason: string, dueAt: Date): Promise<void> {
  await roomRows(tenant).updateOne({ _id: row._id }, { $set: { dueAt, reason }, $inc: { attempts: 1 } });
}

export async function workspaceState(tenant: Tenant, workspace: string): Promise<WorkspaceRow | undefined> {
  return (await workspaceRows(tenant).findOne({ _id: `workspace/${workspace}` })) ?? undefined;
}
