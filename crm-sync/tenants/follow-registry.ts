/** Keeps the tenants of the registry as they are now: reads what changed, again and again. */
import type { FastifyBaseLogger } from 'fastify';
import { startLoop } from '../loop';
import type { TenantKeys } from '../store/key-shelf';
import type { SealingKey } from '../store/sealing';
import type { RegisteredTenant, Refusal, TenantSource } from '../store/tenant-source';
import type { Registry, RegistryRow } from './registry';
import type { TenantOpener } from './tenant-opener';

/** Every process knows of a change within this time, as long as the control database answers. */
export const followMs = 1_000;

export interface FollowOptions {
  registry: Registry;
  opener: TenantOpener;
  /** Tenants of the configuration: the registry's of the same id are left alone. */
  configured: ReadonlySet<string>;
  log: Pick<FastifyBaseLogger, 'info' | 'error'>;
  pollMs?: number;
}

interface Known {
  revision: number;
  state: RegistryRow['state'];
  tenant?: RegisteredTenant;
}

const reasonOf = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
};

/** @throws MongoError when the control database does not answer now */
export async function followRegistry({
  registry,
  opener,
  configured,
  log,
  pollMs = followMs,
}: FollowOptions): Promise<TenantSource> {
  const known = new Map<string, Known>();
  const held = new Map<string, { keys: readonly SealingKey[]; source: TenantKeys }>();
  const unreadable = new Map<string, number>();
  const listeners = new Set<() => void>();

  /** The same object for as long as the process runs: handles hold it. */
  function keysOf(id: string, keys: readonly SealingKey[]): TenantKeys {
    const entry = held.get(id) ?? {
      keys,
      source: { all: () => held.get(id)?.keys ?? [], refresh: () => refresh() },
    };
    entry.keys = keys;
    held.set(id, entry);
    return entry.source;
  }

  async function take(row: RegistryRow): Promise<boolean> {
    const { _id: id, revision, state } = row;
    try {
      if (configured.has(id)) throw Object.assign(new Error(), { code: 'also-configured' });
      if (row.state !== 'active') {
        // Whoever still works for a tenant that is being deleted seals nothing more.
        if (row.state !== 'archived') held.delete(id);
        known.set(id, { revision, state });
        return true;
      }
      const { config, keys } = await opener.open(row);
      known.set(id, { revision, state, tenant: { config, keys: keysOf(id, keys) } });
      unreadable.delete(id);
      return true;
    } catch (error) {
      // What was known before stays; the next poll tries again.
      if (unreadable.get(id) !== revision)
        log.error({ tenant: id, reason: reasonOf(error) }, 'a tenant of the registry cannot be read');
      unreadable.set(id, revision);
      return false;
    }
  }

  async function readChanges(): Promise<void> {
    const rows = await registry.revisions();
    const changed = rows.filter(({ _id, revision }) => known.get(_id)?.revision !== revision);
    if (changed.length === 0) return;
    const taken = await Promise.all((await registry.find(changed.map(({ _id }) => _id))).map(take));
    if (taken.some(Boolean)) for (const listener of [...listeners]) listener();
  }

  let reading: Promise<void> | undefined;
  const read = (): Promise<void> => (reading ??= readChanges().finally(() => (reading = undefined)));
  let refreshing: Promise<void> | undefined;
  let refreshedAtMs = 0;
  /** A read that begins after this call; damaged rows that ask again and again cost five reads a second at most. */
  function refresh(): Promise<void> {
    if (Date.now() - refreshedAtMs < 200) return Promise.resolve();
    refreshing ??= (reading ?? Promise.resolve())
      .catch(() => undefined)
      .then(read)
      .finally(() => {
        refreshedAtMs = Date.now();
        refreshing = undefined;
      });
    return refreshing;
  }

  await read();
  let away = false;
  const loop = startLoop(
    'registry',
    async () => {
      try {
        await read();
        if (away) log.info('the registry of tenants answers again');
        away = false;
      } catch (error) {
        if (!away) log.error({ reason: reasonOf(error) }, 'the registry of tenants does not answer');
        away = true;
      }
    },
    pollMs,
  );

  const refusals: Partial<Record<RegistryRow['state'], Refusal>> = {
    archived: 'archived',
    deleting: 'deleting',
    deleted: 'deleting',
  };
  return {
    tenants: () => [...known.values()].flatMap(({ tenant }) => tenant ?? []),
    refusal: (id) => refusals[known.get(id)?.state ?? 'active'],
    archived: () => [...known].flatMap(([id, { state }]) => (state === 'archived' ? id : [])),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      await loop.stop();
      await registry.close();
    },
  };
}
