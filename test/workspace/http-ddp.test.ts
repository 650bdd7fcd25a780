import { WebSocket } from 'ws';

import { DdpConnection } from '../../workspace/http/ddp-connection';
import { toEjson, tokenIn } from '../../workspace/http/ddp-frame';
import { listeningStub, stubContext } from './http-stub';

type Sent = Record<string, unknown>[];

function connected() {
  const { context, tick } = stubContext();
  const sent: Sent = [];
  const connection = new DdpConnection(context, (message) => sent.push(message));
  const visitor = context.omnichannel.registerVisitor({ token: 'v-1', name: 'Maria da Silva' });
  const rid = context.omnichannel.startRoom(visitor).room._id;
  const say = (frame: unknown) => {
    sent.length = 0;
    connection.receive(typeof frame === 'string' ? frame : JSON.stringify(frame));
    return [...sent];
  };
  return { context, connection, sent, rid, say, tick };
}
const subTo = (name: string, eventName: string, token = 'v-1') => ({
  msg: 'sub',
  id: 's-1',
  name,
  params: [eventName, { useCollection: false, args: [{ token, visitorToken: token }] }],
});

describe('DDP frames', () => {
  it('carry dates as EJSON', () => {
    expect(toEjson({ ts: new Date(5), list: [new Date(6)], none: undefined, n: null })).toEqual({
      ts: { $date: 5 },
      list: [{ $date: 6 }],
      n: null,
    });
  });

  it('are searched for the visitor token wherever clients put it', () => {
    expect(tokenIn(['rid', { args: [{ visitorToken: 'v' }] }])).toBe('v');
    expect(tokenIn([{ resume: 'x' }])).toBeUndefined();
  });
});

describe('a DDP connection', () => {
  it('connects and answers pings', () => {
    const { say } = connected();
    expect(say({ msg: 'connect', version: '1', support: ['1'] })).toMatchObject([{ msg: 'connected' }]);
    expect(say({ msg: 'ping', id: '7' })).toEqual([{ msg: 'pong', id: '7' }]);
  });

  it.each(['{', '[]', 'null', '{"msg":"sub"}', '{"msg":"nonsense"}', '"text"'])(
    'answers %s with an error and goes on',
    (text) => {
      const { say } = connected();
      expect(say(text)).toEqual([{ msg: 'error', reason: 'Bad request' }]);
      expect(say({ msg: 'ping' })).toEqual([{ msg: 'pong' }]);
    },
  );

  it.each([
    ['stream-room-messages', '', 'stranger'],
    ['stream-livechat-room', '', 'stranger'],
    ['stream-notify-room', '/typing', 'stranger'],
    ['stream-notify-user', '', 'v-1'],
  ])('refuses %s to whom it is not for', (name, suffix, token) => {
    const { say, rid, connection } = connected();
    expect(say(subTo(name, rid + suffix, token))).toMatchObject([{ msg: 'nosub', id: 's-1' }]);
    expect(connection.push('stream-room-messages', rid, [])).toBe(false);
  });

  it('gives an agent who resumed a sign-in the rooms they serve', () => {
    const { context, say, rid } = connected();
    const ana = [...context.omnichannel.users.values()].find(({ username }) => username === 'ana');
    const resume = context.sessions.open(ana?._id ?? '').token;
    expect(say({ msg: 'method', id: 'm', method: 'login', params: [{ resume }] })[0]).toMatchObject({
      result: { id: ana?._id },
    });
    const sub = { msg: 'sub', id: 's', name: 'stream-room-messages', params: [rid, false] };
    expect(say(sub)[0]).toMatchObject({ msg: 'nosub' });
    const room = context.omnichannel.rooms.get(rid);
    if (room && ana) room.servedBy = { _id: ana._id, username: 'ana', ts: new Date() };
    expect(say(sub)[0]).toMatchObject({ msg: 'ready' });
  });

  it('refuses a sign-in it does not know and a method it does not have', () => {
    const { say } = connected();
    const call = (method: string, params: unknown[]) => say({ msg: 'method', id: 'm', method, params })[0];
    expect(call('login', [{ resume: 'nope' }])).toMatchObject({ error: { error: 403 } });
    expect(call('loadHistory', [])).toMatchObject({ error: { error: 404 } });
    expect(call('livechat:setUpConnection', [{}])).toMatchObject({ error: { error: 'invalid-token' } });
  });

  it('sends a message, and again to a subscription renewed at once: the first may have fallen into the gap', () => {
    const { context, connection, say, rid, sent } = connected();
    say(subTo('stream-room-messages', rid));
    sent.length = 0;
    const message = context.omnichannel.sendVisitorMessage({ token: 'v-1', rid, msg: 'oi' });
    connection.pushMessage(message);
    expect(sent).toMatchObject([
      {
        msg: 'changed',
        fields: { eventName: rid, args: [{ msg: 'oi', ts: { $date: message.ts.getTime() } }] },
      },
    ]);
    expect(say({ msg: 'unsub', id: 's-1' })).toEqual([{ msg: 'nosub', id: 's-1' }]);
    const renewed = say(subTo('stream-room-messages', rid));
    expect(renewed[0]).toEqual({ msg: 'ready', subs: ['s-1'] });
    expect(JSON.stringify(renewed)).toContain(message._id);
  });

  it('catches up on what was said while the subscription was away, and on nothing older', () => {
    const { context, say, rid, tick } = connected();
    context.omnichannel.sendVisitorMessage({ token: 'v-1', rid, msg: 'antiga' });
    tick(60_000);
    context.omnichannel.sendVisitorMessage({ token: 'v-1', rid, msg: 'nova' });
    const texts = say(subTo('stream-room-messages', rid)).flatMap(
      ({ fields }) => (fields as { args: { msg: string }[] } | undefined)?.args.map(({ msg }) => msg) ?? [],
    );
    expect(texts).toEqual(['nova']);
  });

  it('says again, with the first of the subscriptions that the widget makes last, what came while it asked who serves', () => {
    const { context, connection, say, rid } = connected();
    const asked = (id: string, name: string) =>
      JSON.stringify(say({ ...subTo(name, rid), id })).split('192').length - 1;
    asked('s-1', 'stream-room-messages');
    connection.pushMessage(context.omnichannel.sendVisitorMessage({ token: 'v-1', rid, msg: '192' }));
    expect(['s-2', 's-3', 's-4'].map((id) => asked(id, 'stream-livechat-room'))).toEqual([1, 0, 0]);
  });

  it('starts the livechat stream with who serves the room, or the place in the queue', () => {
    const { context, say, rid } = connected();
    const { omnichannel } = context;
    const told = () => JSON.stringify(say(subTo('stream-livechat-room', rid)));
    expect(told()).toContain('"type":"agentData","data":{"_id"');
    const urgent = [...omnichannel.departments.values()].find(({ name }) => name === 'Urgência');
    const byUserId = omnichannel.rooms.get(rid)?.servedBy?._id ?? '';
    omnichannel.forward({ rid, byUserId, departmentId: urgent?._id });
    expect(told()).toContain('"type":"queueData","data":{"spot":1}');
    omnichannel.closeByVisitor({ token: 'v-1', rid });
    expect(told()).not.toContain('Data');
  });

  it('tells of typing only for rooms the caller may read', () => {
    const { context, say, rid } = connected();
    const told: unknown[] = [];
    context.typing.on(({ rid: where, username, typing }) => told.push([where, username, typing]));
    const call = (token: string) =>
      say({
        msg: 'method',
        id: 'm',
        method: 'stream-notify-room',
        params: [`${rid}/typing`, 'guest-1', true, { token }],
      });
    expect(call('stranger')[0]).toMatchObject({ error: { error: 'not-allowed' } });
    expect(call('v-1')[0]).toMatchObject({ result: null });
    expect(told).toEqual([[rid, 'guest-1', true]]);
  });
});

describe('DDP over a socket', () => {
  it('pushes messages, the agent and the place in the queue to the room of the patient only', async () => {
    const stub = await listeningStub();
    const { omnichannel } = stub;
    const room = (token: string) =>
      omnichannel.startRoom(omnichannel.registerVisitor({ token, name: 'Maria da Silva' })).room._id;
    const [mine, other] = [room('v-1'), room('v-2')];
    const got: string[] = [];
    const socket = new WebSocket(`${stub.url.replace('http', 'ws')}/websocket`);
    let wake = (): void => undefined;
    socket.on('message', (data) => {
      got.push(String(data));
      wake();
    });
    const until = async (found: () => boolean): Promise<void> => {
      while (!found()) await new Promise<void>((resolve) => (wake = resolve));
    };
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ msg: 'connect' }));
    socket.send(JSON.stringify({ ...subTo('stream-room-messages', mine), id: 'a' }));
    socket.send(JSON.stringify({ ...subTo('stream-livechat-room', mine), id: 'b' }));
    await until(() => got.some((text) => text.includes('"subs":["b"]')));

    omnichannel.sendVisitorMessage({ token: 'v-2', rid: other, msg: 'de outra pessoa' });
    const bot = omnichannel.rooms.get(mine)?.servedBy?._id ?? '';
    const urgent = [...omnichannel.departments.values()].find(({ name }) => name === 'Urgência');
    omnichannel.sendUserMessage({ rid: mine, userId: bot, msg: 'Olá' });
    omnichannel.forward({ rid: mine, byUserId: bot, departmentId: urgent?._id });
    await until(() => got.some((text) => text.includes('queueData')));

    expect(got.some((text) => text.includes('"msg":"Olá"'))).toBe(true);
    expect(got.some((text) => text.includes('de outra pessoa'))).toBe(false);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await stub.close();
    await closed;
  });

  it('refuses other paths, and frames that are too large', async () => {
    const stub = await listeningStub();
    const url = stub.url.replace('http', 'ws');
    const wrong = new WebSocket(`${url}/elsewhere`);
    await new Promise((resolve) => wrong.once('error', resolve));
    const socket = new WebSocket(`${url}/websocket`);
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.send('x'.repeat(100_000));
    expect(await closed).toBe(1009);
    expect((await fetch(`${stub.url}/api/info`)).status).toBe(200);
    await stub.close();
  });
});
