import { stubServer } from './http-stub';
import type { Auth, Stub } from './http-stub';

let stub: Stub;
let admin: Auth;
let ana: Auth;
beforeEach(async () => {
  stub = await stubServer();
  [admin, ana] = [await stub.signIn('admin'), await stub.signIn('ana')];
});
afterEach(() => stub.close());

const post = (where: string, body: object, as = admin) => stub.call('POST', where, { as, body });
const get = (where: string, as = admin) => stub.call('GET', where, { as });

describe('an administrator over REST', () => {
  it('makes, changes and removes a user, who is an agent in between', async () => {
    const user = {
      name: 'Bot',
      username: 'new.bot',
      email: 'bot@clinica.example',
      password: 'x',
      roles: ['bot'],
    };
    const made = await post('/api/v1/users.create', user);
    expect(made).toMatchObject({ status: 200, body: { user: { username: 'new.bot', roles: ['bot'] } } });
    expect((await post('/api/v1/users.create', user)).body.success).toBe(false);
    const { _id } = made.body.user;
    await post('/api/v1/livechat/users/agent', { username: 'new.bot' });
    const agents = (await get('/api/v1/livechat/users/agent')).body.users as { _id: string }[];
    expect(agents).toContainEqual(expect.objectContaining({ _id, statusLivechat: 'available' }));
    await stub.call('DELETE', `/api/v1/livechat/users/agent/${_id}`, { as: admin });
    expect(stub.omnichannel.users.get(_id)).toMatchObject({ roles: ['bot'] });
    await post('/api/v1/users.delete', { userId: _id });
    expect(stub.omnichannel.users.has(_id)).toBe(false);
  });

  it('makes a department with agents; removes it only where a setting allows that', async () => {
    const department = {
      name: 'Nova',
      enabled: true,
      email: 'nova@clinica.example',
      showOnRegistration: false,
      showOnOfflineForm: false,
      allowReceiveForwardOffline: true,
    };
    const { _id } = (await post('/api/v1/livechat/department', { department })).body.department;
    const agent = { agentId: ana['x-user-id'], username: 'ana' };
    await post(`/api/v1/livechat/department/${_id}/agents`, { upsert: [agent], remove: [] });
    expect((await get(`/api/v1/livechat/department/${_id}/agents`)).body.agents).toMatchObject([agent]);
    const remove = () => stub.call('DELETE', `/api/v1/livechat/department/${_id}`, { as: admin });
    expect((await remove()).body.error).toContain('error-department-removal-disabled');
    await post('/api/v1/settings/Omnichannel_enable_department_removal', { value: true });
    expect((await remove()).status).toBe(200);
    expect(stub.omnichannel.departments.has(_id)).toBe(false);
  });

  it('sets what rules the omnichannel, at once', async () => {
    await post('/api/v1/settings/Livechat_assign_new_conversation_to_bot', { value: false });
    await post('/api/v1/settings/Livechat_Routing_Method', { value: 'Auto_Selection' });
    await post('/api/v1/settings/Livechat_accept_chats_with_no_agents', { value: true });
    expect(stub.omnichannel.settings).toEqual({
      assignNewConversationToBot: false,
      routing: 'auto',
      acceptChatsWithNoAgents: true,
    });
    expect((await get('/api/v1/settings/Livechat_Routing_Method')).body.value).toBe('Auto_Selection');
    await post('/api/v1/settings/Livechat_enabled', { value: false });
    expect((await stub.call('GET', '/api/v1/livechat/config')).body.config.enabled).toBe(false);
  });

  it.each([
    ['of another type', 'Livechat_enabled', 'yes'],
    ['it does not have', 'Something_else', true],
  ])('is refused a setting %s', async (_what, id, value) => {
    expect((await post(`/api/v1/settings/${id}`, { value })).status).toBe(400);
  });

  it('keeps custom fields and private channels', async () => {
    const customFieldData = { field: 'cpf', label: 'CPF', visibility: 'visible', scope: 'visitor' };
    await post('/api/v1/livechat/custom-fields.save', { customFieldId: null, customFieldData });
    expect((await get('/api/v1/livechat/custom-fields')).body.customFields).toMatchObject([
      { _id: 'cpf', label: 'CPF', scope: 'visitor' },
    ]);
    await post('/api/v1/livechat/custom-fields.delete', { customFieldId: 'cpf' });
    expect((await get('/api/v1/livechat/custom-fields')).body.total).toBe(0);
    await post('/api/v1/groups.create', { name: 'acolhe-admin' });
    expect((await get('/api/v1/groups.info?roomName=acolhe-admin')).body.group).toMatchObject({ t: 'p' });
    await post('/api/v1/groups.delete', { roomName: 'acolhe-admin' });
    expect((await get('/api/v1/groups.info?roomName=acolhe-admin')).status).toBe(400);
  });

  it('gives a personal access token that works until it is removed', async () => {
    const { token } = (await post('/api/v1/users.generatePersonalAccessToken', { tokenName: 't' })).body;
    const bearer = { 'x-auth-token': token, 'x-user-id': admin['x-user-id'] } as Auth;
    expect((await get('/api/v1/me', bearer)).status).toBe(200);
    expect((await post('/api/v1/users.generatePersonalAccessToken', { tokenName: 't' })).status).toBe(400);
    await post('/api/v1/users.removePersonalAccessToken', { tokenName: 't' });
    expect((await get('/api/v1/me', bearer)).status).toBe(401);
  });

  it.each([
    ['POST', '/api/v1/users.create'],
    ['POST', '/api/v1/users.update'],
    ['POST', '/api/v1/users.delete'],
    ['POST', '/api/v1/livechat/users/agent'],
    ['POST', '/api/v1/livechat/department'],
    ['POST', '/api/v1/livechat/custom-fields.save'],
    ['POST', '/api/v1/settings/Livechat_enabled'],
    ['GET', '/api/v1/settings/Livechat_enabled'],
    ['POST', '/api/v1/groups.delete'],
  ])('%s %s is not for agents', async (method, where) => {
    const body = method === 'POST' ? { body: {} } : {};
    expect((await stub.call(method, where, { as: ana, ...body })).status).toBe(403);
  });

  it('keeps all of it between runs', async () => {
    await post('/api/v1/settings/Livechat_webhookUrl', { value: 'http://127.0.0.1:1/hook' });
    await post('/api/v1/groups.create', { name: 'acolhe-admin' });
    const { Omnichannel } = jest.requireActual<{
      Omnichannel: new (edge: object, kept: object) => typeof stub.omnichannel;
    }>('../../workspace/omnichannel/omnichannel');
    const again = new Omnichannel({ clock: () => new Date(), id: () => 'x' }, stub.omnichannel.snapshot());
    expect(again.serverSetting('Livechat_webhookUrl')).toBe('http://127.0.0.1:1/hook');
    expect([...again.channels.values()].map(({ name }) => name)).toEqual(['acolhe-admin']);
  });
});
