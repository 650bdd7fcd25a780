/** One load under every policy, on the same arrivals, and whether the aims hold. */
import type { Urgency } from '../../src/routing/urgency';
import { drawArrivals, perHour, type Mix, type Workload } from './arrivals';
import {
  leftFigures,
  teamFigures,
  waitFigures,
  type LeftFigures,
  type Replication,
  type TeamFigures,
  type WaitFigures,
} from './figures-of-run';
import { policyNames, type PolicyName } from './policies';
import { simulate } from './simulate';
import { estimateOf, ratioOf, type Estimate } from './statistics';

export interface Plan {
  agents: number;
  /** Conversations each agent may have at once. */
  places: number;
  load: number;
  /** Share of what the agents can do that red and orange take. */
  urgent: number;
  /** How the others divide, in any unit. */
  rest: Readonly<Record<'yellow' | 'green' | 'blue', number>>;
  serviceMinutes: number;
  cv: number;
  /** Mean patience in the runs that count who leaves. */
  patienceMinutes: number;
  /** Of each replication; absent: as many as make figures steady, see `lengthOf`. */
  hours?: number;
  replications: number;
  seed: number;
}

export interface PolicyFigures extends WaitFigures, TeamFigures {
  /** Among the same people where each has the patience of the plan: a run of its own. */
  leftUnseen: LeftFigures;
}

export interface Aim {
  name: string;
  aim: string;
  /** Quotient against the other policy. */
  ratio: Estimate;
  holds: boolean;
}

export interface Comparison {
  plan: Plan;
  arrivalsPerHour: number;
  hours: number;
  arrivals: number;
  policies: Record<PolicyName, PolicyFigures>;
  /** Intervals of the figures that the aims are of, by policy. */
  intervals: Record<PolicyName, { urgentP95: Estimate; restMean: Estimate }>;
  aims: Aim[];
}

/** Of the urgent, one in ten is red. */
const redOfUrgent = 0.1;

/** @throws RangeError where the urgent alone are more than the load */
export function mixOf({ load, urgent, rest }: Pick<Plan, 'load' | 'urgent' | 'rest'>): Mix {
  const pressing = urgent / load;
  if (!(pressing <= 1)) throw new RangeError(`urgent work (${urgent}) is more than the load (${load})`);
  const whole = rest.yellow + rest.green + rest.blue;
  const share = (urgency: keyof typeof rest): number => ((1 - pressing) * rest[urgency]) / whole;
  const others: [Urgency, number][] = [
    ['yellow', share('yellow')],
    ['green', share('green')],
    ['blue', share('blue')],
  ];
  return {
    ...{ red: pressing * redOfUrgent, orange: pressing * (1 - redOfUrgent) },
    ...(Object.fromEntries(others) as Record<'yellow' | 'green' | 'blue', number>),
  };
}

/** A queue that never empties has no steady figures: it is looked at for the hours of a working day. */
const overloadHours = 12;
const steadyArrivals = 50_000;
const warmUp = 0.05;

function lengthOf({ hours, load }: Plan, hourly: number): { arrivals: number; from: number } {
  const steady = load < 1;
  const arrivals = Math.max(
    1,
    Math.round(hours === undefined ? (steady ? steadyArrivals : overloadHours * hourly) : hours * hourly),
  );
  return { arrivals, from: steady ? Math.floor(arrivals * warmUp) : 0 };
}

/** @throws RangeError on a plan that cannot be */
export function compare(plan: Plan): Comparison {
  const shared = { load: plan.load, serviceMinutes: plan.serviceMinutes, cv: plan.cv, mix: mixOf(plan) };
  const workload: Workload = {
    ...{ ...shared, agents: plan.agents * plan.places, service: 'log-normal', patienceMinutes: 0 },
  };
  const hourly = perHour(workload);
  const { arrivals: count, from } = lengthOf(plan, hourly);
  const team = { agents: plan.agents, places: plan.places };
  const stay = new Map<PolicyName, Replication[]>(policyNames.map((name) => [name, []]));
  const leave = new Map<PolicyName, Replication[]>(policyNames.map((name) => [name, []]));
  for (let n = 0; n < plan.replications; n += 1) {
    const arrivals = drawArrivals(workload, count, plan.seed * 100_003 + n);
    const patient = drawArrivals(
      { ...workload, patienceMinutes: plan.patienceMinutes },
      count,
      plan.seed * 100_003 + n,
    );
    for (const name of policyNames) {
      stay.get(name)!.push({ arrivals, run: simulate(arrivals, name, team), from });
      if (plan.patienceMinutes > 0)
        leave.get(name)!.push({ arrivals: patient, run: simulate(patient, name, team), from });
    }
  }
  const each = new Map(policyNames.map((name) => [name, stay.get(name)!.map((one) => waitFigures([one]))]));
  const of = <T>(make: (name: PolicyName) => T): Record<PolicyName, T> =>
    Object.fromEntries(policyNames.map((name) => [name, make(name)])) as Record<PolicyName, T>;
  const policies = of((name) => ({
    ...waitFigures(stay.get(name)!),
    ...teamFigures(stay.get(name)!),
    leftUnseen: leftFigures(leave.get(name)!),
  }));
  const intervalOf = (name: PolicyName, figure: 'urgentP95' | 'restMean'): Estimate =>
    estimateOf(
      each.get(name)!.map((one) => one[figure]),
      policies[name][figure],
    );
  return {
    plan,
    arrivalsPerHour: hourly,
    hours: count / hourly,
    arrivals: count * plan.replications,
    policies,
    intervals: of((name) => ({
      urgentP95: intervalOf(name, 'urgentP95'),
      restMean: intervalOf(name, 'restMean'),
    })),
    aims: aimsOf(plan, (figure, other) =>
      quotient(
        policies.acolhe[figure],
        policies[other][figure],
        ratioOf(
          each.get('acolhe')!.map((one) => one[figure]),
          each.get(other)!.map((one) => one[figure]),
        ),
      ),
    ),
  };
}

/** The quotient of the figures over all replications, with the interval of those of each. */
function quotient(above: number, below: number, { value: middle, low, high }: Estimate): Estimate {
  const value = below === 0 ? (above === 0 ? 1 : Infinity) : above / below;
  return { value, low: value - (middle - low), high: value + (high - middle) };
}

type Figure = 'urgentP95' | 'restMean';

/** Where urgent work is at most this share of what the agents can do, and the load between these. */
const aimUrgent = 0.09;
const aimLoads = { from: 0.8, to: 0.95 };

const slack = 1e-9;

function aimsOf({ load, urgent }: Plan, ratio: (figure: Figure, other: PolicyName) => Estimate): Aim[] {
  const isAimed = urgent <= aimUrgent + slack && load >= aimLoads.from - slack && load <= aimLoads.to + slack;
  const near = (figure: Figure, name: string): Aim => {
    const found = ratio(figure, 'strict');
    const holds = Math.abs(found.value - 1) <= 0.02 + slack;
    return { name, aim: 'within 2 % of strict priority', ratio: found, holds };
  };
  if (!isAimed) return [near('urgentP95', 'urgent p95 wait'), near('restMean', 'mean wait of the rest')];
  const [urgentP95, restMean] = [ratio('urgentP95', 'fifo'), ratio('restMean', 'fifo')];
  return [
    {
      ...{ name: 'urgent p95 wait', aim: 'at most half of first in, first out' },
      ...{ ratio: urgentP95, holds: urgentP95.value <= 0.5 || urgentP95.value === 1 },
    },
    {
      ...{ name: 'mean wait of the rest', aim: 'at most 10 % longer than first in, first out' },
      ...{ ratio: restMean, holds: restMean.value <= 1.1 + slack },
    },
  ];
}
