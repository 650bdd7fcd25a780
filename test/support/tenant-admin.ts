/** A registry of tenants on a test's server, and its commands without their pauses. */
import { randomBytes } from 'crypto';
import { setTimeout as pause } from 'timers/promises';
import { MongoClient } from 'mongodb';
import type { CrmConfig } from '../../crm-sync/config/config';
import { createMasterKeys } from '../../crm-sync/tenants/create-master-keys';
import { openRegistry } from '../../crm-sync/tenants/registry';
import type { TenantAdmin } from '../../crm-sync/tenants/tenant-admin';
import { createTenantOpener } from '../../crm-sync/tenants/tenant-opener';
import { testConfig } from './crm';
import { uniqueDatabase } from './mongo';

/** A service whose tenants are all in a registry of its own. */
export function registryConfig(uri: string, masterKey: Buffer = randomBytes(32)): CrmConfig {
  return {
    ...testConfig(uri, []),
    registry: {
      database: `${uniqueDatabase()}_control`,
      masterKey: { current: { kind: 'local', key: masterKey }, previous: [] },
    },
  };
}

export interface TestAdmin extends TenantAdmin {
  said: string[];
  stop(): Promise<void>;
}

/** @param pauseMs what each pause lasts; the real one while a service runs */
export function testAdmin(config: CrmConfig, { pauseMs = 0 }: { pauseMs?: number } = {}): TestAdmin {
  const masterKeys = createMasterKeys(config.registry!.masterKey, (count) => randomBytes(count));
  const registry = openRegistry(config.mongodbUri, config.registry!.database);
  const clients = new Map<string, MongoClient>();
  const said: string[] = [];
  return {
    ...{ registry, masterKeys, opener: createTenantOpener(masterKeys), said },
    configured: new Set(config.tenants.map(({ id }) => id)),
    client(uri = config.mongodbUri) {
      const client = clients.get(uri) ?? new MongoClient(uri);
      clients.set(uri, client);
      return client;
    },
    ...{ now: () => new Date(), randomBytes: (count) => randomBytes(count) },
    sleep: (ms) => pause(Math.min(ms, pauseMs)),
    say: (line) => void said.push(line),
    async stop() {
      await registry.close();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}
