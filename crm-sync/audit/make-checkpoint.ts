/** Makes the next checkpoint of a tenant: reads what grew, checks it, signs it, keeps it here and elsewhere. */
import { MongoServerError } from 'mongodb';
import { checkpointOf, lastCheckpoint, type AuditStore, type CheckpointDocument } from './audit-store';
import { isAuthentic, type ChainKey } from './chain';
import { checkpointKeyOf, nextCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint';
import type { CheckpointSink } from './checkpoint-sinks';
import { entryId } from './entry';
import type { AuditWriterDocument } from './log';
import type { Head } from './verify-chains';

/** A writer silent for this long has ended; should it speak again, it says that it lives. */
const silentMs = 3_600_000;

export interface CheckpointTools {
  tenant: string;
  store: AuditStore;
  secret: (owner: 'tenant/audit' | 'tenant/checkpoint') => Promise<Buffer>;
  sinks: readonly CheckpointSink[];
  now: () => Date;
  /** This process's own chain, which its memory knows better than the database. */
  ownHead: () => Head | undefined;
  /** Number of a checkpoint known to exist. */
  known?: number;
}

export interface CheckpointResult {
  /** The newest one, made now or before. */
  last?: Checkpoint;
  made: boolean;
  /** Chains that are not as they were written: nothing more of them is signed. */
  broken: string[];
}

interface Growth {
  head?: Head;
  grown: number;
  sound: boolean;
}

/** Follows one chain from its last entry in a checkpoint to its end. */
async function growthOf(
  { audit }: AuditStore,
  key: ChainKey,
  writer: string,
  covered: { seq: number; mac: string } | undefined,
  own: Head | undefined,
): Promise<Growth> {
  let at = covered ?? { seq: -1, mac: '' };
  let confirmed = covered === undefined;
  const entries = audit
    .find({ _id: { $gte: entryId(writer, Math.max(0, at.seq)), $lte: `${writer}/999999999999` } })
    .sort({ _id: 1 });
  const broken = { grown: 0, sound: false };
  for await (const entry of entries) {
    if (!confirmed) {
      if (entry.seq !== at.seq || entry.mac !== at.mac || !isAuthentic(key, entry)) return broken;
      confirmed = true;
      continue;
    }
    if (entry.seq !== at.seq + 1 || entry.prev !== at.mac || !isAuthentic(key, entry)) return broken;
    if (own?.seq === entry.seq && own.mac !== entry.mac) return broken;
    at = { seq: entry.seq, mac: entry.mac };
  }
  if (!confirmed || (own && at.seq < own.seq)) return broken;
  const grown = at.seq - (covered?.seq ?? -1);
  return { grown, sound: true, ...(grown > 0 ? { head: { writer, ...at } } : {}) };
}

async function keepElsewhere({ store, sinks }: CheckpointTools, document: CheckpointDocument): Promise<void> {
  for (const sink of sinks) await sink.keep(checkpointOf(document));
  await store.checkpoints.updateOne({ _id: document._id }, { $set: { kept: true } });
}

/** Writes to the sinks what a process that died had signed and not yet written there. */
async function finishOthers(tools: CheckpointTools): Promise<void> {
  const left = await tools.store.checkpoints.find({ kept: false }).sort({ _id: 1 }).toArray();
  for (const document of left) await keepElsewhere(tools, document);
}

async function noteCovered(
  { store, now }: CheckpointTools,
  rows: readonly AuditWriterDocument[],
  heads: readonly Head[],
): Promise<void> {
  const silentSince = new Date(now().getTime() - silentMs);
  const updates = [
    ...heads.map(({ writer, seq, mac }) => ({
      updateOne: { filter: { _id: writer }, update: { $set: { covered: { seq, mac } } } },
    })),
    ...rows
      .filter((row) => row.aliveAt < silentSince && !heads.some((head) => head.writer === row._id))
      .map((row) => ({
        updateOne: {
          filter: { _id: row._id, aliveAt: row.aliveAt },
          update: { $set: { state: 'done' as const } },
        },
      })),
  ];
  if (updates.length > 0) await store.writers.bulkWrite(updates, { ordered: false });
}

/**
 * Makes a checkpoint when there is anything new.
 * @throws when the database does not answer, or a sink cannot keep it (the next call tries again)
 */
export async function makeCheckpoint(tools: CheckpointTools): Promise<CheckpointResult> {
  const { store, tenant } = tools;
  await finishOthers(tools);
  const document = await lastCheckpoint(store, tools.known);
  const last = document && checkpointOf(document);
  const key: ChainKey = { tenant, key: await tools.secret('tenant/audit') };
  const rows = await store.writers.find({ state: 'open' }).toArray();
  const own = tools.ownHead();
  const heads: Head[] = [];
  const broken: string[] = [];
  let grown = 0;
  for (const row of rows) {
    // A maker that died after signing has not noted what it covered.
    const signed = last?.heads.find((head) => head.writer === row._id);
    const covered = signed && signed.seq > (row.covered?.seq ?? -1) ? signed : row.covered;
    const growth = await growthOf(store, key, row._id, covered, own?.writer === row._id ? own : undefined);
    if (!growth.sound) broken.push(row._id);
    if (growth.head) heads.push(growth.head);
    grown += growth.grown;
  }
  if (heads.length === 0) {
    await noteCovered(
      tools,
      rows.filter((row) => !broken.includes(row._id)),
      [],
    );
    return { ...(last ? { last } : {}), made: false, broken };
  }
  const signingKey = checkpointKeyOf(await tools.secret('tenant/checkpoint'));
  const checkpoint = signCheckpoint(
    signingKey,
    nextCheckpoint(tenant, last, { heads, grown, at: tools.now() }),
  );
  const { n, ...rest } = checkpoint;
  const made: CheckpointDocument = { _id: n, ...rest, kept: false };
  try {
    await store.checkpoints.insertOne(made);
  } catch (error) {
    // Another process made this one meanwhile.
    if (error instanceof MongoServerError && error.code === 11_000)
      return { last: checkpoint, made: false, broken };
    throw error;
  }
  await noteCovered(
    tools,
    rows.filter((row) => !broken.includes(row._id)),
    heads,
  );
  await keepElsewhere(tools, made);
  return { last: checkpoint, made: true, broken };
}
