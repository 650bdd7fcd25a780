/** `acolhe tenant` as operators type it, on a real server. */
import { execFile } from 'child_process';
import path from 'path';
import { randomBytes } from 'crypto';
import { testMongo, uniqueDatabase, type TestMongo } from '../support/mongo';

const root = path.join(__dirname, '..', '..');
let mongo: TestMongo;
let env: Record<string, string>;
beforeAll(async () => {
  mongo = await testMongo();
  const key = () => randomBytes(32).toString('base64');
  env = {
    PATH: process.env['PATH'] ?? '',
    MONGODB_URI: mongo.uri,
    ACOLHE_SESSION_KEY: key(),
    ACOLHE_MASTER_KEY: key(),
    ACOLHE_CONTROL_DATABASE: uniqueDatabase(),
  };
});
afterAll(async () => mongo?.stop());

interface Ran {
  code: number;
  out: string;
  err: string;
}

function acolhe(
  args: string[],
  { input = '', with: more = {} }: { input?: string; with?: Record<string, string> } = {},
) {
  return new Promise<Ran>((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(root, 'cli', 'acolhe.mjs'), 'tenant', ...args],
      { cwd: root, env: { ...env, ...more } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

describe('acolhe tenant', () => {
  it('makes a tenant and its workspace, lists, archives, restores, deletes it', async () => {
    const made = await acolhe([
      'create',
      '--id',
      'alfa',
      '--name',
      'Clínica Alfa',
      '--database',
      uniqueDatabase(),
    ]);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toContain('npx acolhe tenant workspace add --id alfa');
    const added = await acolhe(
      [
        'workspace',
        'add',
        '--id',
        'alfa',
        '--workspace',
        'main',
        '--url',
        'https://chat.example',
        '--settings-stdin',
        '--json',
      ],
      { input: JSON.stringify({ webhookToken: 'token-of-the-webhook' }) },
    );
    expect(JSON.parse(added.out)).toMatchObject({
      id: 'alfa',
      secret: expect.stringMatching(/^whsec_/) as string,
    });
    const workspaces = await acolhe(['workspace', 'list', '--id', 'alfa', '--json']);
    expect(JSON.parse(workspaces.out)).toEqual([
      { workspace: 'main', url: 'https://chat.example', secrets: 1, webhook: true, reconciled: false },
    ]);
    expect(workspaces.out).not.toContain('token-of-the-webhook');
    await acolhe(['archive', '--id', 'alfa']);
    expect(JSON.parse((await acolhe(['list', '--json'])).out)).toMatchObject([
      { id: 'alfa', state: 'archived' },
    ]);
    await acolhe(['restore', '--id', 'alfa']);
    const unsure = await acolhe(['delete', '--id', 'alfa']);
    expect([unsure.code, unsure.err]).toEqual([2, expect.stringContaining('--yes-delete alfa')]);
    expect((await acolhe(['delete', '--id', 'alfa', '--yes-delete', 'alfa'])).code).toBe(0);
    expect(JSON.parse((await acolhe(['list', '--json'])).out)).toEqual([{ id: 'alfa', state: 'deleted' }]);
    const again = await acolhe(['create', '--id', 'alfa', '--name', 'Outra']);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('never used again')]);
  });

  it('changes settings, and says what it does not understand', async () => {
    await acolhe(['create', '--id', 'gama', '--name', 'Gama', '--database', uniqueDatabase()]);
    const set = ['set', '--id', 'gama', '--json'];
    const done = await acolhe([...set, '--second-factor', 'required', '--keep-files', 'on', '--name', 'Γ']);
    expect(done.err).toBe('');
    expect(JSON.parse(done.out)).toEqual({
      id: 'gama',
      name: 'Γ',
      secondFactor: 'required',
      keepFiles: true,
    });
    expect(JSON.parse((await acolhe(['list', '--json'])).out)).toContainEqual(
      expect.objectContaining({ id: 'gama', name: 'Γ' }),
    );
    for (const [args, words] of [
      [['--second-factor', 'always'], 'secondFactor'],
      [['--keep-files', 'yes'], '--keep-files must be on or off'],
      [[], 'at least one of --name'],
    ] as const) {
      const refused = await acolhe([...set, ...args]);
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(words)]);
    }
  });

  it('rotates keys in two steps: the old one is destroyed when that is asked for, later', async () => {
    await acolhe(['create', '--id', 'delta', '--name', 'Delta', '--database', uniqueDatabase()]);
    const rotate = ['rotate-keys', '--id', 'delta'];
    const early = await acolhe([...rotate, '--finish']);
    expect([early.code, early.err]).toEqual([2, expect.stringContaining('without --finish first')]);
    const begun = await acolhe(rotate);
    expect(begun.code).toBe(0);
    expect(begun.out).toMatch(/retired: \w+[^]*Next[^]*npx acolhe tenant rotate-keys --id delta --finish/);
    const finished = JSON.parse((await acolhe([...rotate, '--finish', '--json'])).out) as object;
    expect(finished).toMatchObject({ id: 'delta', destroyed: [expect.any(String) as string] });
    expect(finished).not.toHaveProperty('retired');
  });

  it('says what is wrong, changing nothing: no registry, a configured tenant, a bad time zone', async () => {
    const none = await acolhe(['archive', '--id', 'x'], {
      with: { ACOLHE_MASTER_KEY: '', ACOLHE_TENANTS: '[]' },
    });
    expect(none.code).toBe(2);
    const tenants = [
      {
        ...{ id: 'fixa', name: 'Fixa', workspaces: [] },
        sealingKeys: [{ id: 'k1', key: randomBytes(32).toString('base64') }],
      },
    ];
    const fixed = await acolhe(['rotate-keys', '--id', 'fixa'], {
      with: { ACOLHE_TENANTS: JSON.stringify(tenants) },
    });
    expect([fixed.code, fixed.err]).toEqual([
      2,
      expect.stringContaining('add a key at the end of its `sealingKeys`'),
    ]);
    const zone = await acolhe(['create', '--id', 'z', '--name', 'Z', '--time-zone', 'Mars/Olympus']);
    expect([zone.code, zone.err]).toEqual([2, expect.stringContaining('timeZone must be an IANA time zone')]);
  });
});
