/**
 * Who might be the same person as this ID? The one place where matching is decided upon: strong keys now. Probabilistic
 * matching (names, places, days that are nearly alike) belongs here too: its candidates would be kept for people to look
 * at, like contradictions, and never be linked by themselves. It is not there.
 */
import type { Tenant } from '../store/tenant';
import { claimKey } from './claim-key';
import type { StrongKeyKind } from './strong-keys';

export interface HeldKey {
  kind: StrongKeyKind;
  /** Blind token of the key. */
  token: string;
}

export interface Candidate extends HeldKey {
  /** The ID that holds the same key. */
  into: string;
}

/** Claims the keys on the way: of several IDs that come at once, one holds a key and the others meet it. */
export async function candidates(
  tenant: Tenant,
  patientId: string,
  keys: readonly HeldKey[],
  now: Date,
): Promise<Candidate[]> {
  const met: Candidate[] = [];
  for (const key of keys) {
    const into = await claimKey(tenant, key, patientId, now);
    if (into !== patientId) met.push({ ...key, into });
  }
  return met;
}
