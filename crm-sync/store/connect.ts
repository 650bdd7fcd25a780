import { randomBytes } from 'crypto';
import { MongoClient, type Db } from 'mongodb';
import { auditStore } from '../audit/audit-store';
import { createAuditLog } from '../audit/log';
import { databaseOf, type CrmConfig, type TenantConfig } from '../config/config';
import { createSealing } from './data-keys';
import { createKeyShelf, fixedKeys, type TenantKeys } from './key-shelf';
import { createKeyring } from './keyring';
import { makeIndexes } from './make-indexes';
import { createRoster } from './roster';
import { SealingError } from './sealing';
import type { Store, Tenant } from './tenant';
import { noSource, type RegisteredTenant, type TenantSource } from './tenant-source';
import { durable } from './durable';

/** A tenant of the registry whose database does not answer is tried again after this. */
const retryMs = 2_000;

function tenantHandle(
  config: Omit<TenantConfig, 'sealingKeys'>,
  tenantKeys: TenantKeys,
  db: Db,
  process: string,
): Tenant {
  const dataKeys: Tenant['dataKeys'] = db.collection('dataKeys', durable);
  const shelf = createKeyShelf({
    tenant: config.id,
    tenantKeys,
    dataKeys,
    randomBytes,
    nowMs: Date.now,
  });
  const keyring = createKeyring(shelf);
  const { audit, writers } = auditStore(db);
  return {
    id: config.id,
    name: config.name,
    timeZone: config.timeZone,
    secondFactor: config.secondFactor,
    workspaces: config.workspaces,
    keepFiles: config.keepFiles,
    contactHours: config.contactHours,
    db,
    events: db.collection('events', durable),
    streams: db.collection('streams', durable),
    encounters: db.collection('encounters'),
    messages: db.collection('messages'),
    decisions: db.collection('decisions'),
    followUps: db.collection('followUps'),
    professionals: db.collection('professionals'),
    agendaDays: db.collection('agendaDays'),
    appointments: db.collection('appointments'),
    cells: db.collection('cells'),
    touches: db.collection('touches'),
    patients: db.collection('patients', durable),
    sources: db.collection('sources', durable),
    registrations: db.collection('registrations', durable),
    identityKeys: db.collection('identityKeys', durable),
    identityConflicts: db.collection('identityConflicts', durable),
    notes: db.collection('notes', durable),
    staff: db.collection('staff', durable),
    sessions: db.collection('sessions'),
    signInAttempts: db.collection('signInAttempts'),
    dataKeys,
    commands: db.collection('commands', durable),
    sealing: createSealing({ tenant: config.id, shelf, randomBytes, nowMs: Date.now }),
    keyring,
    audit: createAuditLog({
      tenant: config.id,
      process,
      audit,
      writers,
      key: () => keyring.secret('tenant/audit'),
      now: () => new Date(),
      randomBytes,
    }),
  };
}

/**
 * A wrong key (mistyped, or of another deployment) would seal and acknowledge what nobody can open once it is put right.
 * @throws Error when the keys do not open the tenant's oldest secret; a new tenant gets it here
 */
async function assertOwnKeys({ id, keyring }: Tenant): Promise<void> {
  try {
    await keyring.secret('tenant/blind-index');
  } catch (cause) {
    if (!(cause instanceof SealingError)) throw cause;
    const words = `tenant ${id}: its sealing keys do not open what its database holds (${cause.code}); give the key it was begun with, or another database`;
    throw new Error(words, { cause });
  }
}

/**
 * Connects each tenant's database (one connection pool per address) and makes its indexes. Tenants of `source` are
 * taken over as it changes; one of them whose database is away is tried again and holds up nobody.
 * @param process what the audit log calls this process
 * @throws MongoError when the server of a configured tenant does not answer within 5 s; Error when its keys are not its own
 */
export async function connectStore(
  config: Pick<CrmConfig, 'mongodbUri' | 'tenants'>,
  source: TenantSource = noSource,
  process: 'crm' | 'command' = 'command',
): Promise<Store> {
  const clients = new Map<string, MongoClient>();
  const clientOf = (uri: string): MongoClient => {
    const client =
      clients.get(uri) ??
      new MongoClient(uri, {
        appName: 'acolhe-crm',
        serverSelectionTimeoutMS: 5_000,
        // Also how soon a server that fell silent is noticed: what waits for it then fails and is tried again.
        connectTimeoutMS: 5_000,
        ignoreUndefined: true,
      });
    clients.set(uri, client);
    return client;
  };
  const roster = createRoster();
  const fixed = new Set(config.tenants.map((tenant) => tenant.id));
  const serve = async (one: RegisteredTenant): Promise<void> => {
    const uri = one.config.uri ?? config.mongodbUri;
    const tenant = tenantHandle(one.config, one.keys, clientOf(uri).db(databaseOf(one.config)), process);
    await makeIndexes(tenant.db);
    roster.add(tenant);
  };

  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  const follow = async (): Promise<void> => {
    clearTimeout(retry);
    const wanted = source.tenants().filter(({ config: { id } }) => !fixed.has(id));
    const ids = new Set(wanted.map(({ config: { id } }) => id));
    for (const { id } of [...roster.list]) if (!fixed.has(id) && !ids.has(id)) roster.remove(id);
    const results = await Promise.allSettled(
      wanted.map(async (one) => {
        const served = roster.find(one.config.id);
        if (!served) return serve(one);
        const { name, timeZone, workspaces, secondFactor, keepFiles, contactHours } = one.config;
        Object.assign(served, { name, timeZone, workspaces, secondFactor, keepFiles, contactHours });
      }),
    );
    const failed = results.some(({ status }) => status === 'rejected');
    if (failed && !closed) retry = setTimeout(queueFollow, retryMs).unref();
  };
  // One after another: two at once would serve a tenant twice.
  let following = Promise.resolve();
  function queueFollow(): void {
    if (!closed) following = following.then(follow);
  }
  const unfollow = source.onChange(queueFollow);

  const close = async (): Promise<void> => {
    closed = true;
    unfollow();
    clearTimeout(retry);
    await following;
    clearTimeout(retry);
    await source.close();
    await Promise.all([...clients.values()].map((client) => client.close()));
  };
  try {
    for (const { sealingKeys, ...one } of config.tenants) {
      await serve({ config: one, keys: fixedKeys(sealingKeys) });
      await assertOwnKeys(roster.find(one.id)!);
    }
    queueFollow();
    await following;
    return {
      tenants: roster.list,
      tenant: roster.find,
      refusal: (id) => (roster.find(id) ? undefined : source.refusal(id)),
      archived: () => source.archived().filter((id) => !roster.find(id)),
      onChange: roster.onChange,
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
