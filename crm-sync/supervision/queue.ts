/** The queue's order. Pure. */
import type { EncounterDocument } from '../store/documents';

export type WaitingRow = Pick<
  EncounterDocument,
  '_id' | 'patientId' | 'department' | 'disposition' | 'redFlags' | 'startedAt' | 'screenedBy'
> & { waitingSince?: Date };

/** A red flag is an emergency, whatever a protocol decided. */
export function isEmergency(row: Pick<WaitingRow, 'disposition' | 'redFlags'>): boolean {
  return row.disposition === 'emergency' || row.redFlags.length > 0;
}

export function waitingFrom(row: Pick<WaitingRow, 'waitingSince' | 'startedAt'>): Date {
  return row.waitingSince ?? row.startedAt;
}

/** Emergencies first; among equals who has waited longest. */
export function queueOrder<T extends WaitingRow>(rows: readonly T[]): T[] {
  return [...rows].sort(
    (a, b) =>
      Number(isEmergency(b)) - Number(isEmergency(a)) ||
      waitingFrom(a).getTime() - waitingFrom(b).getTime() ||
      (a._id < b._id ? -1 : a._id > b._id ? 1 : 0),
  );
}
