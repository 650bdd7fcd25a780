/** Opens the registry for one command, and puts its errors into words for the person who gave it. */
import { randomBytes } from 'crypto';
import { setTimeout as pause } from 'timers/promises';
import { MongoClient, MongoError } from 'mongodb';
import { ZodError } from 'zod';
import type { CrmConfig } from '../../crm-sync/config/config';
import { SealingError } from '../../crm-sync/store/sealing';
import { createMasterKeys } from '../../crm-sync/tenants/create-master-keys';
import { MasterKeyError } from '../../crm-sync/tenants/master-keys';
import { openRegistry, RegistryError } from '../../crm-sync/tenants/registry';
import type { TenantAdmin } from '../../crm-sync/tenants/tenant-admin';
import { openStore } from '../../crm-sync/tenants/open-store';
import { createTenantOpener } from '../../crm-sync/tenants/tenant-opener';
import { complaints, crmSettings } from '../crm-settings';
import { Failure } from '../failure';

const noRegistry =
  'there is no registry of tenants: give a master key in ACOLHE_MASTER_KEY, ACOLHE_MASTER_KEY_FILE or ACOLHE_MASTER_KMS_KEY; docs/crm-sync.md tells how';

/** Tells programs nothing and people what goes on. */
const tell = (json: boolean | undefined) => (line: string) => {
  if (!json) console.error(line);
};

function inWords(error: unknown): unknown {
  if (error instanceof RegistryError) return new Failure(error.code, error.message, 2, { cause: error });
  if (error instanceof MasterKeyError) return new Failure(error.code, error.message, 1, { cause: error });
  if (error instanceof SealingError)
    return new Failure(`sealing-${error.code}`, `a key cannot be opened: ${error.code}`, 1, { cause: error });
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return new Failure('bad-settings', `${issue?.path.join('.')} ${issue?.message}`.trim(), 2);
  }
  if (error instanceof MongoError)
    return new Failure(
      'no-mongodb',
      'MongoDB does not answer: check MONGODB_URI and that the server runs',
      1,
      {
        cause: error,
      },
    );
  return error;
}

/**
 * @param whenConfigured what to say about a tenant of the configuration, which this command cannot change
 * @throws Failure
 */
export async function withRegistry<T>(
  { id, json, whenConfigured }: { id?: string; json?: boolean | undefined; whenConfigured?: string },
  work: (admin: TenantAdmin, config: CrmConfig) => Promise<T>,
): Promise<T> {
  const config = crmSettings();
  const configured = new Set(config.tenants.map((tenant) => tenant.id));
  if (id !== undefined && configured.has(id) && whenConfigured !== undefined)
    throw new Failure(
      'configured-tenant',
      `${id} is a tenant of ACOLHE_TENANTS or its file, not of the registry: ${whenConfigured}`,
      2,
    );
  if (!config.registry) throw new Failure('no-registry', noRegistry, 2);
  const masterKeys = createMasterKeys(config.registry.masterKey, randomBytes);
  const registry = openRegistry(config.mongodbUri, config.registry.database);
  const clients = new Map<string, MongoClient>();
  const client = (uri = config.mongodbUri): MongoClient => {
    const made = clients.get(uri) ?? new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 });
    clients.set(uri, made);
    return made;
  };
  const admin: TenantAdmin = {
    ...{ registry, masterKeys, opener: createTenantOpener(masterKeys), configured, client },
    ...{ now: () => new Date(), randomBytes, sleep: pause, say: tell(json) },
  };
  try {
    return await work(admin, config);
  } catch (error) {
    throw inWords(error);
  } finally {
    await registry.close();
    await Promise.all([...clients.values()].map((one) => one.close()));
  }
}

/** One line in the tenant's own audit log. Only a tenant that is served has one that can be written. */
export async function audited(
  config: CrmConfig,
  id: string,
  action: string,
  details: Record<string, string | number> = {},
): Promise<void> {
  const store = await openStore({ ...config, tenants: [] }, 'command', complaints, id);
  try {
    await store.tenant(id)?.audit.append({ actor: 'command', action, target: 'tenant', details });
  } finally {
    await store.close();
  }
}
