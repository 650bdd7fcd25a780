/** What the database itself takes: the same documents, written raw into fresh collections with the same indexes. */
import type { Db, Document, IndexDescription } from 'mongodb';

/** Collections whose writes wait for the majority's journal in the service too. */
const durable = new Set([
  ...['events', 'streams', 'dataKeys', 'patients', 'commands', 'staff', 'audit'],
  ...['sources', 'identityKeys'],
]);

export interface Ceiling {
  documents: number;
  tookMs: number;
}

async function chunksOf(db: Db, name: string, size: number): Promise<Document[][]> {
  const chunks: Document[][] = [];
  let chunk: Document[] = [];
  for await (const document of db.collection(name).find({}, { batchSize: 5_000 })) {
    chunk.push(document);
    if (chunk.length < size) continue;
    chunks.push(chunk);
    chunk = [];
  }
  return chunk.length ? [...chunks, chunk] : chunks;
}

/** One collection after another; `inFlight` writes at once. Reading and making indexes are not counted. */
export async function measureCeiling(
  from: Db,
  to: Db,
  { batchSize, inFlight }: { batchSize: number; inFlight: number },
): Promise<Ceiling> {
  const result = { documents: 0, tookMs: 0 };
  for (const { name } of await from.listCollections({}, { nameOnly: true }).toArray()) {
    if (name.startsWith('system.')) continue;
    const chunks = await chunksOf(from, name, batchSize);
    const indexes = (await from.collection(name).indexes()).filter((index) => index.name !== '_id_');
    const collection = to.collection(
      name,
      durable.has(name) ? { writeConcern: { w: 'majority', journal: true } } : {},
    );
    if (indexes.length) await collection.createIndexes(indexes as IndexDescription[]);
    const queue = chunks.values();
    const beganMs = performance.now();
    await Promise.all(
      Array.from({ length: inFlight }, async () => {
        for (const chunk of queue)
          await collection.bulkWrite(
            chunk.map((document) => ({ insertOne: { document } })),
            { ordered: false },
          );
      }),
    );
    result.tookMs += performance.now() - beganMs;
    result.documents += chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }
  return result;
}
