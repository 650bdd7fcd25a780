import type { Effect } from '../../../src/dialog/effect';
import type { Input } from '../../../src/dialog/input';
import { Chains } from '../../../src/turn/chains';
import { FoldMemory } from '../../../src/turn/fold-memory';
import type { TurnRecord } from '../../../src/turn/records';
import { sweep, type SweepWorld } from '../../../src/turn/sweep';
import { takeTurn } from '../../../src/turn/turn';
import { conversation, knowledge } from '../../support/conversation';
import { memoryRecords } from '../../support/memory-records';

const startMs = Date.UTC(2026, 0, 1, 0, 1);
const minuteMs = 60_000;

/** A process whose `perform` the test decides on. */
function app(perform: (effect: Effect, record: TurnRecord) => Promise<Input | undefined> | undefined) {
  const records = memoryRecords();
  const clock = { ms: startMs };
  const performed: Effect[] = [];
  const told: string[] = [];
  let nonces = 0;
  const world: SweepWorld = {
    records,
    knowledge,
    chains: new Chains(),
    folds: new FoldMemory(),
    now: () => new Date(clock.ms),
    nonce: () => String((nonces += 1)).padStart(4, '0'),
    perform: async (effect, record) => {
      const answer = await perform(effect, record);
      performed.push(effect);
      return answer;
    },
    eventsWaiting: () => told.push('events'),
    sweeping: {},
    roomOf: async () => ({ open: true, messages: [] }),
    configured: async () => true,
    log: () => undefined,
  };
  const said = (): string[] => performed.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
  const take = async (inputs: readonly Input[]): Promise<void> => {
    for (const input of inputs) await takeTurn(world, input);
  };
  return { world, records, clock, performed, told, said, take };
}
const works = (): undefined => undefined;
const failing = (kind: Effect['kind']) => (effect: Effect) => {
  if (effect.kind === kind) throw new Error('the server is away');
  return undefined;
};
const texts = (effects: readonly Effect[] = []): string[] =>
  effects.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
const stepOf = (text: string) => conversation().start().says(text);

describe('the order of a turn', () => {
  it('Given an effect that fails, then those after it still happen: the words fail, the transfer does not', async () => {
    const { take, performed } = app(failing('say'));
    await take(stepOf('estou com falta de ar').inputs);
    expect(performed.map((effect) => effect.kind)).toContain('transfer');
  });

  it('Given a CRM that takes its time, then the greeting is there before it is asked', async () => {
    const { take, performed } = app(works);
    await take(conversation().start().inputs);
    expect(performed.map((effect) => effect.kind)).toEqual(['watch', 'say', 'say', 'ask-who']);
  });

  it('Given an effect that is answered, then the answer is a turn of its own', async () => {
    const at = new Date(startMs).toISOString();
    const { take, said, records } = app((effect) =>
      effect.kind === 'ask-who'
        ? Promise.resolve({
            kind: 'identified',
            id: 'identified/started',
            at,
            conversation: 'room1',
            patientId: '0000-0001-1',
            mintedBy: 'crm',
            earlierConversations: 0,
          })
        : undefined,
    );
    await take(conversation().start().inputs);
    expect(said().at(-1)).toContain('0000-0001-1');
    expect(records.all().map((record) => record.input.id)).toContain('identified/started');
  });

  it('tells that events wait, once they do', async () => {
    const { world, records, take } = app(works);
    const phases: string[][] = [];
    world.eventsWaiting = () => phases.push(records.all().map((record) => record.phase));
    await take(conversation().start().inputs);
    expect(phases).toEqual([['unsent']]);
  });

  it('Given two messages at once in one process, then what the first says comes before what the second says', async () => {
    let calls = 0;
    const { world, said, take } = app((effect) => {
      if (effect.kind !== 'say') return undefined;
      calls += 1;
      // the first words take longest
      return new Promise((resolve) => setImmediate(() => setImmediate(() => resolve(undefined))));
    });
    const chat = stepOf('tosse');
    await take(chat.inputs.slice(0, 1));
    const before = said().length;
    const [one, two] = conversation().start().says('tosse').says('34').inputs.slice(1) as [Input, Input];
    await Promise.all([takeTurn(world, one), takeTurn(world, two)]);
    const played = conversation().start().says('tosse');
    const first = texts(played.effects);
    const second = texts(played.says('34').effects);
    expect(said().slice(before)).toEqual([...first, ...second]);
    expect(calls).toBe(before + first.length + second.length);
  });

  it('Given an input from before the last one, then it means what it meant then', async () => {
    const { take, records } = app(works);
    const [start, early, late] = conversation().start().says('tosse').says('atendente').inputs as [
      Input,
      Input,
      Input,
    ];
    await take([start, late, early]);
    const record = records.all().find((one) => one.input.id === early.id);
    expect(texts(record?.effects)).toEqual(texts(stepOf('tosse').effects));
  });
});

describe('what the sweep waits for', () => {
  const received = (input: Input, claim: string): TurnRecord => ({
    phase: 'received',
    input,
    receivedAt: new Date(startMs).toISOString(),
    claim,
  });
  const [start, message] = stepOf('tosse').inputs as [Input, Input];

  it('Given two dead processes that had both received one input, then it is answered once', async () => {
    const { world, records, clock, said, take } = app(works);
    await take([start]);
    for (const claim of ['a', 'b']) await records.insert(received(message, claim));
    const before = said().length;
    clock.ms += minuteMs;
    await sweep(world);
    expect(said().slice(before)).toEqual(texts(stepOf('tosse').effects));
    expect(records.all().map((record) => record.phase)).toEqual(['unsent', 'unsent']);
  });

  it('Given a record that another process has just resumed, then it is left to that process', async () => {
    const { world, records, clock, said } = app(works);
    const keptAt = new Date(startMs + minuteMs).toISOString();
    const effects: Effect[] = [{ kind: 'say', text: 'oi' }];
    await records.insert({ ...received(start, 'a'), phase: 'kept', effects, events: [], keptAt });
    clock.ms += minuteMs + 19_000;
    await sweep(world);
    expect(said()).toEqual([]);
    clock.ms += 1_000;
    await sweep(world);
    expect(said()).toEqual(['oi']);
  });

  it.each([
    [9, 'kept'],
    [10.1, 'unsent'],
  ])('Given an effect that has failed for %d minutes, then its record is %s', async (minutes, phase) => {
    const { world, records, clock, take } = app(failing('say'));
    await take([start]);
    clock.ms += minutes * minuteMs;
    await sweep(world);
    expect(records.all().map((record) => record.phase)).toEqual([phase]);
  });

  it('Given a room that cannot be read, then what is due still happens', async () => {
    const { world, records, take } = app(works);
    await take([start]);
    await records.watch('gone');
    world.roomOf = async () => {
      throw new Error('room-gone');
    };
    const dueAt = new Date(startMs).toISOString();
    await records.remind({ conversation: 'room1', reminder: 'try-hand-over', dueAt });
    await sweep(world);
    expect(await records.reminders()).toEqual([]);
  });

  it('Given a reminder whose turn fails, then it is still there for the next sweep', async () => {
    const { world, records, take } = app(works);
    await take([start]);
    const dueAt = new Date(startMs).toISOString();
    await records.remind({ conversation: 'room1', reminder: 'try-hand-over', dueAt });
    const { insert } = records;
    records.insert = () => Promise.reject(new Error('the store is away'));
    await sweep(world);
    records.insert = insert;
    expect(await records.reminders()).toHaveLength(1);
    await sweep(world);
    expect(await records.reminders()).toEqual([]);
    expect(records.all().filter((record) => record.input.kind === 'due')).toHaveLength(1);
  });

  it.each(['received', 'kept', 'unsent'] as const)(
    'Given a closed conversation with a record that is %s, then nothing of it is purged',
    async (phase) => {
      const { world, records, clock } = app(works);
      const now = new Date(clock.ms).toISOString();
      await records.insert({ ...received(start, 'a'), phase: 'done' });
      // young, so that the sweep leaves it as it is
      await records.insert({ ...received(message, 'b'), phase, receivedAt: now, keptAt: now });
      await records.remind({ conversation: 'room1', reminder: 'purge', dueAt: now });
      await sweep(world);
      expect(records.all()).toHaveLength(2);
      expect(await records.reminders()).toHaveLength(1);
    },
  );
});
