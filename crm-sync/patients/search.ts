/** Reading a patient ID as staff type it. */
import { parsePatientId } from '../../contract/patient-id';

export type IdReading =
  { ok: true; patientId: string } | { ok: false; problem: 'idMalformed' | 'idWrongCheck' };

/** Tells a mistyped ID from something that is no ID at all: the first is worth reading again with the patient. */
export function readPatientId(text: string): IdReading {
  const patientId = parsePatientId(text.slice(0, 100));
  if (patientId) return { ok: true, patientId };
  const plain = text.replace(/[\s\u2010-\u2015-]/g, '');
  return { ok: false, problem: /^[0-9a-z]{9}$/i.test(plain) ? 'idWrongCheck' : 'idMalformed' };
}
