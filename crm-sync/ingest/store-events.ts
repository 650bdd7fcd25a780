/** Appends events to the truth and marks their conversations for projection. What this returns is on disk. */
import { MongoBulkWriteError, type AnyBulkWriteOperation, type WriteError } from 'mongodb';
import { canonicalJson } from '../../contract/canonical-json';
import type { EventEnvelope } from '../../contract/event';
import type { DirtyConversationDocument, EventDocument } from '../store/documents';
import { openEvent, sealEvent } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';

export interface EventFate {
  fate: 'stored' | 'duplicate';
  /** The same id came before with other content; what came first stays. */
  conflict: boolean;
}

async function insert(tenant: Tenant, documents: EventDocument[]): Promise<Set<number>> {
  try {
    await tenant.events.insertMany(documents, { ordered: false });
    return new Set();
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const failed = [error.writeErrors].flat() as WriteError[];
    const others = failed.some((one) => one.code !== 11_000) || error.result.getWriteConcernError();
    if (others || failed.length === 0) throw error;
    return new Set(failed.map((one) => one.index));
  }
}

/**
 * Marks conversations as having events their documents do not show yet. A row being worked on stays claimed: its worker sees the
 * changed mark and works again. A poisoned one gets another try.
 */
export async function markDirty(tenant: Tenant, conversations: Iterable<string>, now: Date): Promise<void> {
  const operations: AnyBulkWriteOperation<DirtyConversationDocument>[] = [...new Set(conversations)].map(
    (_id) => ({
      updateOne: {
        filter: { _id },
        update: [
          {
            $set: {
              mark: { $add: [{ $ifNull: ['$mark', 0] }, 1] },
              since: { $ifNull: ['$since', now] },
              attempts: { $ifNull: ['$attempts', 0] },
              nextTryAt: { $cond: [{ $eq: ['$state', 'poisoned'] }, now, { $ifNull: ['$nextTryAt', now] }] },
              state: { $cond: [{ $eq: ['$state', 'claimed'] }, 'claimed', 'dirty'] },
            },
          },
        ],
        upsert: true,
      },
    }),
  );
  if (operations.length) await tenant.dirty.bulkWrite(operations, { ordered: false });
}

async function differs(tenant: Tenant, event: EventEnvelope, _id: string): Promise<boolean> {
  const stored = await tenant.events.findOne({ _id });
  if (!stored) return false;
  return canonicalJson(await openEvent(tenant, stored)) !== canonicalJson(event);
}

/**
 * @returns one fate per event, in the order given
 * @throws MongoError when it is not certain that all are on disk; sending again is harmless
 */
export async function storeEvents(
  tenant: Tenant,
  events: readonly EventEnvelope[],
  now: Date,
): Promise<EventFate[]> {
  if (events.length === 0) return [];
  const documents = await Promise.all(events.map((event) => sealEvent(tenant, event, now)));
  const duplicates = await insert(tenant, documents);
  // Duplicates too: the process that stored them may have died before this line.
  await markDirty(
    tenant,
    events.map((event) => event.subject),
    now,
  );
  return Promise.all(
    events.map(async (event, index): Promise<EventFate> => {
      if (!duplicates.has(index)) return { fate: 'stored', conflict: false };
      return { fate: 'duplicate', conflict: await differs(tenant, event, documents[index]!._id) };
    }),
  );
}
