import { ConfigError, readConfig } from '../../../crm-sync/config/config';

const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
const base = { MONGODB_URI: 'mongodb://127.0.0.1', ACOLHE_SESSION_KEY: key(1) };
const read = (env: Record<string, string>, file = '', mode: number | undefined = 0o100600) =>
  readConfig(
    { ...base, ...env },
    () => file,
    () => mode,
  );
const problems = (...args: Parameters<typeof read>): string[] => {
  try {
    read(...args);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems.map(({ variable, problem }) => `${variable}: ${problem}`);
  }
};

describe('the registry of tenants in the configuration', () => {
  it('is there with a master key, and then needs no configured tenants', () => {
    expect(read({ ACOLHE_MASTER_KEY: key(2) })).toMatchObject({
      tenants: [],
      registry: {
        database: 'acolhe_control',
        masterKey: { current: { kind: 'local', key: Buffer.alloc(32, 2) }, previous: [] },
      },
    });
  });

  it('is not there without one, and tenants are asked for', () => {
    expect(problems({})[0]).toMatch(/^ACOLHE_TENANTS: missing/);
  });

  it('takes the first line of a key file as current, the others as previous', () => {
    expect(
      read({ ACOLHE_MASTER_KEY_FILE: '/k', ACOLHE_CONTROL_DATABASE: 'c' }, `${key(3)}\n${key(2)}\n`).registry,
    ).toMatchObject({
      database: 'c',
      masterKey: { current: { key: Buffer.alloc(32, 3) }, previous: [{ key: Buffer.alloc(32, 2) }] },
    });
  });

  it('takes a KMS key, with a local one before it', () => {
    expect(
      read({ ACOLHE_MASTER_KMS_KEY: 'alias/acolhe', ACOLHE_MASTER_KEY_PREVIOUS: key(2) }).registry?.masterKey,
    ).toEqual({
      current: { kind: 'kms', keyName: 'alias/acolhe' },
      previous: [{ kind: 'local', key: Buffer.alloc(32, 2) }],
    });
  });

  it.each([
    ['world-readable', 0o100604],
    ['world-writable', 0o100602],
    ['group-writable', 0o100620],
  ])('refuses a key file that is %s', (_what, mode) => {
    expect(problems({ ACOLHE_MASTER_KEY_FILE: '/k' }, key(3), mode)[0]).toMatch(
      /^ACOLHE_MASTER_KEY_FILE: others may use the file/,
    );
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a short key', { ACOLHE_MASTER_KEY: 'c2hvcnQ=' }, /^ACOLHE_MASTER_KEY: must be base64/],
    ['an empty file', { ACOLHE_MASTER_KEY_FILE: '/k' }, /^ACOLHE_MASTER_KEY_FILE: the file is empty/],
    [
      'two at once',
      { ACOLHE_MASTER_KEY: key(1), ACOLHE_MASTER_KMS_KEY: 'alias/x' },
      /^ACOLHE_MASTER_KEY: give one of/,
    ],
    [
      'only the one before',
      { ACOLHE_MASTER_KEY_PREVIOUS: key(1) },
      /^ACOLHE_MASTER_KEY_PREVIOUS: there is no/,
    ],
    [
      'an endpoint that is no address',
      { ACOLHE_MASTER_KMS_KEY: 'alias/x', ACOLHE_KMS_ENDPOINT: 'x' },
      /^ACOLHE_KMS_ENDPOINT: /,
    ],
    [
      'a bad database',
      { ACOLHE_MASTER_KEY: key(1), ACOLHE_CONTROL_DATABASE: 'a.b' },
      /^ACOLHE_CONTROL_DATABASE: /,
    ],
  ])('refuses %s, without repeating it', (_what, env, wanted) => {
    const told = problems(env);
    expect(told[0]).toMatch(wanted);
    for (const value of Object.values(env).filter((text) => text.length > 3))
      expect(told.join()).not.toContain(value);
  });
});
