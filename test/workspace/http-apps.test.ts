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

function upload(content: string, field = 'app') {
  const part = (name: string, extra: string, text: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"${extra}\r\n\r\n${text}\r\n`;
  return {
    body: `${part(field, '; filename="app.zip"', content)}${part('permissions', '', '[]')}--b--\r\n`,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  };
}

describe('administration of apps', () => {
  it('tells version, count and what is installed', async () => {
    expect((await stub.call('GET', '/api/info')).body).toEqual({ version: '7.5', success: true });
    expect((await stub.call('GET', '/api/apps/count', { as: admin })).body).toMatchObject({
      totalPrivateEnabled: 1,
      maxPrivateApps: 3,
    });
    expect((await stub.call('GET', '/api/apps', { as: admin })).body.apps).toMatchObject([{ id: 'app-1' }]);
    expect((await stub.call('GET', '/api/apps/app-1', { as: admin })).body.app.status).toBe('auto_enabled');
  });

  it('installs and updates from a zip', async () => {
    const installed = await stub.call('POST', '/api/apps', { as: admin, ...upload('PK-zip') });
    expect(installed).toMatchObject({
      status: 200,
      body: { success: true, app: { id: 'app-1', status: 'auto_enabled' } },
    });
    await stub.call('POST', '/api/apps/app-1', { as: admin, ...upload('PK-newer') });
    expect(stub.engine.installedBytes).toEqual([6, 8]);
  });

  it.each([
    ['no zip', () => upload('hello'), 400],
    ['no app field', () => upload('PK', 'other'), 400],
    ['no multipart', () => ({ body: { app: 'PK' } }), 415],
  ])('refuses %s', async (_name, request, status) => {
    const answer = await stub.call('POST', '/api/apps', { as: admin, ...request() });
    expect(answer).toMatchObject({ status, body: { success: false } });
    expect(stub.engine.installedBytes).toEqual([]);
  });

  it.each([
    ['POST', '/api/apps'],
    ['POST', '/api/apps/app-1'],
    ['GET', '/api/apps'],
    ['GET', '/api/apps/app-1'],
    ['GET', '/api/apps/app-1/settings'],
    ['POST', '/api/apps/app-1/status'],
  ])('%s %s is for administrators', async (method, url) => {
    expect((await stub.call(method, url)).status).toBe(401);
    expect((await stub.call(method, url, { as: ana })).status).toBe(403);
  });

  it('refuses a setting the app does not have, changing none', async () => {
    const changed: string[] = [];
    stub.engine.updateSetting = async (_app, id) => void changed.push(id);
    const body = {
      settings: [
        { id: 'language', value: 'en' },
        { id: 'nope', value: 1 },
      ],
    };
    expect((await stub.call('POST', '/api/apps/app-1/settings', { as: admin, body })).status).toBe(400);
    expect(changed).toEqual([]);
  });
});

describe('presses', () => {
  const press = (more: object) => ({
    type: 'blockAction',
    actionId: 'answer',
    triggerId: 't-1',
    payload: { value: 'sim', blockId: 'b-1' },
    ...more,
  });
  const room = () => {
    const visitor = stub.omnichannel.registerVisitor({ token: 'v-1', name: 'Maria da Silva' });
    const rid = stub.omnichannel.startRoom(visitor).room._id;
    const mid = stub.omnichannel.sendVisitorMessage({ token: 'v-1', rid, msg: 'oi' })._id;
    return { rid, mid };
  };
  const url = '/api/apps/ui.interaction/app-1';

  it("of a patient reach the app with the visitor's token", async () => {
    const { rid, mid } = room();
    const headers = { 'x-visitor-token': 'v-1' };
    const body = press({ rid, mid, container: { type: 'message', id: mid } });
    expect((await stub.call('POST', url, { headers, body })).status).toBe(200);
    expect(stub.engine.pressed).toEqual([
      {
        appId: 'app-1',
        visitorToken: 'v-1',
        rid,
        mid,
        actionId: 'answer',
        blockId: 'b-1',
        value: 'sim',
        triggerId: 't-1',
      },
    ]);
  });

  it.each([
    ['without a token', {}, 401],
    ['with an unknown token', { 'x-visitor-token': 'stranger' }, 400],
  ])('%s reach nothing', async (_name, headers, status) => {
    const answer = await stub.call('POST', url, { headers: { ...headers }, body: press(room()) });
    expect(answer.status).toBe(status);
    expect(stub.engine.pressed).toEqual([]);
  });

  it('of an unknown message or app reach nothing', async () => {
    const { rid } = room();
    const headers = { 'x-visitor-token': 'v-1' };
    expect((await stub.call('POST', url, { headers, body: press({ rid, mid: 'nope' }) })).status).toBe(400);
    const other = await stub.call('POST', '/api/apps/ui.interaction/other', {
      headers,
      body: press({ rid, mid: 'x' }),
    });
    expect(other.status).toBe(404);
    expect(stub.engine.pressed).toEqual([]);
  });

  it('of an agent reach the app as the agent', async () => {
    const body = {
      type: 'viewSubmit',
      triggerId: 't-2',
      container: { type: 'view', id: 'v' },
      payload: { view: { id: 'v', state: { b: { note: 'x' } } } },
    };
    stub.engine.userInteraction = async (given) => {
      stub.engine.used.push(given);
      return { type: 'modal.close' };
    };
    const answer = await stub.call('POST', url, { as: ana, body });
    expect(answer.body).toEqual({ type: 'modal.close' });
    expect(stub.engine.used).toMatchObject([
      { userId: ana['x-user-id'], type: 'viewSubmit', view: { id: 'v' } },
    ]);
  });

  it('of an agent in a room that is not theirs reach nothing', async () => {
    const { rid } = room();
    const body = press({ type: 'actionButton', rid });
    expect((await stub.call('POST', url, { as: ana, body })).status).toBe(400);
    expect(stub.engine.used).toEqual([]);
  });
});

describe("an app's public endpoint", () => {
  it('gets method, query, headers and the parsed JSON, and answers for itself', async () => {
    const answer = await stub.call('POST', '/api/apps/public/app-1/commands?x=1', {
      body: { say: 'olá' },
      headers: { 'webhook-id': 'w' },
    });
    expect(answer).toEqual({ status: 202, body: { got: { say: 'olá' } } });
    expect(stub.engine.called).toMatchObject([
      {
        appId: 'app-1',
        path: 'commands',
        request: { method: 'post', query: { x: '1' }, headers: { 'webhook-id': 'w' } },
      },
    ]);
  });

  it('of an unknown app is not found', async () => {
    const answer = await stub.call('POST', '/api/apps/public/other/commands', { body: {} });
    expect(answer).toMatchObject({ status: 404, body: { success: false } });
    expect(stub.engine.called).toEqual([]);
  });

  it('gets text when the body is not JSON', async () => {
    await stub.call('POST', '/api/apps/public/app-1/commands', {
      body: 'olá',
      headers: { 'content-type': 'text/plain' },
    });
    expect(stub.engine.called[0]?.request.content).toBe('olá');
  });
});
