/** The queue's order. Pure. */
import { answerTarget } from '../../src/routing/answer-target';
import { compareWaiting, type Waiting } from '../../src/routing/queue/order';
import type { EncounterDocument } from '../store/documents';
import { clockOf, urgencyOfRow, type Clock } from './clock';
import { builtInMeasures, targetsWaited, type MeasuresOf } from './wait-measures';

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
> & {
  workspace?: string;
  waitingSince?: Date;
  unansweredSince?: Date;
  owedSince?: Date;
  unseenFileAt?: Date;
};

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

type Since = Pick<
  WaitingRow,
  'waitingSince' | 'unansweredSince' | 'owedSince' | 'unseenFileAt' | 'startedAt'
>;

/** Who was given to somebody who wrote nothing, and waits again, has waited all the while. */
export function waitingFrom(row: Since): Date {
  return row.unansweredSince ?? row.owedSince ?? row.waitingSince ?? row.unseenFileAt ?? row.startedAt;
}

export function clockOfRow(row: WaitingRow, measuresOf: MeasuresOf, now: Date): Clock {
  const { department, sla } = row;
  const urgency = urgencyOfRow(row);
  const wait = { urgency, since: waitingFrom(row), department };
  const measures = measuresOf(row.workspace ?? '');
  if (!row.unansweredSince && row.owedSince) {
    const target = answerTarget(measures.answerMinutes, measures.minutes, urgency);
    return clockOf(wait, { ...measures, minutes: { [urgency]: target } }, now);
  }
  return clockOf({ ...wait, ...(sla && { told: sla }) }, measures, now);
}

function waitingOf(row: WaitingRow, measuresOf: MeasuresOf, now: Date): Waiting {
  const urgency = urgencyOfRow(row);
  const waited = targetsWaited(clockOfRow(row, measuresOf, now), urgency);
  return { id: row._id, urgency, sinceMs: waitingFrom(row).getTime(), targetsWaited: waited };
}

/** As the dispatcher serves them: by urgency, among equals who has waited longest, nobody for ever. */
export function queueOrder<T extends WaitingRow>(
  rows: readonly T[],
  now: Date,
  measuresOf: MeasuresOf = builtInMeasures,
): T[] {
  const placed = rows.map((row) => ({ row, waiting: waitingOf(row, measuresOf, now) }));
  return placed.sort((a, b) => compareWaiting(a.waiting, b.waiting, now.getTime())).map(({ row }) => row);
}
