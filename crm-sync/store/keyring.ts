/** The tenant's own secrets: keys of HMACs over what is looked up, audited and checkpointed. Kept wrapped like data keys. */
import type { KeyShelf } from './key-shelf';

export type TenantSecret = 'tenant/blind-index' | 'tenant/audit' | 'tenant/checkpoint';

export interface Keyring {
  /**
   * 32 random bytes, the same for ever and in every process; made at first use.
   * @throws SealingError `unknown-key` when no key of the tenant opens it
   */
  secret(owner: TenantSecret): Promise<Buffer>;
}

export function createKeyring(shelf: KeyShelf): Keyring {
  const held = new Map<TenantSecret, Promise<Buffer>>();
  const read = async (owner: TenantSecret): Promise<Buffer> =>
    Buffer.from(((await shelf.stored(owner)) ?? (await shelf.made(owner))).key);
  return {
    secret(owner) {
      const pending = held.get(owner) ?? read(owner);
      held.set(owner, pending);
      // A failure is not remembered: the database may be back at the next call.
      pending.catch(() => held.delete(owner));
      return pending;
    },
  };
}
