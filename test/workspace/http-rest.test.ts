import type * as z from 'zod';
import { answers } from '../../crm-sync/rocketchat/shapes';
import { stubServer } from './http-stub';
import type { Auth, Stub } from './http-stub';

let stub: Stub;
let ana: Auth;
let bruno: Auth;
let admin: Auth;
beforeEach(async () => {
  stub = await stubServer();
  [ana, bruno, admin] = [await stub.signIn('ana'), await stub.signIn('bruno'), await stub.signIn('admin')];
});
afterEach(() => stub.close());

const idOf = (username: string): string =>
  [...stub.omnichannel.users.values()].find((user) => user.username === username)?._id ?? '';

/** A conversation that Ana serves, after a move. */
function story(): { rid: string; visitorId: string } {
  const { omnichannel } = stub;
  const visitor = omnichannel.registerVisitor({
    token: 'v-1',
    name: 'Maria da Silva',
    phone: '+558599990000',
  });
  const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
  omnichannel.sendVisitorMessage({ token: 'v-1', rid: room._id, msg: 'estou com febre' });
  const department = [...omnichannel.departments.values()].find(({ name }) => name === 'Urgência')!;
  omnichannel.forward({ rid: room._id, byUserId: idOf('triagem.bot'), departmentId: department._id });
  omnichannel.setPresence(idOf('ana'), 'online', 'available');
  omnichannel.takeInquiry(omnichannel.queue()[0]!._id, idOf('ana'));
  omnichannel.sendUserMessage({ rid: room._id, userId: idOf('ana'), msg: 'olá' });
  return { rid: room._id, visitorId: visitor._id };
}

const get = async (path: string, as: Auth = admin) => stub.call('GET', `/api/v1/${path}`, { as });
async function read<T extends z.ZodType>(shape: T, path: string): Promise<z.output<T>> {
  const { status, body } = await get(path);
  expect(status).toBe(200);
  expect(body.success).toBe(true);
  return shape.parse(JSON.parse(JSON.stringify(body)));
}

describe('what a CRM reads', () => {
  it('has the published shapes, and says what happened', async () => {
    const { rid, visitorId } = story();
    const { rooms, total } = await read(answers.rooms, 'livechat/rooms?sort={"_updatedAt":-1}&count=1');
    expect([rooms[0]?._id, total]).toEqual([rid, 1]);
    const { room } = await read(answers.room, `rooms.info?roomId=${rid}`);
    expect(room).toMatchObject({
      open: true,
      servedBy: { username: 'ana' },
      department: { name: 'Urgência' },
    });
    const { result } = await read(
      answers.messages,
      `chat.syncMessages?roomId=${rid}&lastUpdate=1970-01-01T00:00:00Z`,
    );
    const kinds = result.updated.map(({ t, msg }) => t ?? msg).reverse();
    expect(kinds).toEqual(
      expect.arrayContaining([
        'livechat-started',
        'uj',
        'estou com febre',
        'livechat_transfer_history',
        'olá',
      ]),
    );
    expect(kinds.indexOf('estou com febre')).toBeLessThan(kinds.indexOf('olá'));
    const { history } = await read(answers.transfers, `livechat/transfer.history/${rid}`);
    expect(history).toMatchObject([{ scope: 'department', nextDepartment: { name: 'Urgência' } }]);
    const { visitor } = await read(answers.visitor, `livechat/visitors.info?visitorId=${visitorId}`);
    expect(visitor).toMatchObject({ name: 'Maria da Silva', phone: [{ phoneNumber: '+558599990000' }] });
    const { contact } = await read(answers.contact, `omnichannel/contacts.get?contactId=${room.contactId}`);
    expect(contact?.channels?.[0]?.visitor?.visitorId).toBe(visitorId);
    const { user } = await read(answers.user, `users.info?userId=${idOf('triagem.bot')}`);
    expect(user).toMatchObject({ username: 'triagem.bot', type: 'bot' });
    expect((await read(answers.agents, 'livechat/users/agent')).users.length).toBe(3);
    expect((await read(answers.departments, 'livechat/department')).departments.length).toBe(2);
    expect((await read(answers.priorities, 'livechat/priorities')).priorities).toHaveLength(5);
    await read(answers.customFields, 'livechat/custom-fields');
  });

  it.each([
    ['livechat/transfer.history/RID', 403],
    ['rooms.info?roomId=RID', 400],
    ['chat.syncMessages?roomId=RID&lastUpdate=1970-01-01T00:00:00Z', 400],
  ])('keeps %s from an agent who has nothing to do with the room (%p)', async (path, status) => {
    const { rid } = story();
    expect((await get(path.replace('RID', rid), bruno)).status).toBe(status);
    expect((await stub.call('GET', `/api/v1/${path.replace('RID', rid)}`)).status).toBe(401);
  });

  it('keeps roles from those who manage nothing', async () => {
    expect((await get(`users.info?userId=${idOf('ana')}`, bruno)).body.user).not.toHaveProperty('roles');
    expect((await get(`users.info?userId=${idOf('ana')}`)).body.user.roles).toContain('livechat-agent');
  });

  it.each(['{"v":1}', 'nonsense', '{"_updatedAt":"x"}'])('refuses to sort rooms by %p', async (sort) => {
    expect((await get(`livechat/rooms?sort=${encodeURIComponent(sort)}`)).status).toBe(400);
  });
});

describe('edits and deletions', () => {
  const messageOf = (rid: string, msg: string) =>
    stub.omnichannel.messagesOf(rid).find((message) => message.msg === msg)?._id ?? '';

  it('lets an agent change and remove their own words, and nobody else’s', async () => {
    const { rid } = story();
    const mine = messageOf(rid, 'olá');
    const theirs = messageOf(rid, 'estou com febre');
    const update = (msgId: string, as: Auth) =>
      stub.call('POST', '/api/v1/chat.update', { as, body: { roomId: rid, msgId, text: 'olá!' } });
    const remove = (msgId: string, as: Auth) =>
      stub.call('POST', '/api/v1/chat.delete', { as, body: { roomId: rid, msgId } });
    expect((await update(mine, ana)).body.message).toMatchObject({
      msg: 'olá!',
      editedBy: { username: 'ana' },
    });
    expect((await update(theirs, ana)).status).toBe(400);
    expect((await update(mine, bruno)).status).toBe(400);
    expect((await remove(theirs, ana)).status).toBe(400);
    expect((await remove(mine, ana)).body).toMatchObject({ _id: mine, success: true });
    const { result } = await read(
      answers.messages,
      `chat.syncMessages?roomId=${rid}&lastUpdate=1970-01-01T00:00:00Z`,
    );
    expect(result.deleted.map(({ _id }) => _id)).toEqual([mine]);
    expect(result.updated.map(({ _id }) => _id)).not.toContain(mine);
  });

  it('keeps tags, priority and custom fields of a room', async () => {
    const { rid } = story();
    const close = { rid, comment: 'até logo', tags: ['dor'] };
    const info = { guestData: { _id: 'x' }, roomData: { _id: rid, livechatData: { cartao: '12' } } };
    await stub.call('POST', '/api/v1/livechat/room.saveInfo', { as: ana, body: info });
    const urgent = { priorityId: 'priority-high' };
    expect(
      (await stub.call('POST', `/api/v1/livechat/room/${rid}/priority`, { as: ana, body: urgent })).status,
    ).toBe(200);
    await stub.call('POST', '/api/v1/livechat/room.closeByUser', { as: ana, body: close });
    const { room } = await read(answers.room, `rooms.info?roomId=${rid}`);
    expect(room).toMatchObject({
      tags: ['dor'],
      priorityId: 'priority-high',
      livechatData: { cartao: '12' },
    });
  });
});

describe('files', () => {
  const upload = (rid: string) => {
    const body = [
      '--x',
      'content-disposition: form-data; name="file"; filename="exame.txt"',
      'content-type: text/plain',
      '',
      'words',
      '--x--',
      '',
    ].join('\r\n');
    return stub.call('POST', `/api/v1/livechat/upload/${rid}`, {
      headers: { 'x-visitor-token': 'v-1', 'content-type': 'multipart/form-data; boundary=x' },
      body,
    });
  };

  it('gives a file to who may read its room', async () => {
    const { rid } = story();
    const { file } = (await upload(rid)).body as { file: { _id: string; size: number } };
    expect(file.size).toBe(5);
    const path = `/file-upload/${file._id}/exame.txt`;
    expect(await stub.call('GET', path, { as: ana })).toMatchObject({ status: 200, body: 'words' });
    expect(await stub.call('GET', `${path}?rc_token=v-1`)).toMatchObject({ status: 200 });
    expect(await stub.call('GET', path, { as: bruno })).toMatchObject({ status: 403 });
    expect(await stub.call('GET', `${path}?rc_token=other`)).toMatchObject({ status: 403 });
    expect(await stub.call('GET', '/file-upload/none/x', { as: admin })).toMatchObject({ status: 403 });
  });
});
