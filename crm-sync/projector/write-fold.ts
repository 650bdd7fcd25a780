/** A fold as documents. An older fold never overwrites what a newer one wrote; writing the same again changes nothing. */
import { randomUUID } from 'crypto';
import { MongoBulkWriteError, MongoServerError, type AnyBulkWriteOperation, type Collection } from 'mongodb';
import { replaceEncounter } from '../cells/touch';
import type { DecisionDocument, MessageDocument } from '../store/documents';
import { messagePlace } from '../store/places';
import { keyWithin } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import type { Fold, FoldedMessage } from './fold-state';

function isDuplicate(error: unknown): boolean {
  if (error instanceof MongoBulkWriteError)
    return [error.writeErrors].flat().every((one) => one.code === 11_000);
  return error instanceof MongoServerError && error.code === 11_000;
}

/** @returns false when a newer fold is there already */
async function writeEncounter(
  tenant: Tenant,
  _id: string,
  fold: Fold,
  patientId: string | undefined,
): Promise<boolean> {
  const document = { ...fold.encounter, _id, ...(patientId === undefined ? {} : { patientId }) };
  try {
    await tenant.encounters.updateOne(
      { _id, version: { $lte: fold.encounter.version } },
      replaceEncounter(document, randomUUID()),
      { upsert: true },
    );
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

async function replaceAll<T extends { _id: string; version: number }>(
  collection: Collection<T>,
  documents: T[],
): Promise<void> {
  if (documents.length === 0) return;
  const operations = documents.map((document) => ({
    replaceOne: {
      filter: { _id: document._id, version: { $lte: document.version } },
      replacement: document,
      upsert: true,
    },
  })) as unknown as AnyBulkWriteOperation<T>[];
  try {
    await collection.bulkWrite(operations, { ordered: false });
  } catch (error) {
    // Refused by a newer version of the document: that one stays.
    if (!isDuplicate(error)) throw error;
  }
}

async function sealMessage(
  tenant: Tenant,
  conversation: string,
  { messageId, text, authorName, ...facts }: FoldedMessage,
  common: { patientId?: string; version: number },
): Promise<MessageDocument> {
  const _id = keyWithin(conversation, messageId);
  const seal = (field: 'sealedText' | 'sealedAuthor', value: string) =>
    tenant.sealing.seal(messagePlace(conversation, _id, field), value);
  return {
    ...{ _id, conversation, ...common, ...facts },
    sealedText: await seal('sealedText', text),
    ...(authorName === undefined ? {} : { sealedAuthor: await seal('sealedAuthor', authorName) }),
  };
}

/** Messages whose document is missing or shows something else; the event named tells the sealed fields. */
async function changedMessages(
  tenant: Tenant,
  conversation: string,
  fold: Fold,
  patientId?: string,
): Promise<FoldedMessage[]> {
  const projection = { _id: 1, event: 1, order: 1, patientId: 1 } as const;
  const there = await tenant.messages
    .find({ conversation })
    .project<Partial<MessageDocument>>(projection)
    .toArray();
  const byId = new Map(there.map((document) => [document._id, document]));
  return fold.messages.filter((message) => {
    const old = byId.get(keyWithin(conversation, message.messageId));
    return !old || old.event !== message.event || old.order !== message.order || old.patientId !== patientId;
  });
}

/** @returns false when a newer fold is there already, and nothing was written */
export async function writeFold(
  tenant: Tenant,
  conversation: string,
  fold: Fold,
  patientId?: string,
): Promise<boolean> {
  if (!(await writeEncounter(tenant, conversation, fold, patientId))) return false;
  const common = { version: fold.encounter.version, ...(patientId === undefined ? {} : { patientId }) };
  const changed = await changedMessages(tenant, conversation, fold, patientId);
  const messages = await Promise.all(
    changed.map((message) => sealMessage(tenant, conversation, message, common)),
  );
  const decisions = fold.decisions.map(({ event, ...facts }) => ({
    ...{ _id: keyWithin(conversation, event), conversation },
    ...facts,
    ...common,
  }));
  await Promise.all([
    replaceAll(tenant.messages, messages),
    replaceAll<DecisionDocument>(tenant.decisions, decisions),
  ]);
  return true;
}
