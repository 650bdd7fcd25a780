/** The cells of every tenant served: counted as soon as something changed here, told to the pages when they are right. */
import type { FastifyBaseLogger } from 'fastify';
import type { Changes } from '../projector/changes';
import type { Store, Tenant } from '../store/tenant';
import { startCellsWorker, type CellsWorker } from './worker';

export interface Cells {
  /** False from stop on, or when a tenant's round hangs. */
  healthy(): boolean;
  stop(): Promise<void>;
}

export interface CellsOptions {
  store: Pick<Store, 'tenants' | 'onChange'>;
  changes: Changes;
  log: FastifyBaseLogger;
  pollMs?: number;
}

export function startCells({ store, changes, log, pollMs }: CellsOptions): Cells {
  const workers = new Map<Tenant, CellsWorker>();
  const ending = new Set<Promise<void>>();
  let stopped = false;
  const end = (tenant: Tenant, worker: CellsWorker): void => {
    workers.delete(tenant);
    const ended: Promise<void> = worker.stop().finally(() => ending.delete(ended));
    ending.add(ended);
  };
  const begin = (tenant: Tenant): CellsWorker =>
    startCellsWorker({
      ...{ tenant, log },
      ...(pollMs !== undefined && { pollMs }),
      counted: () => changes.emit({ tenant: tenant.id }),
    });
  const follow = (): void => {
    for (const [tenant, worker] of workers) if (!store.tenants.includes(tenant)) end(tenant, worker);
    for (const tenant of store.tenants) if (!workers.has(tenant)) workers.set(tenant, begin(tenant));
  };
  const unfollow = store.onChange(follow);
  const unsubscribe = changes.subscribe((change) => {
    if (change.conversation === undefined) return;
    for (const [tenant, worker] of workers) if (tenant.id === change.tenant) worker.nudge();
  });
  follow();
  return {
    healthy: () => !stopped && [...workers.values()].every((worker) => worker.healthy()),
    async stop() {
      stopped = true;
      unfollow();
      unsubscribe();
      for (const [tenant, worker] of workers) end(tenant, worker);
      await Promise.all(ending);
    },
  };
}
