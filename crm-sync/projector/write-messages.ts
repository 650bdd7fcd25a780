/** Messages of many folds: one read of what is there, one write of what is new or different. */
import type { MessageDocument, MessageFile } from '../store/documents';
import { fileNamePlace, messagePlace } from '../store/places';
import { keyWithin } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import type { ConversationWrite } from './conversation-write';
import type { FoldedFile, FoldedMessage } from './fold-state';
import { writeVersioned, type VersionedWrites } from './write-versioned';

async function sealFile(
  tenant: Tenant,
  conversation: string,
  _id: string,
  { name, ...file }: FoldedFile,
): Promise<MessageFile> {
  if (name === undefined) return file;
  return {
    ...file,
    sealedName: await tenant.sealing.seal(fileNamePlace(conversation, _id, file.fileId), name),
  };
}

async function documentOf(
  tenant: Tenant,
  { conversation, patientId, fold }: ConversationWrite,
  { messageId, text, authorName, files, ...facts }: FoldedMessage,
): Promise<MessageDocument> {
  const _id = keyWithin(conversation, messageId);
  const seal = (field: 'sealedText' | 'sealedAuthor', value: string) =>
    tenant.sealing.seal(messagePlace(conversation, _id, field), value);
  return {
    ...{ _id, conversation, ...facts, version: fold.encounter.version },
    ...(patientId !== undefined && { patientId }),
    ...(text !== undefined && { sealedText: await seal('sealedText', text) }),
    ...(authorName !== undefined && { sealedAuthor: await seal('sealedAuthor', authorName) }),
    ...(files && {
      files: await Promise.all(files.map((file) => sealFile(tenant, conversation, _id, file))),
    }),
  };
}

type There = Pick<
  MessageDocument,
  '_id' | 'conversation' | 'event' | 'order' | 'patientId' | 'revision' | 'version'
>;

async function whatIsThere(
  tenant: Tenant,
  writes: readonly ConversationWrite[],
): Promise<Map<string, There[]>> {
  const conversations = writes.filter((write) => !write.fresh || write.whole).map((one) => one.conversation);
  const byConversation = new Map<string, There[]>();
  if (conversations.length === 0) return byConversation;
  const rows = await tenant.messages
    .find({ conversation: { $in: conversations } })
    .project<There>({ conversation: 1, event: 1, order: 1, patientId: 1, revision: 1, version: 1 })
    .toArray();
  for (const row of rows) {
    const list = byConversation.get(row.conversation);
    if (list) list.push(row);
    else byConversation.set(row.conversation, [row]);
  }
  return byConversation;
}

/** What it was sealed from is the same, and so is all that is readable. */
function shows(old: There, message: FoldedMessage, patientId: string | undefined): boolean {
  return (
    old.event === message.event &&
    old.order === message.order &&
    old.patientId === patientId &&
    old.revision === message.revision
  );
}

export async function writeMessages(tenant: Tenant, writes: readonly ConversationWrite[]): Promise<void> {
  const there = await whatIsThere(tenant, writes);
  const wanted: VersionedWrites<MessageDocument> = { fresh: [], replaced: [], strays: [] };
  for (const write of writes) {
    const { conversation, whole, fold, patientId } = write;
    const old = new Map((there.get(conversation) ?? []).map((row) => [row._id, row]));
    for (const message of fold.messages) {
      const _id = keyWithin(conversation, message.messageId);
      const known = old.get(_id);
      old.delete(_id);
      if (known && !whole && shows(known, message, patientId)) continue;
      const document = await documentOf(tenant, write, message);
      if (known || whole) wanted.replaced.push({ document, whole });
      else wanted.fresh.push(document);
    }
    for (const row of old.values())
      wanted.strays.push({ _id: row._id, conversation, version: fold.encounter.version, whole });
  }
  await writeVersioned(tenant.messages, wanted);
}
