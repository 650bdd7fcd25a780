/** Marks streams as having events that their documents do not show yet. */
import type { AnyBulkWriteOperation } from 'mongodb';
import type { StreamDocument } from './documents';
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
  const operations: AnyBulkWriteOperation<StreamDocument>[] = [...new Set(subjects)].map((_id) => ({
    updateOne: { filter: { _id }, update, upsert: true },
  }));
  if (operations.length) await tenant.streams.bulkWrite(operations, { ordered: false });
}

/** Selective: rows that are clean are not read. */
export async function countStreams(tenant: Tenant, state: 'dirty' | 'claimed' | 'poisoned'): Promise<number> {
  const marker = state === 'poisoned' ? 'poisonedAt' : 'dueAt';
  return tenant.streams.countDocuments({ [marker]: { $gt: new Date(0) }, state });
}
