/** The CRM's own events about one patient ID, subject `patient/<id>`: registered, linked, corrected, noted, erased. */
import { claimKeys } from '../identity/claim-keys';
import { foldPatient, type PatientFold } from '../identity/patient-fold';
import { writePatientFold } from '../identity/project-patient';
import { healed, untold } from '../identity/register';
import { chunksOf } from '../store/in-chunks';
import type { Tenant } from '../store/tenant';
import type { StreamKind, Written } from './stream-kind';

const prefix = 'patient/';
const idOf = (subject: string): string => subject.slice(prefix.length);

async function* patientsIn(tenant: Tenant): AsyncIterable<string> {
  for await (const { _id } of tenant.patients.find({}, { projection: { _id: 1 } })) yield prefix + _id;
  const notes = tenant.notes.find({}, { projection: { _id: 0, patientId: 1 } });
  for await (const { patientId } of notes) yield prefix + patientId;
}

export const patientKind: StreamKind<PatientFold> = {
  matches: (subject) => subject.startsWith(prefix),
  fold: (events) => (events.length ? foldPatient(idOf(events[0]!.subject), events) : undefined),
  async write(tenant, folds, now) {
    const all: Written[] = [];
    const ids = folds.map(({ subject }) => idOf(subject));
    const there = await tenant.patients.find({ _id: { $in: ids } }).toArray();
    const known = new Map(there.map((document) => [document._id, document]));
    const unclaimed: string[] = [];
    for (const { subject, fold, whole } of folds) {
      const id = idOf(subject);
      const document = await writePatientFold(tenant, id, fold, now, whole, known.get(id) ?? null);
      if (document?.unclaimed) unclaimed.push(document._id);
      // Pages of those who are, or are no longer, the same person show something else now.
      const touched = [idOf(subject), ...fold.links.map((link) => link.to), ...fold.apart];
      all.push(...touched.map((patientId) => ({ subject, patientId })));
    }
    // Once all are written: who holds the same key is looked at too, and may have been damaged.
    for (const id of unclaimed) await claimKeys(tenant, id, now);
    return all;
  },
  async remove(tenant, subjects) {
    for (const ids of chunksOf(subjects.map(idOf))) {
      const documents = await tenant.patients.find({ _id: { $in: ids } }).toArray();
      // An ID whose giver died before telling so was given all the same.
      const given = await untold(tenant, documents);
      for (const document of documents) await healed(tenant, document, new Date());
      const baseless = ids.filter((id) => !given.has(id));
      if (baseless.length === 0) continue;
      await tenant.patients.deleteMany({ _id: { $in: baseless } });
      await tenant.notes.deleteMany({ patientId: { $in: baseless } });
    }
  },
  subjectsOfDocuments: patientsIn,
};
