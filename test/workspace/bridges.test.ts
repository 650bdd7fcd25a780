import { createServer, type IncomingHttpHeaders, type Server } from 'http';
import type { AddressInfo } from 'net';

import { AppStore } from '../../workspace/engine/app-store';
import { createBridges } from '../../workspace/engine/bridges/bridges';
import { createConverters } from '../../workspace/engine/convert';
import type { Surface } from '../../workspace/engine/engine-types';
import { hookOf } from '../../workspace/engine/hooks';
import { Scheduler } from '../../workspace/engine/scheduler';
import { agentOf, botOf, omnichannelForTests, patientOf } from '../support/omnichannel';

const appId = 'app-1';

function world() {
  const base = omnichannelForTests();
  const { omnichannel } = base;
  botOf(omnichannel);
  const { room, visitor } = patientOf(omnichannel, 't');
  const surfaces: Surface[] = [];
  const edge = { clock: () => new Date(), id: () => 'job' };
  const convert = createConverters(omnichannel);
  const call = createBridges({
    omnichannel,
    store: new AppStore({ id: () => 'record', random: () => 0 }),
    scheduler: new Scheduler(edge, async () => undefined),
    convert,
    siteUrl: 'http://127.0.0.1:3000',
    show: (surface) => surfaces.push(surface),
  });
  const addAppUser = () =>
    call('User', 'create', [
      { username: 'acolhe.bot', name: 'Acolhe', roles: ['app'], type: 'app', appId },
      appId,
    ]);
  return { ...base, room, visitor, convert, call, surfaces, addAppUser };
}

describe('what is not imitated', () => {
  it.each([
    ['Upload', 'getById'],
    ['Room', 'createDiscussion'],
    ['Contact', 'verifyContact'],
  ])('%s.%s says its name', (bridge, method) => {
    expect(() => world().call(bridge, method, [])).toThrow(`${bridge}.${method} is not imitated`);
  });
});

describe('livechat', () => {
  it('transfers only by the app user, and to an agent only if it is one', () => {
    const { call, omnichannel, room, addAppUser } = world();
    const urgent = omnichannel.addDepartment({ name: 'Urgent' });
    const visitor = { token: 't' };
    const transfer = (to: object) =>
      call('Livechat', 'transferVisitor', [visitor, { currentRoom: { id: room._id }, ...to }, appId]);
    expect(() => transfer({ targetDepartment: urgent._id })).toThrow('Invalid app user, cannot transfer');
    const appUserId = addAppUser();
    expect(() => transfer({ targetAgent: { id: appUserId } })).toThrow(
      'Invalid target agent, cannot transfer',
    );
    expect(transfer({ targetDepartment: urgent._id })).toBe(true);
    expect(room.departmentId).toBe(urgent._id);
    expect(omnichannel.queue(urgent._id)).toHaveLength(1);
  });

  it('creates rooms of source app only', () => {
    const { call, omnichannel } = world();
    omnichannel.registerVisitor({ token: 'new' });
    const create = (type: string) =>
      call('Livechat', 'createRoom', [{ token: 'new' }, undefined, appId, { source: { type, label: 'wa' } }]);
    expect(() => create('widget')).toThrow('Invalid source type for livechat room');
    expect(create('app')).toMatchObject({ isOpen: true, source: { type: 'app', alias: 'wa' } });
  });

  it('finds open rooms of a visitor only', () => {
    const { call, room, omnichannel } = world();
    const find = () => call('Livechat', 'findRooms', [{ token: 't' }, null, appId]) as { id: string }[];
    expect(find().map(({ id }) => id)).toEqual([room._id]);
    omnichannel.closeByVisitor({ token: 't', rid: room._id });
    expect(find()).toEqual([]);
  });

  it('closes by whom it is told to', () => {
    const { call, room, addAppUser } = world();
    const closer = { id: addAppUser() as string };
    expect(
      call('Livechat', 'closeRoom', [{ id: room._id, visitor: { token: 't' } }, 'fim', closer, appId]),
    ).toBe(true);
    expect(room).toMatchObject({ open: false, closer: 'user', closingComment: 'fim' });
  });

  it('sets a custom field of a visitor, over another only when told so', () => {
    const { call, visitor } = world();
    const set = (value: string, overwrite: boolean, token = 't') =>
      call('Livechat', 'setCustomFields', [{ token, key: 'patient', value, overwrite }, appId]);
    expect([set('a', false), set('b', false), set('c', false, 'none')]).toEqual([1, 0, 0]);
    expect(visitor.livechatData).toEqual({ patient: 'a' });
    expect(set('b', true)).toBe(1);
    expect(visitor.livechatData).toEqual({ patient: 'b' });
  });

  it('knows departments with agents, by id and by name', () => {
    const { call, omnichannel } = world();
    const bia = agentOf(omnichannel, 'bia');
    const general = omnichannel.addDepartment({ name: 'General', agents: [bia._id] });
    omnichannel.addDepartment({ name: 'Empty' });
    for (const key of ['General', general._id]) {
      expect(call('Livechat', 'findDepartmentByIdOrName', [key, appId])).toMatchObject({ name: 'General' });
    }
    expect(call('Livechat', 'findDepartmentsEnabledWithAgents', [appId])).toMatchObject([
      { numberOfAgents: 1 },
    ]);
    expect(call('Livechat', 'isOnlineAsync', [general._id])).toBe(true);
  });
});

describe('messages', () => {
  it('are written by the app user when no sender is named, later than what they answer', () => {
    const { call, room, omnichannel, addAppUser } = world();
    expect(() => call('Message', 'create', [{ room: { id: room._id }, text: 'x' }, appId])).toThrow(
      'no sender',
    );
    addAppUser();
    const asked = omnichannel.sendVisitorMessage({ token: 't', rid: room._id, msg: 'oi' });
    const id = call('Message', 'create', [
      { room: { id: room._id }, text: 'olá', blocks: [{ type: 'actions' }] },
      appId,
    ]);
    const answer = omnichannel.messagesOf(room._id).at(-1);
    expect(answer).toMatchObject({
      _id: id,
      u: { username: 'acolhe.bot' },
      msg: 'olá',
      blocks: [{ type: 'actions' }],
    });
    expect(answer!.ts.getTime()).toBeGreaterThan(asked.ts.getTime());
  });

  it('are read as people wrote them, in the order and number asked for', () => {
    const { call, room, omnichannel } = world();
    for (const msg of ['1', '2', '3']) omnichannel.sendVisitorMessage({ token: 't', rid: room._id, msg });
    const read = (options: object) =>
      (call('Room', 'getMessages', [room._id, options, appId]) as { text: string }[]).map(({ text }) => text);
    expect(read({})).toEqual(['1', '2', '3']);
    expect(read({ limit: 2, sort: { createdAt: 'desc' } })).toEqual(['3', '2']);
    expect(read({ skip: 1, limit: 1 })).toEqual(['2']);
  });

  it('for one user only are shown to that user and kept nowhere', () => {
    const { call, room, omnichannel, surfaces } = world();
    const before = omnichannel.messagesOf(room._id).length;
    call('Message', 'notifyUser', [{ id: 'u1' }, { room: { id: room._id }, text: 'psst' }, appId]);
    expect(surfaces).toEqual([
      { kind: 'ephemeral', appId, userId: 'u1', rid: room._id, msg: 'psst', blocks: undefined },
    ]);
    expect(omnichannel.messagesOf(room._id)).toHaveLength(before);
  });

  it('of a visitor reach apps with a token, a made-up sender and no visitor of their own', () => {
    const { omnichannel, room, convert } = world();
    const message = omnichannel.sendVisitorMessage({ token: 't', rid: room._id, msg: 'oi' });
    const hook = hookOf({ kind: 'message-sent', room, message }, convert);
    expect(hook).toMatchObject({
      name: 'IPostMessageSent',
      data: { text: 'oi', token: 't', sender: { username: 'guest-1' }, room: { visitor: { token: 't' } } },
    });
    expect(hook?.data).not.toHaveProperty('visitor');
    expect((hook?.data as { sender: object }).sender).not.toHaveProperty('roles');
  });

  it('of a room are converted with the room as it is now', () => {
    const { omnichannel, room, convert, happenings } = world();
    const started = happenings.find((happening) => happening.kind === 'room-started')!;
    omnichannel.closeByVisitor({ token: 't', rid: room._id });
    expect(hookOf(started, convert)?.data).toMatchObject({ id: room._id, isOpen: false, closer: 'visitor' });
  });
});

describe('requests of apps', () => {
  let server: Server;
  let url: string;
  let seen: { method?: string; url?: string; headers: IncomingHttpHeaders; body: string }[];
  beforeAll(async () => {
    seen = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ method: request.method, url: request.url, headers: request.headers, body });
        if (request.url === '/silent') return;
        response.setHeader(
          'content-type',
          request.url === '/text' ? 'text/plain' : 'application/json; charset=utf-8',
        );
        response.statusCode = request.url === '/gone' ? 410 : 200;
        response.end(request.url === '/broken' ? '{' : '{"ok":true}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const request = (method: string, path: string, options?: object) =>
    world().call('Http', 'call', [
      { appId, method, url: `${url}${path}`, request: options },
    ]) as Promise<object>;

  it.each([
    ['/json', { statusCode: 200, data: { ok: true }, content: '{"ok":true}' }],
    ['/text', { statusCode: 200, data: undefined, content: '{"ok":true}' }],
    ['/broken', { statusCode: 200, data: undefined, content: '{' }],
    ['/gone', { statusCode: 410, data: { ok: true } }],
  ])('to %s', async (path, expected) => {
    expect(await request('get', path)).toMatchObject(expected);
  });

  it('send data as JSON, params as a form or in the address, and sign in', async () => {
    seen.length = 0;
    await request('post', '/json', { data: { a: 1 }, params: { q: '1' }, auth: 'u:p' });
    await request('post', '/json', { params: { q: 'é' } });
    await request('get', '/json', { params: { q: '1' }, headers: { 'x-own': 'y' } });
    expect(seen).toMatchObject([
      {
        url: '/json?q=1',
        body: '{"a":1}',
        headers: { 'content-type': 'application/json', authorization: 'Basic dTpw' },
      },
      { url: '/json', body: 'q=%C3%A9', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { method: 'GET', url: '/json?q=1', body: '', headers: { 'x-own': 'y' } },
    ]);
  });

  it('fail when nobody answers in time, or nobody is there', async () => {
    await expect(request('get', '/silent', { timeout: 30 })).rejects.toThrow(/time/i);
    const gone = world().call('Http', 'call', [
      { appId, method: 'get', url: 'http://127.0.0.1:1/', request: {} },
    ]);
    await expect(gone).rejects.toThrow();
  });
});
