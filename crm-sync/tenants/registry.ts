/** The control database: one document per tenant. Every change counts its revision, so that nobody overwrites what they did not see. */
import { MongoClient, MongoServerError, type Collection } from 'mongodb';
import type { Sealed } from '../store/documents';
import type { TenantState } from './life-cycle';
import { durable } from '../store/durable';

export interface RegistryKey {
  id: string;
  /** Wrapped by the master key. Gone once the key was destroyed. */
  wrapped?: string;
  createdAt: Date;
  /** Since when nothing of the tenant's database is wrapped by it. */
  retiredAt?: Date;
}

export interface RegistryWorkspace {
  id: string;
  url: string;
  appId?: string;
  /** JSON of the workspace's other settings (signing secrets, tokens), sealed with the tenant's key. */
  sealed: Sealed;
}

export interface RegistryDocument {
  _id: string;
  name: string;
  timeZone: string;
  database: string;
  /** The tenant's own MongoDB address, sealed with the tenant's key. */
  sealedUri?: Sealed;
  /** The tenant's other settings, as in the configuration. */
  settings?: Record<string, unknown>;
  state: Exclude<TenantState, 'deleted'>;
  /** The first wraps new data keys; the others open what they wrapped. */
  keys: RegistryKey[];
  workspaces: RegistryWorkspace[];
  revision: number;
  createdAt: Date;
  history: { at: Date; what: string }[];
}

/** What is left of a deleted tenant: that its id was used. */
export interface Tombstone {
  _id: string;
  state: 'deleted';
  revision: number;
  history: { at: Date; what: string }[];
}

export type RegistryRow = RegistryDocument | Tombstone;

export class RegistryError extends Error {
  constructor(
    readonly code: 'unknown-tenant' | 'tenant-exists' | 'wrong-state' | 'changed-meanwhile',
    message: string,
  ) {
    super(message);
    this.name = 'RegistryError';
  }
}

const duplicateKey = 11_000;

export interface Registry {
  /** Ids and revisions of all, deleted ones included. */
  revisions(): Promise<{ _id: string; revision: number }[]>;
  find(ids: readonly string[]): Promise<RegistryRow[]>;
  list(): Promise<RegistryRow[]>;
  /** @throws RegistryError unknown-tenant, also for a deleted one */
  get(id: string): Promise<RegistryDocument>;
  /** @throws RegistryError tenant-exists, also for a deleted one */
  insert(document: RegistryDocument): Promise<void>;
  /**
   * Writes the changed members and one line of history.
   * @returns the document as it is now
   * @throws RegistryError changed-meanwhile when somebody else changed it since `document` was read
   */
  change(
    document: RegistryDocument,
    changes: Partial<RegistryDocument>,
    what: string,
    at: Date,
  ): Promise<RegistryDocument>;
  /** Leaves only a tombstone. */
  bury(document: RegistryDocument, at: Date): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export function openRegistry(uri: string, database: string): Registry {
  const client = new MongoClient(uri, {
    appName: 'acolhe-registry',
    serverSelectionTimeoutMS: 5_000,
    ignoreUndefined: true,
  });
  const tenants: Collection<RegistryRow> = client.db(database).collection('tenants', durable);
  const seen = ({ _id, revision }: RegistryDocument) => ({ _id, revision });
  const changed = (id: string) =>
    new RegistryError('changed-meanwhile', `${id} was changed by somebody else meanwhile: try again`);
  return {
    revisions: () =>
      tenants
        .find({}, { projection: { revision: 1 } })
        .map(({ _id, revision }) => ({ _id, revision }))
        .toArray(),
    find: (ids) => tenants.find({ _id: { $in: [...ids] } }).toArray(),
    list: () => tenants.find().sort({ _id: 1 }).toArray(),
    async get(id) {
      const row = await tenants.findOne({ _id: id });
      if (!row || row.state === 'deleted')
        throw new RegistryError('unknown-tenant', `the registry knows no tenant ${id}`);
      return row;
    },
    async insert(document) {
      try {
        await tenants.insertOne(document);
      } catch (error) {
        if (!(error instanceof MongoServerError && error.code === duplicateKey)) throw error;
        throw new RegistryError(
          'tenant-exists',
          `there is, or was, a tenant ${document._id}: ids are never used again`,
        );
      }
    },
    async change(document, changes, what, at) {
      const history = [...document.history, { at, what }];
      const next = { ...document, ...changes, history, revision: document.revision + 1 };
      const result = await tenants.replaceOne(seen(document), next);
      if (result.matchedCount === 0) throw changed(document._id);
      return next;
    },
    async bury(document, at) {
      const history = [...document.history, { at, what: 'deleted' }];
      const result = await tenants.replaceOne(seen(document), {
        ...{ state: 'deleted', revision: document.revision + 1, history },
      });
      if (result.matchedCount === 0) throw changed(document._id);
    },
    ping: async () => void (await client.db('admin').command({ ping: 1 }, { timeoutMS: 2_000 })),
    close: () => client.close(),
  };
}
