/** The rows of `dataKeys`: one random key per owner, wrapped by the tenant's key, made at first use. */
import { MongoServerError, type Collection } from 'mongodb';
import type { DataKeyDocument } from './documents';
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

export interface KeyShelf {
  /**
   * The owner's key, or nothing when it was never made.
   * @throws SealingError `destroyed` when it was made and erased, `unknown-key` when no key of the tenant opens it
   */
  stored(owner: string): Promise<SealingKey | undefined>;
  /** Makes it, unless another process was quicker: then that one's. */
  made(owner: string): Promise<SealingKey>;
}

/** What a wrapped key is bound to: it opens for no other tenant and no other owner. */
export function wrapBinding(tenant: string, owner: string): string[] {
  return [tenant, 'dataKeys', owner, 'wrappedKey'];
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

  async function stored(owner: string): Promise<SealingKey | undefined> {
    const document = await dataKeys.findOne({ _id: owner });
    if (!document) return undefined;
    if (document.wrappedKey === undefined) throw new SealingError('destroyed');
    try {
      return { id: document.keyId, key: unwrap(owner, document.wrappedKey) };
    } catch (error) {
      if (!(error instanceof SealingError && error.code === 'unknown-key')) throw error;
      await tenantKeys.refresh();
      return { id: document.keyId, key: unwrap(owner, document.wrappedKey) };
    }
  }

  return {
    stored,
    async made(owner) {
      const key = { id: Buffer.from(randomBytes(9)).toString('base64url'), key: randomBytes(32) };
      const current = tenantKeys.all()[0];
      if (!current) throw new SealingError('unknown-key');
      const wrappedKey = seal(current, wrapBinding(tenant, owner), key.key, randomBytes);
      try {
        await dataKeys.insertOne({ _id: owner, keyId: key.id, wrappedKey, createdAt: new Date(nowMs()) });
        return key;
      } catch (error) {
        const theirs =
          error instanceof MongoServerError && error.code === 11_000 ? await stored(owner) : undefined;
        if (!theirs) throw error;
        return theirs;
      }
    },
  };
}
