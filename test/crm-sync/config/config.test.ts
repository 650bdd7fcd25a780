import { ConfigError, readConfig } from '../../../crm-sync/config/config';

const key = Buffer.alloc(32, 3).toString('base64');
const tenant = {
  id: 't1',
  name: 'Secretaria',
  sealingKeys: [{ id: 'k1', key }],
  workspaces: [{ id: 'w1', url: 'http://127.0.0.1:3000/', secrets: ['a-secret-long-enough'] }],
};
const good = {
  MONGODB_URI: 'mongodb://127.0.0.1:27017',
  ACOLHE_TENANTS: JSON.stringify([tenant]),
  ACOLHE_SESSION_KEY: key,
};
const noFile = (): string => {
  throw new Error('no such file');
};

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env, noFile);
  } catch (error) {
    if (error instanceof ConfigError)
      return error.problems.map(({ variable, problem }) => `${variable}: ${problem}`);
    throw error;
  }
  return [];
}
const withTenant = (changes: object) => ({
  ...good,
  ACOLHE_TENANTS: JSON.stringify([{ ...tenant, ...changes }]),
});

describe('reading the environment', () => {
  it('fills in what may be left out', () => {
    const config = readConfig(good);
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3080,
      logLevel: 'info',
      mongodbUri: good.MONGODB_URI,
      trustProxy: [],
    });
    expect(config.sessionKey).toEqual(Buffer.alloc(32, 3));
    expect(config.tenants[0]).toMatchObject({
      timeZone: 'America/Fortaleza',
      workspaces: [{ url: 'http://127.0.0.1:3000' }],
    });
    expect(config.tenants[0]!.sealingKeys[0]!.key).toEqual(Buffer.alloc(32, 3));
  });

  it('reads tenants from a file when the variable is absent', () => {
    const { ACOLHE_TENANTS: text, ...rest } = good;
    const config = readConfig({ ...rest, ACOLHE_TENANTS_FILE: '/etc/tenants.json' }, (path) =>
      path === '/etc/tenants.json' ? text : '',
    );
    expect(config.tenants[0]!.id).toBe('t1');
  });

  it.each([
    ['loopback', ['loopback']],
    ['10.0.0.0/8, 2001:db8::/32', ['10.0.0.0/8', '2001:db8::/32']],
    ['192.0.2.7,uniquelocal,::1', ['192.0.2.7', 'uniquelocal', '::1']],
    ['', []],
  ])('trusts the proxies %j', (text, trustProxy) => {
    expect(readConfig({ ...good, ACOLHE_TRUST_PROXY: text })).toMatchObject({ trustProxy });
  });

  it.each(['true', '*', '1', 'proxy.example', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0.1,', '10.0.0'])(
    'does not trust %j as a proxy',
    (text) => {
      expect(problemsOf({ ...good, ACOLHE_TRUST_PROXY: text })).toEqual([
        expect.stringMatching(/^ACOLHE_TRUST_PROXY: must list addresses/),
      ]);
    },
  );

  it('names every wrong variable at once', () => {
    expect(problemsOf({ ACOLHE_CRM_PORT: 'http', ACOLHE_LOG_LEVEL: 'loud' })).toEqual([
      'ACOLHE_CRM_PORT: must be a port, 0 to 65535',
      'MONGODB_URI: missing',
      'ACOLHE_SESSION_KEY: missing',
      expect.stringMatching(/^ACOLHE_LOG_LEVEL: /),
      'ACOLHE_TENANTS: missing (or give ACOLHE_TENANTS_FILE, or a master key and a registry)',
    ]);
  });

  it.each([
    ['not JSON', { ...good, ACOLHE_TENANTS: '[{' }, 'ACOLHE_TENANTS: is not JSON'],
    ['no tenant', { ...good, ACOLHE_TENANTS: '[]' }, 'ACOLHE_TENANTS: must name at least one tenant'],
    [
      'a file that is not there',
      { ...good, ACOLHE_TENANTS: undefined, ACOLHE_TENANTS_FILE: '/x' },
      'ACOLHE_TENANTS_FILE: the file cannot be read',
    ],
    [
      'a short sealing key',
      withTenant({ sealingKeys: [{ id: 'k', key: 'c2hvcnQ=' }] }),
      '0.sealingKeys.0.key must be base64 of exactly 32 bytes',
    ],
    [
      'a short session key',
      { ...good, ACOLHE_SESSION_KEY: 'c2hvcnQ=' },
      'must be base64 of at least 32 bytes',
    ],
    [
      'a time zone of nowhere',
      withTenant({ timeZone: 'America/Nowhere' }),
      '0.timeZone must be an IANA time zone',
    ],
    ['a tenant id with a slash', withTenant({ id: 'a/b' }), '0.id must be 1 to 40'],
    ['an unknown member', withTenant({ colour: 'red' }), 'Unrecognized key'],
    [
      'the same tenant twice',
      { ...good, ACOLHE_TENANTS: JSON.stringify([tenant, tenant]) },
      'tenant ids must differ',
    ],
    [
      'two tenants in one database',
      { ...good, ACOLHE_TENANTS: JSON.stringify([tenant, { ...tenant, id: 't2', database: 'acolhe_t1' }]) },
      'tenants must not share a database',
    ],
    ['another protocol', { ...good, MONGODB_URI: 'postgres://x' }, 'MONGODB_URI: must start with mongodb://'],
    ['port 65536', { ...good, ACOLHE_CRM_PORT: '65536' }, 'ACOLHE_CRM_PORT: '],
  ])('refuses %s', (_name, env, problem) => {
    expect(problemsOf(env as Record<string, string>).join('\n')).toContain(problem);
  });

  it('never repeats a value, secret or not', () => {
    const env = {
      MONGODB_URI: 'mysql://user:hunter2hunter2@host',
      ACOLHE_SESSION_KEY: 'hunter2hunter2!!',
      ACOLHE_CRM_PORT: 'hunter2hunter2',
      ACOLHE_LOG_LEVEL: 'hunter2hunter2',
      ACOLHE_TRUST_PROXY: 'hunter2hunter2',
      ACOLHE_TENANTS: JSON.stringify([
        { ...tenant, workspaces: [{ id: 'hunter2hunter2_', url: 'hunter2hunter2', secrets: ['hunter2'] }] },
      ]),
    };
    expect(problemsOf(env).length).toBeGreaterThanOrEqual(8);
    expect(problemsOf(env).join('\n')).not.toContain('hunter2');
  });
});
