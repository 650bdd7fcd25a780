import type { Effect } from '../../../src/dialog/effect';
import type { Input } from '../../../src/dialog/input';
import type { WatchedRoom } from '../../../src/turn/sweep';
import { sweep } from '../../../src/turn/sweep';
import { conversation } from '../../support/conversation';
import { appProcess, left, say, shared, startMs } from './turn-world';

const [start, message, answer] = conversation().start().says('tosse').says('34').inputs as [
  Input,
  Input,
  Input,
];
const closed: Input = {
  kind: 'closed',
  id: 'closed',
  at: new Date(startMs).toISOString(),
  conversation: 'room1',
  by: 'agent',
};
const phasesOf = (chat: ReturnType<typeof shared>): Record<string, string> =>
  Object.fromEntries(chat.records.all().map(({ input, phase }) => [input.id, phase]));

/** Watching as the app does, so that what `watch` and `remind` leave can be seen. */
const bookkeeping = (chat: ReturnType<typeof shared>) => async (effect: Effect) => {
  if (effect.kind === 'watch') await chat.records.watch('room1');
  if (effect.kind === 'remind') {
    const dueAt = new Date(chat.clock.ms + effect.afterMs).toISOString();
    await chat.records.remind({ conversation: 'room1', reminder: effect.reminder, dueAt });
  }
};

describe('the order of a sweep', () => {
  it('Given all kinds of work, then reminders come first, then received, kept and watched rooms', async () => {
    const chat = shared();
    const app = appProcess(chat);
    const inRoom = (input: Input, room: string): Input => ({ ...input, conversation: room });
    await app.take([start, message].map((input) => inRoom(input, 'due')));
    await app.take([inRoom(start, 'received'), inRoom(start, 'watched')]);
    await chat.records.insert(left('received', inRoom(message, 'received')));
    await chat.records.insert(left('kept', inRoom(start, 'kept'), [say('kept')]));
    const dueAt = new Date(startMs).toISOString();
    await chat.records.remind({ conversation: 'due', reminder: 'flag-unanswered', dueAt });
    await chat.records.watch('watched');
    chat.rooms.set('watched', { open: true, messages: [inRoom(message, 'watched')] });
    chat.clock.ms += 20_000;
    const order: string[] = [];
    const insert = chat.records.insert.bind(chat.records);
    app.world.records = {
      ...chat.records,
      insert: async (record) => {
        if (!order.includes(record.input.conversation)) order.push(record.input.conversation);
        await insert(record);
      },
    };
    await sweep(app.world);
    expect(order).toEqual(['due', 'received', 'kept', 'watched']);
  });

  it('Given many watched rooms, then eight are read at once, for 15 s, and the next sweep goes on from there', async () => {
    const chat = shared();
    const app = appProcess(chat);
    const rooms = Array.from({ length: 40 }, (_, n) => `room${String(n).padStart(2, '0')}`);
    for (const room of rooms) await chat.records.watch(room);
    const read: string[] = [];
    let reading = 0;
    let most = 0;
    app.world.roomOf = async (room) => {
      read.push(room);
      reading += 1;
      most = Math.max(most, reading);
      await new Promise((resolve) => setImmediate(resolve));
      chat.clock.ms += 1_000;
      reading -= 1;
      return { open: true, messages: [] };
    };
    await sweep(app.world);
    expect(most).toBe(8);
    const first = read.length;
    expect(first).toBeGreaterThanOrEqual(15);
    expect(first).toBeLessThanOrEqual(15 + 8);
    await sweep(app.world);
    await sweep(app.world);
    expect(read.slice(first, first + 3)).toEqual(rooms.slice(first, first + 3));
    expect(new Set(read).size).toBe(40);
  });

  it('Given a room that hangs, then the sweep ends all the same', async () => {
    jest.useFakeTimers();
    const chat = shared();
    const app = appProcess(chat);
    await chat.records.watch('room1');
    app.world.roomOf = () => new Promise(() => undefined);
    const swept = sweep(app.world);
    await jest.advanceTimersByTimeAsync(60_000);
    await swept;
    jest.useRealTimers();
    expect(app.problems.map(({ code }) => code)).toEqual(['sweep-failed']);
  });
});

describe('a watched room', () => {
  const watched = async (room: WatchedRoom | undefined, before: Input[] = [start]) => {
    const chat = shared();
    const app = appProcess(chat, bookkeeping(chat));
    await app.take(before);
    if (room) chat.rooms.set('room1', room);
    chat.clock.ms += 10_000;
    await sweep(app.world);
    return { chat, app };
  };

  it('Given its close was lost, then what was still written is taken, then the close, and it is watched no more', async () => {
    const { chat } = await watched({ open: false, messages: [message], closed });
    expect(phasesOf(chat)).toEqual({ started: 'unsent', [message.id]: 'unsent', closed: 'unsent' });
    expect(await chat.records.watched()).toEqual([]);
    expect((await chat.records.reminders()).map(({ reminder }) => reminder)).toEqual(['purge']);
  });

  it('Given its close was heard but not a message before it, then that message is taken, and it is watched no more', async () => {
    const { chat } = await watched({ open: false, messages: [message], closed }, [start, closed]);
    expect(phasesOf(chat)).toEqual({ started: 'unsent', [message.id]: 'unsent', closed: 'unsent' });
    expect(await chat.records.watched()).toEqual([]);
  });

  it('Given a close that is known but a room still watched, then it is watched no more', async () => {
    const chat = shared();
    const app = appProcess(chat);
    await app.take([start, closed]);
    await chat.records.watch('room1');
    chat.rooms.set('room1', { open: false, messages: [], closed });
    chat.clock.ms += 10_000;
    await sweep(app.world);
    expect(await chat.records.watched()).toEqual([]);
    expect(Object.keys(phasesOf(chat))).toHaveLength(2);
  });

  it('Given a close of this moment, then its hook is waited for', async () => {
    const justNow = { ...closed, at: new Date(startMs + 9_000).toISOString() };
    const { chat } = await watched({ open: false, messages: [], closed: justNow });
    expect(await chat.records.watched()).toEqual(['room1']);
    expect(phasesOf(chat)).not.toHaveProperty('closed');
  });

  it('Given it is gone, then it is watched no more, and its records go a day later', async () => {
    const { chat, app } = await watched(undefined);
    expect(await chat.records.watched()).toEqual([]);
    expect(phasesOf(chat)).toEqual({ started: 'unsent' });
    app.world.configured = async () => false;
    chat.clock.ms += 24 * 3_600_000;
    await sweep(app.world);
    expect(chat.records.all()).toEqual([]);
  });

  it.each<[string, Input[], boolean]>([
    ['nothing later is handled', [start], false],
    ['a later message is handled', [start, answer], true],
    [
      'a later button is handled',
      [start, { ...answer, kind: 'button', messageId: 'b', value: 'human' } as Input],
      true,
    ],
    ['only an earlier message is handled', [start, { ...message, id: 'message/m0', at: start.at }], false],
    ['only the bot spoke later', [start, { ...answer, kind: 'bot-message' } as Input], false],
  ])('Given a message found in it when %s, then it counts as late: %#', async (_name, before, late) => {
    const { chat } = await watched({ open: true, messages: [message] }, before);
    const found = chat.records.all().find(({ input }) => input.id === message.id)?.input;
    expect(found).toEqual(late ? { ...message, late: true } : message);
  });

  it('Given two lost messages in a row, then neither is late', async () => {
    const { chat } = await watched({ open: true, messages: [message, answer] });
    expect(chat.records.all().map(({ input }) => input)).toEqual([start, message, answer]);
  });
});

describe('a conversation that ended a day ago', () => {
  it.each<[string, Parameters<typeof left>[0][], boolean, boolean]>([
    ['done or refused', ['done', 'refused'], true, true],
    ['still to be sent', ['done', 'unsent'], true, false],
    ['still to be sent and no CRM is set', ['refused', 'unsent'], false, true],
    ['still to be performed and no CRM is set', ['kept', 'unsent'], false, false],
  ])('Given records that are %s, then it is removed: %#', async (_name, phases, configured, removed) => {
    const chat = shared();
    const app = appProcess(chat);
    app.world.configured = async () => configured;
    const inputs = [start, message];
    for (const [n, phase] of phases.entries())
      await chat.records.insert({ ...left(phase, inputs[n] as Input) });
    const dueAt = new Date(startMs).toISOString();
    await chat.records.remind({ conversation: 'room1', reminder: 'purge', dueAt });
    await sweep(app.world);
    expect(chat.records.all()).toHaveLength(removed ? 0 : 2);
    const again = new Date(startMs + 10 * 60_000).toISOString();
    const reminders = (await chat.records.reminders()).map((item) => item.dueAt);
    expect(reminders).toEqual(removed ? [] : [again]);
  });
});
