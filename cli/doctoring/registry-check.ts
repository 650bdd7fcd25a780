import { randomBytes } from 'crypto';
import { ConfigError, readConfig, type CrmConfig } from '../../crm-sync/config/config';
import { createMasterKeys } from '../../crm-sync/tenants/create-master-keys';
import { openRegistry } from '../../crm-sync/tenants/registry';
import { createTenantOpener } from '../../crm-sync/tenants/tenant-opener';
import { fail, firstLine, ok, warn, type Finding } from './check';

type Environment = Record<string, string | undefined>;

const concerns = /^ACOLHE_(MASTER|CONTROL|KMS)_/;
const codeOf = (error: unknown): string =>
  String((error as { code?: unknown }).code ?? (error as Error).name);

/** Whether the master key opens what the registry keeps of each tenant. Changes nothing. */
export async function registryFinding(env: Environment): Promise<Finding> {
  if (!Object.entries(env).some(([name, value]) => /^ACOLHE_MASTER_/.test(name) && value))
    return ok('no master key: tenants are those of the configuration');
  let config: CrmConfig;
  try {
    config = readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const own = error.problems.find(({ variable }) => concerns.test(variable));
    if (own) return fail(`${own.variable} ${own.problem}`, 'See Tenants and keys in docs/crm-sync.md.');
    return warn('not looked at', 'Give the whole environment that crm-sync runs with.');
  }
  if (!config.registry) return ok('none');
  const masterKeys = createMasterKeys(config.registry.masterKey, (count) => randomBytes(count));
  const context = { tenant: 'doctor', keyId: 'probe' };
  try {
    await masterKeys.unwrap(await masterKeys.wrap(Buffer.alloc(32), context), context);
  } catch (error) {
    return fail(firstLine(error), 'Check the master key, its rights and the way to its service.');
  }
  return tenantsFinding(config.mongodbUri, config.registry.database, createTenantOpener(masterKeys));
}

async function tenantsFinding(
  uri: string,
  database: string,
  opener: ReturnType<typeof createTenantOpener>,
): Promise<Finding> {
  const registry = openRegistry(uri, database);
  try {
    const rows = (await registry.list()).flatMap((row) => (row.state === 'deleted' ? [] : [row]));
    const closed: string[] = [];
    for (const row of rows)
      await opener.open(row).catch((error: unknown) => closed.push(`${row._id} (${codeOf(error)})`));
    if (closed.length)
      return fail(
        `cannot be opened: ${closed.join(', ')}`,
        'Is this the master key they were wrapped with? Give the one before as …_PREVIOUS.',
      );
    return ok(`${rows.length} tenants, opened with the master key`);
  } catch (error) {
    return fail(`the control database: ${codeOf(error)}`, 'Check MONGODB_URI and that the server runs.');
  } finally {
    await registry.close();
  }
}
