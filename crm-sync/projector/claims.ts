/** Rows of conversations that wait for projection: one life cycle, dirty → claimed → gone, dirty again or poisoned. */
import { backoffMs } from '../backoff';
import type { DirtyConversationDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';

/** A worker that does nothing for this long is taken for dead. */
export const leaseMs = 10_000;
export const maxAttempts = 8;
const backoff = { baseMs: 500, capMs: 300_000 };

/** Conversations that can be claimed now, some of them: selective by state, so that a long queue costs no more than a short one. */
export async function claimable(tenant: Tenant, now: Date, limit: number): Promise<string[]> {
  const due = tenant.dirty.find(
    { state: 'dirty', nextTryAt: { $lte: now } },
    { projection: { _id: 1 }, limit },
  );
  const abandoned = tenant.dirty.find(
    { state: 'claimed', leaseUntil: { $lt: now } },
    { projection: { _id: 1 }, limit },
  );
  return [...(await due.toArray()), ...(await abandoned.toArray())].map((row) => row._id);
}

export type Claim = DirtyConversationDocument & { claimedBy: string };

/** @returns undefined when there is nothing to do or another worker does it */
export async function claim(
  tenant: Tenant,
  conversation: string,
  token: string,
  now: Date,
): Promise<Claim | undefined> {
  const row = await tenant.dirty.findOneAndUpdate(
    {
      _id: conversation,
      $or: [
        { state: 'dirty', nextTryAt: { $lte: now } },
        { state: 'claimed', leaseUntil: { $lt: now } },
      ],
    },
    {
      $set: { state: 'claimed', claimedBy: token, leaseUntil: new Date(now.getTime() + leaseMs) },
      $unset: { reason: '' },
    },
    { returnDocument: 'after' },
  );
  return row ? (row as Claim) : undefined;
}

export type Finished = 'done' | 'changed' | 'lost';

/** `changed`: events came meanwhile, and the row is dirty again. `lost`: the lease ran out and the row is another worker's. */
export async function finish(tenant: Tenant, row: Claim, now: Date): Promise<Finished> {
  const mine = { _id: row._id, claimedBy: row.claimedBy };
  if ((await tenant.dirty.deleteOne({ ...mine, mark: row.mark })).deletedCount === 1) return 'done';
  const released = await tenant.dirty.updateOne(mine, {
    $set: { state: 'dirty', attempts: 0, nextTryAt: now, since: now },
    $unset: { claimedBy: '', leaseUntil: '' },
  });
  return released.matchedCount === 1 ? 'changed' : 'lost';
}

/**
 * Puts a row back after a failure.
 * @param lasting whether trying again can be expected to fail too: such a row is poisoned in the end, others are tried for ever
 */
export async function fail(
  tenant: Tenant,
  row: Claim,
  failure: { reason: string; lasting: boolean },
  now: Date,
  random: number,
): Promise<'later' | 'poisoned'> {
  const attempts = row.attempts + 1;
  const poisoned = failure.lasting && attempts >= maxAttempts;
  await tenant.dirty.updateOne(
    { _id: row._id, claimedBy: row.claimedBy },
    {
      $set: {
        attempts,
        state: poisoned ? 'poisoned' : 'dirty',
        reason: failure.reason,
        nextTryAt: new Date(now.getTime() + backoffMs(backoff, attempts, random)),
      },
      $unset: { claimedBy: '', leaseUntil: '' },
    },
  );
  return poisoned ? 'poisoned' : 'later';
}
