/** The rows of `dataKeys`: one random key per owner, wrapped by the tenant's key, made at first use. */
import type { Collection } from 'mongodb';
import type { DataKeyDocument } from './documents';
import { chunksOf } from './in-chunks';
import { insertNew, isDuplicateKey } from './insert-new';
import { open, seal, SealingError, type RandomBytes, type SealingKey } from './sealing';

/** The tenant's keys. They may change while the service runs. */
export interface TenantKeys {
  /** The first wraps new data keys; the others still open what they wrapped. */
  all(): readonly SealingKey[];
  /** Reads them anew: a row names a key that is not among them. */
  refresh(): Promise<void>;
}

/** Keys that stay as long as the process runs. */
export function fixedKeys(keys: readonly SealingKey[]): TenantKeys {
  return { all: () => keys, refresh: () => Promise.resolve() };
}

export interface KeyShelfOptions {
  tenant: string;
  tenantKeys: TenantKeys;
  dataKeys: Collection<DataKeyDocument>;
  randomBytes: RandomBytes;
  nowMs: () => number;
}

/** `unreadable`: asked for alone, it says why. */
export type FoundKey = SealingKey | 'destroyed' | 'unreadable';

export interface KeyShelf {
  /**
   * The owner's key, or nothing when it was never made.
   * @throws SealingError `destroyed` when it was made and erased, `unknown-key` when no key of the tenant opens it
   */
  stored(owner: string): Promise<SealingKey | undefined>;
  /** Makes it, unless another process was quicker: then that one's. */
  made(owner: string): Promise<SealingKey>;
  /** Those of many owners that were ever made. One that cannot be opened is the owner's own fault, nobody else's. */
  storedAll(owners: readonly string[]): Promise<Map<string, FoundKey>>;
  /** Makes those of many owners that have none, as `made` does. */
  madeAll(owners: readonly string[]): Promise<Map<string, FoundKey>>;
}

/** What a wrapped key is bound to: it opens for no other tenant and no other owner. */
export function wrapBinding(tenant: string, owner: string): string[] {
  return [tenant, 'dataKeys', owner, 'wrappedKey'];
}

function unreadable(error: unknown): 'unreadable' {
  if (error instanceof SealingError) return 'unreadable';
  throw error;
}

export function createKeyShelf({
  tenant,
  tenantKeys,
  dataKeys,
  randomBytes,
  nowMs,
}: KeyShelfOptions): KeyShelf {
  const unwrap = (owner: string, wrapped: string): Buffer =>
    open(tenantKeys.all(), wrapBinding(tenant, owner), wrapped);

  async function keyIn(document: DataKeyDocument): Promise<SealingKey | 'destroyed'> {
    const { _id, keyId, wrappedKey } = document;
    if (wrappedKey === undefined) return 'destroyed';
    try {
      return { id: keyId, key: unwrap(_id, wrappedKey) };
    } catch (error) {
      if (!(error instanceof SealingError && error.code === 'unknown-key')) throw error;
      await tenantKeys.refresh();
      return { id: keyId, key: unwrap(_id, wrappedKey) };
    }
  }

  async function stored(owner: string): Promise<SealingKey | undefined> {
    const document = await dataKeys.findOne({ _id: owner });
    const key = document && (await keyIn(document));
    if (key === 'destroyed') throw new SealingError('destroyed');
    return key ?? undefined;
  }

  function freshRow(owner: string): { key: SealingKey; row: DataKeyDocument } {
    const current = tenantKeys.all()[0];
    if (!current) throw new SealingError('unknown-key');
    const key = { id: Buffer.from(randomBytes(9)).toString('base64url'), key: randomBytes(32) };
    const wrappedKey = seal(current, wrapBinding(tenant, owner), key.key, randomBytes);
    return { key, row: { _id: owner, keyId: key.id, wrappedKey, createdAt: new Date(nowMs()) } };
  }

  async function storedAll(owners: readonly string[]): Promise<Map<string, FoundKey>> {
    const found = new Map<string, FoundKey>();
    for (const some of chunksOf(owners)) {
      const rows = await dataKeys.find({ _id: { $in: some } }).toArray();
      for (const row of rows) found.set(row._id, await keyIn(row).catch(unreadable));
    }
    return found;
  }

  async function madeAll(owners: readonly string[]): Promise<Map<string, FoundKey>> {
    const fresh = owners.map(freshRow);
    if (fresh.length === 0) return new Map();
    const taken = await insertNew(
      dataKeys,
      fresh.map(({ row }) => row),
    );
    const theirs = await storedAll(owners.filter((_owner, index) => taken.has(index)));
    return new Map<string, FoundKey>([...fresh.map(({ row, key }) => [row._id, key] as const), ...theirs]);
  }

  return {
    stored,
    storedAll,
    madeAll,
    async made(owner) {
      const { key, row } = freshRow(owner);
      try {
        await dataKeys.insertOne(row);
        return key;
      } catch (error) {
        const theirs = isDuplicateKey(error) ? await stored(owner) : undefined;
        if (!theirs) throw error;
        return theirs;
      }
    },
  };
}
