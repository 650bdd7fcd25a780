import type { Effect } from '../dialog/effect';
import type { Input } from '../dialog/input';
import type { Knowledge } from '../dialog/knowledge';
import type { Chains } from './chains';
import type { FoldMemory } from './fold-memory';
import type { Records, TurnRecord } from './records';

/** What a turn needs of the world. */
export interface TurnWorld {
  records: Records;
  /** What is built in, or else the newest: for conversations that name none. */
  knowledge: Knowledge;
  /** The one that a conversation began with. */
  knowledgeNamed?: (hash: string) => Promise<Knowledge>;
  chains: Chains;
  folds: FoldMemory;
  now: () => Date;
  /** A text unlike any given before, by any process. */
  nonce: () => string;
  /** Performs one effect; an effect that is answered gives the answer as an input. */
  perform: (effect: Effect, record: TurnRecord) => Promise<Input | undefined>;
  /** Told when there are new events to send. Must not throw. */
  eventsWaiting: () => void;
  log: (problem: { code: string; detail: string }) => void;
}
