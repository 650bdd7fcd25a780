import { stubServer } from './http-stub';
import type { Auth, Stub } from './http-stub';

let stub: Stub;
let ana: Auth;
let bruno: Auth;
beforeEach(async () => {
  stub = await stubServer();
  [ana, bruno] = [await stub.signIn('ana'), await stub.signIn('bruno@clinica.example')];
});
afterEach(() => stub.close());

const department = (name: string): string =>
  [...stub.omnichannel.departments.values()].find((item) => item.name === name)?._id ?? '';
const available = (as: Auth) =>
  stub.call('POST', '/api/v1/livechat/agent.status', { as, body: { status: 'available' } });

/** A patient whom the bot has sent to a department, waiting there. */
function waiting(place: string, token = 'v-1'): { rid: string; inquiryId: string } {
  const { omnichannel } = stub;
  const visitor = omnichannel.registerVisitor({ token, name: 'Maria da Silva' });
  const { room } = omnichannel.startRoom(visitor);
  omnichannel.sendVisitorMessage({ token, rid: room._id, msg: 'estou com febre' });
  const byUserId = omnichannel.rooms.get(room._id)?.servedBy?._id ?? '';
  expect(omnichannel.forward({ rid: room._id, byUserId, departmentId: department(place) })).toBe(true);
  const inquiry = omnichannel.queue().find(({ rid }) => rid === room._id);
  return { rid: room._id, inquiryId: inquiry?._id ?? '' };
}
const take = (as: Auth, inquiryId: string) =>
  stub.call('POST', '/api/v1/livechat/inquiries.take', { as, body: { inquiryId } });

describe('sign-in', () => {
  it('answers as Rocket.Chat does, by username or e-mail', async () => {
    const body = { user: 'ana', password: 'acolhe-demo' };
    const answer = await stub.call('POST', '/api/v1/login', { body });
    expect(answer.body).toMatchObject({
      status: 'success',
      data: { me: { username: 'ana', roles: ['user', 'livechat-agent'] } },
    });
    const me = await stub.call('GET', '/api/v1/me', { as: bruno });
    expect(me.body).toMatchObject({ success: true, username: 'bruno', statusLivechat: 'not-available' });
  });

  it.each([
    { user: 'ana', password: 'wrong' },
    { user: 'nobody', password: 'acolhe-demo' },
    { user: 'triagem.bot', password: 'acolhe-demo' },
  ])('refuses %o', async (body) => {
    const answer = await stub.call('POST', '/api/v1/login', { body });
    expect(answer).toMatchObject({ status: 401, body: { status: 'error', error: 'Unauthorized' } });
  });

  it('ends with logout, and resumes until then', async () => {
    const resume = { resume: ana['x-auth-token'] };
    expect((await stub.call('POST', '/api/v1/login', { body: resume })).status).toBe(200);
    await stub.call('POST', '/api/v1/logout', { as: ana });
    expect((await stub.call('GET', '/api/v1/me', { as: ana })).status).toBe(401);
    expect((await stub.call('POST', '/api/v1/login', { body: resume })).status).toBe(401);
  });

  it.each([
    'me',
    'livechat/rooms',
    'livechat/inquiries.list',
    'livechat/department',
    'livechat/x/messages',
    'livechat/users/agent',
  ])('GET %s needs one, of the same user', async (path) => {
    expect((await stub.call('GET', `/api/v1/${path}`)).status).toBe(401);
    const mixed = { ...ana, 'x-user-id': bruno['x-user-id'] };
    expect((await stub.call('GET', `/api/v1/${path}`, { as: mixed })).status).toBe(401);
  });
});

describe('availability', () => {
  it('is off at first, set, and toggled when no status is given', async () => {
    expect((await available(ana)).body).toMatchObject({ status: 'available', success: true });
    expect(stub.omnichannel.users.get(ana['x-user-id'])).toMatchObject({
      status: 'online',
      statusLivechat: 'available',
    });
    const toggled = await stub.call('POST', '/api/v1/livechat/agent.status', { as: ana });
    expect(toggled.body.status).toBe('not-available');
  });

  it("leaves another agent's alone", async () => {
    const body = { agentId: bruno['x-user-id'], status: 'available' };
    expect((await stub.call('POST', '/api/v1/livechat/agent.status', { as: ana, body })).status).toBe(403);
    expect(stub.omnichannel.users.get(bruno['x-user-id'])?.statusLivechat).toBe('not-available');
  });
});

describe('the queue', () => {
  it('shows each agent the departments they work in', async () => {
    const { rid } = waiting('Urgência');
    await available(ana);
    const forAna = await stub.call('GET', '/api/v1/livechat/inquiries.queuedForUser', { as: ana });
    expect(forAna.body).toMatchObject({
      total: 1,
      inquiries: [{ rid, department: department('Urgência'), status: 'queued' }],
    });
    const forBruno = await stub.call('GET', '/api/v1/livechat/inquiries.list', { as: bruno });
    expect(forBruno.body).toMatchObject({ total: 0, inquiries: [] });
  });

  it('lets one agent take a patient, once', async () => {
    const { rid, inquiryId } = waiting('Atendimento geral');
    await available(ana);
    await available(bruno);
    expect(await take(ana, inquiryId)).toMatchObject({ status: 200, body: { success: true } });
    expect((await take(bruno, inquiryId)).body.success).toBe(false);
    expect(stub.omnichannel.rooms.get(rid)?.servedBy?.username).toBe('ana');
  });

  it('refuses a patient of a department the agent is not in', async () => {
    const { inquiryId } = waiting('Urgência');
    await available(bruno);
    expect(await take(bruno, inquiryId)).toMatchObject({ status: 403, body: { success: false } });
  });
});

describe('a room', () => {
  const open = async (): Promise<string> => {
    const { rid, inquiryId } = waiting('Atendimento geral');
    await available(ana);
    await take(ana, inquiryId);
    return rid;
  };
  const reply = (as: Auth, rid: string, msg: string) =>
    stub.call('POST', '/api/v1/chat.sendMessage', { as, body: { message: { rid, msg } } });

  it('is read, replied to and listed by the one who serves it', async () => {
    const rid = await open();
    expect((await reply(ana, rid, 'Olá, sou a Ana')).body).toMatchObject({
      success: true,
      message: { msg: 'Olá, sou a Ana', u: { username: 'ana' } },
    });
    const newest = await stub.call('GET', `/api/v1/livechat/${rid}/messages?count=1`, { as: ana });
    expect(newest.body).toMatchObject({ count: 1, messages: [{ msg: 'Olá, sou a Ana' }] });
    const oldest = await stub.call('GET', `/api/v1/livechat/${rid}/messages?count=1&sort={"ts":1}`, {
      as: ana,
    });
    expect(oldest.body.messages[0].t).toBe('livechat-started');
    const listed = await stub.call('GET', `/api/v1/livechat/rooms?open=true&agents[]=${ana['x-user-id']}`, {
      as: ana,
    });
    expect(listed.body.rooms).toMatchObject([{ _id: rid, department: { name: 'Atendimento geral' } }]);
  });

  it('is nothing to another agent', async () => {
    const rid = await open();
    const before = stub.omnichannel.messagesOf(rid);
    expect((await stub.call('GET', `/api/v1/livechat/${rid}/messages`, { as: bruno })).status).toBe(400);
    expect((await reply(bruno, rid, 'oi')).status).toBe(400);
    expect((await stub.call('GET', '/api/v1/livechat/rooms?open=true', { as: bruno })).body.total).toBe(0);
    const close = await stub.call('POST', '/api/v1/livechat/room.closeByUser', { as: bruno, body: { rid } });
    expect(close.status).toBe(400);
    expect(stub.omnichannel.messagesOf(rid)).toEqual(before);
  });

  it('refuses a reply that is too long', async () => {
    const rid = await open();
    expect((await reply(ana, rid, 'a'.repeat(5_001))).body.errorType).toBe('error-message-size-exceeded');
  });

  it('is forwarded to a department or a person, to exactly one', async () => {
    const rid = await open();
    const forward = (to: object) =>
      stub.call('POST', '/api/v1/livechat/room.forward', { as: ana, body: { roomId: rid, ...to } });
    expect((await forward({})).body.errorType).toBe('invalid-params');
    expect((await forward({ departmentId: 'x', userId: 'y' })).body.errorType).toBe('invalid-params');
    expect((await forward({ departmentId: 'nowhere' })).body.success).toBe(false);
    expect(stub.omnichannel.rooms.get(rid)?.servedBy?.username).toBe('ana');
    await available(bruno);
    expect((await forward({ userId: bruno['x-user-id'], comment: 'segue' })).body).toEqual({ success: true });
    expect(stub.omnichannel.rooms.get(rid)?.servedBy?.username).toBe('bruno');
  });

  it('is closed with a comment, and then takes no more replies', async () => {
    const rid = await open();
    const body = { rid, comment: 'Orientada a procurar a UBS' };
    expect((await stub.call('POST', '/api/v1/livechat/room.closeByUser', { as: ana, body })).status).toBe(
      200,
    );
    expect(stub.omnichannel.rooms.get(rid)).toMatchObject({
      open: false,
      closer: 'user',
      closingComment: 'Orientada a procurar a UBS',
    });
    expect((await reply(ana, rid, 'mais uma')).body.errorType).toBe('error-room-closed');
  });
});

describe('what is not imitated', () => {
  it.each([
    ['GET', '/api/v1/channels.list'],
    ['POST', '/api/v1/livechat/transcript'],
    ['DELETE', '/api/v1/livechat/message/x'],
    ['GET', '/api/nothing?token=secret'],
  ])('%s %s names itself', async (method, url) => {
    const endpoint = `${method} ${url.split('?')[0]}`;
    expect(await stub.call(method, url)).toEqual({
      status: 501,
      body: { success: false, error: 'not-implemented', endpoint },
    });
  });
});
