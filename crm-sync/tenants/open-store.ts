import { randomBytes } from 'crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { CrmConfig } from '../config/config';
import { connectStore } from '../store/connect';
import type { Store } from '../store/tenant';
import type { RegisteredTenant } from '../store/tenant-source';
import { followRegistry } from './follow-registry';
import { createMasterKeys } from './create-master-keys';
import { openRegistry } from './registry';
import { createTenantOpener } from './tenant-opener';

/**
 * The tenants of the configuration and, when there is a master key, those of the registry.
 * @param process what the audit log calls this process
 * @param only of the registry serve this tenant alone: a command need not connect to all
 * @throws MongoError when MongoDB does not answer within 5 s
 */
export async function openStore(
  config: Pick<CrmConfig, 'mongodbUri' | 'tenants' | 'registry'>,
  process: 'crm' | 'command',
  log: Pick<FastifyBaseLogger, 'info' | 'error'>,
  only?: string,
): Promise<Store> {
  if (!config.registry) return connectStore(config, undefined, process);
  const registry = openRegistry(config.mongodbUri, config.registry.database);
  try {
    const source = await followRegistry({
      registry,
      opener: createTenantOpener(createMasterKeys(config.registry.masterKey, randomBytes)),
      configured: new Set(config.tenants.map(({ id }) => id)),
      log,
    });
    const tenants = (): readonly RegisteredTenant[] =>
      source.tenants().filter((one) => only === undefined || one.config.id === only);
    return await connectStore(config, { ...source, tenants }, process);
  } catch (error) {
    await registry.close();
    throw error;
  }
}
