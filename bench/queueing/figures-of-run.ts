/** What is told of one policy. Waits in minutes. */
import { urgencies, type Urgency } from '../../contract/service-events';
import { isPressing, targetMinutes } from '../../src/routing/urgency';
import type { Arrivals } from './arrivals';
import type { Run } from './simulate';
import { fairness, percentileOf, sum } from './statistics';

export interface Replication {
  arrivals: Arrivals;
  run: Run;
  /** Column of the first arrival that counts: the queue has filled by then. */
  from: number;
}

export interface WaitFigures {
  /** Red and orange. */
  urgentP95: number;
  urgentMean: number;
  /** Yellow, green and blue. */
  restMean: number;
  restP95: number;
  orangeP95: number;
  yellowP95: number;
  greenP99: number;
  blueP99: number;
  /** Longest wait of anybody. */
  longest: number;
  /** Share seen within the target of their urgency. */
  withinTarget: number;
}

function waitsOf(replications: readonly Replication[], wanted: (urgency: Urgency) => boolean): Float64Array {
  const waits: number[] = [];
  for (const { arrivals, run, from } of replications) {
    for (let n = from; n < arrivals.atMs.length; n += 1) {
      if (wanted(arrivals.urgency[n]!) && !Number.isNaN(run.waitMs[n]!)) waits.push(run.waitMs[n]! / 60_000);
    }
  }
  return Float64Array.from(waits).sort();
}

const average = (values: Float64Array): number =>
  values.length === 0 ? 0 : values.reduce((total, one) => total + one, 0) / values.length;

/** Over all who were served in these replications. */
export function waitFigures(replications: readonly Replication[]): WaitFigures {
  const urgent = waitsOf(replications, isPressing);
  const rest = waitsOf(replications, (urgency) => !isPressing(urgency));
  const by = new Map(urgencies.map((one) => [one, waitsOf(replications, (urgency) => urgency === one)]));
  const at = (urgency: Urgency, share: number): number => percentileOf(by.get(urgency)!, share);
  const inTime = sum(
    urgencies.map((urgency) => by.get(urgency)!.filter((wait) => wait <= targetMinutes[urgency]).length),
  );
  const all = urgent.length + rest.length;
  return {
    urgentP95: percentileOf(urgent, 0.95),
    urgentMean: average(urgent),
    restMean: average(rest),
    restP95: percentileOf(rest, 0.95),
    orangeP95: at('orange', 0.95),
    yellowP95: at('yellow', 0.95),
    greenP99: at('green', 0.99),
    blueP99: at('blue', 0.99),
    longest: Math.max(urgent[urgent.length - 1] ?? 0, rest[rest.length - 1] ?? 0),
    withinTarget: all === 0 ? 1 : inTime / all,
  };
}

export interface TeamFigures {
  /** Served per hour, from the first arrival to the end of the last service. */
  throughput: number;
  /** Jain's index of the time each agent was busy, mean of the replications. */
  agentFairness: number;
}

export function teamFigures(replications: readonly Replication[]): TeamFigures {
  const served = sum(replications.map(({ run }) => sum(run.served)));
  const hours = sum(
    replications.map(({ arrivals, run }) => (run.endMs - (arrivals.atMs[0] ?? 0)) / 3_600_000),
  );
  return {
    throughput: hours > 0 ? served / hours : 0,
    agentFairness: sum(replications.map(({ run }) => fairness(run.busyMs))) / replications.length,
  };
}

/** Left without being seen: shares of those who came. */
export interface LeftFigures {
  urgent: number;
  rest: number;
  all: number;
}

export function leftFigures(replications: readonly Replication[]): LeftFigures {
  const [left, came] = [
    { urgent: 0, rest: 0 },
    { urgent: 0, rest: 0 },
  ];
  for (const { arrivals, run, from } of replications) {
    for (let n = from; n < arrivals.atMs.length; n += 1) {
      const group = isPressing(arrivals.urgency[n]!) ? 'urgent' : 'rest';
      came[group] += 1;
      if (Number.isNaN(run.waitMs[n]!)) left[group] += 1;
    }
  }
  const share = (gone: number, of: number): number => (of === 0 ? 0 : gone / of);
  return {
    urgent: share(left.urgent, came.urgent),
    rest: share(left.rest, came.rest),
    all: share(left.urgent + left.rest, came.urgent + came.rest),
  };
}
