/** Encounters of many folds in one write. */
import { randomUUID } from 'crypto';
import type { AnyBulkWriteOperation } from 'mongodb';
import { firstEncounter, replaceEncounter, touchesOf, type NewEncounter } from '../cells/touch';
import type { EncounterDocument } from '../store/documents';
import { duplicatesIn, insertNew } from '../store/insert-new';
import { tagsPlace } from '../store/places';
import type { Tenant } from '../store/tenant';
import type { ConversationWrite } from './conversation-write';

async function documentOf(
  tenant: Tenant,
  { conversation, fold, patientId }: ConversationWrite,
): Promise<NewEncounter> {
  const sealedTags =
    fold.tags && (await tenant.sealing.seal(tagsPlace(conversation), JSON.stringify(fold.tags)));
  return {
    ...fold.encounter,
    _id: conversation,
    ...(patientId !== undefined && { patientId }),
    ...(sealedTags !== undefined && { sealedTags }),
  };
}

/** Inserts those said to be new. @returns those that were; the others are there already */
async function insertFresh(
  tenant: Tenant,
  writes: readonly ConversationWrite[],
): Promise<Set<ConversationWrite>> {
  const wanted = writes.filter(({ fresh, whole }) => fresh && !whole);
  const documents = await Promise.all(
    wanted.map(async (write) => firstEncounter(await documentOf(tenant, write))),
  );
  if (documents.length) await tenant.touches.insertOne(touchesOf(documents, randomUUID(), new Date()));
  const taken = await insertNew(tenant.encounters, documents);
  return new Set(wanted.filter((_write, index) => !taken.has(index)));
}

async function replaceOthers(
  tenant: Tenant,
  writes: readonly ConversationWrite[],
): Promise<ConversationWrite[]> {
  if (writes.length === 0) return [];
  const operations = await Promise.all(
    writes.map(async (write): Promise<AnyBulkWriteOperation<EncounterDocument>> => {
      const { version } = write.fold.encounter;
      return {
        updateOne: {
          filter: { _id: write.conversation, ...(!write.whole && { version: { $lte: version } }) },
          update: replaceEncounter(await documentOf(tenant, write), randomUUID()),
          upsert: true,
        },
      };
    }),
  );
  try {
    const { upsertedIds } = await tenant.encounters.bulkWrite(operations, { ordered: false });
    return writes.map((write, index) => ({ ...write, fresh: Object.hasOwn(upsertedIds, index) }));
  } catch (error) {
    const refused = duplicatesIn(error);
    return writes.flatMap((write, index) => (refused.has(index) ? [] : [{ ...write, fresh: false }]));
  }
}

/** @returns those that no newer fold had written, told whether their encounter is new */
export async function writeEncounters(
  tenant: Tenant,
  writes: readonly ConversationWrite[],
): Promise<ConversationWrite[]> {
  const inserted = await insertFresh(tenant, writes);
  const others = await replaceOthers(
    tenant,
    writes.filter((write) => !inserted.has(write)),
  );
  return [...inserted, ...others];
}
