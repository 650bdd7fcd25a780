import type { Effect } from '../../../src/dialog/effect';
import type { Input } from '../../../src/dialog/input';
import { fold } from '../../../src/dialog/step';
import { Chains } from '../../../src/turn/chains';
import { FoldMemory } from '../../../src/turn/fold-memory';
import type { Records, TurnRecord } from '../../../src/turn/records';
import { sweep, type SweepWorld } from '../../../src/turn/sweep';
import { takeTurn } from '../../../src/turn/turn';
import { conversation, knowledge } from '../../support/conversation';
import { memoryRecords, unsentOf } from '../../support/memory-records';

/** One process of the app on a store that others may share. */
function appProcess(records: Records, clock: { ms: number }) {
  const performed: Effect[] = [];
  const problems: string[] = [];
  let nonces = 0;
  const room: Input[] = [];
  let fail: ((effect: Effect) => boolean) | undefined;
  const world: SweepWorld = {
    records,
    knowledge,
    chains: new Chains(),
    folds: new FoldMemory(),
    now: () => new Date(clock.ms),
    nonce: () => `${(appProcess.count += 1)}-${(nonces += 1)}`,
    perform: async (effect: Effect, _record: TurnRecord) => {
      if (fail?.(effect)) throw new Error('the process died');
      performed.push(effect);
      if (effect.kind === 'watch') await records.watch('room1');
      if (effect.kind === 'remind') {
        const dueAt = new Date(clock.ms + effect.afterMs).toISOString();
        await records.remind({ conversation: 'room1', reminder: effect.reminder, dueAt });
      }
      return undefined;
    },
    eventsWaiting: () => undefined,
    sweeping: {},
    roomOf: async () => ({ open: true, messages: room }),
    configured: async () => true,
    log: (problem) => problems.push(problem.code),
  };
  return {
    world,
    performed,
    problems,
    room,
    failWhen: (predicate?: (effect: Effect) => boolean) => {
      fail = predicate;
    },
    said: () => performed.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : [])),
  };
}

appProcess.count = 0;

const script = () => {
  const chat = conversation().start().says('tosse').says('34');
  return chat.inputs;
};
const startMs = Date.UTC(2026, 0, 1, 0, 1);

describe('a turn', () => {
  it('keeps the input before anything else, and ends with its events waiting', async () => {
    const records = memoryRecords();
    const app = appProcess(records, { ms: startMs });
    for (const input of script()) await takeTurn(app.world, input);
    expect(records.all().map((record) => record.phase)).toEqual(['unsent', 'unsent', 'unsent']);
    expect(app.said().length).toBeGreaterThanOrEqual(4);
  });

  it('does a repeated input nothing', async () => {
    const records = memoryRecords();
    const app = appProcess(records, { ms: startMs });
    const [started] = script();
    await takeTurn(app.world, started as Input);
    const before = app.performed.length;
    await takeTurn(app.world, started as Input);
    expect(app.performed).toHaveLength(before);
    expect(records.all()).toHaveLength(1);
  });

  it('Given two processes on one store and two messages at once, then both are kept and both are answered', async () => {
    const records = memoryRecords();
    const clock = { ms: startMs };
    const [one, two] = [appProcess(records, clock), appProcess(records, clock)];
    const chat = conversation().start().says('tosse');
    for (const input of chat.inputs) await takeTurn(one.world, input);
    const [first, second] = conversation().start().says('x').says('34').says('não').inputs.slice(2);
    await Promise.all([takeTurn(one.world, second as Input), takeTurn(two.world, first as Input)]);
    expect(records.all().filter((record) => record.input.kind === 'patient-message')).toHaveLength(3);
    expect(one.said().length).toBeGreaterThan(0);
    expect(two.said().length).toBeGreaterThan(0);
    const inputs = records.all().map((record) => record.input);
    expect(fold(inputs, knowledge)?.answers['age_range']).toBe('from_15_to_49');
  });

  it('Given one input told to two processes at once, then one of them handles it', async () => {
    const records = memoryRecords();
    const clock = { ms: startMs };
    const [one, two] = [appProcess(records, clock), appProcess(records, clock)];
    const [started] = script();
    await Promise.all([takeTurn(one.world, started as Input), takeTurn(two.world, started as Input)]);
    expect([...one.said(), ...two.said()]).toHaveLength(2);
    expect(records.all()).toHaveLength(1);
  });

  it('Given a message that was overtaken, then it is answered and the question that stands is asked again', async () => {
    const records = memoryRecords();
    const app = appProcess(records, { ms: startMs });
    const chat = conversation().start().says('tosse');
    for (const input of chat.inputs) await takeTurn(app.world, input);
    const [early, late] = conversation().start().says('x').says('oi').says('34').inputs.slice(2);
    await takeTurn(app.world, late as Input);
    const question = app.said().at(-1);
    await takeTurn(app.world, early as Input);
    expect(app.said().at(-1)).toBe(question);
  });
});

describe('a late message', () => {
  it('Given the patient has gone on since, then the question that stands now is asked again, once', async () => {
    const records = memoryRecords();
    const clock = { ms: startMs };
    const app = appProcess(records, clock);
    const [start, complaint, lost, answer] = conversation().start().says('tosse').says('oi').says('34')
      .inputs as [Input, Input, Input, Input];
    for (const input of [start, complaint, answer]) await takeTurn(app.world, input);
    const question = app.said().at(-1);
    const before = app.said().length;
    app.room.push(lost);
    await sweep(app.world);
    const said = app.said().slice(before);
    expect(said).toHaveLength(2);
    expect(said[1]).toBe(question);
  });

  it('Given it tells of danger, then it is heard as such', async () => {
    const records = memoryRecords();
    const app = appProcess(records, { ms: startMs });
    const [start, lost, complaint] = conversation().start().says('estou com falta de ar').says('tosse')
      .inputs as [Input, Input, Input];
    for (const input of [start, complaint]) await takeTurn(app.world, input);
    app.room.push(lost);
    await sweep(app.world);
    expect(app.said().join()).toContain('192');
    expect(app.performed).toContainEqual({ kind: 'transfer', to: 'urgent' });
  });
});

describe('the sweep', () => {
  it('Given a process that died before it decided, then the input is answered once it is old enough', async () => {
    const records = memoryRecords();
    const clock = { ms: startMs };
    const app = appProcess(records, clock);
    const [started, message] = script();
    await takeTurn(app.world, started as Input);
    await records.insert({
      phase: 'received',
      input: message as Input,
      receivedAt: new Date(clock.ms).toISOString(),
      claim: '2026-01-01/x',
    });
    const before = app.said().length;
    await sweep(app.world);
    expect(app.said()).toHaveLength(before);
    clock.ms += 20_000;
    await sweep(app.world);
    expect(app.said().length).toBeGreaterThan(before);
    expect(await records.inPhase('received')).toEqual([]);
    await sweep(app.world);
    expect(records.all()).toHaveLength(2);
  });

  it('Given a process that died while performing, then what is left is performed by the next', async () => {
    const records = memoryRecords();
    const clock = { ms: startMs };
    const [one, two] = [appProcess(records, clock), appProcess(records, clock)];
    one.failWhen((effect) => effect.kind === 'say');
    await takeTurn(one.world, script()[0] as Input);
    expect((await records.inPhase('kept')).length).toBe(1);
    expect(one.problems).toContain('effect-failed/say');
    clock.ms += 20_000;
    await sweep(two.world);
    expect(two.said()).toHaveLength(2);
    expect(await records.inPhase('kept')).toEqual([]);
  });

  it('Given an effect that always fails, then after ten minutes the events go on without it', async () => {
    const records = memoryRecords();
    const clock = { ms: startMs };
    const app = appProcess(records, clock);
    app.failWhen((effect) => effect.kind === 'say');
    await takeTurn(app.world, script()[0] as Input);
    clock.ms += 11 * 60_000;
    await sweep(app.world);
    expect((await unsentOf(records)).length).toBe(1);
  });

  it('Given a message that no hook told of, then it is found in the room and answered', async () => {
    const records = memoryRecords();
    const clock = { ms: startMs };
    const app = appProcess(records, clock);
    const [started, message] = script();
    await takeTurn(app.world, started as Input);
    app.room.push(message as Input);
    await sweep(app.world);
    expect(records.all().map((record) => record.input.id)).toContain((message as Input).id);
    const said = app.said().length;
    await sweep(app.world);
    expect(app.said()).toHaveLength(said);
  });

  it('Given a reminder that is due, then it happens once', async () => {
    const records = memoryRecords();
    const clock = { ms: startMs };
    const app = appProcess(records, clock);
    const chat = conversation()
      .start()
      .says('atendente')
      .transferAnswered('refused', false, 'Atendimento geral');
    for (const input of chat.inputs) await takeTurn(app.world, input);
    const dueTurns = () => records.all().filter((record) => record.input.kind === 'due');
    await sweep(app.world);
    expect(dueTurns()).toEqual([]);
    const [first] = await records.reminders();
    clock.ms = Date.parse(first?.dueAt ?? '');
    await sweep(app.world);
    await sweep(app.world);
    expect(dueTurns()).toHaveLength(1);
    expect(await records.reminders()).not.toContainEqual(first);
  });

  it('Given a conversation that ended a day ago and that the CRM has, then its records go', async () => {
    const records = memoryRecords();
    const clock = { ms: startMs };
    const app = appProcess(records, clock);
    for (const input of conversation().start().closes().inputs) await takeTurn(app.world, input);
    clock.ms += 25 * 3_600_000;
    await sweep(app.world);
    expect(records.all().length).toBeGreaterThan(0);
    for (const record of records.all()) {
      await records.insert({ ...record, phase: 'done' });
      await records.remove(record.phase, record.input);
    }
    clock.ms += 10 * 60_000;
    await sweep(app.world);
    expect(records.all()).toEqual([]);
    expect(await records.reminders()).toEqual([]);
  });
});
