/** Makes a database large: what a run left behind, again and again under other names. */
import type { Db, Document } from 'mongodb';

const named = /\b(room|v|e)-(\d+)/g;
const patientId = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-.$/;

function renamed(value: unknown, prefix: string): unknown {
  if (typeof value === 'string') {
    return patientId.test(value) ? `${prefix}${value}` : value.replace(named, `$1-${prefix}$2`);
  }
  if (Array.isArray(value)) return value.map((one) => renamed(one, prefix));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamed(one, prefix)]));
}

function copyOf(document: Document, prefix: string): Document {
  const copy = renamed(document, prefix) as Document;
  // Cells and keyed hashes have names of their own.
  return copy['_id'] === document['_id'] ? { ...copy, _id: `${prefix}${String(document['_id'])}` } : copy;
}

/** @param told called with the number of events there are */
export async function grow(db: Db, toEvents: number, told: (events: number) => void): Promise<void> {
  const originals = new Map<string, Document[]>();
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    if (!name.startsWith('system.')) originals.set(name, await db.collection(name).find({}).toArray());
  const perCopy = originals.get('events')?.length ?? 0;
  for (let copy = 1, events = perCopy; events < toEvents; copy += 1, events += perCopy) {
    for (const [name, documents] of originals) {
      for (let from = 0; from < documents.length; from += 1_000) {
        const some = documents.slice(from, from + 1_000).map((one) => copyOf(one, `${copy}x`));
        await db.collection(name).insertMany(some, { ordered: false });
      }
    }
    told(events + perCopy);
  }
}
