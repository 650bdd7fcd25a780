/** Whose conversations these are, and what they tell of these people: the one place where conversations meet patients. */
import { adoptPatientId } from '../patients/patient-ids';
import type { PatientDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';
import type { PatientFacts } from './fold-state';
import { replacePatientId } from './replace-patient-id';
import { writePatient } from './write-patient';

export interface ToldOfPatient {
  conversation: string;
  workspace: string;
  facts: PatientFacts;
}

export type PatientsByConversation = ReadonlyMap<string, PatientDocument>;

/** Takes over IDs the conversations name; one that is taken is replaced, and the app told. */
export async function patientsOf(
  tenant: Tenant,
  told: readonly ToldOfPatient[],
  now: Date,
): Promise<PatientsByConversation> {
  const visitors = told.flatMap(({ workspace, facts }) =>
    facts.claim && facts.visitorId !== undefined ? [`${workspace}/${facts.visitorId}`] : [],
  );
  const known = visitors.length
    ? await tenant.patients.find({ visitorIds: { $in: [...new Set(visitors)] } }).toArray()
    : [];
  const byVisitor = new Map(known.flatMap((one) => one.visitorIds.map((visitor) => [visitor, one] as const)));
  const patients = new Map<string, PatientDocument>();
  for (const { conversation, workspace, facts } of told) {
    const { claim, visitorId } = facts;
    if (!claim || visitorId === undefined) continue;
    const named = { patientId: claim.patientId, mintedBy: claim.mintedBy, at: new Date(claim.time) };
    const visitor = `${workspace}/${visitorId}`;
    const document =
      byVisitor.get(visitor) ?? (await adoptPatientId(tenant, { workspace, visitorId }, named, now));
    byVisitor.set(visitor, document);
    patients.set(conversation, document);
    if (document._id !== claim.patientId)
      await replacePatientId(tenant, workspace, conversation, claim, document._id, now);
  }
  return patients;
}

/** Writes what conversations tell of their patients; the order of calls does not matter. */
export async function writeFacts(
  tenant: Tenant,
  told: readonly ToldOfPatient[],
  patients: PatientsByConversation,
): Promise<void> {
  await Promise.all(
    told.map(async ({ conversation, facts }) => {
      const patient = patients.get(conversation);
      if (patient) await writePatient(tenant, patient, facts);
    }),
  );
}
