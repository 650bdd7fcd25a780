/** How much of the time promised to somebody who waits has gone. Pure. */
import type { Urgency } from '../../contract/service-events';
import { targetMinutes, urgencyOf } from '../../src/routing/urgency';
import type { EncounterDocument } from '../store/documents';

/** From here on a wait is at risk. */
const riskShare = 0.8;

export type Stand = 'calm' | 'at-risk' | 'breached';

export interface Clock {
  targetMs: number;
  waitedMs: number;
  stand: Stand;
}

type Told = Pick<EncounterDocument, 'urgency' | 'redFlags' | 'disposition'> & { unseenFileAt?: Date };

/** Of whom nothing was told, by what was decided. A red flag is red whatever was told; what nobody looked at may be very urgent. */
export function urgencyOfRow({ urgency, redFlags, disposition, unseenFileAt }: Told): Urgency {
  if (redFlags.length > 0) return 'red';
  const told = urgency ?? urgencyOf({ redFlags, ...(disposition && { decided: { disposition } }) });
  return unseenFileAt && told !== 'red' ? 'orange' : told;
}

/** @param told what the app told of this wait, which knows business hours and the clinic's own targets */
export function clockOf(
  { urgency, since, told }: { urgency: Urgency; since: Date; told?: EncounterDocument['sla'] },
  now: Date,
): Clock {
  const targetMs = targetMinutes[urgency] * 60_000;
  const waitedMs = Math.max(0, now.getTime() - since.getTime());
  const share = waitedMs / targetMs;
  const isBreached = share >= 1 || told === 'breached' || told === 'breached-twice';
  const isAtRisk = share >= riskShare || told === 'warned';
  return { targetMs, waitedMs, stand: isBreached ? 'breached' : isAtRisk ? 'at-risk' : 'calm' };
}
