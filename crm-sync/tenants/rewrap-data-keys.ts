/** Wraps a tenant's data keys anew with its current key. Each row on its own, so it may be interrupted and repeated. */
import type { AnyBulkWriteOperation, Collection } from 'mongodb';
import type { DataKeyDocument } from '../store/documents';
import { wrapBinding } from '../store/key-shelf';
import { open, seal, type RandomBytes, type SealingKey } from '../store/sealing';

const batchRows = 200;

export interface RewrapOptions {
  tenant: string;
  dataKeys: Collection<DataKeyDocument>;
  /** The first wraps; all open. */
  keys: readonly SealingKey[];
  randomBytes: RandomBytes;
  /** @param done rows wrapped anew so far */
  progress: (done: number) => void;
}

/** Rows wrapped by anything but this key. A destroyed key is wrapped by none. */
export async function countOthers(dataKeys: Collection<DataKeyDocument>, keyId: string): Promise<number> {
  const [all, current] = await Promise.all([
    dataKeys.countDocuments({ wrappedKey: { $exists: true } }),
    dataKeys.countDocuments({ wrappedKey: wrappedBy(keyId) }),
  ]);
  return all - current;
}

/** `v1.<key id>.` and anything after it. */
const wrappedBy = (keyId: string) => ({ $gte: `v1.${keyId}.`, $lt: `v1.${keyId}/` });

/**
 * @returns how many rows were wrapped anew
 * @throws SealingError when a row is wrapped by a key that is not among `keys`, or damaged
 */
export async function rewrapDataKeys({
  tenant,
  dataKeys,
  keys,
  randomBytes,
  progress,
}: RewrapOptions): Promise<number> {
  const [current] = keys;
  if (!current) return 0;
  let done = 0;
  let batch: AnyBulkWriteOperation<DataKeyDocument>[] = [];
  const write = async (): Promise<void> => {
    if (batch.length === 0) return;
    const { matchedCount } = await dataKeys.bulkWrite(batch, { ordered: false });
    done += matchedCount;
    batch = [];
    progress(done);
  };
  // One pass in storage order: sorting or skipping would read everything again for each batch.
  const rows = dataKeys.find({ wrappedKey: { $exists: true } }, { batchSize: batchRows });
  for await (const { _id, wrappedKey } of rows) {
    if (wrappedKey === undefined || wrappedKey.startsWith(`v1.${current.id}.`)) continue;
    const binding = wrapBinding(tenant, _id);
    const anew = seal(current, binding, open(keys, binding, wrappedKey), randomBytes);
    // Only as it was read: a key destroyed meanwhile stays destroyed.
    batch.push({ updateOne: { filter: { _id, wrappedKey }, update: { $set: { wrappedKey: anew } } } });
    if (batch.length >= batchRows) await write();
  }
  await write();
  return done;
}
