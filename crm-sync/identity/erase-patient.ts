/** Erases a person: whatever was said by or about them opens for nobody any more. What was counted stays counted. */
import { storeEvents } from '../ingest/store-events';
import type { Tenant } from '../store/tenant';
import { readClusters } from './cluster-reads';
import { crmEvent } from './crm-event';
import { projectPatient } from './project-patient';

export type EraseResult =
  | { ok: true; patients: string[]; conversations: number }
  | { ok: false; problem: 'unknown-patient' }
  /** Somebody may be talking with them this moment. */
  | { ok: false; problem: 'conversation-open'; conversations: string[] }
  /** Only a typed CPF or CNS joined these IDs with the one asked for: they may be a stranger's. */
  | { ok: false; problem: 'typed-links'; patients: string[] };

export interface EraseOptions {
  /** Staff id; absent = the command line. */
  staff?: string;
  /** Although a conversation is open. */
  evenOpen?: boolean;
  /** Also the IDs that only a typed number joined. */
  evenTyped?: boolean;
}

/**
 * Erases all IDs linked with this one. Their dependents are people of their own and stay. Doing it again does what a
 * process that died left undone.
 */
export async function erasePatient(
  tenant: Tenant,
  patientId: string,
  { staff, evenOpen = false, evenTyped = false }: EraseOptions,
  now: Date,
): Promise<EraseResult> {
  const clusters = await readClusters(tenant, [patientId]);
  if (!clusters.documents.has(patientId)) return { ok: false, problem: 'unknown-patient' };
  const patients = clusters.of(patientId);
  const sure = clusters.surely(patientId);
  if (!evenTyped && sure.length < patients.length)
    return { ok: false, problem: 'typed-links', patients: patients.filter((id) => !sure.includes(id)) };
  const told = await tenant.encounters
    .find({ patientId: { $in: patients } }, { projection: { state: 1 } })
    .toArray();
  const open = told.filter((one) => one.state !== 'closed').map((one) => one._id);
  if (open.length && !evenOpen) return { ok: false, problem: 'conversation-open', conversations: open };
  const events = patients.map((id) =>
    crmEvent(tenant.id, {
      ...{ id: 'erased', type: 'acolhe.patient.erased.v1' as const, subject: `patient/${id}`, time: now },
      data: staff === undefined ? {} : { staff },
    }),
  );
  await storeEvents(tenant, events, now);
  for (const id of patients) await projectPatient(tenant, id, now);
  return { ok: true, patients, conversations: told.length };
}
