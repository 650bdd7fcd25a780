/** Makes one conversation's documents anew from its events. */
import { adoptPatientId } from '../patients/patient-ids';
import type { PatientDocument } from '../store/documents';
import { openEvent, rangeOf } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import { fold } from './fold';
import type { Fold } from './fold-state';
import { replacePatientId } from './replace-patient-id';
import { writeFold } from './write-fold';
import { writePatient } from './write-patient';

export interface Refolded {
  /** Events read. */
  version: number;
  patientId?: string;
}

async function patientOf(
  tenant: Tenant,
  conversation: string,
  { encounter, patient }: Fold,
  now: Date,
): Promise<PatientDocument | undefined> {
  const { claim, visitorId } = patient;
  if (!claim || visitorId === undefined) return undefined;
  const { workspace } = encounter;
  const named = { patientId: claim.patientId, mintedBy: claim.mintedBy, at: new Date(claim.time) };
  const document = await adoptPatientId(tenant, { workspace, visitorId }, named, now);
  if (document._id !== claim.patientId)
    await replacePatientId(tenant, workspace, conversation, claim, document._id, now);
  return document;
}

/**
 * @returns undefined when the conversation has no events
 * @throws SealingError, ZodError (an event that cannot be read) or MongoError
 */
export async function refold(tenant: Tenant, conversation: string, now: Date): Promise<Refolded | undefined> {
  const documents = await tenant.events.find({ _id: rangeOf(conversation) }).toArray();
  const folded = fold(await Promise.all(documents.map((document) => openEvent(tenant, document))));
  if (!folded) return undefined;
  const patient = await patientOf(tenant, conversation, folded, now);
  if ((await writeFold(tenant, conversation, folded, patient?._id)) && patient) {
    await writePatient(tenant, patient, folded.patient);
  }
  return { version: folded.encounter.version, ...(patient && { patientId: patient._id }) };
}
