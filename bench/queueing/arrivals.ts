/** Who comes, when, how urgent, how long they will take and how long they would wait: the same for every policy. */
import type { Urgency } from '../../src/routing/urgency';
import { exponential, logNormal, randomOf, type Random } from './random';

/** Shares of the arrivals; they sum to 1. */
export type Mix = Readonly<Record<Urgency, number>>;

export interface Workload {
  agents: number;
  /** Offered work ÷ what the agents can do. */
  load: number;
  mix: Mix;
  serviceMinutes: number;
  /** Standard deviation ÷ mean of the time of service. */
  cv: number;
  service: 'log-normal' | 'exponential';
  /** Mean patience, exponential; 0 = everybody stays. */
  patienceMinutes: number;
}

/** Parallel columns, in order of arrival; times in milliseconds of the simulated clock. */
export interface Arrivals {
  atMs: Float64Array;
  serviceMs: Float64Array;
  patienceMs: Float64Array;
  urgency: Urgency[];
}

const minuteMs = 60_000;

/** Arrivals per hour that make this load. */
export const perHour = ({ agents, load, serviceMinutes }: Workload): number =>
  (load * agents * 60) / serviceMinutes;

/** A Poisson process of `count` arrivals. */
export function drawArrivals(workload: Workload, count: number, seed: number): Arrivals {
  const { mix, serviceMinutes, cv, service, patienceMinutes } = workload;
  const [gaps, kinds, services, patience] = [0, 1, 2, 3].map((n) => randomOf(seed, n)) as [
    Random,
    Random,
    Random,
    Random,
  ];
  const gapMs = (60 * minuteMs) / perHour(workload);
  const steps = cumulated(mix);
  const atMs = new Float64Array(count);
  const serviceMs = new Float64Array(count);
  const patienceMs = new Float64Array(count).fill(Infinity);
  const urgency = new Array<Urgency>(count);
  let clockMs = 0;
  for (let n = 0; n < count; n += 1) {
    clockMs += exponential(gaps, gapMs);
    atMs[n] = clockMs;
    const mean = serviceMinutes * minuteMs;
    serviceMs[n] = service === 'exponential' ? exponential(services, mean) : logNormal(services, mean, cv);
    if (patienceMinutes > 0) patienceMs[n] = exponential(patience, patienceMinutes * minuteMs);
    const kind = kinds();
    urgency[n] = (steps.find(([, upTo]) => kind < upTo) ?? steps[steps.length - 1])![0];
  }
  return { atMs, serviceMs, patienceMs, urgency };
}

function cumulated(mix: Mix): [Urgency, number][] {
  let sum = 0;
  return (Object.entries(mix) as [Urgency, number][])
    .filter(([, share]) => share > 0)
    .map(([urgency, share]) => [urgency, (sum += share)]);
}
