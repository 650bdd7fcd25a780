/** Work that is done again and again for each tenant: one loop per tenant, so that one whose database is away holds up no other. */
import type { TenantJob } from './jobs';
import { startLoop, type Loop } from './loop';
import type { Store, Tenant } from './store/tenant';

export interface TenantLoops {
  /** When the slowest loop last ended a turn (or began), in milliseconds of `performance.now()`, which no clock change moves; now, when there is no tenant. */
  turnedAtMs(): number;
  /** Ends after the turns under way. */
  stop(): Promise<void>;
}

/**
 * Follows the store's tenants: begins with each one served, ends with each one that is no more.
 * @param work must not reject
 */
export function startTenantLoops(
  job: TenantJob,
  store: Pick<Store, 'tenants' | 'onChange'>,
  work: (tenant: Tenant) => Promise<void>,
  pauseMs: number,
): TenantLoops {
  const loops = new Map<Tenant, Loop>();
  const ending = new Set<Promise<void>>();
  const follow = (): void => {
    for (const [tenant, loop] of loops) {
      if (store.tenants.includes(tenant)) continue;
      loops.delete(tenant);
      const ended: Promise<void> = loop.stop().finally(() => ending.delete(ended));
      ending.add(ended);
    }
    for (const tenant of store.tenants) {
      if (!loops.has(tenant))
        loops.set(
          tenant,
          startLoop(job, () => work(tenant), pauseMs),
        );
    }
  };
  const unfollow = store.onChange(follow);
  follow();
  return {
    turnedAtMs: () => Math.min(performance.now(), ...[...loops.values()].map((loop) => loop.turnedAtMs())),
    async stop() {
      unfollow();
      await Promise.all([...[...loops.values()].map((loop) => loop.stop()), ...ending]);
    },
  };
}
