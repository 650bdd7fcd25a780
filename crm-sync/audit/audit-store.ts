/** The collections of the audit log. Nothing but `insert` ever touches `audit`. */
import type { Collection, Db } from 'mongodb';
import type { Checkpoint } from './checkpoint';
import type { AuditDocument } from './entry';
import type { AuditWriterDocument } from './log';
import { durable } from '../store/durable';

/** The database's own copy of a checkpoint. `_id` = its number, which two makers cannot both take. */
export interface CheckpointDocument extends Omit<Checkpoint, 'n'> {
  _id: number;
  /** Written where checkpoints are kept elsewhere, too. */
  kept: boolean;
}

export interface AuditStore {
  audit: Collection<AuditDocument>;
  writers: Collection<AuditWriterDocument>;
  checkpoints: Collection<CheckpointDocument>;
}

export function auditStore(db: Db): AuditStore {
  return {
    audit: db.collection('audit', durable),
    writers: db.collection('auditWriters', durable),
    checkpoints: db.collection('auditCheckpoints', durable),
  };
}

export function checkpointOf({ _id, kept: _kept, ...rest }: CheckpointDocument): Checkpoint {
  return { ...rest, n: _id };
}

/**
 * The newest checkpoint. Walks on from a number known to exist, since a search from the end reads them all on some servers.
 */
export async function lastCheckpoint(
  { checkpoints }: AuditStore,
  known?: number,
): Promise<CheckpointDocument | undefined> {
  let last = known === undefined ? null : await checkpoints.findOne({ _id: known });
  if (!last) {
    const [newest] = await checkpoints
      .find({}, { projection: { _id: 1 } })
      .sort({ _id: -1 })
      .limit(1)
      .toArray();
    last = newest ? await checkpoints.findOne({ _id: newest._id }) : null;
  }
  while (last) {
    const next: CheckpointDocument | null = await checkpoints.findOne({ _id: last._id + 1 });
    if (!next) return last;
    last = next;
  }
  return undefined;
}
