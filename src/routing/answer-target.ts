/** How soon whoever serves somebody is to answer what they wrote. Pure. */
import type { SlaTargets } from './sla';
import { targetMinutes, type Urgency } from './urgency';

/** Nobody who talks with a patient is reminded sooner. */
const leastMinutes = 5;

/** The urgency's target, within bounds, in minutes. 0: no clock. @param most as the settings say; 0: never */
export function answerTarget(most: number, targets: SlaTargets, urgency: Urgency): number {
  const target = targets[urgency] ?? targetMinutes[urgency];
  return target > 0 ? Math.min(most, Math.max(leastMinutes, target)) : most;
}
