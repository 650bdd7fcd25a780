/** What fails, and when: a pure function of the seed. */
import { between, choose, draw } from './draw';

/** `crm-one`: one process of the service; `crm-all`: every one at once; `runtime`: the processes that the app lives in. */
export const killKinds = ['crm-one', 'crm-all', 'mongodb', 'runtime'] as const;
export type KillKind = (typeof killKinds)[number];

export interface Kill {
  /** When so many conversations have begun. */
  atConversation: number;
  kind: KillKind;
  /** Of `crm-one`: which, counted from 0. */
  process: number;
  /** Until it is started again; the engine starts the app's runtime by itself. */
  downMs: number;
}

export const requestFates = [
  'passed',
  'dropped-before',
  'dropped-after',
  'doubled',
  'delayed',
  'reordered',
  'bad-gateway',
  'cut',
] as const;
export type RequestFate = (typeof requestFates)[number];

export interface PlanOptions {
  seed: number;
  conversations: number;
  /** Processes of the service. */
  processes: number;
  /** One kill for so many conversations, and at least one of each kind. */
  conversationsPerKill: number;
}

const killWeights = { 'crm-one': 4, 'crm-all': 2, mongodb: 3, runtime: 2 };
const fateWeights: Record<RequestFate, number> = {
  passed: 68,
  'dropped-before': 5,
  'dropped-after': 5,
  doubled: 7,
  delayed: 6,
  reordered: 4,
  'bad-gateway': 3,
  cut: 2,
};

/** In the order of time, spread over the run. */
export function killsOf({ seed, conversations, processes, conversationsPerKill }: PlanOptions): Kill[] {
  const first = [...killKinds].sort((a, b) => draw(seed, 'first', a) - draw(seed, 'first', b));
  const count = Math.max(first.length, Math.round(conversations / conversationsPerKill));
  return Array.from({ length: count }, (_, index) => ({
    atConversation: 1 + Math.floor(((index + draw(seed, 'when', index)) / count) * (conversations - 1)),
    kind: first[index] ?? choose(draw(seed, 'kind', index), killWeights),
    process: between(draw(seed, 'process', index), 0, processes - 1),
    downMs: between(draw(seed, 'down', index), 0, 3_000),
  }));
}

/** What becomes of the n-th request between the app, Rocket.Chat's webhook and the service. */
export function fateOf(seed: number, n: number): { fate: RequestFate; delayMs: number } {
  return {
    fate: choose(draw(seed, 'fate', n), fateWeights),
    delayMs: between(draw(seed, 'delay', n), 20, 2_500),
  };
}
