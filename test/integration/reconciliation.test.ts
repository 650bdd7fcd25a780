import { randomUUID } from 'crypto';
import { eventsOf, openEvent, type OpenedEvent } from '../../crm-sync/store/sealed-events';
import { markDirty } from '../../crm-sync/store/streams';
import { chatOf } from '../support/chat';
import { reconcileAll } from '../support/reconcile';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

let system: System;
beforeAll(async () => {
  // so rarely that only the passes of the tests run; webhooks mark rooms all the same
  system = await startSystem({ reconcile: { everySeconds: 86_400, graceSeconds: 3_600 } });
  await eventually(() =>
    system.tenant.db.collection('reconciliation').findOne({ passedAt: { $exists: true } } as object),
  );
});
afterAll(() => system?.stop());

const omnichannel = () => system.workspace.omnichannel;
const agent = (username: string) =>
  [...omnichannel().users.values()].find((user) => user.username === username)!;

async function opened(room: string): Promise<OpenedEvent[]> {
  const documents = await eventsOf(system.tenant, [room]);
  return Promise.all(documents.map((document) => openEvent(system.tenant, document)));
}

/** All streams are folded up to their last event. */
const settled = (): Promise<unknown> =>
  eventually(
    async () => (await system.tenant.streams.countDocuments({ state: { $ne: 'clean' } })) === 0,
    60_000,
  );

/** A conversation through to its end: screened, moved, served by a person, closed with a comment and tags. */
async function story(): Promise<string> {
  const chat = chatOf(system);
  const { rid } = chat;
  chat.says('estou com tosse');
  await chat.heard('Quantos anos');
  chat.says('34');
  await chat.heard(/falta de ar/);
  chat.says('sim');
  await eventually(() => chat.department());
  const waiting = await eventually(() =>
    omnichannel()
      .queue()
      .find((inquiry) => inquiry.rid === rid),
  );
  const ana = agent('ana');
  omnichannel().setPresence(ana._id, 'online', 'available');
  omnichannel().takeInquiry(waiting._id, ana._id);
  omnichannel().sendUserMessage({ rid, userId: ana._id, msg: 'Olá, sou a Ana.' });
  omnichannel().closeByAgent({
    rid,
    userId: ana._id,
    comment: 'Orientada a ir à UPA.',
    tags: ['dor', 'upa'],
  });
  await eventually(
    async () => (await opened(rid)).some(({ type }) => type === 'acolhe.conversation.closed.v1'),
    60_000,
  );
  return rid;
}

/** What managers see of conversations, without what only counts writings. */
async function projections(rooms: readonly string[]) {
  await settled();
  const encounters = await system.tenant.encounters
    .find({ _id: { $in: [...rooms] } })
    .sort({ _id: 1 })
    .toArray();
  const messages = await system.tenant.messages
    .find({ conversation: { $in: [...rooms] } })
    .sort({ conversation: 1, order: 1 })
    .toArray();
  return {
    encounters: encounters.map(
      ({ _id, patientId, channel, language, startedAt, state, closedAt, closedBy, agent: by }) => ({
        ...{ _id, patientId, channel, language, startedAt, state, closedAt, closedBy, agent: by },
      }),
    ),
    messages: messages.map(({ _id, from, via, at }) => ({ _id, from, via, at })),
  };
}

/** A generator that gives the same numbers for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What Rocket.Chat has no record of: the app's reasoning, buttons, the CRM's own. */
const isRocketChats = ({ type, data }: OpenedEvent): boolean =>
  [
    'acolhe.conversation.started.v1',
    'acolhe.conversation.assigned.v1',
    'acolhe.conversation.transferred.v1',
    'acolhe.conversation.closed.v1',
    'acolhe.conversation.tagged.v1',
    'acolhe.message.recorded.v1',
  ].includes(type) && data['via'] !== 'button';
/** Rocket.Chat names these by objects, so that their ids are the same. */
const hasOwnId = ({ type }: OpenedEvent): boolean => !/assigned|transferred/.test(type);

describe('reconciliation', () => {
  let rooms: string[] = [];
  beforeAll(async () => {
    rooms = await Promise.all([story(), story(), story(), story()]);
    await reconcileAll(system.tenant);
    await settled();
  });

  it('Given nothing is missing, then a pass adds nothing', async () => {
    const before = await system.tenant.events.countDocuments({});
    expect(await reconcileAll(system.tenant)).toMatchObject({ restored: 0, failed: 0 });
    expect(await system.tenant.events.countDocuments({})).toBe(before);
  });

  it.each([
    ['5 %', 0.05, 11],
    ['50 %', 0.5, 12],
    ['all', 1, 13],
  ])(
    'Given %s of the events are lost, then every one that Rocket.Chat knows is back',
    async (_name, share, seed) => {
      const original = new Map(
        await Promise.all(rooms.map(async (room) => [room, await opened(room)] as const)),
      );
      const shown = await projections(rooms);
      const random = randomOf(seed);
      // sorted, so that a seed chooses the same whatever order they come in
      const lost = [...original.values()]
        .flat()
        .sort((a, b) => (a.time + a.id < b.time + b.id ? -1 : 1))
        .filter((event) => isRocketChats(event) && random() < share);
      expect(lost.length).toBeGreaterThan(0);
      for (const { subject, id } of lost)
        await system.tenant.events.deleteOne({ _id: `${subject}\u0000${id}` });

      const { restored } = await reconcileAll(system.tenant);
      // what the app had still to send may have come back by that way; each of them is looked for below
      expect(restored).toBeGreaterThan(lost.length / 2);
      for (const event of lost) {
        const now = await opened(event.subject);
        const back = now.filter((one) =>
          hasOwnId(event)
            ? one.id === event.id
            : one.type === event.type &&
              Math.abs(Date.parse(one.time) - Date.parse(event.time)) < 60_000 &&
              JSON.stringify(one.data['agent'] ?? one.data['to']) ===
                JSON.stringify(event.data['agent'] ?? event.data['to']),
        );
        expect(back).toHaveLength(1);
        if (hasOwnId(event) && event.type !== 'acolhe.conversation.tagged.v1')
          expect(back[0]).toMatchObject({ time: event.time, type: event.type, data: event.data });
      }
      await markDirty(system.tenant, rooms, new Date());
      expect(await projections(rooms)).toEqual(shown);
      expect(await reconcileAll(system.tenant)).toMatchObject({ restored: 0 });
    },
  );

  it('tells tags, the closing comment and what an agent edited or deleted', async () => {
    const chat = chatOf(system);
    const { rid } = chat;
    await chat.heard('O que você está sentindo');
    const bruno = agent('bruno');
    omnichannel().setPresence(bruno._id, 'online', 'available');
    omnichannel().forward({ rid, byUserId: bruno._id, userId: bruno._id });
    const first = omnichannel().sendUserMessage({ rid, userId: bruno._id, msg: 'Tome o remedio' });
    const second = omnichannel().sendUserMessage({
      rid,
      userId: bruno._id,
      msg: 'Mensagem para outra pessoa',
    });
    await eventually(
      async () => (await opened(rid)).some(({ data }) => data['messageId'] === second._id),
      60_000,
    );
    omnichannel().editMessage({ messageId: first._id, userId: bruno._id, msg: 'Tome o remédio' });
    omnichannel().deleteMessage({ messageId: second._id, userId: bruno._id });
    omnichannel().saveRoomData(rid, { priorityId: 'priority-high', livechatData: { prontuario: '12' } });
    omnichannel().closeByAgent({ rid, userId: bruno._id, comment: 'Volta na terça.', tags: ['retorno'] });
    await reconcileAll(system.tenant);
    const events = await opened(rid);
    const dataOf = (type: string) => events.filter((event) => event.type === type).map(({ data }) => data);
    expect(dataOf('acolhe.message.edited.v1')).toEqual([
      { messageId: first._id, text: 'Tome o remédio', editedBy: 'bruno' },
    ]);
    expect(dataOf('acolhe.message.deleted.v1')).toEqual([{ messageId: second._id }]);
    expect(dataOf('acolhe.conversation.tagged.v1')).toEqual([{ tags: ['retorno'] }]);
    expect(dataOf('acolhe.conversation.described.v1')).toEqual([
      { priority: { id: 'priority-high', name: 'High' }, fields: { prontuario: '12' } },
    ]);
    expect(dataOf('acolhe.message.recorded.v1')).toContainEqual(
      expect.objectContaining({ from: 'system', text: 'Volta na terça.', authorName: 'Bruno Lima' }),
    );
    await settled();
    const messages = await system.tenant.messages.find({ conversation: rid }).toArray();
    const shown = (id: string) => messages.find((message) => message._id.endsWith(id));
    expect(shown(first._id)?.editedAt).toBeInstanceOf(Date);
    expect(shown(second._id)?.deletedAt).toBeInstanceOf(Date);
  });

  it('Given the CRM was down and the app is gone, then the conversation comes from Rocket.Chat alone, with an ID', async () => {
    await system.workspace.engine.setEnabled(system.appId, false);
    const token = randomUUID();
    const visitor = omnichannel().registerVisitor({ token, name: 'Pessoa Antiga', phone: '+5585999990000' });
    const { room } = omnichannel().startRoom(visitor, { source: { type: 'widget' } });
    omnichannel().sendVisitorMessage({ token, rid: room._id, msg: 'bom dia' });
    const file = { _id: 'file-1', name: 'exame.pdf', type: 'application/pdf', size: 1_234 };
    omnichannel().sendVisitorMessage({ token, rid: room._id, msg: '', file });
    omnichannel().closeByVisitor({ token, rid: room._id });
    await system.workspace.engine.setEnabled(system.appId, true);
    await reconcileAll(system.tenant);
    const events = await opened(room._id);
    const types = events.map(({ type }) => type.replace('acolhe.', ''));
    expect(types.sort()).toEqual(
      [
        'conversation.assigned.v1',
        'conversation.closed.v1',
        'conversation.started.v1',
        'file.received.v1',
        'message.recorded.v1',
        'message.recorded.v1',
        'patient.identified.v1',
        'visitor.saved.v1',
      ].sort(),
    );
    expect(events.find(({ type }) => type === 'acolhe.file.received.v1')?.data).toMatchObject({
      fileId: 'file-1',
      name: 'exame.pdf',
      mimeType: 'application/pdf',
      sizeBytes: 1_234,
    });
    await settled();
    const encounter = await system.tenant.encounters.findOne({ _id: room._id });
    expect(encounter).toMatchObject({ state: 'closed', closedBy: 'patient', channel: 'widget' });
    expect(encounter?.patientId).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
  });
});

describe('a Rocket.Chat that misbehaves', () => {
  afterEach(() => {
    delete system.workspace.faults.next;
    delete system.workspace.faults.rateLimit;
  });

  it.each([
    ['500', { kind: 'status', status: 500 }, 'http-500'],
    ['HTML', { kind: 'html' }, 'not-json'],
    ['a cut answer', { kind: 'cut' }, 'cut-off'],
    ['another shape', { kind: 'shape' }, 'wrong-shape'],
    ['429', { kind: 'rate-limited', retryAfterSeconds: 0 }, 'rate-limited'],
    ['401', { kind: 'status', status: 401 }, 'http-401'],
  ] as const)(
    'Given %s for its rooms, then the failure has a code and the watermark stays',
    async (_name, fault, code) => {
      const state = () => system.tenant.db.collection('reconciliation').findOne({ kind: 'workspace' });
      const before = await state();
      system.workspace.faults.next = (route) => (route === '/api/v1/livechat/rooms' ? fault : undefined);
      await expect(reconcileAll(system.tenant)).rejects.toMatchObject({ name: 'RocketChatError', code });
      expect(await state()).toMatchObject({
        watermark: before?.['watermark'],
        passedAt: before?.['passedAt'],
      });
      expect(await state()).not.toHaveProperty('leaseBy');
    },
  );

  it('Given one room cannot be read as described, then the others are, and it waits for another try', async () => {
    let asked = 0;
    system.workspace.faults.next = (route) =>
      route === '/api/v1/chat.syncMessages' && (asked += 1) === 1 ? { kind: 'shape' } : undefined;
    const { read, failed } = await reconcileAll(system.tenant);
    expect(failed).toBe(1);
    expect(read).toBeGreaterThan(1);
    const marked = await system.tenant.db.collection('reconciliation').find({ kind: 'room' }).toArray();
    expect(marked.length).toBeGreaterThan(0);
  });

  it('Given a rate limit, then it is kept: nobody is answered 429', async () => {
    system.workspace.faults.rateLimit = { calls: 3, windowMs: 1_000 };
    const codes: string[] = [];
    expect(await reconcileAll(system.tenant, {}, (code) => codes.push(code))).toMatchObject({ failed: 0 });
    expect(codes.length).toBeGreaterThan(10);
    expect(new Set(codes)).toEqual(new Set(['ok']));
  });
});

describe('the webhook', () => {
  const webhookOf = () => {
    const { webhookToken } = system.tenant.workspaces[0]!;
    const url = `${system.crmUrl}/v1/tenants/${system.tenant.id}/workspaces/main/webhook`;
    return async (body: unknown, token: string | undefined = webhookToken) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { 'x-rocketchat-livechat-token': token }),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as unknown };
    };
  };
  const said = (room: string, id: string, more: object = {}) => ({
    _id: room,
    type: 'Message',
    visitor: { _id: 'v', name: 'Pessoa Teste' },
    messages: [{ _id: id, msg: 'oi', ts: '2026-05-04T12:00:00.000Z', username: 'guest-1', ...more }],
  });

  it.each([['wrong'], [''], ['x'.repeat(10_000)]])('refuses a forged token (%#)', async (token) => {
    const room = `forged-${randomUUID()}`;
    expect(await webhookOf()(said(room, 'm'), token)).toMatchObject({ status: 401 });
    expect(await opened(room)).toEqual([]);
  });

  it.each([['{'], ['[]'], ['{}'], [{ _id: 'a/b', type: 'Message' }], [{ _id: 1, type: 'Message' }]])(
    'answers 400 to %p',
    async (body) => {
      expect(await webhookOf()(body)).toMatchObject({ status: 400 });
    },
  );

  it('keeps what it proves once, in whatever order and number it is told, and marks the room', async () => {
    const call = webhookOf();
    const room = `hook-${randomUUID()}`;
    const closed = {
      _id: room,
      type: 'LivechatSession',
      closedAt: '2026-05-04T12:10:00.000Z',
      closer: 'visitor',
    };
    for (const body of [
      closed,
      said(room, 'm1'),
      said(room, 'm1'),
      closed,
      said(room, 'm2', { agentId: 'a' }),
    ])
      expect(await call(body)).toEqual({ status: 200, body: {} });
    const events = await opened(room);
    expect(events.map(({ id }) => id.replace(`main/${room}/`, '')).sort()).toEqual([
      'closed/closed',
      'message/m1/recorded/0',
    ]);
    const mark = await system.tenant.db.collection('reconciliation').findOne({ room } as object);
    expect(mark).toMatchObject({ mark: 5 });
  });

  it.each([
    'LivechatSessionStart',
    'LivechatSessionQueued',
    'LivechatSessionTaken',
    'LivechatSessionForwarded',
    'LivechatEdit',
    'LeadCapture',
    'SomethingNew',
  ])('takes %s as a reason to look at the room', async (type) => {
    const room = `hook-${randomUUID()}`;
    expect(await webhookOf()({ _id: room, type, visitor: null, agent: null })).toMatchObject({ status: 200 });
    expect(await system.tenant.db.collection('reconciliation').findOne({ room } as object)).not.toBeNull();
  });

  it('keeps a message left while nobody was there as a conversation of its own, once', async () => {
    const call = webhookOf();
    const body = {
      type: 'LivechatOfflineMessage',
      sentAt: new Date().toISOString(),
      visitor: { name: 'Pessoa Ausente', email: 'ausente@paciente.example' },
      message: 'podem me ligar?',
    };
    await call(body);
    await call(body);
    const encounters = await eventually(async () => {
      const found = await system.tenant.encounters.find({ channel: 'offline-form' }).toArray();
      return found.length > 0 ? found : undefined;
    });
    expect(encounters).toHaveLength(1);
    expect((await opened(encounters[0]!._id)).map(({ type }) => type)).toHaveLength(4);
  });
});
