/** Documents of folds, many in one write. A newer version of a document is never overwritten. */
import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import { duplicatesIn } from '../store/insert-new';

export interface Versioned {
  _id: string;
  conversation: string;
  version: number;
}

export interface VersionedWrites<T extends Versioned> {
  /** Not there before, as far as is known. */
  fresh: T[];
  /** There, and to be replaced. `whole`: whatever its version. */
  replaced: { document: T; whole: boolean }[];
  /** There, and no longer given by the fold of this version. */
  strays: (Versioned & { whole: boolean })[];
}

function replacement<T extends Versioned>(document: T, whole: boolean): AnyBulkWriteOperation<T> {
  const filter = { _id: document._id, ...(!whole && { version: { $lte: document.version } }) };
  return {
    replaceOne: { filter, replacement: document, upsert: true },
  } as unknown as AnyBulkWriteOperation<T>;
}

export async function writeVersioned<T extends Versioned>(
  collection: Collection<T>,
  { fresh, replaced, strays }: VersionedWrites<T>,
): Promise<void> {
  const operations = [
    ...fresh.map((document) => ({ insertOne: { document } })),
    ...replaced.map(({ document, whole }) => replacement(document, whole)),
    ...strays.map(({ _id, conversation, version, whole }) => ({
      deleteOne: { filter: { _id, conversation, ...(!whole && { version: { $lte: version } }) } },
    })),
  ] as AnyBulkWriteOperation<T>[];
  if (operations.length === 0) return;
  try {
    await collection.bulkWrite(operations, { ordered: false });
  } catch (error) {
    // Refused inserts: the document was there after all. Refused replacements: a newer version stays.
    const there = [...duplicatesIn(error)].flatMap((index) => fresh[index] ?? []);
    const again = there.map((document) => ({ document, whole: false }));
    if (again.length) await writeVersioned(collection, { fresh: [], replaced: again, strays: [] });
  }
}
