/** One person as the pages show them: all linked IDs, what holds of them and where from, who is linked with whom and why. */
import type { AcolheEvent, EventEnvelope } from '../../contract/event';
import { knownEvent } from '../../contract/event';
import { readClusters, type Clusters } from '../identity/cluster-reads';
import { seenFrom, type Fact } from '../identity/facts';
import { goldenRecord, type GoldenRecord } from '../identity/golden-record';
import { notePlace } from '../identity/places';
import { factsOfPatients } from '../identity/sources';
import { contradictions } from '../identity/strong-keys';
import type { EncounterDocument } from '../store/documents';
import type { PatientDocument } from '../store/identity-documents';
import { eventsOf, openEvent } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import { agentNotes } from './agent-notes';

export interface LinkChange {
  at: Date;
  kind: 'linked' | 'unlinked';
  patientId: string;
  other: string;
  by: 'match' | 'staff';
  /** Kind of the strong key that matched. */
  key?: string;
  /** Name, or the staff id of somebody who is not there any more. */
  staff?: string;
  /** Absent when none was given or when it is erased. */
  reason?: string;
}

export interface ShownLink {
  patientId: string;
  other: string;
  /** Only a CPF or CNS that somebody typed says that they are one person. */
  typed?: true;
}

export interface Conflict {
  patientId: string;
  other: string;
  key: string;
  fields: string[];
  at: Date;
}

export interface Relative {
  patientId: string;
  name?: string;
}

export interface ShownNote {
  noteId: string;
  /** Name; of an agent's note their username in Rocket.Chat. */
  staff: string;
  at: Date;
  /** Absent = it does not open. */
  text?: string;
}

export interface PatientRecord {
  /** The one asked for. */
  patientId: string;
  /** All IDs of this person, the oldest first. */
  ids: { patientId: string; createdAt: Date }[];
  /** First contact under any of the IDs. */
  createdAt: Date;
  erasedAt?: Date;
  golden: GoldenRecord;
  /** Staff's names by staff id, of those the golden record names. */
  staff: Record<string, string>;
  links: ShownLink[];
  history: LinkChange[];
  /** Who shares a strong key and contradicts: not linked, for people to decide. */
  conflicts: Conflict[];
  /** Linked, and yet they contradict each other. */
  contradicting: { patientId: string; other: string; fields: string[] }[];
  dependents: Relative[];
  guardian?: Relative;
  notes: ShownNote[];
}

function historyOf(events: readonly EventEnvelope[]): LinkChange[] {
  return events.flatMap((envelope): LinkChange[] => {
    const event = knownEvent(envelope) as AcolheEvent | undefined;
    const patientId = envelope.subject.slice('patient/'.length);
    const at = new Date(envelope.time);
    if (event?.type === 'acolhe.patient.linked.v1') {
      const { into: other, by, key, staff, reason } = event.data;
      return [{ at, kind: 'linked', patientId, other, by, key, staff, reason }];
    }
    if (event?.type === 'acolhe.patient.unlinked.v1') {
      const { from: other, staff, reason } = event.data;
      return [{ at, kind: 'unlinked', patientId, other, by: 'staff', staff, reason }];
    }
    return [];
  });
}

async function staffNames(
  tenant: Tenant,
  ids: readonly (string | undefined)[],
): Promise<Record<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  if (wanted.length === 0) return {};
  const rows = await tenant.staff.find({ staffId: { $in: wanted } }).toArray();
  return Object.fromEntries(rows.map((one) => [one.staffId, one.name]));
}

async function notesOf(tenant: Tenant, ids: readonly string[]): Promise<ShownNote[]> {
  const rows = await tenant.notes.find({ patientId: { $in: [...ids] } }).toArray();
  const opened = rows.map(async ({ _id: noteId, patientId, staff, at, sealedText }): Promise<ShownNote> => {
    const text = await tenant.sealing.open(notePlace(patientId, noteId), sealedText).catch(() => undefined);
    return { noteId, staff, at, text };
  });
  return Promise.all(opened);
}

/** Of the conversations of these IDs, as notes of this person. */
async function notesOfAgents(tenant: Tenant, ids: readonly string[]): Promise<ShownNote[]> {
  const encounters = await tenant.encounters
    .find({ patientId: { $in: [...ids] } })
    .project<Pick<EncounterDocument, '_id' | 'noted'>>({ noted: 1 })
    .toArray();
  const notes = await agentNotes(tenant, encounters);
  return notes.map(({ noteId, by: staff, at, text }) => ({ noteId, staff, at, text }));
}

/** What holds of many people at once, by any of their IDs. */
export async function goldenOf(
  tenant: Tenant,
  clusters: Clusters,
  patientIds: readonly string[],
): Promise<Map<string, GoldenRecord>> {
  const all = [...new Set(patientIds.flatMap((id) => clusters.of(id)))];
  const byId = factsById(await factsOfPatients(tenant, all));
  return new Map(
    patientIds.map((id) => {
      const facts = clusters.of(id).flatMap((one) => byId.get(one) ?? []);
      return [id, goldenRecord(seenFrom(facts, clusters.surely(id)))];
    }),
  );
}

function factsById(facts: readonly Fact[]): Map<string, Fact[]> {
  const byId = new Map<string, Fact[]>();
  for (const fact of facts)
    byId.set(fact.origin.patientId, [...(byId.get(fact.origin.patientId) ?? []), fact]);
  return byId;
}

/** Those who depend on this person under any ID, and whom this person depends on. */
async function relativesOf(
  tenant: Tenant,
  documents: readonly PatientDocument[],
): Promise<Pick<PatientRecord, 'dependents' | 'guardian'>> {
  const ids = documents.map((one) => one._id);
  const rows = await tenant.patients.find({ dependentOf: { $in: ids } }).toArray();
  const guardianId = documents.find((one) => one.dependentOf !== undefined)?.dependentOf;
  const wanted = [...rows.map((one) => one._id), ...(guardianId === undefined ? [] : [guardianId])];
  const clusters = await readClusters(tenant, wanted);
  const names = await goldenOf(tenant, clusters, wanted);
  const relative = (patientId: string): Relative => ({ patientId, name: names.get(patientId)?.name?.value });
  return {
    dependents: rows.map((one) => relative(one._id)),
    ...(guardianId !== undefined && { guardian: relative(guardianId) }),
  };
}

async function conflictsOf(tenant: Tenant, clusters: Clusters, ids: readonly string[]): Promise<Conflict[]> {
  const rows = await tenant.identityConflicts.find({ patients: { $in: [...ids] } }).toArray();
  if (rows.length === 0) return [];
  const others = await readClusters(
    tenant,
    rows.flatMap((row) => row.patients),
  );
  const apart = (a: string, b: string) => others.documents.get(a)?.apart?.includes(b) ?? false;
  return rows.flatMap(({ patients, key, fields, at }) => {
    const patientId = patients.find((id) => ids.includes(id)) ?? '';
    const other = patients.find((id) => id !== patientId) ?? '';
    // Settled: linked since, or kept apart by staff.
    if (clusters.of(patientId).includes(other) || apart(patientId, other) || apart(other, patientId))
      return [];
    return [{ patientId, other, key, fields, at }];
  });
}

/** @returns undefined when there is no such ID */
export async function readRecord(tenant: Tenant, patientId: string): Promise<PatientRecord | undefined> {
  const clusters = await readClusters(tenant, [patientId]);
  if (!clusters.documents.has(patientId)) return undefined;
  const ids = clusters.of(patientId);
  const documents = ids
    .flatMap((id) => clusters.documents.get(id) ?? [])
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a._id < b._id ? -1 : 1));
  const [facts, written, noted, relatives, conflicts, events] = await Promise.all([
    factsOfPatients(tenant, ids),
    notesOf(tenant, ids),
    notesOfAgents(tenant, ids),
    relativesOf(tenant, documents),
    conflictsOf(tenant, clusters, ids),
    eventsOf(
      tenant,
      ids.map((id) => `patient/${id}`),
    ),
  ]);
  const told = events.filter(({ type }) => /\.(un)?linked\./.test(type)).map((one) => openEvent(tenant, one));
  const history = historyOf(await Promise.all(told)).sort((a, b) => b.at.getTime() - a.at.getTime());
  const byId = factsById(facts);
  const pairs = ids.flatMap((a, at) => ids.slice(at + 1).map((b) => [a, b] as const));
  const names = await staffNames(tenant, [
    ...history.map((one) => one.staff),
    ...written.map((one) => one.staff),
    ...facts.map((one) => one.origin.staff),
  ]);
  const named = (staff: string): string => names[staff] ?? staff;
  const erasedAt = documents.find((one) => one._id === patientId)?.erasedAt;
  return {
    patientId,
    ids: documents.map((one) => ({ patientId: one._id, createdAt: one.createdAt })),
    createdAt: documents[0]!.createdAt,
    ...(erasedAt && { erasedAt }),
    golden: goldenRecord(seenFrom(facts, clusters.surely(patientId))),
    staff: names,
    links: documents.flatMap((one) =>
      (one.links ?? []).map((link): ShownLink => ({
        ...{ patientId: one._id, other: link.to },
        ...(!clusters.surely(one._id).includes(link.to) && { typed: true as const }),
      })),
    ),
    history: history.map((one) => ({ ...one, ...(one.staff !== undefined && { staff: named(one.staff) }) })),
    conflicts,
    contradicting: pairs.flatMap(([a, b]) => {
      const fields = contradictions(byId.get(a) ?? [], byId.get(b) ?? []);
      return fields.length ? [{ patientId: a, other: b, fields }] : [];
    }),
    ...relatives,
    notes: [...written.map((one) => ({ ...one, staff: named(one.staff) })), ...noted].sort(
      (a, b) => b.at.getTime() - a.at.getTime(),
    ),
  };
}
