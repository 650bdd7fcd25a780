/** Inserts that another process may have done before. */
import {
  MongoBulkWriteError,
  MongoServerError,
  type Collection,
  type OptionalUnlessRequiredId,
  type WriteError,
} from 'mongodb';

const duplicateKey = 11_000;

/** Places in a bulk whose document was refused because its key is taken. @throws the error when anything else went wrong too */
export function duplicatesIn(error: unknown): Set<number> {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const failed = [error.writeErrors].flat() as WriteError[];
  const others = failed.some((one) => one.code !== duplicateKey) || error.result.getWriteConcernError();
  if (others || failed.length === 0) throw error;
  return new Set(failed.map((one) => one.index));
}

export function isDuplicateKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === duplicateKey;
}

/** @returns places of the documents that were there already */
export async function insertNew<T extends { _id: string }>(
  collection: Collection<T>,
  documents: readonly T[],
): Promise<Set<number>> {
  if (documents.length === 0) return new Set();
  try {
    await collection.insertMany(documents as unknown as OptionalUnlessRequiredId<T>[], { ordered: false });
    return new Set();
  } catch (error) {
    return duplicatesIn(error);
  }
}
