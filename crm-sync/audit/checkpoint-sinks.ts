/** Where checkpoints are kept besides the database. */
import { mkdir, open, stat } from 'fs/promises';
import path from 'path';
import type { Checkpoint } from './checkpoint';

export interface CheckpointSink {
  /** Resolves when it is kept. Keeping the same one twice is no harm. */
  keep(checkpoint: Checkpoint): Promise<void>;
}

export function checkpointFile(folder: string, tenant: string): string {
  return path.join(folder, `${tenant}.jsonl`);
}

export async function hasCheckpoints(folder: string, tenant: string): Promise<boolean> {
  const found = await stat(checkpointFile(folder, tenant)).catch(() => undefined);
  return (found?.size ?? 0) > 0;
}

/** One file per tenant, one line per checkpoint, only ever appended to. */
export function folderSink(folder: string): CheckpointSink {
  return {
    async keep(checkpoint) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(checkpointFile(folder, checkpoint.tenant), 'a', 0o600);
      try {
        await file.appendFile(`${JSON.stringify(checkpoint)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}

/** The service's own log, which many deployments ship to another machine anyway. */
export function logSink(log: { info: (fields: object, message: string) => void }): CheckpointSink {
  return { keep: async (checkpoint) => log.info({ checkpoint }, 'audit checkpoint') };
}
