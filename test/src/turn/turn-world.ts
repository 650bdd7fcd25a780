import type { Effect } from '../../../src/dialog/effect';
import type { Input } from '../../../src/dialog/input';
import { Chains } from '../../../src/turn/chains';
import { FoldMemory } from '../../../src/turn/fold-memory';
import type { Records, TurnRecord } from '../../../src/turn/records';
import type { SweepWorld, WatchedRoom } from '../../../src/turn/sweep';
import { takeTurn } from '../../../src/turn/turn';
import { knowledge } from '../../support/conversation';
import { memoryRecords } from '../../support/memory-records';

export const startMs = Date.UTC(2026, 0, 1, 0, 1);
let nonces = 0;

/** What outlives a process of the app. */
export function shared() {
  return { records: memoryRecords(), clock: { ms: startMs }, rooms: new Map<string, WatchedRoom>() };
}
export type Shared = ReturnType<typeof shared>;

/** One process of the app. What it performed is written down once it has worked. */
export function appProcess(
  chat: Shared,
  act: (effect: Effect, record: TurnRecord) => unknown = () => undefined,
  records: Records = chat.records,
) {
  const performed: Effect[] = [];
  const problems: { code: string; detail: string }[] = [];
  const world: SweepWorld = {
    records,
    knowledge,
    chains: new Chains(),
    folds: new FoldMemory(),
    now: () => new Date(chat.clock.ms),
    nonce: () => String((nonces += 1)).padStart(8, '0'),
    perform: async (effect, record) => {
      const answer = (await act(effect, record)) as Input | undefined;
      performed.push(effect);
      return answer;
    },
    eventsWaiting: () => undefined,
    sweeping: {},
    roomOf: async (conversation) => chat.rooms.get(conversation),
    configured: async () => true,
    log: (problem) => problems.push(problem),
  };
  return {
    world,
    performed,
    problems,
    said: () => performed.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : [])),
    take: async (inputs: readonly Input[]): Promise<void> => {
      for (const input of inputs) await takeTurn(world, input);
    },
  };
}

/** A record left behind at the start, by a process that is gone. */
export function left(phase: TurnRecord['phase'], input: Input, effects: Effect[] = []): TurnRecord {
  const at = new Date(startMs).toISOString();
  const decided = phase === 'received' ? {} : { effects, events: [], keptAt: at };
  return { phase, input, receivedAt: at, claim: `${at}/0`, ...decided };
}

export const say = (text: string): Effect => ({ kind: 'say', text });
