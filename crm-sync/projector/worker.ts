/** Projects what ingest nudges at once, and by polling what other processes stored or left behind. Several may run side by side. */
import { randomUUID } from 'crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { Metrics } from '../metrics/metrics';
import type { Store, Tenant } from '../store/tenant';
import { startTenantLoops } from '../tenant-loops';
import type { Changes } from './changes';
import { claimable } from './claims';
import { failureOf, projectConversation } from './project';

export interface Projector {
  /** There are new events of this conversation. */
  nudge(tenantId: string, conversation: string): void;
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
  /** Conversations worked on at once. */
  concurrency?: number;
  pollMs?: number;
}

const pollLimit = 100;

export function startProjector({
  store,
  changes,
  metrics,
  log,
  now = () => new Date(),
  random = Math.random,
  concurrency = 4,
  pollMs = 1_000,
}: ProjectorOptions): Projector {
  type Job = { tenant: Tenant; conversation: string };
  const waiting = new Map<string, Job>();
  const running = new Map<string, Promise<void>>();
  let stopped = false;
  const away = new Set<string>();

  function enqueue(tenant: Tenant, conversation: string): void {
    waiting.set(`${tenant.id} ${conversation}`, { tenant, conversation });
    pump();
  }

  /** A conversation nudged while it is worked on waits until that ends, so that no nudge is lost. */
  function pump(): void {
    for (const [key, job] of waiting) {
      if (stopped || running.size >= concurrency) return;
      if (running.has(key)) continue;
      waiting.delete(key);
      const work = project(job).finally(() => {
        running.delete(key);
        pump();
      });
      running.set(key, work);
    }
  }

  async function project({ tenant, conversation }: Job): Promise<void> {
    try {
      const outcome = await projectConversation(tenant, conversation, randomUUID(), {
        ...{ now, random },
        written: ({ patientId }) =>
          changes.emit({ tenant: tenant.id, conversation, ...(patientId !== undefined && { patientId }) }),
      });
      if (outcome.result === 'none') return;
      metrics.refolds.inc({ result: outcome.result });
      if ('reason' in outcome) {
        log.error({ tenant: tenant.id, reason: outcome.reason, result: outcome.result }, 'projection failed');
        return;
      }
      metrics.projectorLag.observe(outcome.lagMs / 1000);
      if (outcome.result === 'again') enqueue(tenant, conversation);
    } catch (error) {
      // The row could not be claimed or put back: its lease runs out and it is found again.
      log.error({ tenant: tenant.id, reason: failureOf(error).reason }, 'projection interrupted');
    }
  }

  async function poll(tenant: Tenant): Promise<void> {
    try {
      for (const conversation of await claimable(tenant, now(), pollLimit)) enqueue(tenant, conversation);
      if (away.delete(tenant.id)) log.info({ tenant: tenant.id }, 'projector reads its queue again');
    } catch (error) {
      if (away.has(tenant.id)) return;
      away.add(tenant.id);
      log.error({ tenant: tenant.id, reason: failureOf(error).reason }, 'projector cannot read its queue');
    }
  }

  const loops = startTenantLoops(store, poll, pollMs);

  return {
    nudge(tenantId, conversation) {
      const tenant = store.tenant(tenantId);
      if (tenant && !stopped) enqueue(tenant, conversation);
    },
    healthy: () => !stopped && Date.now() - loops.turnedAtMs() < 30_000,
    async stop() {
      stopped = true;
      await loops.stop();
      await Promise.all(running.values());
    },
  };
}
