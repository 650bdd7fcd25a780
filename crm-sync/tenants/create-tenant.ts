/** Makes a tenant: its database with every index, its first key, its entry in the registry. Interrupted, it can be called again. */
import { MongoServerError } from 'mongodb';
import { makeIndexes } from '../store/make-indexes';
import { newTenantKey, sealUri } from './tenant-opener';
import { RegistryError, type RegistryDocument } from './registry';
import type { TenantAdmin } from './tenant-admin';
import { durable } from '../store/durable';

export interface NewTenant {
  id: string;
  name: string;
  timeZone: string;
  database: string;
  uri?: string | undefined;
}

/** Whose database this is: two tenants in one database would read each other. */
interface OwnerDocument {
  _id: 'owner';
  tenant: string;
}

const duplicateKey = 11_000;

/** @throws RegistryError tenant-exists when the id was used, or the database is another's or holds something else */
export async function createTenant(admin: TenantAdmin, wanted: NewTenant): Promise<RegistryDocument> {
  const { registry, masterKeys, configured, client, now, randomBytes } = admin;
  const { id, name, timeZone, database, uri } = wanted;
  if (configured.has(id) || (await registry.find([id])).length > 0)
    throw new RegistryError('tenant-exists', `there is, or was, a tenant ${id}: ids are never used again`);
  const db = client(uri).db(database);
  const owner = db.collection<OwnerDocument>('owner');
  const present = await db.listCollections({}, { nameOnly: true }).toArray();
  if (present.length > 0 && !(await owner.findOne({ _id: 'owner' })))
    throw new RegistryError('tenant-exists', `the database ${database} is not empty: choose another name`);
  try {
    await owner.insertOne({ _id: 'owner', tenant: id }, durable);
  } catch (error) {
    if (!(error instanceof MongoServerError && error.code === duplicateKey)) throw error;
    const theirs = await owner.findOne({ _id: 'owner' });
    if (theirs?.tenant !== id)
      throw new RegistryError('tenant-exists', `the database ${database} belongs to another tenant`);
  }
  await makeIndexes(db);
  const { key, entry } = await newTenantKey(masterKeys, id, randomBytes, now());
  const document: RegistryDocument = {
    ...{ _id: id, name, timeZone, database },
    ...(uri !== undefined && { sealedUri: sealUri(key, id, uri, randomBytes) }),
    ...{ state: 'active', keys: [entry], workspaces: [], revision: 1, createdAt: now() },
    history: [{ at: now(), what: 'create' }],
  };
  await registry.insert(document);
  return document;
}
