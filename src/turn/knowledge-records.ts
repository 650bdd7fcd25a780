/** Published snapshots as the app keeps them: rows that are only inserted and removed, the text in pieces. */
import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import {
  RocketChatAssociationModel,
  RocketChatAssociationRecord,
} from '@rocket.chat/apps-engine/definition/metadata';

export interface KnowledgeHead {
  hash: string;
  version: number;
  tenant: string;
  /** When it came, UTC with milliseconds. */
  at: string;
  pieces: number;
}

export interface KnowledgeRecords {
  /** In no order; one may be there twice. */
  heads(): Promise<KnowledgeHead[]>;
  /** The head last: a snapshot without one is not there. */
  insert(head: Omit<KnowledgeHead, 'pieces'>, text: string): Promise<void>;
  /** Undefined when a piece is missing. */
  textOf(head: KnowledgeHead): Promise<string | undefined>;
  remove(hash: string): Promise<void>;
  /** Whether a conversation that is not purged yet began with it. */
  inUse(hash: string): Promise<boolean>;
}

/** Characters; a row holds at most four bytes for each, far from the database's 16 MB. */
const pieceLength = 250_000;

const misc = (id: string): RocketChatAssociationRecord =>
  new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, `acolhe:${id}`);

/** The association that a conversation's start carries, until the conversation is purged. */
export const knowledgeUse = (hash: string): RocketChatAssociationRecord => misc(`knowledge-use:${hash}`);

interface Piece {
  at: number;
  text: string;
}

export function knowledgeRecords(write: IPersistence, read: IPersistenceRead): KnowledgeRecords {
  return {
    async heads() {
      return (await read.readByAssociation(misc('knowledge'))) as KnowledgeHead[];
    },
    async insert(head, text) {
      const pieces = Math.ceil(text.length / pieceLength);
      for (let at = 0; at < pieces; at += 1) {
        const piece: Piece = { at, text: text.slice(at * pieceLength, (at + 1) * pieceLength) };
        await write.createWithAssociations(piece, [misc(`knowledge-pieces:${head.hash}`)]);
      }
      await write.createWithAssociations({ ...head, pieces }, [
        misc('knowledge'),
        misc(`knowledge-head:${head.hash}`),
      ]);
    },
    async textOf({ hash, pieces }) {
      const rows = (await read.readByAssociation(misc(`knowledge-pieces:${hash}`))) as Piece[];
      // another process may have kept the same one at the same time
      const byPlace = new Map(rows.map((row) => [row.at, row.text]));
      const texts = Array.from({ length: pieces }, (_, at) => byPlace.get(at));
      return texts.includes(undefined) ? undefined : texts.join('');
    },
    async remove(hash) {
      await write.removeByAssociation(misc(`knowledge-head:${hash}`));
      await write.removeByAssociation(misc(`knowledge-pieces:${hash}`));
    },
    async inUse(hash) {
      return (await read.readByAssociation(knowledgeUse(hash))).length > 0;
    },
  };
}
