/** Projects what ingest nudges at once, and by polling what other processes stored or left behind. Several may run side by side. */
import { randomUUID } from 'crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { Metrics } from '../metrics/metrics';
import type { Store, Tenant } from '../store/tenant';
import { startTenantLoops } from '../tenant-loops';
import type { Changes } from './changes';
import { batchSize, claimable } from './claims';
import { failureOf, projectStreams } from './project';

export interface Projector {
  /** There are new events of this stream. */
  nudge(tenantId: string, subject: string): void;
  /** False from stop on, or when polling hangs for 30 s. */
  healthy(): boolean;
  /** Ends what is under way and takes nothing more. */
  stop(): Promise<void>;
}

export interface ProjectorOptions {
  store: Store;
  changes: Changes;
  metrics: Metrics;
  log: FastifyBaseLogger;
  now?: () => Date;
  random?: () => number;
  /** Batches of one tenant worked on at once: while one waits for the database, another folds. */
  concurrency?: number;
  pollMs?: number;
}

/** Found by one look at the queue: some batches' worth. */
const pollLimit = 8 * batchSize;

/** While much happens, batches gather for so long: fewer refolds of the same streams, and pages are late by no more. */
const gatherMs = 150;
/** A batch of fewer streams is a quiet service's. */
const busyFrom = 16;

/** The work of one tenant that is known to this process. */
interface Lane {
  waiting: Set<string>;
  running: Set<string>;
  batches: Set<Promise<void>>;
}

export function startProjector({
  store,
  changes,
  metrics,
  log,
  now = () => new Date(),
  random = Math.random,
  concurrency = 3,
  pollMs = 1_000,
}: ProjectorOptions): Projector {
  const lanes = new Map<Tenant, Lane>();
  const away = new Set<string>();
  let stopped = false;

  function laneOf(tenant: Tenant): Lane {
    const lane = lanes.get(tenant) ?? { waiting: new Set(), running: new Set(), batches: new Set() };
    lanes.set(tenant, lane);
    return lane;
  }

  /** A stream nudged while it is worked on waits until that ends, so that no nudge is lost. */
  function nextBatch({ waiting, running }: Lane): string[] {
    const batch: string[] = [];
    for (const subject of waiting) {
      if (batch.length >= batchSize) break;
      if (!running.has(subject)) batch.push(subject);
    }
    return batch;
  }

  /** What comes while batches run is gathered into the next one: nothing waits when it is quiet. */
  function pump(tenant: Tenant, lane: Lane): void {
    while (!stopped && lane.batches.size < concurrency) {
      const batch = nextBatch(lane);
      if (batch.length === 0) return;
      for (const subject of batch) {
        lane.waiting.delete(subject);
        lane.running.add(subject);
      }
      const work: Promise<void> = project(tenant, lane, batch)
        .then(() => (batch.length < busyFrom || lane.waiting.size >= batchSize ? undefined : gather()))
        .finally(() => {
          for (const subject of batch) lane.running.delete(subject);
          lane.batches.delete(work);
          pump(tenant, lane);
        });
      lane.batches.add(work);
    }
  }

  function gather(): Promise<void> {
    return stopped ? Promise.resolve() : new Promise((resolve) => void setTimeout(resolve, gatherMs));
  }

  async function project(tenant: Tenant, lane: Lane, batch: readonly string[]): Promise<void> {
    try {
      const { lagsMs, again, failed } = await projectStreams(
        tenant,
        batch,
        `${process.pid}.${randomUUID()}`,
        {
          ...{ now, random },
          written: ({ subject, patientId }) =>
            changes.emit({
              ...{ tenant: tenant.id, conversation: subject },
              ...(patientId !== undefined && { patientId }),
            }),
        },
      );
      for (const subject of again) lane.waiting.add(subject);
      for (const lagMs of lagsMs) metrics.projectorLag.observe(lagMs / 1000);
      metrics.refolds.inc({ result: 'done' }, lagsMs.length - again.length);
      metrics.refolds.inc({ result: 'again' }, again.length);
      for (const { reason, result } of failed) {
        metrics.refolds.inc({ result: result === 'later' ? 'failed' : 'poisoned' });
        log.error({ tenant: tenant.id, reason, result }, 'projection failed');
      }
    } catch (error) {
      // The rows could not be claimed or put back: their leases run out and they are found again.
      log.error({ tenant: tenant.id, reason: failureOf(error).reason }, 'projection interrupted');
    }
  }

  async function poll(tenant: Tenant): Promise<void> {
    const lane = laneOf(tenant);
    try {
      // While there is much to do already, nothing is looked for.
      if (lane.waiting.size < batchSize) {
        for (const subject of await claimable(tenant, now(), pollLimit)) lane.waiting.add(subject);
        pump(tenant, lane);
      }
      if (away.delete(tenant.id)) log.info({ tenant: tenant.id }, 'projector reads its queue again');
    } catch (error) {
      if (away.has(tenant.id)) return;
      away.add(tenant.id);
      log.error({ tenant: tenant.id, reason: failureOf(error).reason }, 'projector cannot read its queue');
    }
  }

  const loops = startTenantLoops('projector', store, poll, pollMs);
  const forget = store.onChange(() => {
    for (const tenant of lanes.keys()) if (!store.tenants.includes(tenant)) lanes.delete(tenant);
  });

  return {
    nudge(tenantId, subject) {
      const tenant = store.tenant(tenantId);
      if (!tenant || stopped) return;
      const lane = laneOf(tenant);
      lane.waiting.add(subject);
      pump(tenant, lane);
    },
    healthy: () => !stopped && performance.now() - loops.turnedAtMs() < 30_000,
    async stop() {
      stopped = true;
      forget();
      await loops.stop();
      await Promise.all([...lanes.values()].flatMap((lane) => [...lane.batches]));
    },
  };
}
