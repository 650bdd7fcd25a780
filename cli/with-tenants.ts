/** The one way by which a command comes to tenants: those of the configuration and those of the registry. */
import type { CrmConfig } from '../crm-sync/config/config';
import type { Store, Tenant } from '../crm-sync/store/tenant';
import { openStore } from '../crm-sync/tenants/open-store';
import { complaints, crmSettings } from './crm-settings';
import { Failure } from './failure';

function named(store: Store, id: string, unread: ReadonlySet<string>): Tenant {
  const tenant = store.tenant(id);
  if (tenant) return tenant;
  // why was told already, in a line of its own
  if (unread.has(id))
    throw new Failure('unreadable-tenant', `--tenant: ${id} is in the registry, and cannot be opened`, 1);
  const why = {
    archived: `${id} is archived: npx acolhe tenant restore --id ${id} has it served again`,
    deleting: `${id} was deleted, or is being deleted`,
    unknown: `no tenant ${id} is served; npx acolhe tenant list shows all there are`,
  };
  const refusal = store.refusal(id) ?? 'unknown';
  throw new Failure(`${refusal}-tenant`, `--tenant: ${why[refusal]}`, 2);
}

/**
 * Gives one command the tenants it is about: the one that is named, else all.
 * @param exitCode when MongoDB does not answer or a tenant was left out; 2 where 1 has a meaning of its own
 * @throws Failure bad-configuration, no-mongodb, unknown-tenant, archived-tenant, deleting-tenant, unreadable-tenant (named,
 *   or left out of all, once the work on the others is done)
 */
export async function withTenants<T>(
  id: string | undefined,
  work: (tenants: readonly Tenant[], config: CrmConfig, store: Store) => Promise<T>,
  { exitCode = 1 }: { exitCode?: 1 | 2 } = {},
): Promise<T> {
  const config = crmSettings();
  const unread = new Set<string>();
  const log = {
    ...complaints,
    error(facts: unknown, message?: string) {
      const { tenant } = facts as { tenant?: string };
      if (tenant !== undefined) unread.add(tenant);
      // of one tenant that is asked for, the troubles of others are of no interest
      if (id === undefined || tenant === undefined || tenant === id) complaints.error(facts, message);
    },
  };
  const store = await openStore(config, 'command', log, id).catch((cause: unknown) => {
    const words = 'MongoDB does not answer: check MONGODB_URI and that the server runs';
    throw new Failure('no-mongodb', words, exitCode, { cause });
  });
  try {
    if (id !== undefined) return await work([named(store, id, unread)], config, store);
    const done = await work([...store.tenants], config, store);
    if (unread.size === 0) return done;
    throw new Failure('unreadable-tenant', `left out: ${[...unread].join(', ')}`, exitCode);
  } finally {
    await store.close();
  }
}

/** @throws Failure tenant-needed when the question is about one tenant and there are several, or none */
export function onlyOne(tenants: readonly Tenant[], why: string): Tenant {
  const [tenant, ...others] = tenants;
  if (tenant && others.length === 0) return tenant;
  if (!tenant)
    throw new Failure('tenant-needed', 'there is no tenant yet: npx acolhe tenant create makes one', 2);
  const known = tenants.map(({ id }) => id).join(', ');
  throw new Failure('tenant-needed', `${why}: name one with --tenant (${known})`, 2);
}
