/** A conversation that waits, as the order of the queue reads it. Pure. */
import type { Waiting } from '../../src/routing/queue/order';
import { urgencyOf, type Urgency } from '../../src/routing/urgency';
import type { EncounterDocument } from '../store/documents';
import { measureWait, targetsWaited, type Measures } from '../supervision/wait-measures';

export type UrgencyRow = Pick<EncounterDocument, 'urgency' | 'redFlags' | 'disposition'>;

/** As last told; of conversations from before it was told, by what was decided. A red flag is red whatever was told. */
export function urgencyOfRow({ urgency, redFlags, disposition }: UrgencyRow): Urgency {
  if (redFlags.length > 0) return 'red';
  return urgency ?? urgencyOf({ redFlags, ...(disposition && { decided: { disposition } }) });
}

export type WaitingRow = UrgencyRow &
  Pick<EncounterDocument, '_id' | 'department' | 'waitingSince' | 'unansweredSince'>;

/** What `waitingOf` reads of an encounter. */
export const waitingFields = {
  ...{ workspace: 1, department: 1, waitingSince: 1, unansweredSince: 1 },
  ...{ urgency: 1, redFlags: 1, disposition: 1 },
} as const;

/**
 * Undefined where nobody knows since when it waits. Who was given to somebody who wrote nothing keeps their place.
 * @param row of a conversation in state `queued`
 * @param measured by what its wait is measured, and when; absent: by the wall's clock
 */
export function waitingOf(row: WaitingRow, measured?: { by: Measures; now: Date }): Waiting | undefined {
  if (!row.waitingSince) return undefined;
  const since = row.unansweredSince ?? row.waitingSince;
  const urgency = urgencyOfRow(row);
  const { department } = row;
  const waited = measured && measureWait({ urgency, since, department }, measured.by, measured.now);
  return {
    ...{ id: row._id, urgency, sinceMs: since.getTime() },
    ...(waited && { targetsWaited: targetsWaited(waited, urgency) }),
    ...(department && { department: department.id }),
  };
}
