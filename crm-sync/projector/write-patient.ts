/** What conversations tell of a patient, on the patient's record: per field, the latest told wins. */
import type { PatientDocument } from '../store/documents';
import { patientPlace } from '../store/places';
import type { Tenant } from '../store/tenant';
import type { PatientFacts } from './fold-state';

const fields = [
  { field: 'name', sealed: 'sealedName' },
  { field: 'emails', sealed: 'sealedEmails' },
  { field: 'phones', sealed: 'sealedPhones' },
] as const;

/** @param patient the record as read before; fields it already has from this or a later event are left alone */
export async function writePatient(
  tenant: Tenant,
  patient: PatientDocument,
  facts: PatientFacts,
): Promise<void> {
  for (const { field, sealed } of fields) {
    const fact = facts[field];
    if (!fact || (patient.from?.[field] ?? '') >= fact.from) continue;
    const text = typeof fact.value === 'string' ? fact.value : JSON.stringify(fact.value);
    const value = await tenant.sealing.seal(patientPlace(patient._id, sealed), text);
    const from = `from.${field}` as const;
    await tenant.patients.updateOne(
      { _id: patient._id, $or: [{ [from]: { $lt: fact.from } }, { [from]: { $exists: false } }] },
      { $set: { [sealed]: value, [from]: fact.from } },
    );
  }
}
