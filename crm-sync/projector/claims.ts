/** Rows of streams that wait for projection: one life cycle, clean → dirty → claimed → clean, dirty again or poisoned. */
import type { Filter } from 'mongodb';
import { backoffMs } from '../backoff';
import type { StreamDocument } from '../store/documents';
import { markDirty, streamChunk } from '../store/streams';
import type { Tenant } from '../store/tenant';

/** A worker that does nothing for this long is taken for dead. */
export const leaseMs = 10_000;
export const maxAttempts = 8;
/** Streams one claim holds at most. */
export const batchSize = streamChunk;
const backoff = { baseMs: 500, capMs: 300_000 };

/** Nothing is put off for longer: a row due later was written by a clock that was ahead, and is due. */
const farMs = 2 * backoff.capMs;

function due(now: Date): Filter<StreamDocument> {
  return { $or: [{ dueAt: { $lte: now } }, { dueAt: { $gt: new Date(now.getTime() + farMs) } }] };
}

/** Streams that can be claimed now, some of them: those that wait, and those whose worker is taken for dead. */
export async function claimable(tenant: Tenant, now: Date, limit: number): Promise<string[]> {
  const found = tenant.streams.find(due(now), { projection: { _id: 1 }, limit });
  return (await found.toArray()).map((row) => row._id);
}

export type Claim = StreamDocument & { claimedBy: string };

/**
 * Those of the streams that nobody else works on and that are due.
 * @param token names this claim alone
 */
export async function claim(
  tenant: Tenant,
  subjects: readonly string[],
  token: string,
  now: Date,
): Promise<Claim[]> {
  const ids = { $in: [...subjects] };
  const taken = await tenant.streams.updateMany({ _id: ids, ...due(now) }, [
    {
      $set: {
        state: 'claimed',
        claimedBy: token,
        claimedMark: '$mark',
        dueAt: new Date(now.getTime() + leaseMs),
      },
    },
  ]);
  if (taken.modifiedCount === 0) return [];
  return (await tenant.streams.find({ _id: ids, claimedBy: token, state: 'claimed' }).toArray()) as Claim[];
}

/** Holds on to what takes longer than a lease. */
export async function renew(
  tenant: Tenant,
  subjects: readonly string[],
  token: string,
  now: Date,
): Promise<void> {
  await tenant.streams.updateMany(
    { _id: { $in: [...subjects] }, claimedBy: token, state: 'claimed' },
    { $set: { dueAt: new Date(now.getTime() + leaseMs) } },
  );
}

export interface Finished {
  /** Events came meanwhile: dirty again. */
  again: string[];
  /** The lease ran out and the row is another worker's; it is marked, so that one more refold settles what both wrote. */
  lost: string[];
}

const sameMark = { $expr: { $eq: ['$mark', '$claimedMark'] } };

/** Gives finished rows back. */
export async function finish(tenant: Tenant, rows: readonly Claim[], now: Date): Promise<Finished> {
  const [first] = rows;
  if (!first) return { again: [], lost: [] };
  const { claimedBy } = first;
  const plain = rows.filter((row) => !row.againAt).map((row) => row._id);
  const done = plain.length
    ? await tenant.streams.updateMany(
        { _id: { $in: plain }, claimedBy, state: 'claimed', ...sameMark },
        {
          $set: { state: 'clean', attempts: 0 },
          $unset: { dueAt: '', since: '', reason: '', rebuild: '' },
        },
      )
    : { matchedCount: 0 };
  if (done.matchedCount === rows.length) return { again: [], lost: [] };
  return finishOthers(tenant, rows, claimedBy, now);
}

/** Rows to be done again, now or at a time of their own, and rows that are no longer this worker's. */
async function finishOthers(
  tenant: Tenant,
  rows: readonly Claim[],
  claimedBy: string,
  now: Date,
): Promise<Finished> {
  const ids = { $in: rows.map((row) => row._id) };
  const current = await tenant.streams.find({ _id: ids }).toArray();
  const mine = current.filter((row) => row.claimedBy === claimedBy && row.state === 'claimed');
  for (const row of mine) {
    const settled = row.mark === row.claimedMark;
    const later = settled && row.againAt && row.againAt > now ? row.againAt : undefined;
    const next = later ?? now;
    await tenant.streams.updateOne(
      { _id: row._id, claimedBy, state: 'claimed', mark: row.mark },
      settled && !later
        ? {
            $set: { state: 'clean', attempts: 0 },
            $unset: { dueAt: '', since: '', reason: '', rebuild: '', againAt: '' },
          }
        : {
            $set: { state: 'dirty', attempts: 0, since: next, dueAt: next },
            $unset: { reason: '', ...(settled && { rebuild: '' }) },
          },
    );
  }
  const again = mine.filter((row) => row.mark !== row.claimedMark).map((row) => row._id);
  const lost = current.filter((row) => row.claimedBy !== claimedBy).map((row) => row._id);
  if (lost.length) await markDirty(tenant, lost, now);
  return { again, lost };
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
  const dueAt = new Date(now.getTime() + backoffMs(backoff, attempts, random));
  await tenant.streams.updateOne(
    { _id: row._id, claimedBy: row.claimedBy, state: 'claimed' },
    {
      $set: {
        attempts,
        reason: failure.reason,
        ...(poisoned ? { state: 'poisoned', poisonedAt: now } : { state: 'dirty', dueAt }),
      },
      ...(poisoned && { $unset: { dueAt: '' } }),
    },
  );
  return poisoned ? 'poisoned' : 'later';
}
