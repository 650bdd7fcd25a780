import { ConfigError, readConfig } from '../../workspace/config';
import { AgentLive } from '../../workspace/agent-page/live';
import { listen } from '../../workspace/http/listen';
import { listeningStub, stubContext, stubServer } from './http-stub';

describe('pages', () => {
  it('serve the patient page, the real widget and the agent page', async () => {
    const { app, close } = await stubServer();
    const get = (url: string) => app.inject({ url, headers: { host: 'clinic.example:3000' } });
    const patient = await get('/');
    expect(patient.body).toMatch(/demonstração/);
    expect(patient.body).toMatch(/tel:192/);
    expect(patient.headers['content-security-policy']).toMatch(/default-src 'self'/);
    const consent = (await get('/consent')).body;
    for (const words of ['retiro meu consentimento', 'withdraw my consent', 'retiro mi consentimiento'])
      expect(consent.replace(/\s+/g, ' ')).toContain(words);
    expect((await get('/livechat')).body).toContain('SERVER_URL="http://clinic.example:3000"');
    // the yellow bar of who waits is read by its dark letters
    expect((await get('/livechat')).body).toMatch(/<style>.*alert--warning__[^<]*color:#1f2329!important/);
    const script = await get('/livechat/rocketchat-livechat.min.js?_=1');
    expect([script.statusCode, script.headers['content-type']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
    const agent = await get('/agent');
    const files = [...agent.body.matchAll(/(?:href|src)="(\/agent\/[^"]+)"/g)].map(([, url]) => String(url));
    expect(files.length).toBeGreaterThan(1);
    for (const url of [...files, '/page/style.css', '/page/mark.svg', '/sounds/notice.wav', '/avatar/ana']) {
      expect([url, (await get(url)).statusCode]).toEqual([url, 200]);
    }
    await close();
  });

  it('every script a script of the agent page imports is served', async () => {
    const { app, close } = await stubServer();
    const seen = new Set<string>();
    const read = async (name: string): Promise<void> => {
      if (seen.has(name)) return;
      seen.add(name);
      const answer = await app.inject({ url: `/agent/${name}.js` });
      expect([name, answer.statusCode]).toEqual([name, 200]);
      for (const [, next] of answer.body.matchAll(/from '\.\/([\w-]+)\.js'/g)) await read(String(next));
    };
    await read('main');
    expect(seen.size).toBeGreaterThan(5);
    await close();
  });

  it.each([
    '/livechat/../package.json',
    '/livechat/%2e%2e%2fpackage.json',
    '/livechat/nothing.js',
    '/nothing',
  ])('%s is not found', async (url) => {
    const { app, close } = await stubServer();
    expect((await app.inject({ url })).statusCode).toBe(404);
    await close();
  });

  it("draws no mark-up into an avatar or the widget's page", async () => {
    const { app, close } = await stubServer();
    const avatar = await app.inject({ url: `/avatar/${encodeURIComponent('<script>')}` });
    expect(avatar.body).not.toContain('<script');
    const widget = await app.inject({ url: '/livechat', headers: { host: '</script><script>x' } });
    expect(widget.body).not.toContain('</script><script>x');
    await close();
  });
});

describe('the live stream of an agent', () => {
  function live() {
    const { context, engine } = stubContext();
    const { omnichannel } = context;
    const user = (name: string) => [...omnichannel.users.values()].find(({ username }) => username === name);
    const stream = new AgentLive(context);
    const got: Record<string, string[]> = { ana: [], bruno: [] };
    const join = (name: string) => stream.join(user(name)?._id ?? '', (text) => got[name]?.push(text));
    const room = omnichannel.startRoom(
      omnichannel.registerVisitor({ token: 'v-1', name: 'Maria da Silva' }),
    ).room;
    return { context, engine, omnichannel, stream, got, join, user, rid: room._id };
  }

  it('brings messages only of rooms the agent may read', () => {
    const { omnichannel, stream, got, join, rid } = live();
    join('ana');
    join('bruno');
    const bot = omnichannel.rooms.get(rid)?.servedBy?._id ?? '';
    omnichannel.sendVisitorMessage({ token: 'v-1', rid, msg: 'com o bot' });
    const urgent = [...omnichannel.departments.values()].find(({ name }) => name === 'Urgência');
    omnichannel.forward({ rid, byUserId: bot, departmentId: urgent?._id });
    omnichannel.sendVisitorMessage({ token: 'v-1', rid, msg: 'na fila de urgência' });
    expect(got.ana?.join('')).not.toContain('com o bot');
    expect(got.ana?.join('')).toContain('na fila de urgência');
    expect(got.bruno?.join('')).not.toContain('na fila de urgência');
    expect(got.bruno?.join('')).toContain('"event":"lists"');
    stream.stop();
  });

  it('brings what an app shows to the one it is for', () => {
    const { engine, stream, got, join, user, rid } = live();
    join('ana');
    join('bruno');
    engine.show({
      kind: 'ephemeral',
      appId: 'app-1',
      userId: user('ana')?._id ?? '',
      rid,
      msg: 'Sinal de alarme',
    });
    expect(got.ana?.join('')).toContain('Sinal de alarme');
    expect(got.bruno?.join('')).not.toContain('Sinal de alarme');
    stream.stop();
  });

  it('makes an agent present, and absent a while after the last page is gone', () => {
    jest.useFakeTimers();
    try {
      const { stream, join, user } = live();
      const [first, second] = [join('ana'), join('ana')];
      expect(user('ana')?.status).toBe('online');
      first();
      jest.advanceTimersByTime(60_000);
      expect(user('ana')?.status).toBe('online');
      second();
      jest.advanceTimersByTime(5_000);
      const reloaded = join('ana');
      jest.advanceTimersByTime(60_000);
      expect(user('ana')?.status).toBe('online');
      reloaded();
      jest.advanceTimersByTime(60_000);
      expect(user('ana')?.status).toBe('offline');
      stream.stop();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('needs a sign-in, and ends with the server', async () => {
    const stub = await listeningStub();
    expect((await fetch(`${stub.url}/agent/live`)).status).toBe(401);
    const as = await stub.signIn('ana');
    const response = await fetch(`${stub.url}/agent/live`, { headers: { ...as } });
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    const reader = response.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toContain('welcome');
    const ended = (async () => {
      while (!(await reader?.read())?.done);
    })().catch(() => undefined);
    await stub.close();
    await ended;
  });
});

describe('starting', () => {
  it('knows at once that a port is taken', async () => {
    const first = await listen('127.0.0.1', 0);
    const port = Number(new URL(first.url).port);
    await expect(listen('127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE', port });
    const early = await fetch(`${first.url}/`);
    expect([early.status, await early.json()]).toEqual([503, { success: false, error: 'starting' }]);
    await first.close();
  });

  it('reads its configuration once, with defaults', () => {
    const log = (): void => undefined;
    expect(readConfig({}, log)).toMatchObject({ host: '127.0.0.1', port: 3_000, instances: 1, demo: false });
    const given = readConfig(
      {
        ACOLHE_WORKSPACE_PORT: '0',
        ACOLHE_DEMO: '1',
        ACOLHE_APP_SETTINGS: '{"language":"en"}',
        ACOLHE_WEBHOOK_URL: 'http://127.0.0.1:1/hook',
        ACOLHE_WEBHOOK_TOKEN: 't',
      },
      log,
    );
    expect(given).toMatchObject({
      port: 0,
      demo: true,
      appSettings: { language: 'en' },
      webhook: { url: 'http://127.0.0.1:1/hook', token: 't' },
    });
  });

  it.each([
    ['ACOLHE_WORKSPACE_PORT', 'abc'],
    ['ACOLHE_WORKSPACE_PORT', '70000'],
    ['ACOLHE_APP_SETTINGS', '{secret'],
    ['ACOLHE_APP_SETTINGS', '[1]'],
    ['ACOLHE_WEBHOOK_URL', 'ftp://x'],
    ['ACOLHE_WORKSPACE_INSTANCES', '0'],
    ['ACOLHE_DEMO', 'maybe'],
  ])('refuses %s=%s by name, without repeating the value', (name, value) => {
    const read = () => readConfig({ [name]: value }, () => undefined);
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name}: `));
    if (value.startsWith('{')) expect(read).not.toThrow(/secret/);
  });
});
