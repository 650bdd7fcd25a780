/** People others write for: each has an ID of their own, under the guardian's. */
import { parsePatientId } from '../../contract/patient-id';
import type { PatientDocument } from '../store/identity-documents';
import type { Tenant } from '../store/tenant';
import { readClusters } from './cluster-reads';
import { dependentKey } from './own-keys';
import { freshPatientId, healed, knownPatient, register } from './register';

/**
 * The guardian's dependent of this name, registered when there is none. The guardian is one person under all IDs
 * that are surely theirs: who typed a stranger's CPF does not write for the stranger's child. Without a name: the one who has none.
 */
export async function patientOfDependent(
  tenant: Tenant,
  guardianId: string,
  name: string | undefined,
  now: Date,
  mint: () => string = freshPatientId,
): Promise<PatientDocument> {
  const secret = await tenant.keyring.secret('tenant/blind-index');
  const guardians = (await readClusters(tenant, [guardianId])).surely(guardianId);
  const keys = guardians.map((id) => dependentKey(secret, id, name));
  for (;;) {
    const known = await tenant.patients.find({ visitorIds: { $in: keys } }).toArray();
    const first = known.sort(
      (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a._id < b._id ? -1 : 1),
    )[0];
    if (first) return healed(tenant, first, now);
    const registration = {
      ...{ patientId: mint(), mintedBy: 'crm' as const, dependentOf: guardianId },
      ...(name !== undefined && { name }),
    };
    const made = await register(tenant, registration, now, now);
    if (made) return made;
  }
}

export interface DependentClaim {
  patientId: string;
  mintedBy: 'crm' | 'app';
  at: Date;
}

/**
 * The dependent whom a conversation names: the ID itself when it is this guardian's dependent's or free, else the
 * guardian's dependent without a name. The caller compares `_id` to know whether the ID was replaced.
 */
export async function adoptDependent(
  tenant: Tenant,
  guardianId: string,
  claim: DependentClaim,
  now: Date,
): Promise<PatientDocument> {
  const known = await knownPatient(tenant, claim.patientId, now);
  if (known?.dependentOf !== undefined) {
    const guardians = (await readClusters(tenant, [guardianId])).surely(guardianId);
    if (guardians.includes(known.dependentOf)) return healed(tenant, known, now);
  }
  if (!known && parsePatientId(claim.patientId) === claim.patientId) {
    const { patientId, at } = claim;
    const registration = { patientId, mintedBy: 'app' as const, dependentOf: guardianId };
    const made = await register(tenant, registration, at, now);
    if (made) return made;
    const theirs = await knownPatient(tenant, patientId, now);
    if (theirs?.dependentOf === guardianId) return theirs;
  }
  return patientOfDependent(tenant, guardianId, undefined, now);
}
