import * as fc from 'fast-check';
import type { AcolheEvent } from '../../../contract/event';
import type { Effect } from '../../../src/dialog/effect';
import type { Input } from '../../../src/dialog/input';
import { fold } from '../../../src/dialog/step';
import { Chains } from '../../../src/turn/chains';
import { FoldMemory } from '../../../src/turn/fold-memory';
import { flush, newOutboxMemory } from '../../../src/turn/outbox';
import { latestCopies, type Records, type TurnRecord } from '../../../src/turn/records';
import { sweep, type SweepWorld } from '../../../src/turn/sweep';
import { takeTurn } from '../../../src/turn/turn';
import { knowledge, setup } from '../../support/conversation';
import { memoryRecords, unsentOf } from '../../support/memory-records';
import { runs } from '../../support/runs';

const room = 'room1';
const startMs = Date.UTC(2026, 0, 1);

/** What outlives a process of the app: the store, the room, the clock. */
function rocketChat() {
  return {
    store: memoryRecords(),
    clock: { ms: startMs },
    /** Patients' messages, as hooks would tell them. */
    written: [] as Input[],
    said: [] as string[],
    takes: (_department: string): boolean => true,
  };
}
type RocketChat = ReturnType<typeof rocketChat>;

/**
 * A process that dies at its `diesAt`-th step outwards: that step does not happen, or `happens` and its answer is not
 * heard. Whatever the process had under way never goes on.
 */
function processOf(chat: RocketChat, diesAt = Infinity, happens = true) {
  const { store, clock } = chat;
  let steps = 0;
  let die = (): void => undefined;
  const died = new Promise<'died'>((resolve) => {
    die = () => resolve('died');
  });
  const outwards = async <T>(work: () => Promise<T>): Promise<T> => {
    steps += 1;
    if (steps > diesAt) return new Promise<never>(() => undefined);
    if (steps < diesAt) return work();
    if (happens) await work();
    die();
    return new Promise<never>(() => undefined);
  };
  const records = Object.fromEntries(
    Object.entries(store).map(([name, call]) => [
      name,
      (...given: never[]) => outwards(() => (call as (...args: never[]) => Promise<unknown>)(...given)),
    ]),
  ) as unknown as Records;
  const act = async (effect: Effect, record: TurnRecord): Promise<Input | undefined> => {
    const answer = { at: new Date(clock.ms).toISOString(), conversation: room };
    switch (effect.kind) {
      case 'say':
        chat.said.push(effect.text);
        return undefined;
      case 'watch':
        await store.watch(room);
        return undefined;
      case 'remind': {
        const dueAt = new Date(clock.ms + effect.afterMs).toISOString();
        await store.remind({ conversation: room, reminder: effect.reminder, dueAt });
        return undefined;
      }
      case 'forget-reminder':
        for (const due of await store.reminders()) {
          if (due.reminder === effect.reminder) await store.forgetReminder(due);
        }
        return undefined;
      case 'ask-who':
        return {
          kind: 'identified',
          id: `identified/${record.input.id}`,
          ...answer,
          patientId: '0000-0001-1',
          mintedBy: 'crm',
          earlierConversations: 0,
        };
      case 'transfer': {
        const department = effect.to === 'urgent' ? 'Urgência' : 'Atendimento geral';
        const result = chat.takes(department) ? 'transferred' : 'refused';
        const id = `moved/${record.input.id}`;
        const { to } = effect;
        return { kind: 'transfer-answered', id, ...answer, to, department, result, agentsOnline: true };
      }
      default:
        return undefined;
    }
  };
  let nonces = 0;
  const world: SweepWorld = {
    records,
    knowledge,
    chains: new Chains(),
    folds: new FoldMemory(),
    now: () => new Date(clock.ms),
    nonce: () => `${diesAt}-${(nonces += 1)}`,
    perform: (effect, record) => outwards(() => act(effect, record)),
    eventsWaiting: () => undefined,
    sweeping: {},
    roomOf: async () => ({ open: true, messages: [...chat.written] }),
    configured: async () => true,
    log: () => undefined,
  };
  return {
    world,
    /** @returns whether the process lived to the end of the work */
    lives: async (work: Promise<unknown>): Promise<boolean> =>
      (await Promise.race([work.then(() => 'done'), died])) === 'done',
  };
}

/** Sweeps of a healthy process, half a minute apart, until nothing of the past is left to do. */
async function recover(chat: RocketChat, rounds = 6): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    chat.clock.ms += 30_000;
    await sweep(processOf(chat).world);
  }
}

/** The CRM, away for the first calls. */
async function deliver(chat: RocketChat, away: number): Promise<string[]> {
  const stored: string[] = [];
  const memory = newOutboxMemory();
  let calls = 0;
  const post = async (events: AcolheEvent[]): Promise<unknown> => {
    calls += 1;
    // taken, but the answer is lost on the way
    if (calls <= away && calls % 2 === 0) stored.push(...events.map(({ id }) => id));
    if (calls <= away) throw new Error('away');
    const results = events.map(({ id }) => ({ id, fate: stored.includes(id) ? 'duplicate' : 'stored' }));
    stored.push(...events.map(({ id }) => id));
    return { results };
  };
  const world = {
    records: chat.store,
    now: () => new Date(chat.clock.ms),
    random: () => 0.5,
    later: () => undefined,
    configured: async () => true,
    delivered: () => undefined,
    post,
    log: () => undefined,
  };
  for (let round = 0; round <= away; round += 1) {
    await flush(world, memory);
    chat.clock.ms += 60_000;
  }
  return stored;
}

const started = (): Input => ({
  kind: 'started',
  id: 'started',
  at: new Date(startMs).toISOString(),
  conversation: room,
  setup,
  channel: 'widget',
  metAt: new Date(startMs).toISOString(),
  visitor: { id: 'v1' },
});

const texts = ['oi', 'tosse', '34', 'não', 'sim', 'atendente', 'falta de ar', 'quero morrer', '39 de febre'];
const buttons = ['human', 'restart', 'answer:age_range:from_15_to_49', 'answer:breathlessness:yes', 'nope'];
const move = fc.record({
  what: fc.oneof(
    fc.constantFrom(...texts).map((text) => ({ text })),
    fc.constantFrom(...buttons).map((value) => ({ value })),
  ),
  /** The process that hears of it dies at this step; beyond the last step of the turn it lives. */
  diesAt: fc.integer({ min: 1, max: 40 }),
  happens: fc.boolean(),
  /** Nobody is there to hear of it. */
  lost: fc.boolean(),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

async function play(chat: RocketChat, moves: readonly Move[]): Promise<void> {
  await takeTurn(processOf(chat).world, started());
  let n = 0;
  for (const { what, diesAt, happens, lost } of moves) {
    n += 1;
    chat.clock.ms += 7_000;
    const base = { at: new Date(chat.clock.ms).toISOString(), conversation: room, messageId: `m${n}` };
    const input: Input =
      'text' in what
        ? { kind: 'patient-message', id: `message/m${n}`, ...base, text: what.text, file: false }
        : { kind: 'button', id: `button/m${n}`, ...base, value: what.value };
    if (input.kind === 'patient-message') chat.written.push(input);
    if (lost) continue;
    const { world, lives } = processOf(chat, diesAt, happens);
    if (!(await lives(takeTurn(world, input))) && n % 3 === 0) {
      // the next process dies while it clears up, too
      chat.clock.ms += 25_000;
      const second = processOf(chat, diesAt + 3, happens);
      await second.lives(sweep(second.world));
    }
  }
}

const inputsOf = (chat: RocketChat): Input[] => latestCopies(chat.store.all()).map(({ input }) => input);
const talks = fc.array(move, { minLength: 1, maxLength: 6 });

describe('an app whose processes die at any step', () => {
  it('Given any conversation, when sweeps follow, then no message is lost and each has had its answer', async () => {
    await fc.assert(
      fc.asyncProperty(talks, async (moves) => {
        const chat = rocketChat();
        await play(chat, moves);
        await recover(chat);
        expect(await chat.store.inPhase('received')).toEqual([]);
        expect(await chat.store.inPhase('kept')).toEqual([]);
        const ids = new Set(inputsOf(chat).map((input) => input.id));
        for (const message of chat.written) expect(ids).toContain(message.id);
        for (const record of latestCopies(chat.store.all()))
          for (const effect of record.effects ?? [])
            if (effect.kind === 'say') expect(chat.said).toContain(effect.text);
        for (const record of latestCopies(chat.store.all())) {
          if (record.input.kind !== 'patient-message') continue;
          if (/falta de ar|morrer/.test(record.input.text))
            expect(JSON.stringify(record.effects)).toMatch(/192|188/);
        }
      }),
      runs(25),
    );
  });

  it('Given any conversation, then the CRM gets every event of every input, and the outbox ends empty', async () => {
    await fc.assert(
      fc.asyncProperty(talks, fc.integer({ min: 0, max: 4 }), async (moves, away) => {
        const chat = rocketChat();
        await play(chat, moves);
        await recover(chat);
        const stored = new Set(await deliver(chat, away));
        expect(await unsentOf(chat.store)).toEqual([]);
        expect(chat.store.all().map(({ phase }) => phase)).not.toContain('refused');
        for (const record of chat.store.all())
          for (const event of record.events ?? []) expect(stored).toContain(event.id);
        for (const input of chat.written) expect(stored).toContain(`main/${room}/${input.id}/recorded/0`);
      }),
      runs(20),
    );
  });

  it('Given an input taken at any step of its turn, then its record, once there, is there in the end', async () => {
    for (let diesAt = 1; diesAt <= 25; diesAt += 1)
      for (const happens of [true, false]) {
        const chat = rocketChat();
        await play(chat, [
          { what: { text: 'tosse' }, diesAt, happens, lost: false },
          { what: { value: 'human' }, diesAt, happens, lost: false },
        ]);
        const kept = inputsOf(chat).map((input) => input.id);
        await recover(chat);
        expect(inputsOf(chat).map((input) => input.id)).toEqual(expect.arrayContaining(kept));
        const copies = chat.store.all().map(({ phase, input }) => `${phase} ${input.id}`);
        expect(copies.filter((copy) => /^(received|kept)/.test(copy))).toEqual([]);
      }
  });
});

describe('a patient who was promised a person', () => {
  it.each([
    ['takes rooms', true],
    ['refuses rooms', false],
  ])(
    'Given a process that dies at any step in a workspace that %s, then nobody waits for nothing',
    async (_name, takes) => {
      for (let diesAt = 1; diesAt <= 40; diesAt += 1)
        for (const happens of [true, false]) {
          const chat = rocketChat();
          chat.takes = () => takes;
          await play(chat, [{ what: { text: 'atendente' }, diesAt, happens, lost: false }]);
          await recover(chat, 6);
          const state = fold(inputsOf(chat), knowledge);
          const tries = (await chat.store.reminders()).some(({ reminder }) => reminder === 'try-hand-over');
          const safe = state?.phase === 'waiting' && (state.queued || tries);
          expect([diesAt, happens, safe, state?.patientId]).toEqual([diesAt, happens, true, '0000-0001-1']);
        }
    },
  );

  it('Given a process that dies at any step of the greeting, then the patient still gets an ID', async () => {
    for (let diesAt = 1; diesAt <= 40; diesAt += 1)
      for (const happens of [true, false]) {
        const chat = rocketChat();
        const { world, lives } = processOf(chat, diesAt, happens);
        await lives(takeTurn(world, started()));
        await recover(chat);
        // a start that was never kept is told again by the next hook
        if (inputsOf(chat).length === 0) continue;
        expect([diesAt, happens, fold(inputsOf(chat), knowledge)?.patientId]).toEqual([
          diesAt,
          happens,
          '0000-0001-1',
        ]);
      }
  });
});
