/** Rows of streams that wait for projection: one life cycle, clean → dirty → claimed → clean, dirty again or poisoned. */
import type { Document } from 'mongodb';
import { backoffMs } from '../backoff';
import { chunksOf, idChunk } from '../store/in-chunks';
import type { StreamDocument } from '../store/documents';
import { markDirty } from '../store/streams';
import type { Tenant } from '../store/tenant';

/** A worker that does nothing for this long is taken for dead. */
export const leaseMs = 10_000;
/** So many failures that will last, one after another, and a stream is set aside. A database that is away sets nothing aside. */
export const maxAttempts = 8;
/** Streams one claim holds at most. */
export const batchSize = idChunk;
const backoff = { baseMs: 500, capMs: 300_000 };

/** Nothing is put off for longer: a row due later was written by a clock that was ahead, and is due. */
const farMs = 2 * backoff.capMs;

/** A claim or its end that a crash takes back is made again when the lease is over; marks are what must not be lost. */
const quick = { writeConcern: { w: 1 } } as const;

/** Streams that can be claimed now, some of them: those that wait, and those whose worker is taken for dead. */
export async function claimable(tenant: Tenant, now: Date, limit: number): Promise<string[]> {
  // Two questions: not every server looks an `$or` up in an index.
  const far = new Date(now.getTime() + farMs);
  const found = await Promise.all(
    [{ $lte: now }, { $gt: far }].map((dueAt) =>
      tenant.streams.find({ dueAt }, { projection: { _id: 1 }, limit }).toArray(),
    ),
  );
  return found.flat().map((row) => row._id);
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
  const notDue = { $gt: now, $lte: new Date(now.getTime() + farMs) };
  const claimed: Claim[] = [];
  for (const some of chunksOf(subjects)) claimed.push(...(await claimSome(some)));
  return claimed;

  async function claimSome(some: string[]): Promise<Claim[]> {
    const ids = { $in: some };
    const taken = await tenant.streams.updateMany(
      { _id: ids, dueAt: { $exists: true, $not: notDue } },
      [
        {
          $set: {
            state: 'claimed',
            claimedBy: token,
            claimedMark: '$mark',
            dueAt: new Date(now.getTime() + leaseMs),
          },
        },
      ],
      quick,
    );
    if (taken.modifiedCount === 0) return [];
    return (await tenant.streams.find({ _id: ids, claimedBy: token, state: 'claimed' }).toArray()) as Claim[];
  }
}

/** Holds on to what takes longer than a lease. */
export async function renew(
  tenant: Tenant,
  subjects: readonly string[],
  token: string,
  now: Date,
): Promise<void> {
  for (const some of chunksOf(subjects))
    await tenant.streams.updateMany(
      { _id: { $in: some }, claimedBy: token, state: 'claimed' },
      { $set: { dueAt: new Date(now.getTime() + leaseMs) } },
      quick,
    );
}

export interface Finished {
  /** Events came meanwhile: dirty again. */
  again: string[];
  /** The lease ran out and the row is another worker's; it is marked, so that one more refold settles what both wrote. */
  lost: string[];
}

/** Rows whose mark grew meanwhile are dirty again, at once; the others are clean, maybe due once more at `againAt`. */
function settled(now: Date): Document[] {
  const same = { $eq: ['$mark', '$claimedMark'] };
  const later = { $and: [same, { $gt: ['$againAt', now] }] };
  const clean = { $and: [same, { $not: [later] }] };
  return [
    {
      $set: {
        state: { $cond: [same, 'clean', 'dirty'] },
        attempts: 0,
        since: { $cond: [same, '$$REMOVE', now] },
        dueAt: { $cond: [clean, '$$REMOVE', { $cond: [later, '$againAt', now] }] },
        rebuild: { $cond: [same, '$$REMOVE', '$rebuild'] },
        againAt: { $cond: [clean, '$$REMOVE', '$againAt'] },
      },
    },
    { $unset: ['reason', 'lastingFailures'] },
  ];
}

/** Gives finished rows back. */
export async function finish(tenant: Tenant, rows: readonly Claim[], now: Date): Promise<Finished> {
  const finished: Finished = { again: [], lost: [] };
  for (const some of chunksOf(rows)) {
    const { again, lost } = await finishSome(tenant, some, now);
    finished.again.push(...again);
    finished.lost.push(...lost);
  }
  return finished;
}

async function finishSome(tenant: Tenant, rows: readonly Claim[], now: Date): Promise<Finished> {
  const [first] = rows;
  if (!first) return { again: [], lost: [] };
  const { claimedBy } = first;
  const ids = rows.map((row) => row._id);
  const { matchedCount } = await tenant.streams.updateMany(
    { _id: { $in: ids }, claimedBy, state: 'claimed' },
    settled(now),
    quick,
  );
  const dirty = await tenant.streams
    .find({ _id: { $in: ids }, claimedBy, state: 'dirty' }, { projection: { _id: 1 } })
    .toArray();
  const again = dirty.map((row) => row._id);
  if (matchedCount === rows.length) return { again, lost: [] };
  const current = await tenant.streams
    .find({ _id: { $in: ids } }, { projection: { claimedBy: 1 } })
    .toArray();
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
  const lastingFailures = (row.lastingFailures ?? 0) + (failure.lasting ? 1 : 0);
  const poisoned = failure.lasting && lastingFailures >= maxAttempts;
  const dueAt = new Date(now.getTime() + backoffMs(backoff, attempts, random));
  await tenant.streams.updateOne(
    { _id: row._id, claimedBy: row.claimedBy, state: 'claimed' },
    {
      $set: {
        attempts,
        ...(lastingFailures > 0 && { lastingFailures }),
        reason: failure.reason,
        ...(poisoned ? { state: 'poisoned', poisonedAt: now } : { state: 'dirty', dueAt }),
      },
      ...(poisoned && { $unset: { dueAt: '' } }),
    },
  );
  return poisoned ? 'poisoned' : 'later';
}
