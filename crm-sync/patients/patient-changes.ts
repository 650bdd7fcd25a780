/** What the pages change about patients, for one tenant. */
import { erasePatient, type EraseOptions, type EraseResult } from '../identity/erase-patient';
import {
  correctPatient,
  linkPatients,
  separatePatients,
  writeNote,
  type By,
  type ChangeResult,
  type Correction,
} from '../identity/staff-changes';
import type { Tenant } from '../store/tenant';

export interface PatientChanges {
  link(pair: { patient: string; into: string; reason: string }, by: By): Promise<ChangeResult>;
  separate(pair: { patient: string; from: string; reason: string }, by: By): Promise<ChangeResult>;
  correct(patient: string, fields: Correction, by: By): Promise<ChangeResult>;
  note(patient: string, text: string, by: By): Promise<ChangeResult>;
  erase(patient: string, options: EraseOptions, now: Date): Promise<EraseResult>;
}

export function patientChanges(tenant: Tenant): PatientChanges {
  return {
    link: (pair, by) => linkPatients(tenant, pair, by),
    separate: (pair, by) => separatePatients(tenant, pair, by),
    correct: (patient, fields, by) => correctPatient(tenant, patient, fields, by),
    note: (patient, text, by) => writeNote(tenant, patient, text, by),
    erase: (patient, options, now) => erasePatient(tenant, patient, options, now),
  };
}
