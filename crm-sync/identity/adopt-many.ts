/** Gives many visitors the IDs their conversations name, in a few round trips, where nothing speaks against it. */
import { parsePatientId } from '../../contract/patient-id';
import type { PatientDocument } from '../store/identity-documents';
import { inChunks } from '../store/in-chunks';
import type { Tenant } from '../store/tenant';
import type { Claim } from './adopt';
import { visitorKey } from './own-keys';
import { registerMany, type Visitor } from './register';

export interface FirstClaim {
  visitor: Visitor;
  claim: Claim;
}

const streamOf = ({ claim }: FirstClaim): string => `patient/${claim.patientId}`;

/** One per ID and one per visitor: who comes second is looked at alone. */
function eachOnce(claims: readonly FirstClaim[]): FirstClaim[] {
  const seen = new Set<string>();
  return claims.filter(({ visitor: { workspace, visitorId }, claim }) => {
    const keys = [claim.patientId, visitorKey({ workspace, id: visitorId })];
    const first = keys.every((key) => !seen.has(key));
    for (const key of keys) seen.add(key);
    return first && parsePatientId(claim.patientId) === claim.patientId;
  });
}

/**
 * @param claims of visitors who have no ID
 * @returns the documents of those who got the ID they named; the others are to be looked at one by one
 */
export async function adoptMany(
  tenant: Tenant,
  claims: readonly FirstClaim[],
  now: Date,
): Promise<PatientDocument[]> {
  const wanted = eachOnce(claims);
  if (wanted.length === 0) return [];
  const [taken, told] = await Promise.all([
    inChunks(
      wanted.map(({ claim }) => claim.patientId),
      (some) => tenant.patients.find({ _id: { $in: some } }, { projection: { _id: 1 } }).toArray(),
    ),
    // Given, and its document not made yet.
    inChunks(wanted.map(streamOf), (some) =>
      tenant.events.find({ subject: { $in: some } }, { projection: { subject: 1 } }).toArray(),
    ),
  ]);
  const known = new Set([...taken.map(({ _id }) => `patient/${_id}`), ...told.map(({ subject }) => subject)]);
  return registerMany(
    tenant,
    wanted
      .filter((one) => !known.has(streamOf(one)))
      .map(({ visitor: { workspace, visitorId }, claim: { patientId, mintedBy, at } }) => ({
        registration: { patientId, mintedBy, visitor: { workspace, id: visitorId } },
        createdAt: at,
      })),
    now,
  );
}
