/** What the product would have told each person who has to wait, beside how long they then waited. */
import { expectedWait, toldWait } from '../../src/routing/queue/estimate';
import { before } from '../../src/routing/queue/order';
import { urgencyRank } from '../../src/routing/urgency';
import { drawArrivals, perHour, type Workload } from './arrivals';
import { mixOf, type Plan } from './compare';
import { simulate } from './simulate';

export interface EstimateCheck {
  /** People who waited. */
  n: number;
  /** Mean estimate ÷ mean wait. */
  meanRatio: number;
  /** Share who waited no longer than they were told, of those who were told a number. */
  keptShare: number;
}

/**
 * With the pace as it is, not as a window would show it: what is left is the error of the formula.
 * @param count arrivals
 */
export function checkEstimate(plan: Plan, count = 50_000): EstimateCheck {
  const mix = mixOf(plan);
  const places = plan.agents * plan.places;
  const workload: Workload = {
    ...{ agents: places, load: plan.load, mix, service: 'log-normal', patienceMinutes: 0 },
    ...{ serviceMinutes: plan.serviceMinutes, cv: plan.cv },
  };
  const arrivals = drawArrivals(workload, count, plan.seed);
  const estimates = new Map<number, number>();
  const { waitMs } = simulate(arrivals, 'acolhe', plan, (person, waiting, nowMs) => {
    let ahead = 0;
    for (const other of waiting) if (other !== person && before(other, person, nowMs)) ahead += 1;
    const overtaking = Object.entries(mix)
      .filter(([urgency]) => urgencyRank[urgency as keyof typeof mix] < urgencyRank[person.urgency])
      .reduce((sum, [, share]) => sum + share * perHour(workload), 0);
    const minutes = expectedWait(ahead, {
      ...{ windowMinutes: 60, taken: perHour(workload), places, overtaking },
      ...{ serviceMinutes: plan.serviceMinutes, services: 10_000 },
    });
    if (minutes !== undefined) estimates.set(person.n, minutes);
  });
  let [told, waited, numbers, kept] = [0, 0, 0, 0];
  for (const [n, minutes] of estimates) {
    const wait = waitMs[n]! / 60_000;
    told += minutes;
    waited += wait;
    const words = toldWait(minutes);
    if (words.kind === 'over-an-hour') continue;
    numbers += 1;
    if (wait <= (words.kind === 'soon' ? 5 : words.minutes)) kept += 1;
  }
  return {
    n: estimates.size,
    meanRatio: waited === 0 ? 1 : told / waited,
    keptShare: numbers === 0 ? 1 : kept / numbers,
  };
}
