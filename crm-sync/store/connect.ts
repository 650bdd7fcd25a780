import { randomBytes } from 'crypto';
import { MongoClient, type Db } from 'mongodb';
import { databaseOf, type CrmConfig, type TenantConfig } from '../config/config';
import { createSealing } from './data-keys';
import { indexes } from './indexes';
import { createKeyShelf, fixedKeys } from './key-shelf';
import { createKeyring } from './keyring';
import type { Store, Tenant } from './tenant';

/** Nothing is acknowledged that a crash could take back. */
const durable = { writeConcern: { w: 'majority', journal: true } } as const;

function tenantHandle(config: TenantConfig, db: Db): Tenant {
  const dataKeys: Tenant['dataKeys'] = db.collection('dataKeys', durable);
  const shelf = createKeyShelf({
    tenant: config.id,
    tenantKeys: fixedKeys(config.sealingKeys),
    dataKeys,
    randomBytes,
    nowMs: Date.now,
  });
  return {
    id: config.id,
    name: config.name,
    timeZone: config.timeZone,
    workspaces: config.workspaces,
    db,
    events: db.collection('events', durable),
    dirty: db.collection('dirty', durable),
    encounters: db.collection('encounters'),
    messages: db.collection('messages'),
    decisions: db.collection('decisions'),
    cells: db.collection('cells'),
    patients: db.collection('patients', durable),
    staff: db.collection('staff', durable),
    sessions: db.collection('sessions'),
    signInAttempts: db.collection('signInAttempts'),
    accessLog: db.collection('accessLog', durable),
    dataKeys,
    commands: db.collection('commands', durable),
    sealing: createSealing({ tenant: config.id, shelf, randomBytes, nowMs: Date.now }),
    keyring: createKeyring(shelf),
  };
}

async function makeIndexes(tenant: Tenant): Promise<void> {
  for (const [collection, wanted] of Object.entries(indexes)) {
    await tenant.db.collection(collection).createIndexes(wanted.map((index) => ({ ...index })));
  }
}

/**
 * Connects each tenant's database (one connection pool per address) and makes its indexes.
 * @throws MongoError when a server does not answer within 5 s
 */
export async function connectStore(config: Pick<CrmConfig, 'mongodbUri' | 'tenants'>): Promise<Store> {
  const clients = new Map<string, MongoClient>();
  const clientOf = (uri: string): MongoClient => {
    const client =
      clients.get(uri) ??
      new MongoClient(uri, {
        appName: 'acolhe-crm',
        serverSelectionTimeoutMS: 5_000,
        ignoreUndefined: true,
      });
    clients.set(uri, client);
    return client;
  };
  const close = async (): Promise<void> => {
    await Promise.all([...clients.values()].map((client) => client.close()));
  };
  try {
    const tenants = config.tenants.map((one) =>
      tenantHandle(one, clientOf(one.uri ?? config.mongodbUri).db(databaseOf(one))),
    );
    for (const tenant of tenants) await makeIndexes(tenant);
    const byId = new Map(tenants.map((tenant) => [tenant.id, tenant]));
    return {
      tenants,
      tenant: (id) => byId.get(id),
      async ping() {
        await Promise.all(
          [...clients.values()].map((client) =>
            client.db('admin').command({ ping: 1 }, { timeoutMS: 2_000 }),
          ),
        );
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
