/** What the events of one stream `patient/<id>` add up to. Pure: the same events, in any order and number, give the same fold. */
import { knownEvent, type AcolheEvent, type EventData, type EventEnvelope } from '../../contract/event';
import type { PatientLink } from '../store/identity-documents';
import type { Fact, FactField } from './facts';

export interface FoldedNote {
  noteId: string;
  staff: string;
  at: Date;
  text: string;
}

export interface PatientFold {
  /** Events folded. */
  version: number;
  /** Time of the last event. */
  changedAt?: Date;
  registered?: EventData<'acolhe.patient.registered.v1'> & { at: Date };
  links: PatientLink[];
  /** IDs staff said are other people, sorted. */
  apart: string[];
  facts: Fact[];
  notes: FoldedNote[];
  erasedAt?: Date;
}

function corrections(
  patientId: string,
  event: AcolheEvent & { type: 'acolhe.patient.corrected.v1' },
): Fact[] {
  const origin = { patientId, at: event.time, event: event.id, staff: event.data.staff };
  return Object.entries(event.data.fields).flatMap(([field, value]) =>
    value === undefined
      ? []
      : { field: field as FactField, values: value === null ? [] : [value].flat(), verified: false, origin },
  );
}

function evolve(fold: PatientFold, patientId: string, event: AcolheEvent): void {
  const at = new Date(event.time);
  switch (event.type) {
    case 'acolhe.patient.registered.v1': {
      if (fold.registered) return;
      fold.registered = { ...event.data, at };
      const origin = { patientId, at: event.time, event: event.id, source: `registered/${patientId}` };
      const { name } = event.data;
      if (name !== undefined) fold.facts.push({ field: 'name', values: [name], verified: false, origin });
      return;
    }
    case 'acolhe.patient.linked.v1': {
      const { into: to, by, key } = event.data;
      if (to === patientId) return;
      // What people decided, no match undoes.
      if (by === 'match' && fold.apart.includes(to)) return;
      fold.apart = fold.apart.filter((one) => one !== to);
      const known = fold.links.findIndex((link) => link.to === to);
      const link = { to, by, at, ...(key && { key }) };
      if (known < 0) fold.links.push(link);
      // Staff looked at what a match had joined.
      else if (by === 'staff' && fold.links[known]?.by === 'match') fold.links[known] = link;
      return;
    }
    case 'acolhe.patient.unlinked.v1': {
      const { from } = event.data;
      fold.links = fold.links.filter((link) => link.to !== from);
      fold.apart = [...new Set([...fold.apart, from])].sort();
      return;
    }
    case 'acolhe.patient.corrected.v1':
      fold.facts.push(...corrections(patientId, event));
      return;
    case 'acolhe.note.written.v1':
      fold.notes.push({ noteId: event.data.noteId, staff: event.data.staff, at, text: event.data.text });
      return;
    case 'acolhe.patient.erased.v1':
      fold.erasedAt ??= at;
      return;
    default:
      return;
  }
}

function inOrder(events: readonly EventEnvelope[]): EventEnvelope[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return [...byId.values()].sort((a, b) =>
    a.time === b.time ? (a.id < b.id ? -1 : 1) : a.time < b.time ? -1 : 1,
  );
}

/**
 * @param events of the stream of `patientId` alone; unknown types are skipped. Those whose personal part is gone have blanks.
 * @throws ZodError when the data of a known type do not fit it
 */
export function foldPatient(patientId: string, events: readonly EventEnvelope[]): PatientFold {
  const ordered = inOrder(events);
  const fold: PatientFold = { version: ordered.length, links: [], apart: [], facts: [], notes: [] };
  const last = ordered.at(-1);
  if (last) fold.changedAt = new Date(last.time);
  for (const envelope of ordered) {
    const event = knownEvent(envelope);
    if (event) evolve(fold, patientId, event);
  }
  return fold.erasedAt ? { ...fold, facts: [], notes: [] } : fold;
}
