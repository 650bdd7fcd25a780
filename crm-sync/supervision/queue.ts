/** The queue's order. Pure. */
import { compareWaiting, type Waiting } from '../../src/routing/queue/order';
import type { EncounterDocument } from '../store/documents';
import { clockOf, urgencyOfRow, type Clock } from './clock';

export type WaitingRow = Pick<
  EncounterDocument,
  | '_id'
  | 'patientId'
  | 'department'
  | 'disposition'
  | 'redFlags'
  | 'startedAt'
  | 'screenedBy'
  | 'urgency'
  | 'sla'
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

export function clockOfRow(row: WaitingRow, now: Date): Clock {
  const told = row.sla && { told: row.sla };
  return clockOf({ urgency: urgencyOfRow(row), since: waitingFrom(row), ...told }, now);
}

function waitingOf(row: WaitingRow): Waiting {
  return { id: row._id, urgency: urgencyOfRow(row), sinceMs: waitingFrom(row).getTime() };
}

/** As the dispatcher serves them: by urgency, among equals who has waited longest, nobody for ever. */
export function queueOrder<T extends WaitingRow>(rows: readonly T[], now: Date): T[] {
  return [...rows].sort((a, b) => compareWaiting(waitingOf(a), waitingOf(b), now.getTime()));
}
