import type { Effect } from '../../../src/dialog/effect';
import type { Input } from '../../../src/dialog/input';
import type { Knowledge } from '../../../src/dialog/knowledge';
import type { TurnRecord } from '../../../src/turn/records';
import { sweep } from '../../../src/turn/sweep';
import { takeTurn } from '../../../src/turn/turn';
import { canaries } from '../../support/canaries';
import { conversation, knowledge } from '../../support/conversation';
import { appProcess, left, say, shared, startMs } from './turn-world';

const [start, wantsPerson] = conversation().start().says('atendente').inputs as [Input, Input];
const never = (): Promise<never> => new Promise(() => undefined);

const moved = (effect: Effect, { input }: TurnRecord): Input | undefined =>
  effect.kind === 'transfer'
    ? {
        kind: 'transfer-answered',
        id: `moved/${input.id}`,
        at: new Date(startMs).toISOString(),
        conversation: input.conversation,
        to: effect.to,
        department: 'Atendimento geral',
        result: 'transferred',
        agentsOnline: true,
      }
    : undefined;

it('Given effects and rooms that fail with words of a patient in the error, then the log holds none of them', async () => {
  const chat = shared();
  const written = canaries().text('complaint');
  const fail = (): never => {
    throw new Error(`cannot send "${written}"`);
  };
  const app = appProcess(chat, fail);
  await app.take([start]);
  await chat.records.watch('room1');
  app.world.roomOf = async () => fail();
  await sweep(app.world);
  const codes = app.problems.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['effect-failed/say', 'sweep-failed']));
  expect(JSON.stringify(app.problems)).not.toContain(written);
});

describe('the answer of an effect', () => {
  it('Given a process that dies before its record goes on, then what the room was moved to is said all the same', async () => {
    const chat = shared();
    await appProcess(chat).take([start]);
    const insert = (record: TurnRecord): Promise<void> =>
      record.phase === 'unsent' ? never() : chat.records.insert(record);
    const dying = appProcess(chat, moved, { ...chat.records, insert });
    void takeTurn(dying.world, wantsPerson);
    await new Promise((resolve) => setImmediate(resolve));
    expect(dying.performed).toContainEqual({ kind: 'transfer', to: 'general' });
    chat.clock.ms += 20_000;
    const next = appProcess(chat);
    await sweep(next.world);
    expect(next.said().join()).toContain('Atendimento geral');
    const answers = chat.records.all().filter(({ input }) => input.kind === 'transfer-answered');
    expect(answers.map(({ phase }) => phase)).toEqual(['unsent']);
  });

  it('Given a transfer that fails for ten minutes, then it counts as refused and the other department is asked', async () => {
    const chat = shared();
    const asked: string[] = [];
    const app = appProcess(chat, (effect) => {
      if (effect.kind !== 'transfer') return;
      asked.push(effect.to);
      throw new Error('the server is away');
    });
    await app.take([start, wantsPerson]);
    chat.clock.ms += 9 * 60_000;
    await sweep(app.world);
    expect(asked).toEqual(['general', 'general']);
    chat.clock.ms += 2 * 60_000;
    await sweep(app.world);
    expect(asked).toEqual(['general', 'general', 'general', 'urgent']);
    const refused = chat.records.all().filter(({ input }) => input.kind === 'transfer-answered');
    expect(refused.map(({ input }) => input)).toMatchObject([
      { id: `moved/${wantsPerson.id}`, result: 'refused', to: 'general' },
    ]);
  });
});

describe('what was performed', () => {
  const effects = [say('um'), say('dois'), say('três')];

  it.each([0, 1, 2])(
    'Given effect %d fails, then the others are not repeated, however often it is tried',
    async (bad) => {
      const chat = shared();
      await chat.records.insert(left('kept', start, effects));
      let broken = true;
      const app = appProcess(chat, (effect) => {
        if (broken && JSON.stringify(effect) === JSON.stringify(effects[bad])) throw new Error('away');
      });
      for (let round = 0; round < 3; round += 1) {
        chat.clock.ms += 30_000;
        await sweep(app.world);
      }
      broken = false;
      expect(app.performed).toHaveLength(2);
      chat.clock.ms += 30_000;
      await sweep(app.world);
      expect([...app.said()].sort()).toEqual(['dois', 'três', 'um']);
      expect(chat.records.all().map(({ phase }) => phase)).toEqual(['done']);
      expect(await chat.records.performed(start)).toEqual([]);
    },
  );

  it.each([1, 2, 3])(
    'Given a process that dies in effect %d, then at most that one is performed again',
    async (n) => {
      const chat = shared();
      await chat.records.insert(left('kept', start, effects));
      let begun = 0;
      const dying = appProcess(chat, () => ((begun += 1) === n ? never() : undefined));
      chat.clock.ms += 20_000;
      void sweep(dying.world);
      await new Promise((resolve) => setImmediate(resolve));
      chat.clock.ms += 60_000;
      const next = appProcess(chat);
      await sweep(next.world);
      expect([...dying.said(), ...next.said()]).toEqual(['um', 'dois', 'três']);
    },
  );

  it('Given a death between the halves of a move, then nothing is performed again', async () => {
    const chat = shared();
    await chat.records.insert(left('kept', start, effects));
    await chat.records.insert({ ...left('kept', start, effects), phase: 'unsent' });
    chat.clock.ms += 20_000;
    const app = appProcess(chat);
    await sweep(app.world);
    expect(app.performed).toEqual([]);
    expect(chat.records.all().map(({ phase }) => phase)).toEqual(['unsent']);
  });

  it('Given effects that took long, then no more is begun once another process may take over', async () => {
    const chat = shared();
    const app = appProcess(chat, () => {
      chat.clock.ms += 10_001;
    });
    await app.take([start]);
    expect(app.performed).toHaveLength(1);
    expect(chat.records.all().map(({ phase }) => phase)).toEqual(['kept']);
  });
});

describe('a call that never comes back', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('Given words that hang, then what follows them happens after ten seconds, and the room goes on', async () => {
    const chat = shared();
    await appProcess(chat).take([start]);
    let hangs = true;
    const app = appProcess(chat, (effect) => (hangs && effect.kind === 'say' ? never() : undefined));
    const turn = takeTurn(app.world, wantsPerson);
    await jest.advanceTimersByTimeAsync(9_999);
    expect(app.performed.map(({ kind }) => kind)).not.toContain('transfer');
    await jest.advanceTimersByTimeAsync(1);
    await turn;
    expect(app.performed.map(({ kind }) => kind)).toContain('transfer');
    expect(app.problems.map(({ code }) => code)).toEqual(['effect-failed/say']);
    hangs = false;
    chat.clock.ms += 30_000;
    await sweep(app.world);
    expect(app.said().length).toBeGreaterThan(0);
    expect(await chat.records.inPhase('kept')).toEqual([]);
  });

  it('Given a store that hangs in one turn, then the room is not silent for ever', async () => {
    const chat = shared();
    let hangs = true;
    const app = appProcess(chat, undefined, {
      ...chat.records,
      ofConversation: (room) => (hangs ? never() : chat.records.ofConversation(room)),
    });
    void takeTurn(app.world, start);
    await jest.advanceTimersByTimeAsync(1_000);
    hangs = false;
    const next = takeTurn(app.world, wantsPerson);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(await next).toMatchObject({ phase: 'kept' });
  });
});

describe('a fault in the dialog', () => {
  const faulty: Knowledge = {
    ...knowledge,
    get packs(): Knowledge['packs'] {
      throw new Error('tosse com segredo');
    },
  };

  it('Given words it fails on, then the patient gets a person, and the log names no word of theirs', async () => {
    const chat = shared();
    const app = appProcess(chat);
    app.world.knowledge = faulty;
    await app.take(conversation().start().says('tosse').inputs);
    expect(app.performed.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['say', 'transfer']));
    expect(app.problems.map(({ code }) => code)).toEqual(['step-failed/patient-message']);
    expect(JSON.stringify(app.problems)).not.toContain('tosse');
  });

  it('Given it is mended, then the room goes on', async () => {
    const chat = shared();
    const app = appProcess(chat);
    app.world.knowledge = faulty;
    const inputs = conversation().start().says('tosse').says('olá').says('atendente').inputs;
    await app.take(inputs.slice(0, 2));
    const said = app.said().length;
    app.world.knowledge = knowledge;
    await app.take(inputs.slice(2));
    expect(app.said().length).toBeGreaterThan(said);
    expect(app.problems).toHaveLength(1);
  });
});
