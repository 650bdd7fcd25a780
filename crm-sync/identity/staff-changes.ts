/** What staff change about who is who. Each change is an event of the ID's stream; what cannot be is refused in words. */
import { randomUUID } from 'crypto';
import type { EventEnvelope } from '../../contract/event';
import { storeEvents } from '../ingest/store-events';
import type { PatientDocument } from '../store/identity-documents';
import type { Tenant } from '../store/tenant';
import { readClusters, type Clusters } from './cluster-reads';
import { crmEvent } from './crm-event';
import type { FactField } from './facts';
import { normalValue } from './normal-values';
import { refoldPatient } from './refold-patient';

export type ChangeProblem =
  | 'unknown-patient'
  | 'erased'
  | 'same-id'
  | 'linked-already'
  | 'not-linked'
  | 'linked-through-others'
  | 'reason-missing'
  | 'text-missing'
  | 'nothing-changed'
  | `invalid-${FactField}`;

export type ChangeResult = { ok: true } | { ok: false; problem: ChangeProblem };

const refused = (problem: ChangeProblem): ChangeResult => ({ ok: false, problem });

/** Who does it, and the clock. `id` makes an event's id unique. */
export interface By {
  staff: string;
  now: Date;
  id?: string;
}

const maxReason = 2_000;
const maxText = 10_000;

async function tell(tenant: Tenant, events: readonly EventEnvelope[], now: Date): Promise<ChangeResult> {
  await storeEvents(tenant, events, now);
  // At once: who did it looks at the page next.
  for (const { subject } of events) await refoldPatient(tenant, subject.slice('patient/'.length), now);
  return { ok: true };
}

function standing(clusters: Clusters, ids: readonly string[]): ChangeProblem | undefined {
  const documents = ids.map((id): PatientDocument | undefined => clusters.documents.get(id));
  if (documents.some((one) => one === undefined)) return 'unknown-patient';
  return documents.some((one) => one?.erasedAt) ? 'erased' : undefined;
}

/** The last word counts: it comes after all the ID was told, also by a process whose clock was ahead. */
function afterAll({ documents }: Clusters, id: string, now: Date): Date {
  const last = documents.get(id)?.changedAt;
  return last && last >= now ? new Date(last.getTime() + 1) : now;
}

/** From now on `patient` and `into` are one person; also says so of two whom a typed number alone had linked. */
export async function linkPatients(
  tenant: Tenant,
  { patient, into, reason }: { patient: string; into: string; reason: string },
  { staff, now, id = randomUUID() }: By,
): Promise<ChangeResult> {
  if (patient === into) return refused('same-id');
  const clusters = await readClusters(tenant, [patient, into]);
  const problem = standing(clusters, [patient, into]);
  if (problem) return refused(problem);
  if (clusters.surely(patient).includes(into)) return refused('linked-already');
  const text = reason.trim().slice(0, maxReason);
  if (!text) return refused('reason-missing');
  const event = crmEvent(tenant.id, {
    ...{ id: `linked/${id}`, type: 'acolhe.patient.linked.v1', subject: `patient/${patient}` },
    time: afterAll(clusters, patient, now),
    data: { into, by: 'staff', staff, reason: text },
  });
  return tell(tenant, [event], now);
}

/**
 * From now on `patient` and `from` are two people, and no match links them again: takes back a link between the two, or
 * settles a match that was kept for review.
 */
export async function separatePatients(
  tenant: Tenant,
  { patient, from, reason }: { patient: string; from: string; reason: string },
  { staff, now, id = randomUUID() }: By,
): Promise<ChangeResult> {
  if (patient === from) return refused('same-id');
  const clusters = await readClusters(tenant, [patient, from]);
  const problem = standing(clusters, [patient, from]);
  if (problem) return refused(problem);
  const linked = (a: string, b: string) =>
    clusters.documents.get(a)?.links?.some((link) => link.to === b) ?? false;
  const pairs = [
    { a: patient, b: from },
    { a: from, b: patient },
  ];
  const edges = pairs.filter(({ a, b }) => linked(a, b));
  if (edges.length === 0 && clusters.of(patient).includes(from)) return refused('linked-through-others');
  const apart = pairs.some(({ a, b }) => clusters.documents.get(a)?.apart?.includes(b));
  if (edges.length === 0 && apart) return refused('not-linked');
  const text = reason.trim().slice(0, maxReason);
  if (!text) return refused('reason-missing');
  const events = (edges.length ? edges : pairs.slice(0, 1)).map(({ a, b }) =>
    crmEvent(tenant.id, {
      ...{
        id: `unlinked/${id}`,
        type: 'acolhe.patient.unlinked.v1' as const,
        subject: `patient/${a}`,
        time: afterAll(clusters, a, now),
      },
      data: { from: b, staff, reason: text },
    }),
  );
  return tell(tenant, events, now);
}

/** Per field: the new value or values, null = staff take back what they wrote, absent = as it is. */
export type Correction = {
  [F in FactField]?: (F extends 'phones' | 'emails' ? string[] : string) | null;
};

export async function correctPatient(
  tenant: Tenant,
  patient: string,
  fields: Correction,
  { staff, now, id = randomUUID() }: By,
): Promise<ChangeResult> {
  const clusters = await readClusters(tenant, [patient]);
  const problem = standing(clusters, [patient]);
  if (problem) return refused(problem);
  const told = Object.entries(fields) as [FactField, string | string[] | null][];
  for (const [field, value] of told) {
    const texts = value === null ? [] : [value].flat();
    if (texts.some((text) => normalValue(field, text, now) === undefined)) return refused(`invalid-${field}`);
  }
  if (told.length === 0) return refused('nothing-changed');
  const event = crmEvent(tenant.id, {
    ...{
      id: `corrected/${id}`,
      type: 'acolhe.patient.corrected.v1',
      subject: `patient/${patient}`,
      time: afterAll(clusters, patient, now),
    },
    data: { staff, fields },
  });
  return tell(tenant, [event], now);
}

export async function writeNote(
  tenant: Tenant,
  patient: string,
  text: string,
  { staff, now, id: noteId = randomUUID() }: By,
): Promise<ChangeResult> {
  const problem = standing(await readClusters(tenant, [patient]), [patient]);
  if (problem) return refused(problem);
  const words = text.trim().slice(0, maxText);
  if (!words) return refused('text-missing');
  const event = crmEvent(tenant.id, {
    ...{ id: `note/${noteId}`, type: 'acolhe.note.written.v1', subject: `patient/${patient}`, time: now },
    data: { noteId, staff, text: words },
  });
  return tell(tenant, [event], now);
}
