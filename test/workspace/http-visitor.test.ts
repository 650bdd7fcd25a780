import { stubServer } from './http-stub';
import type { Stub } from './http-stub';

let stub: Stub;
beforeEach(async () => {
  stub = await stubServer();
});
afterEach(() => stub.close());

async function chat(token = 'visitor-1', name = 'Maria da Silva'): Promise<string> {
  await stub.call('POST', '/api/v1/livechat/visitor', { body: { visitor: { token, name } } });
  const { body } = await stub.call('GET', `/api/v1/livechat/room?token=${token}`);
  return body.room._id;
}
const send = (rid: string, msg: unknown, more: object = {}) =>
  stub.call('POST', '/api/v1/livechat/message', { body: { token: 'visitor-1', rid, msg, ...more } });

describe('livechat/config', () => {
  it('is online while the bot agent can answer, and asks for the name only', async () => {
    const { body } = await stub.call('GET', '/api/v1/livechat/config?token=unknown');
    expect(body).toMatchObject({
      success: true,
      config: {
        enabled: true,
        online: true,
        settings: {
          registrationForm: true,
          nameFieldRegistrationForm: true,
          emailFieldRegistrationForm: false,
          language: 'pt-BR',
        },
        departments: [],
      },
    });
    expect(body.config.guest).toBeUndefined();
  });

  it('is offline when neither bot nor person can answer', async () => {
    for (const user of stub.omnichannel.users.values()) if (user.roles.includes('bot')) user.active = false;
    const { body } = await stub.call('GET', '/api/v1/livechat/config');
    expect(body.config.online).toBe(false);
  });

  it('gives a returning patient their guest, room and agent inside config', async () => {
    const rid = await chat();
    const { body } = await stub.call('GET', '/api/v1/livechat/config?token=visitor-1');
    expect(body.config).toMatchObject({
      guest: { token: 'visitor-1', name: 'Maria da Silva' },
      room: { _id: rid },
      agent: { username: 'triagem.bot' },
    });
  });
});

describe('a patient chats', () => {
  it('keeps one open room, sends, and reads history newest first', async () => {
    const rid = await chat();
    const again = await stub.call('GET', '/api/v1/livechat/room?token=visitor-1');
    expect(again.body).toMatchObject({ newRoom: false, room: { _id: rid } });
    await send(rid, 'primeira');
    const { body } = await send(rid, 'segunda');
    expect(body).toMatchObject({ success: true, message: { rid, msg: 'segunda', token: 'visitor-1' } });
    const history = await stub.call(
      'GET',
      `/api/v1/livechat/messages.history/${rid}?token=visitor-1&limit=2`,
    );
    expect(history.body.messages.map(({ msg }: { msg: string }) => msg)).toEqual(['segunda', 'primeira']);
  });

  it('answers a message sent twice with the first', async () => {
    const rid = await chat();
    const [first, second] = [await send(rid, 'oi', { _id: 'm-1' }), await send(rid, 'outra', { _id: 'm-1' })];
    expect(second.body.message).toEqual(first.body.message);
  });

  it('says who answers, and closes', async () => {
    const rid = await chat();
    const info = await stub.call('GET', `/api/v1/livechat/agent.info/${rid}/visitor-1`);
    expect(info.body.agent).toMatchObject({ username: 'triagem.bot', name: 'Acolhe' });
    await stub.call('POST', '/api/v1/livechat/room.close', { body: { token: 'visitor-1', rid } });
    expect(stub.omnichannel.rooms.get(rid)).toMatchObject({ open: false, closer: 'visitor' });
    expect((await send(rid, 'ainda?')).body).toMatchObject({ success: false, errorType: 'room-closed' });
  });

  it('still names who served when the widget asks just after a transfer', async () => {
    const rid = await chat();
    const bot = stub.omnichannel.rooms.get(rid)?.servedBy?._id ?? '';
    const urgent = [...stub.omnichannel.departments.values()].find(({ name }) => name === 'Urgência');
    stub.omnichannel.forward({ rid, byUserId: bot, departmentId: urgent?._id });
    const info = await stub.call('GET', `/api/v1/livechat/agent.info/${rid}/visitor-1`);
    expect(info.body.agent).toMatchObject({ username: 'triagem.bot' });
  });

  it('keeps what a file is called, not its content', async () => {
    const rid = await chat();
    const form =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="exame.pdf"\r\nContent-Type: application/pdf\r\n\r\nPDF\r\n--b--\r\n';
    const headers = { 'content-type': 'multipart/form-data; boundary=b', 'x-visitor-token': 'visitor-1' };
    const { status, body } = await stub.call('POST', `/api/v1/livechat/upload/${rid}`, {
      body: form,
      headers,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      file: { name: 'exame.pdf', type: 'application/pdf' },
      attachments: [{ title: 'exame.pdf' }],
    });
  });

  it('keeps custom fields, and answers page visits without keeping them', async () => {
    await chat();
    const fields = [{ key: 'cidade', value: 'Ouro Preto', overwrite: true }];
    await stub.call('POST', '/api/v1/livechat/custom.fields', {
      body: { token: 'visitor-1', customFields: fields },
    });
    expect(stub.omnichannel.visitorByToken('visitor-1')?.livechatData).toEqual({ cidade: 'Ouro Preto' });
    const visitor = {
      token: 'visitor-1',
      customFields: [{ key: 'bairro', value: 'Centro', overwrite: false }],
    };
    const registered = await stub.call('POST', '/api/v1/livechat/visitor', { body: { visitor } });
    expect(registered.body.visitor.livechatData).toEqual({ cidade: 'Ouro Preto', bairro: 'Centro' });
    const visit = {
      token: 'visitor-1',
      pageInfo: { change: 'url', title: 'Clínica', location: { href: 'http://x/' } },
    };
    expect((await stub.call('POST', '/api/v1/livechat/page.visited', { body: visit })).status).toBe(200);
  });
});

describe('what is refused changes nothing', () => {
  const long = 'a'.repeat(5_001);
  it.each([
    [
      'a message over 5000 characters',
      { token: 'visitor-1', rid: 'RID', msg: long },
      400,
      'error-message-size-exceeded',
    ],
    [
      'a message of 100,000 characters',
      { token: 'visitor-1', rid: 'RID', msg: '😀'.repeat(50_000) },
      400,
      'error-message-size-exceeded',
    ],
    ['an empty message', { token: 'visitor-1', rid: 'RID', msg: '  ' }, 400, 'invalid-params'],
    ['an unknown token', { token: 'stranger', rid: 'RID', msg: 'oi' }, 400, 'invalid-token'],
    ['an unknown room', { token: 'visitor-1', rid: 'nowhere', msg: 'oi' }, 400, 'invalid-room'],
    [
      'a message that is no text',
      { token: 'visitor-1', rid: 'RID', msg: { $gt: '' } },
      400,
      'invalid-params',
    ],
    ['no token', { rid: 'RID', msg: 'oi' }, 400, 'invalid-params'],
  ])('%s', async (_name, body, status, errorType) => {
    const rid = await chat();
    const before = stub.omnichannel.messagesOf(rid);
    const answer = await stub.call('POST', '/api/v1/livechat/message', {
      body: { ...body, rid: body.rid === 'RID' ? rid : body.rid },
    });
    expect(answer).toMatchObject({ status, body: { success: false, errorType } });
    expect(stub.omnichannel.messagesOf(rid)).toEqual(before);
  });

  it('another patient reads and writes nothing of a room', async () => {
    const rid = await chat();
    await chat('visitor-2', 'João Alves');
    for (const [method, url, body] of [
      ['GET', `/api/v1/livechat/messages.history/${rid}?token=visitor-2`, undefined],
      ['GET', `/api/v1/livechat/room?token=visitor-2&rid=${rid}`, undefined],
      ['POST', '/api/v1/livechat/message', { token: 'visitor-2', rid, msg: 'oi' }],
      ['POST', '/api/v1/livechat/room.close', { token: 'visitor-2', rid }],
    ] as const) {
      expect(await stub.call(method, url, { body })).toMatchObject({
        status: 400,
        body: { errorType: 'invalid-room' },
      });
    }
    expect(stub.omnichannel.rooms.get(rid)?.open).toBe(true);
  });

  it.each([
    ['text/plain', 'oi', 415],
    ['application/xml', '<a/>', 415],
    ['application/x-www-form-urlencoded', 'msg=oi', 415],
    ['application/json', '{"token":', 400],
    ['application/json', '{"__proto__":{"x":1}}', 400],
    ['application/json', '', 400],
  ])('a body of %s %s is answered %s %s', async (type, body, status) => {
    const answer = await stub.call('POST', '/api/v1/livechat/message', {
      body,
      headers: { 'content-type': type },
    });
    expect(answer).toMatchObject({ status, body: { success: false } });
  });
});
