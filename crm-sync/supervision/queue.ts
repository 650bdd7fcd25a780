/** The queue's order. Pure. */
import type { EncounterDocument } from '../store/documents';

export type WaitingRow = Pick<
  EncounterDocument,
  '_id' | 'patientId' | 'department' | 'disposition' | 'redFlags' | 'startedAt' | 'screenedBy'
> & { waitingSince?: Date; unseenFileAt?: Date };

/** Orange of the Manchester Triage System: what may be very urgent is looked at within 10 minutes. */
const lookWithinMs = 10 * 60_000;

/** Until when a person is to look at what the bot cannot read; undefined where nothing is unseen. */
export function fileDueAt({ unseenFileAt }: Pick<WaitingRow, 'unseenFileAt'>): Date | undefined {
  return unseenFileAt && new Date(unseenFileAt.getTime() + lookWithinMs);
}

/** A red flag is an emergency, whatever a protocol decided. */
export function isEmergency(row: Pick<WaitingRow, 'disposition' | 'redFlags'>): boolean {
  return row.disposition === 'emergency' || row.redFlags.length > 0;
}

export function waitingFrom(row: Pick<WaitingRow, 'waitingSince' | 'unseenFileAt' | 'startedAt'>): Date {
  return row.waitingSince ?? row.unseenFileAt ?? row.startedAt;
}

/** Emergencies first, then what nobody has looked at, the soonest due first; among equals who has waited longest. */
export function queueOrder<T extends WaitingRow>(rows: readonly T[]): T[] {
  return [...rows].sort(
    (a, b) =>
      Number(isEmergency(b)) - Number(isEmergency(a)) ||
      (fileDueAt(a)?.getTime() ?? Infinity) - (fileDueAt(b)?.getTime() ?? Infinity) ||
      waitingFrom(a).getTime() - waitingFrom(b).getTime() ||
      (a._id < b._id ? -1 : a._id > b._id ? 1 : 0),
  );
}
