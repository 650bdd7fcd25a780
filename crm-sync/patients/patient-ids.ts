/** Whose ID is whose. A visitor belongs to one patient, for ever; an ID that is taken is replaced, never shared. */
import { randomBytes } from 'crypto';
import { MongoServerError } from 'mongodb';
import { mintPatientId, parsePatientId } from '../../contract/patient-id';
import type { PatientDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';

export interface Visitor {
  workspace: string;
  visitorId: string;
}

const random = (): Uint8Array => randomBytes(5);

export function visitorKey({ workspace, visitorId }: Visitor): string {
  return `${workspace}/${visitorId}`;
}

async function inserted(tenant: Tenant, document: PatientDocument): Promise<boolean> {
  try {
    await tenant.patients.insertOne(document);
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === 11_000) return false;
    throw error;
  }
}

/** The patient of this visitor, made when there is none. Two who ask at once get the same. */
export async function patientOfVisitor(
  tenant: Tenant,
  visitor: Visitor,
  now: Date,
  mint: () => string = () => mintPatientId(random),
): Promise<PatientDocument> {
  const key = visitorKey(visitor);
  for (;;) {
    const known = await tenant.patients.findOne({ visitorIds: key });
    if (known) return known;
    const document: PatientDocument = { _id: mint(), visitorIds: [key], createdAt: now, mintedBy: 'crm' };
    // Refused: the ID is taken, or another process answered for this visitor first. Either way look again.
    if (await inserted(tenant, document)) return document;
  }
}

/**
 * The patient of a visitor whose conversation names an ID: the named one when it is free or already this visitor's, else the
 * visitor's own (made if need be). The caller compares `_id` to know whether the named one was replaced.
 */
export async function adoptPatientId(
  tenant: Tenant,
  visitor: Visitor,
  claim: { patientId: string; mintedBy: 'crm' | 'app'; at: Date },
  now: Date,
): Promise<PatientDocument> {
  const known = await tenant.patients.findOne({ visitorIds: visitorKey(visitor) });
  if (known) return known;
  const document: PatientDocument = {
    _id: claim.patientId,
    visitorIds: [visitorKey(visitor)],
    createdAt: claim.at,
    mintedBy: claim.mintedBy,
  };
  if (parsePatientId(claim.patientId) === claim.patientId && (await inserted(tenant, document)))
    return document;
  return patientOfVisitor(tenant, visitor, now);
}
