/** The metrics dashboards count, each with its few dimensions. Adding or changing one needs a rebuild of the cells. */
import type { ServiceOutcome } from '../../contract/service-events';
import type { Contribution, EncounterDocument, RoutingFailure } from '../store/documents';
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
  | 'leftUnseen'
  | 'serviceOutcome'
  | 'outcomeMissingSince'
  | 'surveyScore'
  | 'routingFailed'
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
  leftUnseen: 1,
  serviceOutcome: 1,
  outcomeMissingSince: 1,
  surveyScore: 1,
  routingFailed: 1,
} as const satisfies Record<keyof CellFacts, 1>;

/** How a conversation ended that a person had, or was to have: without one being registered, before anybody had answered, or as registered. */
export type Ending = 'none' | 'left' | ServiceOutcome;

/** Undefined where it goes on, or no person ever had it. */
export function endingOf({
  state,
  leftUnseen,
  serviceOutcome,
  outcomeMissingSince,
}: Pick<CellFacts, 'state' | 'leftUnseen' | 'serviceOutcome' | 'outcomeMissingSince'>): Ending | undefined {
  if (state !== 'closed') return undefined;
  if (serviceOutcome) return serviceOutcome.outcome;
  if (leftUnseen) return 'left';
  return outcomeMissingSince && 'none';
}

/** Each department and reason once, however often it was tried. */
export function failuresOf({
  routingFailed = [],
}: Pick<CellFacts, 'routingFailed'>): { department: string; why: RoutingFailure }[] {
  const all = routingFailed.map(({ department = '', why }) => ({ department, why }));
  const isFirst = (one: { department: string; why: string }, at: number): boolean =>
    all.findIndex(({ department, why }) => department === one.department && why === one.why) === at;
  return all.filter(isFirst);
}

/** What a department is called, as people read it. */
export const departmentName = ({ department }: Pick<CellFacts, 'department'>): string =>
  department?.name ?? '';

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
  /** Conversations a person had, or was to have, by how they ended. `department`: its name. */
  endings: {
    dimensions: ['department', 'ending'],
    points: (facts) => {
      const ending = endingOf(facts);
      return ending === undefined ? [] : [{ values: [departmentName(facts), ending] }];
    },
  },
  /** Conversations for which a department was tried in vain, by why; each counts once. `department`: as it was named. */
  'routing-failures': {
    dimensions: ['department', 'why'],
    points: (facts) => failuresOf(facts).map(({ department, why }) => ({ values: [department, why] })),
  },
  /** Answers to the survey, 1 to 5. `department`: its name. */
  satisfaction: {
    dimensions: ['department'],
    points: (facts) =>
      facts.surveyScore === undefined ? [] : [{ values: [departmentName(facts)], value: facts.surveyScore }],
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
