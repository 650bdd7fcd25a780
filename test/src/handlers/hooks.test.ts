import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { UIKitLivechatBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit/livechat';
import * as hooks from '../../../src/handlers/hooks';
import { newMemory, worldOf, type World } from '../../../src/handlers/world';
import type { TurnRecord } from '../../../src/turn/records';
import { sweep } from '../../../src/turn/sweep';
import { knowledge } from '../../support/conversation';
import { appUser, fakeEngine, livechatRoom } from '../../support/fake-engine';
import { unsentOf } from '../../support/memory-records';

const ana = { id: 'ana', username: 'ana', name: 'Ana', type: 'user', roles: ['livechat-agent'] };

function setup(over: Record<string, unknown> = {}) {
  const engine = fakeEngine();
  const room = livechatRoom({ createdAt: new Date(Date.now() - 1_000), ...over });
  engine.rooms.set(room.id, room);
  const memory = newMemory('acolhe', () => knowledge, { warn: () => undefined } as never);
  const world = (): World => worldOf(memory, engine);
  let n = 0;
  const write = (more: Record<string, unknown>, createdAt = new Date()): IMessage => {
    n += 1;
    const message = { id: `m${n}`, room, createdAt, text: 'oi', ...more } as unknown as IMessage;
    engine.messages.push(message);
    return message;
  };
  const patientWrites = (text: string, createdAt?: Date): IMessage =>
    write({ text, token: 't1', sender: { id: 'v1', username: 'guest-1' } }, createdAt);
  const records = (): Promise<TurnRecord[]> => world().records.ofConversation('r1');
  const kinds = async (): Promise<string[]> => (await records()).map(({ input }) => input.kind).sort();
  return { engine, read: engine.read, room, world, write, patientWrites, records, kinds };
}

const pressing = (room: ILivechatRoom, value: string, id = 'b1') =>
  ({
    getInteractionData: () => ({ room, message: { id }, actionId: value, value }),
  }) as unknown as UIKitLivechatBlockInteractionContext;

describe('a message', () => {
  it('in a room whose start was lost starts it first, then is answered', async () => {
    const { read, world, patientWrites, kinds, engine } = setup();
    await hooks.onMessage(world(), read, patientWrites('falta de ar'));
    expect(await kinds()).toEqual(expect.arrayContaining(['patient-message', 'started']));
    expect(engine.texts().join()).toContain('192');
    expect(engine.transfers.length).toBeGreaterThan(0);
  });

  it('of the very instant the room started is answered, as the widget’s first one is', async () => {
    const createdAt = new Date(Date.now() - 1_000);
    const { read, world, room, patientWrites, engine } = setup({ createdAt });
    await hooks.onRoomStarted(world(), read, room);
    await hooks.onMessage(world(), read, patientWrites('falta de ar', createdAt));
    expect(engine.texts().join()).toContain('192');
  });

  it('told twice is answered once', async () => {
    const { read, world, patientWrites, engine } = setup();
    const message = patientWrites('tosse');
    await hooks.onMessage(world(), read, message);
    const said = engine.said.length;
    await hooks.onMessage(world(), read, message);
    expect(engine.said).toHaveLength(said);
  });

  it.each([
    ['of a channel', { room: { id: 'general', type: 'c' } }],
    ['of Rocket.Chat itself', { type: 'livechat-started' }],
    ['of Rocket.Chat itself, on older servers', { _unmappedProperties_: { t: 'uj' } }],
    ['of nobody', { sender: undefined }],
    ['with nothing in it', { text: '' }],
  ])('%s is none of the conversation', async (_name, more) => {
    const { read, world, write, engine } = setup();
    await hooks.onMessage(world(), read, write({ sender: ana, ...more }));
    const { records } = world();
    const all = [...(await records.ofConversation('r1')), ...(await records.ofConversation('general'))];
    expect(all.filter(({ input }) => input.kind !== 'started' || input.conversation !== 'r1')).toEqual([]);
    expect(engine.transfers).toEqual([]);
    expect(engine.said.filter(({ room }) => room === 'general')).toEqual([]);
  });

  it('of a person silences the bot, except for a red flag, of which that person is told', async () => {
    const { read, world, write, patientWrites, engine, room } = setup();
    await hooks.onRoomStarted(world(), read, room);
    await hooks.onMessage(world(), read, write({ sender: ana }));
    const said = engine.said.length;
    Object.assign(room, { servedBy: ana });
    await hooks.onMessage(world(), read, patientWrites('tosse'));
    await hooks.onMessage(world(), read, patientWrites('falta de ar'));
    expect(engine.said).toHaveLength(said);
    expect(engine.notices[0]?.text).toContain('sinal de gravidade');
    expect(new Set(engine.notices.map(({ to }) => to))).toEqual(new Set(['ana']));
  });
});

describe('somebody whom the CRM knows', () => {
  const dayMs = 86_400_000;
  const crm = {
    ...{ crm_url: 'http://crm.example', crm_secret: 's'.repeat(32), tenant: 'demo', workspace: 'main' },
  };
  const answer = () => ({
    ...{ patientId: '0000-0001-1', earlierConversations: 2 },
    lastConversationAt: new Date(Date.now() - 3 * dayMs - 60_000).toISOString(),
  });
  const known = (over: Record<string, unknown> = {}) => {
    const all = setup(over);
    Object.assign(all.engine.settings, crm);
    const asked = () => all.engine.calls.filter(({ url }) => url.endsWith('/questions/who-is'));
    return { ...all, asked };
  };
  /** Events are taken in any case; who it is, is told as said. */
  const answers = (engine: ReturnType<typeof fakeEngine>, whoIs: () => Promise<unknown>): void =>
    void (engine.answer = ({ url, content }) => {
      if (url.endsWith('/who-is')) return whoIs();
      const taken = (JSON.parse(content) as { id: string }[]).map(({ id }) => ({ id, fate: 'stored' }));
      return Promise.resolve({ statusCode: 200, data: { results: taken } });
    });
  const never = () => new Promise(() => undefined);
  const told = () => Promise.resolve({ statusCode: 200, data: answer() });

  it('is greeted by that, before anything else is said, and asked for once', async () => {
    const { engine, read, world, room, asked, kinds } = known();
    answers(engine, told);
    await hooks.onRoomStarted(world(), read, room);
    expect(engine.texts()[0]).toMatch(/^Que bom ter você de volta. A última conversa foi há 3 dias/);
    expect(engine.texts()[1]).toContain('assistente automático');
    expect(engine.texts()[2]).toContain('O que você está sentindo');
    expect(asked()).toHaveLength(1);
    expect(await kinds()).not.toContain('identified');
  });

  it('is greeted so by whichever hook comes first, once, and the first message is answered', async () => {
    const { engine, read, world, room, asked, patientWrites } = known();
    answers(engine, () => new Promise((resolve) => setImmediate(() => resolve(told()))));
    engine.settings['pack'] = 'respiratory';
    await Promise.all([
      hooks.onRoomStarted(world(), read, room),
      hooks.onMessage(world(), read, patientWrites('tosse')),
    ]);
    const texts = engine.texts();
    expect(texts[0]).toContain('há 3 dias');
    expect(texts.filter((text) => text.includes('há 3 dias'))).toHaveLength(1);
    expect(texts.join()).toContain('Quantos anos');
    expect(asked()).toHaveLength(1);
  });

  it('Given the CRM does not answer, then the first words come after a second', async () => {
    jest.useFakeTimers({ now: Date.now(), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      const { engine, read, world, room, asked } = known();
      answers(engine, never);
      const turn = hooks.onRoomStarted(world(), read, room);
      await jest.advanceTimersByTimeAsync(900);
      expect(engine.texts()).toEqual([]);
      await jest.advanceTimersByTimeAsync(200);
      expect(engine.texts()[0]).toContain('assistente automático');
      await jest.advanceTimersByTimeAsync(2_000);
      await turn;
      expect(engine.texts().at(-1)).toContain('Seu número de paciente');
      // what was asked before is waited for, not asked again
      expect(asked()).toHaveLength(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('Given the CRM does not answer, then a red flag is answered at once all the same', async () => {
    jest.useFakeTimers({ now: Date.now(), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    try {
      const { engine, read, world, room, patientWrites } = known();
      answers(engine, never);
      const start = hooks.onRoomStarted(world(), read, room);
      const turn = hooks.onMessage(world(), read, patientWrites('estou com falta de ar'));
      for (let tick = 0; tick < 200 && engine.transfers.length === 0; tick += 1)
        await new Promise((resolve) => setImmediate(resolve));
      expect(engine.texts().join()).toContain('Ligue agora para o 192');
      expect(engine.transfers).toHaveLength(1);
      await jest.advanceTimersByTimeAsync(5_000);
      await Promise.all([start, turn]);
      expect(engine.texts().filter((text) => text.includes('assistente automático'))).toHaveLength(1);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('triage switched off', () => {
  const off = (engine: ReturnType<typeof fakeEngine>) =>
    Object.assign(engine.settings, { triage_enabled: false });
  const says = (engine: ReturnType<typeof fakeEngine>) => engine.texts().join();

  it('Given a message its hook told of, then people take over from that one on', async () => {
    const { read, world, patientWrites, engine } = setup();
    engine.settings['pack'] = 'respiratory';
    await hooks.onMessage(world(), read, patientWrites('tosse'));
    expect(says(engine)).not.toContain('desligada');
    off(engine);
    await hooks.onMessage(world(), read, patientWrites('34'));
    expect(says(engine)).toContain('desligada');
    expect(engine.transfers).toHaveLength(1);
  });

  it('Given a message no hook told of, then too', async () => {
    const { read, world, patientWrites, engine, room } = setup({ createdAt: new Date(Date.now() - 120_000) });
    await hooks.onRoomStarted(world(), read, room);
    off(engine);
    patientWrites('tosse', new Date(Date.now() - 60_000));
    await sweep(world());
    expect(says(engine)).toContain('desligada');
  });

  it('Given a button, then too', async () => {
    const { read, world, room, patientWrites, engine } = setup();
    engine.settings['pack'] = 'respiratory';
    await hooks.onMessage(world(), read, patientWrites('tosse'));
    off(engine);
    await hooks.onButton(world(), read, pressing(room, 'restart'));
    expect(says(engine)).toContain('desligada');
  });
});

describe('a room', () => {
  it('is greeted once, however often its start is told', async () => {
    const { read, world, room, engine, kinds } = setup();
    await hooks.onRoomStarted(world(), read, room);
    const said = engine.said.length;
    expect(said).toBeGreaterThan(0);
    await hooks.onRoomStarted(world(), read, room);
    expect(engine.said).toHaveLength(said);
    expect((await kinds()).filter((kind) => kind === 'started')).toHaveLength(1);
  });

  it('that closed before the app heard of it is history: nobody is greeted there', async () => {
    const { read, world, room, engine, kinds } = setup({ isOpen: false });
    await hooks.onRoomClosed(world(), read, room);
    expect(engine.said).toEqual([]);
    expect(await kinds()).not.toContain('started');
  });

  it('knows the e-mail and phone that were given before it started', async () => {
    const { read, world, room, kinds } = setup();
    Object.assign(room.visitor, { phone: [{ phoneNumber: '+55 11 90000-0000' }] });
    await hooks.onRoomStarted(world(), read, room);
    expect(await kinds()).toContain('visitor-saved');
  });

  it('hears of a guest saved later', async () => {
    const { read, world, room, kinds } = setup();
    await hooks.onRoomStarted(world(), read, room);
    expect(await kinds()).not.toContain('visitor-saved');
    Object.assign(room.visitor, { visitorEmails: [{ address: 'pessoa@example.test' }] });
    await hooks.onGuestSaved(world(), read, room.visitor);
    expect(await kinds()).toContain('visitor-saved');
  });
});

describe('agents', () => {
  it('come and go: an assignment silences the bot, leaving brings it back', async () => {
    const { read, world, room, patientWrites, engine } = setup();
    await hooks.onRoomStarted(world(), read, room);
    await hooks.onAgentAssigned(world(), read, { room, agent: ana } as never);
    const said = engine.said.length;
    await hooks.onMessage(world(), read, patientWrites('tosse'));
    expect(engine.said).toHaveLength(said);
    await hooks.onAgentUnassigned(world(), read, { room, agent: ana } as never);
    await hooks.onMessage(world(), read, patientWrites('alguém aí?', new Date(Date.now() + 1_000)));
    expect(engine.said.length).toBeGreaterThan(said);
  });

  it('taken from a room by its close have not left it', async () => {
    const { read, world, room, kinds } = setup();
    await hooks.onRoomStarted(world(), read, room);
    Object.assign(room, { isOpen: false });
    await hooks.onAgentUnassigned(world(), read, { room, agent: ana } as never);
    expect(await kinds()).not.toContain('unassigned');
  });

  it.each([
    ['department', { id: 'd1', name: 'Urgência' }, { department: { id: 'd1', name: 'Urgência' } }],
    ['agent', ana, { agent: { id: 'ana', username: 'ana', name: 'Ana', kind: 'human' } }],
  ])('a transfer to a %s is told as such', async (type, to, told) => {
    const { read, world, room, records } = setup();
    await hooks.onTransferred(world(), read, { room, type, to } as never);
    const [transferred] = (await records()).filter(({ input }) => input.kind === 'transferred');
    expect(transferred?.input).toMatchObject({ from: {}, to: told });
  });
});

describe('a button', () => {
  it('pressed twice counts once; on another message it is another answer', async () => {
    const { read, world, room, engine, kinds } = setup();
    await hooks.onRoomStarted(world(), read, room);
    await hooks.onButton(world(), read, pressing(room, 'nope'));
    const said = engine.said.length;
    await hooks.onButton(world(), read, pressing(room, 'nope'));
    expect(engine.said).toHaveLength(said);
    await hooks.onButton(world(), read, pressing(room, 'nope', 'b2'));
    expect((await kinds()).filter((kind) => kind === 'button')).toHaveLength(2);
  });

  it('in a room that is gone does nothing', async () => {
    const { read, world, room, engine, records } = setup();
    engine.rooms.clear();
    await hooks.onButton(world(), read, pressing(room, 'human'));
    expect(await records()).toEqual([]);
  });
});

describe('what was left behind', () => {
  const minuteMs = 60_000;

  it('Given messages no hook told of, then they are answered in the order they were written', async () => {
    const { read, world, room, patientWrites, records } = setup({
      createdAt: new Date(Date.now() - minuteMs),
    });
    await hooks.onRoomStarted(world(), read, room);
    const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1_000);
    const late = patientWrites('34', ago(20));
    const early = patientWrites('tosse', ago(30));
    await sweep(world());
    const handled = (await records()).filter(({ input }) => input.kind === 'patient-message');
    const byClaim = handled.sort((a, b) => (a.claim < b.claim ? -1 : 1)).map(({ input }) => input.id);
    expect(byClaim).toEqual([`message/${early.id}`, `message/${late.id}`]);
  });

  it('Given a dead process that had said its words but not noted it, then they are not said twice', async () => {
    const { read, world, room, engine } = setup();
    await hooks.onRoomStarted(world(), read, room);
    const keptAt = new Date(Date.now() - minuteMs).toISOString();
    const input = { kind: 'closed', id: 'x', at: keptAt, conversation: 'r1', by: 'system' } as const;
    const effects = ['uma', 'duas'].map((text) => ({ kind: 'say', text }) as const);
    const record: TurnRecord = {
      phase: 'kept',
      input,
      receivedAt: keptAt,
      claim: 'x',
      keptAt,
      effects,
      events: [],
    };
    await world().records.insert(record);
    engine.messages.push({ room, sender: appUser, text: 'uma', createdAt: new Date() } as never);
    const before = engine.texts().length;
    await sweep(world());
    expect(engine.texts().slice(before)).toEqual(['duas']);
    expect(await world().records.inPhase('kept')).toEqual([]);
  });

  it('Given a CRM that is away, then events wait and go when it is back', async () => {
    const { read, world, room, engine } = setup();
    Object.assign(engine.settings, {
      crm_url: 'http://crm.example',
      crm_secret: 's',
      tenant: 'demo',
      workspace: 'main',
    });
    await hooks.onRoomStarted(world(), read, room);
    await world().flush();
    expect((await unsentOf(world().records)).length).toBeGreaterThan(0);
    engine.answer = async ({ content }) => ({
      statusCode: 200,
      data: { results: (JSON.parse(content) as { id: string }[]).map(({ id }) => ({ id, fate: 'stored' })) },
    });
    const fresh = newMemory('acolhe', () => knowledge, { warn: () => undefined } as never);
    await worldOf(fresh, engine).flush();
    expect(await unsentOf(world().records)).toEqual([]);
  });
});
