/** Projects what ingest nudges at once, and by polling what other processes stored or left behind. Several may run side by side. */
import { randomUUID } from 'crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { Metrics } from '../metrics/metrics';
import { createHolds, holdNewStreams, type Holds } from '../store/holds';
import { markDirty } from '../store/streams';
import type { Siblings } from '../siblings';
import type { Store, Tenant } from '../store/tenant';
import { startTenantLoops } from '../tenant-loops';
import type { Changes } from './changes';
import { batchSize, claimable, leaseMs, release } from './claims';
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
  /** Processes beside this one. */
  siblings?: Siblings;
}

/** Found by one look at the queue: some batches' worth. */
const pollLimit = 8 * batchSize;

/** While much happens, batches gather for so long: fewer refolds of the same streams, and pages are late by no more. */
const gatherMs = 400;
/** A batch of fewer streams is a quiet service's. */
const busyFrom = 16;
/** So many are gathered enough. */
const gathered = 2 * batchSize;

/** The work of one tenant that is known to this process. */
interface Lane {
  waiting: Set<string>;
  running: Set<string>;
  batches: Set<Promise<void>>;
  holds: Holds;
  /** Held when the database failed: whether they are still is not known. */
  unsure: Set<string>;
  /** The last batch was that of a busy service. */
  busy: boolean;
  timer?: NodeJS.Timeout | undefined;
  /** New rows are not held any more. */
  letGo: () => void;
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
  siblings,
}: ProjectorOptions): Projector {
  const lanes = new Map<Tenant, Lane>();
  siblings?.takeWith(async (tenantId, subjects) => {
    const tenant = store.tenant(tenantId);
    if (!tenant || stopped) throw new Error('not here');
    laneOf(tenant);
    await markDirty(tenant, subjects, now(), { here: true });
    wake(tenant, subjects);
  });
  const away = new Set<string>();
  let stopped = false;

  function laneOf(tenant: Tenant): Lane {
    const known = lanes.get(tenant);
    if (known) return known;
    const holds = createHolds(`${process.pid}.${randomUUID()}`, {
      lease: () => new Date(now().getTime() + leaseMs),
      wake: (subjects) => wake(tenant, subjects),
      ...(siblings && { hand: (subjects) => siblings.hand(tenant.id, subjects) }),
    });
    const lane: Lane = {
      ...{ waiting: new Set(), running: new Set(), batches: new Set(), unsure: new Set() },
      ...{ holds, busy: false, letGo: holdNewStreams(tenant, holds) },
    };
    lanes.set(tenant, lane);
    return lane;
  }

  function wake(tenant: Tenant, subjects: Iterable<string>): void {
    const lane = lanes.get(tenant);
    if (!lane || stopped) return;
    for (const subject of subjects) lane.waiting.add(subject);
    pumpSoon(tenant, lane);
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

  /** What one request tells goes together, and while much happens what several tell. */
  function pumpSoon(tenant: Tenant, lane: Lane): void {
    if (stopped || lane.timer || lane.waiting.size === 0) return;
    const waitMs = lane.busy && lane.waiting.size < gathered ? gatherMs : 0;
    lane.timer = setTimeout(() => {
      lane.timer = undefined;
      pump(tenant, lane);
    }, waitMs);
  }

  function pump(tenant: Tenant, lane: Lane): void {
    while (!stopped && lane.batches.size < concurrency) {
      const batch = nextBatch(lane);
      if (batch.length === 0) return;
      for (const subject of batch) {
        lane.waiting.delete(subject);
        lane.running.add(subject);
      }
      const work: Promise<void> = project(tenant, lane, batch).finally(() => {
        for (const subject of batch) lane.running.delete(subject);
        lane.batches.delete(work);
        lane.busy = batch.length >= busyFrom;
        pumpSoon(tenant, lane);
      });
      lane.batches.add(work);
    }
  }

  async function project(tenant: Tenant, lane: Lane, batch: readonly string[]): Promise<void> {
    try {
      const { lagsMs, again, failed } = await projectStreams(
        tenant,
        batch,
        `${process.pid}.${randomUUID()}`,
        {
          ...{ now, random, holds: lane.holds },
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
      for (const subject of lane.holds.drop(batch)) lane.unsure.add(subject);
      log.error({ tenant: tenant.id, reason: failureOf(error).reason }, 'projection interrupted');
    }
  }

  async function poll(tenant: Tenant): Promise<void> {
    const lane = laneOf(tenant);
    try {
      const unsure = [...lane.unsure];
      if (unsure.length) await markDirty(tenant, unsure, now(), { doubted: true });
      for (const subject of unsure) lane.unsure.delete(subject);
      // While there is much to do already, nothing is looked for.
      if (lane.waiting.size < batchSize) {
        wake(tenant, await claimable(tenant, now(), pollLimit));
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
    for (const [tenant, lane] of lanes) {
      if (store.tenants.includes(tenant)) continue;
      lane.letGo();
      clearTimeout(lane.timer);
      lanes.delete(tenant);
    }
  });

  return {
    nudge(tenantId, subject) {
      const tenant = store.tenant(tenantId);
      if (!tenant || stopped) return;
      if (!laneOf(tenant).holds.isElsewhere(subject)) wake(tenant, [subject]);
    },
    healthy: () => !stopped && performance.now() - loops.turnedAtMs() < 30_000,
    async stop() {
      stopped = true;
      forget();
      for (const lane of lanes.values()) {
        lane.letGo();
        clearTimeout(lane.timer);
      }
      await loops.stop();
      await Promise.all([...lanes.values()].flatMap((lane) => [...lane.batches]));
      // Others need not wait for the leases' end.
      await Promise.allSettled([...lanes].map(([tenant, { holds }]) => release(tenant, holds, now())));
    },
  };
}
