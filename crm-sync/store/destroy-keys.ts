/**
 * Erases by destroying keys: what they sealed opens for nobody any more, wherever copies of it are. A backup of `dataKeys`
 * itself still holds the wrapped key, and opens it for who has the tenant's key too.
 */
import { keyCachedForMs, type KeyOwner } from './data-keys';
import { markDirty } from './streams';
import type { Tenant } from './tenant';

/** Clocks of two machines differ by less. */
const marginMs = 5_000;

function streamOf(owner: KeyOwner): string[] {
  if (owner.startsWith('patient/')) return [owner];
  return owner.startsWith('conversation/') ? [owner.slice('conversation/'.length)] : [];
}

/**
 * Destroys the keys of these owners for ever, also of those that never had one, and has their streams refolded: now, and
 * again when no process can remember a key any more. Doing it twice changes nothing.
 */
export async function destroyKeys(tenant: Tenant, owners: Iterable<KeyOwner>, now: Date): Promise<void> {
  const all = [...new Set(owners)];
  if (all.length === 0) return;
  await tenant.dataKeys.bulkWrite(
    all.map((_id) => ({
      updateOne: {
        filter: { _id },
        update: [
          {
            $set: {
              destroyedAt: { $ifNull: ['$destroyedAt', now] },
              createdAt: { $ifNull: ['$createdAt', now] },
              keyId: { $ifNull: ['$keyId', 'none'] },
            },
          },
          { $unset: 'wrappedKey' },
        ],
        upsert: true,
      },
    })),
    { ordered: false },
  );
  tenant.sealing.forget(all);
  const againAt = new Date(now.getTime() + keyCachedForMs + marginMs);
  await markDirty(tenant, all.flatMap(streamOf), now, { againAt });
}
