import type { PatientDocument } from '../store/identity-documents';
import type { Tenant } from '../store/tenant';
import { claimKeys } from './claim-keys';
import { projectPatient } from './project-patient';

/** An ID's documents from the events of its stream, and its strong keys claimed. @returns undefined when it was never registered */
export async function refoldPatient(
  tenant: Tenant,
  patientId: string,
  now: Date,
): Promise<PatientDocument | undefined> {
  const document = await projectPatient(tenant, patientId, now);
  if (document?.unclaimed) await claimKeys(tenant, patientId, now);
  return document;
}
