/** Documents of folds that stand for themselves: each replaced by a newer one, never by an older one. */
import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import { duplicatesIn } from '../store/insert-new';

/** @param whole whatever is there, also a newer version */
export async function writeNewest<T extends { _id: string; version: number }>(
  collection: Collection<T>,
  documents: readonly T[],
  whole: boolean,
): Promise<void> {
  if (documents.length === 0) return;
  const operations = documents.map((document) => ({
    replaceOne: {
      filter: { _id: document._id, ...(!whole && { version: { $lte: document.version } }) },
      replacement: document,
      upsert: true,
    },
  })) as unknown as AnyBulkWriteOperation<T>[];
  try {
    await collection.bulkWrite(operations, { ordered: false });
  } catch (error) {
    // A newer fold is there already.
    duplicatesIn(error);
  }
}
