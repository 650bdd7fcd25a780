/** Appends to the audit log: one chain per process, what waits together is written together, and nothing is answered before it is on disk. */
import type { Collection } from 'mongodb';
import { linkEntry, type ChainKey } from './chain';
import { assertCoded, entryId, type AuditContent, type AuditDocument } from './entry';
import type { Head } from './verify-chains';

/** A writer's row, so that checkpoints know which chains may have grown. `_id` = the writer. */
export interface AuditWriterDocument {
  _id: string;
  /** `crm`, or the command's verb. */
  process: string;
  /** `done`: ended or given up, and its last entry is in a checkpoint. */
  state: 'open' | 'done';
  openedAt: Date;
  aliveAt: Date;
  /** Its last entry in a checkpoint. */
  covered?: { seq: number; mac: string };
}

export interface AuditLog {
  /**
   * Durable when it resolves; what is to be shown or changed waits for that.
   * @throws MongoError when it is not certain to be on disk: then nothing may be shown or changed; NotCodedError
   */
  append(content: AuditContent): Promise<void>;
  /** This process's chain as it stands on disk; undefined before its first entry. */
  head(): Head | undefined;
  /** How many entries this process has appended, and how many appends have failed. */
  counts(): { appended: number; failed: number };
  /** Says that this process lives. Called about once a minute. */
  beat(): Promise<void>;
}

export interface AuditLogOptions {
  tenant: string;
  process: string;
  audit: Collection<AuditDocument>;
  writers: Collection<AuditWriterDocument>;
  /** The tenant's secret `tenant/audit`. */
  key: () => Promise<Buffer>;
  now: () => Date;
  randomBytes: (count: number) => Uint8Array;
}

/** As many entries go to the database at once. */
const batchEntries = 500;

interface Waiting {
  content: AuditContent;
  at: Date;
  done: () => void;
  failed: (error: unknown) => void;
}

export function createAuditLog(options: AuditLogOptions): AuditLog {
  const { audit, writers, now } = options;
  let head: Head | undefined;
  let waiting: Waiting[] = [];
  let pumping = false;
  let appended = 0;
  let failed = 0;

  const beatOf = async (writer: string): Promise<void> => {
    const at = now();
    await writers.updateOne(
      { _id: writer },
      { $set: { aliveAt: at, state: 'open' }, $setOnInsert: { process: options.process, openedAt: at } },
      { upsert: true },
    );
  };

  async function write(batch: readonly Waiting[]): Promise<void> {
    const key: ChainKey = { tenant: options.tenant, key: await options.key() };
    const writer = head?.writer ?? Buffer.from(options.randomBytes(12)).toString('base64url');
    const opening: AuditContent = {
      actor: options.process === 'crm' ? 'service' : 'command',
      action: 'audit.opened',
      details: { process: options.process },
    };
    if (!head) await beatOf(writer);
    const contents = [...(head ? [] : [{ content: opening, at: batch[0]!.at }]), ...batch];
    let { seq, mac } = head ?? { seq: -1, mac: '' };
    const documents = contents.map(({ content, at }): AuditDocument => {
      const entry = linkEntry(key, { writer, seq: seq + 1, prev: mac }, at, content);
      ({ seq, mac } = entry);
      return { _id: entryId(writer, seq), ...entry };
    });
    try {
      await audit.insertMany(documents, { ordered: true });
    } catch (error) {
      // Some of them may be there: that chain ends here, sound as far as it goes, and the next entry opens another.
      head = undefined;
      throw error;
    }
    head = { writer, seq, mac };
    appended += documents.length;
  }

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchEntries);
      waiting = waiting.slice(batchEntries);
      try {
        await write(batch);
        for (const one of batch) one.done();
      } catch (error) {
        failed += batch.length;
        for (const one of batch) one.failed(error);
      }
    }
    pumping = false;
  }

  return {
    append(content) {
      return new Promise((resolve, reject) => {
        assertCoded(content);
        waiting.push({ content, at: now(), done: resolve, failed: reject });
        void pump();
      });
    },
    head: () => head,
    counts: () => ({ appended, failed }),
    beat: async () => void (head && (await beatOf(head.writer))),
  };
}
