/** The simulated wait of the product beside Erlang C, where Erlang C holds: exponential service, one urgency, nobody leaves. */
import { erlangC, meanWait } from '../../src/routing/queue/erlang';
import { drawArrivals, perHour, type Arrivals, type Workload } from './arrivals';
import { simulate } from './simulate';
import { estimateOf, mean, sum, type Estimate } from './statistics';

export interface ErlangCheck {
  agents: number;
  load: number;
  /** Simulated arrivals. */
  arrivals: number;
  meanMinutes: { simulated: Estimate; erlangC: number };
  waitShare: { simulated: Estimate; erlangC: number };
  /** The simulated mean wait as it was, without the correction by the queue that is known exactly. */
  uncontrolled: Estimate;
  /** (simulated − Erlang C) ÷ Erlang C, of the mean wait. */
  difference: Estimate;
  /** `unsure`: the interval is wider than the aim, more arrivals would be needed. */
  verdict: 'agrees' | 'differs' | 'unsure';
}

const aim = 0.02;
const firstBatches = 12;
/** The interval to stop at. */
const wantedHalf = 0.006;
const warmUp = 0.05;

export interface ErlangPlan {
  agents: number;
  load: number;
  serviceMinutes: number;
  seed: number;
  /** Arrivals to simulate at most. */
  most: number;
  /** Arrivals of one batch. */
  batch?: number;
}

/** Undefined where the load leaves Erlang C without an answer (1 and above). */
export function checkErlang({
  agents,
  load,
  serviceMinutes,
  seed,
  most,
  batch = 100_000,
}: ErlangPlan): ErlangCheck | undefined {
  if (load >= 1) return undefined;
  const workload: Workload = {
    ...{ agents, load, serviceMinutes, cv: 1, service: 'exponential', patienceMinutes: 0 },
    mix: { red: 0, orange: 0, yellow: 1, green: 0, blue: 0 },
  };
  const erlang = { arrivals: perHour(workload) / 60, service: serviceMinutes, agents };
  const expected = meanWait(erlang);
  const fast = { ...erlang, service: serviceMinutes / agents, agents: 1 };
  const [waits, controls, shares]: [number[], number[], number[]] = [[], [], []];
  for (;;) {
    const arrivals = drawArrivals(workload, batch, seed * 7_919 + waits.length);
    const { waitMs } = simulate(arrivals, 'acolhe', { agents, places: 1 });
    const counted = waitMs.subarray(batch * warmUp);
    waits.push(meanMinutes(counted) / expected - 1);
    shares.push(counted.filter((wait) => wait > 0).length / counted.length);
    controls.push(meanMinutes(oneFastAgent(arrivals, agents).subarray(batch * warmUp)) / meanWait(fast) - 1);
    if (waits.length < firstBatches) continue;
    const { high, value } = controlled(waits, controls);
    if (high - value <= wantedHalf || (waits.length + 1) * batch > most) break;
  }
  const difference = controlled(waits, controls);
  const inMinutes = (relative: number): number => expected * (1 + relative);
  const { value, low, high } = difference;
  return {
    ...{ agents, load, arrivals: waits.length * batch },
    meanMinutes: {
      simulated: { value: inMinutes(value), low: inMinutes(low), high: inMinutes(high) },
      erlangC: expected,
    },
    waitShare: { simulated: estimateOf(shares), erlangC: erlangC(erlang) },
    difference,
    uncontrolled: estimateOf(waits.map((one) => expected * (1 + one))),
    verdict: verdictOf(difference, expected),
  };
}

/** Waits of half a second at most are nothing, whatever their quotient. */
const nothingMinutes = 0.01;

function verdictOf({ value, high }: Estimate, expected: number): ErlangCheck['verdict'] {
  if (Math.abs(value) * expected < nothingMinutes && expected < nothingMinutes) return 'agrees';
  if (high - value > aim) return 'unsure';
  return Math.abs(value) <= aim ? 'agrees' : 'differs';
}

const meanMinutes = (waitMs: Float64Array): number =>
  waitMs.reduce((total, one) => total + one, 0) / waitMs.length / 60_000;

/**
 * The waits of the same people with one agent as fast as all together, whose mean is known exactly: what the draw has too
 * much of, both have (Lindley's recursion; control variates: Glasserman, Monte Carlo Methods, 2003, ch. 4.1).
 */
function oneFastAgent({ atMs, serviceMs }: Arrivals, agents: number): Float64Array {
  const waitMs = new Float64Array(atMs.length);
  for (let n = 1; n < atMs.length; n += 1) {
    waitMs[n] = Math.max(0, waitMs[n - 1]! + serviceMs[n - 1]! / agents - (atMs[n]! - atMs[n - 1]!));
  }
  return waitMs;
}

/** The mean of `values`, corrected by `controls`, whose true mean is 0. */
function controlled(values: readonly number[], controls: readonly number[]): Estimate {
  const [middle, middleControl] = [mean(values), mean(controls)];
  const together = sum(values.map((one, n) => (one - middle) * (controls[n]! - middleControl)));
  const alone = sum(controls.map((one) => (one - middleControl) ** 2));
  const slope = alone === 0 ? 0 : together / alone;
  return estimateOf(values.map((one, n) => one - slope * controls[n]!));
}
