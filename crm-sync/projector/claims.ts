/** Rows of streams that wait for projection: one life cycle, clean → dirty → claimed → clean, dirty again or poisoned. */
import type { AnyBulkWriteOperation } from 'mongodb';
import { backoffMs } from '../backoff';
import { chunksOf, idChunk } from '../store/in-chunks';
import type { StreamDocument } from '../store/documents';
import type { Holds } from '../store/holds';
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

export type Claim = StreamDocument & {
  claimedBy: string;
  /** Nobody read its events before, as far as is known. */
  unread: boolean;
};

const claimOf = (row: StreamDocument, unread: boolean): Claim => ({
  ...(row as StreamDocument & { claimedBy: string }),
  unread,
});

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
  const onceMore = new Date(now.getTime() + leaseMs);
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
            // Taken over: should our clock be ahead, its holder may have trusted its lease and left events unmarked.
            againAt: {
              $cond: [{ $eq: ['$state', 'claimed'] }, { $max: ['$againAt', onceMore] }, '$againAt'],
            },
          },
        },
      ],
      quick,
    );
    if (taken.modifiedCount === 0) return [];
    const rows = await tenant.streams.find({ _id: ids, claimedBy: token, state: 'claimed' }).toArray();
    return rows.map((row) => claimOf(row, row.mark === 1 && row.attempts === 0));
  }
}

/**
 * Rows among these streams that this process holds, as they are now. Those it lost meanwhile are marked, to be claimed like
 * any other: somebody may have read them too early.
 */
export async function takeHeld(
  tenant: Tenant,
  subjects: readonly string[],
  holds: Holds,
  now: Date,
): Promise<Claim[]> {
  const { held, old, first } = holds.begin(subjects);
  if (held.length === 0) return [];
  await renew(tenant, old, holds.token, now);
  const rows: Claim[] = [];
  for (const some of chunksOf(held)) {
    const mine = { _id: { $in: some }, claimedBy: holds.token, state: 'claimed' } as const;
    for (const row of await tenant.streams.find(mine).toArray()) rows.push(claimOf(row, first.has(row._id)));
  }
  if (rows.length < held.length) {
    const there = new Set(rows.map((row) => row._id));
    const lost = held.filter((subject) => !there.has(subject));
    holds.drop(lost);
    await markDirty(tenant, lost, now, { doubted: true });
  }
  return rows;
}

/** What is held and not worked on is anybody's. */
export async function release(tenant: Tenant, holds: Holds, now: Date): Promise<void> {
  for (const some of chunksOf(holds.subjects()))
    await tenant.streams.updateMany(
      { _id: { $in: some }, claimedBy: holds.token, state: 'claimed' },
      { $set: { state: 'dirty', dueAt: now } },
      quick,
    );
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

/** Gives finished rows back: clean, maybe due once more at `againAt`; those whose mark grew meanwhile dirty again, at once. */
export async function finish(tenant: Tenant, rows: readonly Claim[], now: Date): Promise<Finished> {
  const finished: Finished = { again: [], lost: [] };
  for (const some of chunksOf(rows)) {
    const { again, lost } = await finishSome(tenant, some, now);
    finished.again.push(...again);
    finished.lost.push(...lost);
  }
  return finished;
}

/** One update for all rows of one claim and one mark: most have the same. A mark that is the same has the same `againAt`. */
function cleaned(rows: readonly Claim[], now: Date): AnyBulkWriteOperation<StreamDocument>[] {
  const alike = new Map<string, Claim[]>();
  for (const row of rows) {
    const laterMs = row.againAt && row.againAt > now ? row.againAt.getTime() : '';
    const key = `${row.claimedBy} ${row.mark} ${laterMs}`;
    alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  return [...alike.values()].map((some) => {
    const { claimedBy, mark, againAt } = some[0]!;
    const later = againAt && againAt > now;
    const gone = { since: '', rebuild: '', reason: '', lastingFailures: '' } as const;
    return {
      updateMany: {
        filter: { _id: { $in: some.map((row) => row._id) }, claimedBy, mark, state: 'claimed' },
        update: later
          ? { $set: { state: 'clean', attempts: 0, dueAt: againAt }, $unset: gone }
          : { $set: { state: 'clean', attempts: 0 }, $unset: { ...gone, dueAt: '', againAt: '' } },
      },
    };
  });
}

async function finishSome(tenant: Tenant, rows: readonly Claim[], now: Date): Promise<Finished> {
  if (rows.length === 0) return { again: [], lost: [] };
  const { matchedCount } = await tenant.streams.bulkWrite(cleaned(rows, now), { ordered: false, ...quick });
  if (matchedCount === rows.length) return { again: [], lost: [] };
  const ids = rows.map((row) => row._id);
  const current = await tenant.streams
    .find({ _id: { $in: ids } }, { projection: { claimedBy: 1, state: 1 } })
    .toArray();
  const mine = new Map(rows.map((row) => [row._id, row.claimedBy]));
  const kept = current.filter((row) => row.claimedBy === mine.get(row._id));
  const again = kept.filter((row) => row.state === 'claimed').map((row) => row._id);
  if (again.length)
    await tenant.streams.updateMany(
      { _id: { $in: again }, claimedBy: { $in: [...new Set(mine.values())] }, state: 'claimed' },
      {
        $set: { state: 'dirty', attempts: 0, since: now, dueAt: now },
        $unset: { reason: '', lastingFailures: '' },
      },
      quick,
    );
  const lost = current.filter((row) => !kept.includes(row)).map((row) => row._id);
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
