/** Marks streams as having events that their documents do not show yet. */
import type { AnyBulkWriteOperation, Document } from 'mongodb';
import type { StreamDocument } from './documents';
import { insertNew } from './insert-new';
import type { Tenant } from './tenant';

/** So many ids in one question or write. */
export const streamChunk = 64;

export interface MarkOptions {
  /** Name of the rebuild that wants them written whole. */
  rebuild?: string;
  /** Refold them once more after this. */
  againAt?: Date;
}

/**
 * A row being worked on stays claimed: its worker sees the changed mark and works again. A failing one keeps its
 * waiting time; a poisoned one gets another try at once.
 */
export async function markDirty(
  tenant: Tenant,
  subjects: Iterable<string>,
  now: Date,
  { rebuild, againAt }: MarkOptions = {},
): Promise<void> {
  const fails = { $and: [{ $eq: ['$state', 'dirty'] }, { $gt: ['$attempts', 0] }] };
  const waits = { $in: ['$state', ['dirty', 'claimed']] };
  const update = [
    {
      $set: {
        mark: { $add: [{ $ifNull: ['$mark', 0] }, 1] },
        state: { $cond: [{ $eq: ['$state', 'claimed'] }, 'claimed', 'dirty'] },
        since: { $cond: [waits, { $min: ['$since', now] }, now] },
        dueAt: {
          $cond: [
            { $eq: ['$state', 'claimed'] },
            '$dueAt',
            { $cond: [fails, '$dueAt', { $min: ['$dueAt', now] }] },
          ],
        },
        attempts: { $cond: [waits, { $ifNull: ['$attempts', 0] }, 0] },
        ...(rebuild !== undefined && { rebuild }),
        ...(againAt && { againAt }),
      },
    },
    { $unset: 'poisonedAt' },
  ];
  const all = [...new Set(subjects)];
  const known = rowsKnown(tenant);
  // Inserting is cheaper than an upsert, and one update of many cheaper than many updates.
  const fresh = all.filter((_id) => !known.has(_id));
  const first = { mark: 1, state: 'dirty' as const, since: now, dueAt: now, attempts: 0 };
  const there = await insertNew(
    tenant.streams,
    fresh.map((_id) => ({
      _id,
      ...first,
      ...(rebuild !== undefined && { rebuild }),
      ...(againAt && { againAt }),
    })),
  );
  const inserted = new Set(fresh.filter((_id, index) => !there.has(index)));
  const others = all.filter((_id) => !inserted.has(_id));
  for (let from = 0; from < others.length; from += streamChunk) {
    const some = others.slice(from, from + streamChunk);
    const { matchedCount } = await tenant.streams.updateMany({ _id: { $in: some } }, update);
    if (matchedCount < some.length) await upsertEach(tenant, some, update);
  }
  if (known.size > maxKnown) known.clear();
  for (const _id of all) known.add(_id);
}

/** Rows that were there a moment ago are gone: somebody removed them by hand. */
async function upsertEach(tenant: Tenant, subjects: readonly string[], update: Document[]): Promise<void> {
  const operations: AnyBulkWriteOperation<StreamDocument>[] = subjects.map((_id) => ({
    updateOne: { filter: { _id }, update, upsert: true },
  }));
  await tenant.streams.bulkWrite(operations, { ordered: false });
}

const maxKnown = 50_000;
const knownRows = new WeakMap<Tenant['streams'], Set<string>>();

/** Streams whose row this process has seen: rows stay for ever. A wrong guess costs time, never a mark. */
function rowsKnown({ streams }: Tenant): Set<string> {
  const known = knownRows.get(streams) ?? new Set();
  knownRows.set(streams, known);
  return known;
}

/** Selective: rows that are clean are not read. */
export async function countStreams(tenant: Tenant, state: 'dirty' | 'claimed' | 'poisoned'): Promise<number> {
  const marker = state === 'poisoned' ? 'poisonedAt' : 'dueAt';
  return tenant.streams.countDocuments({ [marker]: { $gt: new Date(0) }, state });
}
