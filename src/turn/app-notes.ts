import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import {
  RocketChatAssociationModel,
  RocketChatAssociationRecord,
} from '@rocket.chat/apps-engine/definition/metadata';
import type { Note, Notes } from './notes';

const misc = (id: string): RocketChatAssociationRecord =>
  new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, `acolhe:${id}`);

/** Notes on Rocket.Chat's app persistence. */
export function appNotes(write: IPersistence, read: IPersistenceRead): Notes {
  return {
    async add(kind, note) {
      await write.createWithAssociations(note, [misc(`note:${kind}`), misc(`note:${kind}@${note.at}`)]);
    },
    async of(kind) {
      return (await read.readByAssociation(misc(`note:${kind}`))) as Note[];
    },
    async remove(kind, at) {
      await write.removeByAssociation(misc(`note:${kind}@${at}`));
    },
  };
}
