import { isDuplicateKey } from '../store/insert-new';
import type { Tenant } from '../store/tenant';

/** @returns who holds the key: this ID, or whoever was first */
export async function claimKey(
  tenant: Tenant,
  { token: _id, kind }: { token: string; kind: string },
  patientId: string,
  at: Date,
): Promise<string> {
  for (;;) {
    const held = await tenant.identityKeys.findOne({ _id });
    if (held) return held.patientId;
    try {
      await tenant.identityKeys.insertOne({ _id, kind, patientId, at });
      return patientId;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
