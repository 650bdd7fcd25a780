/** How much of the time promised to somebody who waits has gone. Pure. */
import type { Urgency } from '../../contract/service-events';
import { urgencyOf } from '../../src/routing/urgency';
import type { EncounterDocument } from '../store/documents';
import { measureWait, type Measured, type Measures } from './wait-measures';

/** From here on a wait is at risk. */
const riskShare = 0.8;

export type Stand = 'calm' | 'at-risk' | 'breached';

export interface Clock extends Measured {
  stand: Stand;
  /** When it will stand otherwise, if it runs on; absent: never, or its department is closed. */
  changesAt?: Date;
}

type Told = Pick<EncounterDocument, 'urgency' | 'redFlags' | 'disposition'> & { unseenFileAt?: Date };

/** Of whom nothing was told, by what was decided. A red flag is red whatever was told; what nobody looked at may be very urgent. */
export function urgencyOfRow({ urgency, redFlags, disposition, unseenFileAt }: Told): Urgency {
  if (redFlags.length > 0) return 'red';
  const told = urgency ?? urgencyOf({ redFlags, ...(disposition && { decided: { disposition } }) });
  return unseenFileAt && told !== 'red' ? 'orange' : told;
}

export interface Wait {
  urgency: Urgency;
  since: Date;
  department?: { id: string; name: string } | undefined;
  /** What the app told of this wait: it may know of it sooner. */
  told?: EncounterDocument['sla'];
}

/** Where the settings have no target, nothing is at risk. */
export function clockOf(wait: Wait, measures: Measures, now: Date): Clock {
  const { told } = wait;
  const measured = measureWait(wait, measures, now);
  const share = measured.targetMs > 0 ? measured.waitedMs / measured.targetMs : 0;
  const isBreached = share >= 1 || told === 'breached' || told === 'breached-twice';
  const isAtRisk = share >= riskShare || told === 'warned';
  const stand = isBreached ? 'breached' : isAtRisk ? 'at-risk' : 'calm';
  const nextMs = measured.targetMs * (isAtRisk ? 1 : riskShare) - measured.waitedMs;
  const runs = measured.targetMs > 0 && !measured.paused && stand !== 'breached';
  return { ...measured, stand, ...(runs && { changesAt: new Date(now.getTime() + Math.max(0, nextMs)) }) };
}
