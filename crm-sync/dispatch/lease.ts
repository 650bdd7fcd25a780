/** One process at a time hands out the conversations of a workspace. */
import { MongoServerError } from 'mongodb';
import { durable } from '../store/durable';
import type { Tenant } from '../store/tenant';

interface LeaseRow {
  _id: string;
  by: string;
  until: Date;
}

/** Longer than the slowest call of a round, so that it does not end beneath one. */
export const leaseMs = 30_000;

const isDuplicate = (error: unknown): boolean => error instanceof MongoServerError && error.code === 11_000;

/** Takes it, or keeps it for longer. @returns whether it is this holder's now */
export async function holdLease(
  tenant: Tenant,
  workspace: string,
  holder: string,
  now: Date,
): Promise<boolean> {
  const at = now.getTime();
  const free = [
    { by: holder },
    { until: { $lt: now } },
    // longer than any lease: taken by a clock that was ahead
    { until: { $gt: new Date(at + 2 * leaseMs) } },
  ];
  try {
    const row = await tenant.db
      .collection<LeaseRow>('dispatch', durable)
      .findOneAndUpdate(
        { _id: workspace, $or: free },
        { $set: { by: holder, until: new Date(at + leaseMs) } },
        { upsert: true, returnDocument: 'after' },
      );
    return row?.by === holder;
  } catch (error) {
    // the row is there, and another's
    if (isDuplicate(error)) return false;
    throw error;
  }
}

export async function giveUpLease(tenant: Tenant, workspace: string, holder: string): Promise<void> {
  await tenant.db.collection<LeaseRow>('dispatch', durable).deleteOne({ _id: workspace, by: holder });
}
