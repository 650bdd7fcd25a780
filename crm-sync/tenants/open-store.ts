import { randomBytes } from 'crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { CrmConfig } from '../config/config';
import { connectStore } from '../store/connect';
import type { Store } from '../store/tenant';
import { followRegistry } from './follow-registry';
import { createMasterKeys } from './master-keys';
import { openRegistry } from './registry';
import { createTenantOpener } from './tenant-opener';

/**
 * The tenants of the configuration and, when there is a master key, those of the registry.
 * @throws MongoError when MongoDB does not answer within 5 s
 */
export async function openStore(
  config: Pick<CrmConfig, 'mongodbUri' | 'tenants' | 'registry'>,
  log: Pick<FastifyBaseLogger, 'info' | 'error'>,
): Promise<Store> {
  if (!config.registry) return connectStore(config);
  const registry = openRegistry(config.mongodbUri, config.registry.database);
  try {
    const source = await followRegistry({
      registry,
      opener: createTenantOpener(createMasterKeys(config.registry.masterKey, randomBytes)),
      configured: new Set(config.tenants.map(({ id }) => id)),
      log,
    });
    return await connectStore(config, source);
  } catch (error) {
    await registry.close();
    throw error;
  }
}
