import type { CrmConfig } from '../../crm-sync/config/config';
import type { Tenant } from '../../crm-sync/store/tenant';
import { openStore } from '../../crm-sync/tenants/open-store';
import { complaints, crmSettings } from '../crm-settings';
import { Failure } from '../failure';

/**
 * Gives one command the tenants it is about: the one that is named, else all.
 * @throws Failure, always with exit code 2: 1 means that a log was tampered with
 */
export async function withTenants<T>(
  id: string | undefined,
  work: (tenants: readonly Tenant[], config: CrmConfig) => Promise<T>,
): Promise<T> {
  const config = crmSettings();
  const store = await openStore(config, 'command', complaints, id).catch((cause: unknown) => {
    const words = 'MongoDB does not answer: check MONGODB_URI and that the server runs';
    throw new Failure('no-mongodb', words, 2, { cause });
  });
  try {
    const named =
      id === undefined ? [...store.tenants] : [store.tenant(id)].filter((one) => one !== undefined);
    if (named.length === 0) {
      const known = store.tenants.map((tenant) => tenant.id).join(', ');
      throw new Failure('unknown-tenant', `--tenant is one of ${known}`, 2);
    }
    return await work(named, config);
  } finally {
    await store.close();
  }
}

/** @throws Failure tenant-needed when the question is about one tenant and there are several */
export function onlyOne(tenants: readonly Tenant[], why: string): Tenant {
  const [tenant, ...others] = tenants;
  if (tenant && others.length === 0) return tenant;
  throw new Failure('tenant-needed', `${why}: name one tenant with --tenant`, 2);
}
