import AdmZip from 'adm-zip';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { deployApp, type Credentials } from '../../cli/deploying/deploy-app';
import { Failure } from '../../cli/failure';

const token = { token: 'secret-token-value', userId: 'u1' };
const id = 'c8bc131d-70dd-4ea5-936c-03dea5be5fdc';
const permissions = [{ name: 'persistence' }, { name: 'api' }];

type Reply = { status?: number; body: unknown; headers?: Record<string, string> };
type Routes = Partial<Record<'info' | 'login' | 'count' | 'app' | 'post', Reply>>;

interface Seen {
  method: string;
  url: string;
  headers: Record<string, unknown>;
  body: string;
}

const usual: Required<Routes> = {
  info: { body: { version: '7.5', success: true } },
  login: { body: { status: 'success', data: { authToken: 'session-token', userId: 'u2' } } },
  count: { body: { totalPrivateEnabled: 0, maxPrivateApps: 3, success: true } },
  app: { status: 404, body: { success: false, error: 'No App found by the id of: x' } },
  post: { body: { success: true, app: { id, status: 'manually_enabled' } } },
};

describe('deploy', () => {
  let folder: string;
  let zip: string;
  let server: FastifyInstance;
  let seen: Seen[];
  let routes: Required<Routes>;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'deploy-test-'));
    zip = path.join(folder, 'app.zip');
    const made = new AdmZip();
    const info = { id, name: 'Acolhe', version: '0.1.0', requiredApiVersion: '>=1.50.0 <2.0.0', permissions };
    made.addFile('app.json', Buffer.from(JSON.stringify(info)));
    made.writeZip(zip);

    server = Fastify();
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    const answer = (route: keyof Routes) => async (request: FastifyRequest, reply: FastifyReply) => {
      seen.push({
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: String(request.body ?? ''),
      });
      const { status = 200, body, headers = {} } = routes[route];
      return reply.code(status).headers(headers).send(body);
    };
    server.get('/api/info', answer('info'));
    server.post('/api/v1/login', answer('login'));
    server.post('/api/v1/logout', async (request) => {
      seen.push({ method: 'POST', url: request.url, headers: request.headers, body: '' });
      return {};
    });
    server.get('/api/apps/count', answer('count'));
    server.get('/api/apps/:id', answer('app'));
    server.post('/api/apps', answer('post'));
    server.post('/api/apps/:id', answer('post'));
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    seen = [];
    routes = usual;
  });

  const said: string[] = [];
  const deploy = (more: {
    given?: Routes;
    credentials?: Credentials;
    dryRun?: boolean;
    address?: string;
    file?: string;
  }) => {
    routes = { ...usual, ...more.given };
    said.length = 0;
    return deployApp({
      url: more.address ?? url,
      credentials: more.credentials ?? token,
      zip: more.file ?? zip,
      dryRun: more.dryRun ?? false,
      say: (line) => said.push(line),
    });
  };
  const failureOf = async (more: Parameters<typeof deploy>[0]): Promise<Failure> => {
    const error: unknown = await deploy(more).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Failure);
    return error as Failure;
  };
  const posted = (): Seen[] =>
    seen.filter(({ method, url: where }) => method === 'POST' && where.startsWith('/api/apps'));

  it('installs an app that is not there, with its permissions and the token as headers', async () => {
    const result = await deploy({});
    expect(result).toMatchObject({
      action: 'installed',
      status: 'manually_enabled',
      appId: id,
      version: '0.1.0',
    });
    expect(posted()).toHaveLength(1);
    const [upload] = posted();
    expect(upload?.url).toBe('/api/apps');
    expect(upload?.headers).toMatchObject({ 'x-auth-token': 'secret-token-value', 'x-user-id': 'u1' });
    expect(upload?.body).toContain(JSON.stringify(permissions));
    expect(upload?.body).toMatch(/name="app"; filename="app\.zip"/);
    expect(said.join('\n')).not.toContain('secret-token-value');
  });

  it('updates an app that is there, also when the plan has no place left', async () => {
    const result = await deploy({
      given: {
        app: { body: { app: { id, version: '0.0.9', status: 'auto_enabled' } } },
        count: { body: { totalPrivateEnabled: 3, maxPrivateApps: 3 } },
      },
    });
    expect(result.action).toBe('updated');
    expect(posted()[0]?.url).toBe(`/api/apps/${id}`);
  });

  it('signs in with a password and second factor, and signs out again', async () => {
    await deploy({ credentials: { user: 'admin', password: 'pass word', code: '123456' } });
    const login = seen.find((request) => request.url === '/api/v1/login');
    expect(JSON.parse(login?.body ?? '')).toEqual({ user: 'admin', password: 'pass word', code: '123456' });
    expect(posted()[0]?.headers).toMatchObject({ 'x-auth-token': 'session-token', 'x-2fa-code': '123456' });
    expect(seen.at(-1)?.url).toBe('/api/v1/logout');
  });

  it('changes nothing on a dry run', async () => {
    expect(await deploy({ dryRun: true })).toMatchObject({ action: 'none' });
    expect(posted()).toHaveLength(0);
  });

  it('accepts an address with slashes at its end', async () => {
    expect((await deploy({ address: `${url}//` })).url).toBe(url);
  });

  const early: Array<[string, Routes, string, RegExp]> = [
    ['a server before 7.5', { info: { body: { version: '7.4.2' } } }, 'server-too-old', /7\.4\.2.*7\.5/],
    [
      'a server of another major',
      { info: { body: { info: { version: '6.13.0' } } } },
      'server-too-old',
      /6\.13/,
    ],
    ['no Rocket.Chat', { info: { status: 200, body: '<html></html>' } }, 'no-rocketchat', /does not answer/],
    [
      'a plan without private apps',
      { count: { body: { totalPrivateEnabled: 0, maxPrivateApps: 0 } } },
      'no-private-apps',
      /Starter/,
    ],
    [
      'a full plan',
      { count: { body: { totalPrivateEnabled: 5, maxPrivateApps: 5 } } },
      'private-apps-full',
      /5 of 5/,
    ],
    [
      'a wrong token',
      { app: { status: 401, body: { status: 'error', message: 'You must be logged in' } } },
      'not-signed-in',
      /token/,
    ],
    [
      'a redirect',
      { info: { status: 301, body: '', headers: { location: 'https://other.example/' } } },
      'redirected',
      /other\.example/,
    ],
  ];
  it.each(early)('refuses %s before it uploads', async (_what, given, code, words) => {
    const failure = await failureOf({ given });
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(words);
    expect(posted()).toHaveLength(0);
  });

  const late: Array<[string, Reply, string, RegExp]> = [
    [
      'permission',
      {
        status: 403,
        body: {
          success: false,
          error: 'User does not have the permissions required for this action [error-unauthorized]',
        },
      },
      'permission-missing',
      /manage-apps/,
    ],
    [
      'size',
      { status: 400, body: { success: false, error: '[error-file-too-large]' } },
      'too-large',
      /FileUpload_MaxFileSize/,
    ],
    ['size at the proxy', { status: 413, body: '<html>' }, 'too-large', /proxy/],
    [
      'engine',
      { status: 400, body: { success: false, error: 'Invalid Version: x' } },
      'engine-too-old',
      /7\.5/,
    ],
    [
      'host',
      { status: 500, body: { success: false, error: 'private_app_install_disabled' } },
      'private-apps-off',
      /hosts/,
    ],
    [
      'user name',
      { status: 400, body: { error: 'app_user_error', messages: ['taken'] } },
      'app-user-taken',
      /rename/,
    ],
    [
      'second factor',
      { status: 400, body: { errorType: 'totp-required', error: 'TOTP Required' } },
      'second-factor',
      /--code/,
    ],
    ['unknown', { status: 400, body: { success: false, error: 'Surprise' } }, 'refused', /Surprise/],
    [
      'not enabled',
      { body: { success: true, app: { id, status: 'invalid_settings_disabled' } } },
      'not-enabled',
      /invalid_settings/,
    ],
    ['no status', { body: { success: true } }, 'not-enabled', /unknown/],
  ];
  it.each(late)('says what to do when the upload is refused: %s', async (_what, post, code, words) => {
    const failure = await failureOf({ given: { post } });
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(words);
    expect(failure.message).not.toContain('secret-token-value');
  });

  it.each([
    ['wrong password', { status: 401, body: { status: 'error', message: 'Unauthorized' } }, 'not-signed-in'],
    [
      'second factor missing',
      { status: 401, body: { status: 'error', error: 'totp-required' } },
      'second-factor',
    ],
  ])('says why signing in failed: %s', async (_what, login, code) => {
    const failure = await failureOf({
      given: { login },
      credentials: { user: 'a', password: 'hidden-word' },
    });
    expect(failure.code).toBe(code);
    expect(failure.message).not.toContain('hidden-word');
  });

  it.each(['chat.example.org', 'ftp://chat.example.org', 'https://a:b@chat.example.org', 'https://x/?a=b'])(
    'refuses the address %s',
    async (address) => expect((await failureOf({ address })).exitCode).toBe(2),
  );

  it('refuses a zip that is no app', async () => {
    expect((await failureOf({ file: __filename })).code).toBe('bad-app-zip');
    expect(seen).toHaveLength(0);
  });

  it('says that a server cannot be reached', async () => {
    expect((await failureOf({ address: 'http://127.0.0.1:1' })).code).toBe('unreachable');
  });
});
