import type { Db } from 'mongodb';
import { indexes } from './indexes';

/** Makes every index of a tenant's database that is not there yet. */
export async function makeIndexes(db: Db): Promise<void> {
  for (const [collection, wanted] of Object.entries(indexes)) {
    await db.collection(collection).createIndexes(wanted.map((index) => ({ ...index })));
  }
}
