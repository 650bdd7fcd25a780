/** Makes checkpoints of all tenants while the service runs: one a minute among all processes, and one at the end. */
import type { FastifyBaseLogger } from 'fastify';
import { startLoop } from '../loop';
import type { Store, Tenant } from '../store/tenant';
import { auditStore, checkpointOf, lastCheckpoint, type AuditStore } from './audit-store';
import { folderSink, hasCheckpoints, logSink, type CheckpointSink } from './checkpoint-sinks';
import { makeCheckpoint } from './make-checkpoint';

/** An audit log grows by at most this long before what it holds is signed. */
export const checkpointEveryMs = 60_000;
const lookEveryMs = 15_000;

export interface CheckpointState {
  /** When the newest checkpoint was made, and how many entries it covers; undefined while there is none. */
  lastAt?: Date;
  entries: number;
  /** Chains that are not as they were written. */
  broken: number;
}

export interface Checkpointer {
  /** As this process last saw it. */
  state(tenant: string): CheckpointState | undefined;
  /** Makes a last one. */
  stop(): Promise<void>;
}

export interface CheckpointerOptions {
  store: Pick<Store, 'tenants'>;
  /** `ACOLHE_AUDIT_CHECKPOINTS`. */
  folder?: string;
  log: FastifyBaseLogger;
  now: () => Date;
}

/** A folder that was set later begins with all that was signed before. */
async function fillNewFile(shelf: AuditStore, folder: string, tenant: string): Promise<void> {
  if (await hasCheckpoints(folder, tenant)) return;
  const sink = folderSink(folder);
  for await (const document of shelf.checkpoints.find({ kept: true }).sort({ _id: 1 })) {
    await sink.keep(checkpointOf(document));
  }
}

export function startCheckpointer({ store, folder, log, now }: CheckpointerOptions): Checkpointer {
  const sinks: CheckpointSink[] = [...(folder ? [folderSink(folder)] : []), logSink(log)];
  if (!folder) {
    log.warn(
      'audit checkpoints are kept in the database and in this log only: set ACOLHE_AUDIT_CHECKPOINTS to a folder elsewhere',
    );
  }
  const states = new Map<string, CheckpointState & { known?: number }>();

  async function look(tenant: Tenant, final: boolean): Promise<void> {
    const shelf = auditStore(tenant.db);
    const before = states.get(tenant.id);
    if (folder && !before) await fillNewFile(shelf, folder, tenant.id);
    await tenant.audit.beat();
    const newest = await lastCheckpoint(shelf, before?.known);
    const last = newest && checkpointOf(newest);
    const ageMs = last ? now().getTime() - Date.parse(last.at) : Infinity;
    // A clock that was set back must not stop them.
    if (!final && ageMs >= 0 && ageMs < checkpointEveryMs) return note(tenant.id, last, before?.broken ?? 0);
    const result = await makeCheckpoint({
      tenant: tenant.id,
      store: shelf,
      secret: (owner) => tenant.keyring.secret(owner),
      sinks,
      now,
      ownHead: () => tenant.audit.head(),
      ...(last ? { known: last.n } : {}),
    });
    if (result.broken.length > 0) {
      log.error(
        { tenant: tenant.id, writers: result.broken },
        'the audit log was changed: run acolhe audit verify',
      );
    }
    note(tenant.id, result.last, result.broken.length);
  }

  function note(
    tenant: string,
    last: { n: number; at: string; entries: number } | undefined,
    broken: number,
  ): void {
    const lastFacts = last ? { lastAt: new Date(last.at), known: last.n } : {};
    states.set(tenant, { entries: last?.entries ?? 0, broken, ...lastFacts });
  }

  const lookAtAll = async (final: boolean): Promise<void> => {
    for (const tenant of store.tenants) {
      await look(tenant, final).catch((error: Error & { code?: unknown }) => {
        log.error(
          { tenant: tenant.id, error: error.name, code: error.code },
          'no audit checkpoint could be made',
        );
      });
    }
  };
  const loop = startLoop('checkpoints', () => lookAtAll(false), lookEveryMs);
  return {
    state: (tenant) => states.get(tenant),
    async stop() {
      await loop.stop();
      await lookAtAll(true);
    },
  };
}
