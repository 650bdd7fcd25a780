/** The metrics dashboards count, each with its few dimensions. Adding or changing one needs a rebuild of the cells. */
import type { Contribution, EncounterDocument } from '../store/documents';
import { cellKey, contribution, hourName, parseContribution } from './cell';

/** The coded facts of an encounter that metrics look at. */
export type CellFacts = Pick<
  EncounterDocument,
  | 'startedAt'
  | 'state'
  | 'disposition'
  | 'containedByBot'
  | 'firstResponseMs'
  | 'department'
  | 'channel'
  | 'redFlags'
>;

/** Same names as in `CellFacts`: what a reader of encounters must ask for. */
export const cellFactFields = {
  startedAt: 1,
  state: 1,
  disposition: 1,
  containedByBot: 1,
  firstResponseMs: 1,
  department: 1,
  channel: 1,
  redFlags: 1,
} as const satisfies Record<keyof CellFacts, 1>;

/** open: being screened or served, nothing decided. `finished` and `contained` are over for the bot; in `contained` no person was ever needed. */
export type Standing = 'open' | 'waiting' | 'finished' | 'contained';

/** Finished = closed, or decided and not waiting for a person. */
export function standingOf({ state, disposition, containedByBot }: CellFacts): Standing {
  if (state === 'queued') return 'waiting';
  if (state !== 'closed' && disposition === undefined) return 'open';
  return containedByBot ? 'contained' : 'finished';
}

interface Point {
  /** One per dimension, in their order; '' where there is none. */
  values: string[];
  /** What is measured. */
  value?: number;
}

interface Metric {
  dimensions: readonly string[];
  points(facts: CellFacts): Point[];
}

const departmentOf = ({ department }: CellFacts): string => department?.id ?? '';

export const metrics = {
  /** Conversations; of those that wait for a person, `standing` is `waiting`. */
  conversations: {
    dimensions: ['department', 'channel', 'disposition', 'standing'],
    points: (facts) => [
      {
        values: [departmentOf(facts), facts.channel, facts.disposition ?? 'none', standingOf(facts)],
      },
    ],
  },
  /** First wait for a person → first message of a person, in milliseconds. */
  'first-response': {
    dimensions: ['department'],
    points: (facts) =>
      facts.firstResponseMs === undefined
        ? []
        : [{ values: [departmentOf(facts)], value: Math.max(0, facts.firstResponseMs) }],
  },
  /** Conversations in which a red flag was raised, by flag. */
  'red-flags': {
    dimensions: ['department', 'concept'],
    points: (facts) =>
      [...new Set(facts.redFlags)].map((concept) => ({ values: [departmentOf(facts), concept] })),
  },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;
export const metricNames = Object.keys(metrics) as MetricName[];

/** What an encounter adds to which cells. Sorted: the same facts give the same list. */
export function contributionsOf(facts: CellFacts): Contribution[] {
  const hour = hourName(facts.startedAt);
  return Object.entries<Metric>(metrics)
    .flatMap(([metric, { points }]) =>
      points(facts).map(({ values, value }) => contribution(cellKey(metric, hour, values), value)),
    )
    .sort();
}

/** Keys of the cells an encounter counts in. */
export function cellKeysOf(facts: CellFacts): string[] {
  return contributionsOf(facts).map((one) => parseContribution(one).key);
}
