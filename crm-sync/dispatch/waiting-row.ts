/** A conversation that waits, as the order of the queue reads it. Pure. */
import type { Waiting } from '../../src/routing/queue/order';
import { urgencyOf, type Urgency } from '../../src/routing/urgency';
import type { EncounterDocument } from '../store/documents';

export type UrgencyRow = Pick<EncounterDocument, 'urgency' | 'redFlags' | 'disposition'>;

/** As last told; of conversations from before it was told, by what was decided. A red flag is red whatever was told. */
export function urgencyOfRow({ urgency, redFlags, disposition }: UrgencyRow): Urgency {
  if (redFlags.length > 0) return 'red';
  return urgency ?? urgencyOf({ redFlags, ...(disposition && { decided: { disposition } }) });
}

export type WaitingRow = UrgencyRow & Pick<EncounterDocument, '_id' | 'department' | 'waitingSince'>;

/** Undefined where nobody knows since when it waits. @param row of a conversation in state `queued` */
export function waitingOf(row: WaitingRow): Waiting | undefined {
  if (!row.waitingSince) return undefined;
  return {
    id: row._id,
    urgency: urgencyOfRow(row),
    sinceMs: row.waitingSince.getTime(),
    ...(row.department && { department: row.department.id }),
  };
}
