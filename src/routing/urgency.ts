/** How soon a person is needed. Pure. */
import type { Disposition } from '../../contract/event';
import type { Urgency } from '../../contract/service-events';
import { targetMinutes } from '../../settings/target-minutes';

export { targetMinutes };
export type { Urgency };

export interface Need {
  redFlags: readonly string[];
  decided?: { disposition: Disposition; urgencyMinutes?: number };
}

/** Who was not screened is yellow: nothing says that they can wait longer. */
export function urgencyOf({ redFlags, decided }: Need): Urgency {
  if (redFlags.length > 0 || decided?.disposition === 'emergency') return 'red';
  if (!decided) return 'yellow';
  const { disposition, urgencyMinutes } = decided;
  if (urgencyMinutes === undefined) return disposition === 'moderate' ? 'yellow' : 'green';
  if (urgencyMinutes <= targetMinutes.red) return 'red';
  if (urgencyMinutes <= targetMinutes.orange) return 'orange';
  if (urgencyMinutes <= targetMinutes.yellow) return 'yellow';
  return urgencyMinutes <= targetMinutes.green ? 'green' : 'blue';
}

/** 0 is the most urgent: what is smaller goes first. */
export const urgencyRank: Readonly<Record<Urgency, number>> = {
  red: 0,
  orange: 1,
  yellow: 2,
  green: 3,
  blue: 4,
};

/** The more urgent of two. */
export const moreUrgent = (one: Urgency, other: Urgency = one): Urgency =>
  urgencyRank[other] < urgencyRank[one] ? other : one;

/** Never offered an appointment or a call-back instead of a person now. */
export const isPressing = (urgency: Urgency): boolean => urgency === 'red' || urgency === 'orange';
