import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';

const root = path.join(__dirname, '..', '..');
const folder = mkdtempSync(path.join(tmpdir(), 'acolhe-setup-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function acolhe(...args: string[]) {
  const run = spawnSync(process.execPath, [path.join(root, 'cli/acolhe.mjs'), ...args], {
    ...{ cwd: folder, encoding: 'utf8', timeout: 60_000 },
    env: { ...process.env, ACOLHE_ROCKETCHAT_TOKEN: 't', ACOLHE_ROCKETCHAT_USER_ID: 'u' },
  });
  return { code: run.status, out: run.stdout, words: run.stdout + run.stderr };
}

describe('acolhe setup on the command line', () => {
  const bad = path.join(folder, 'bad.json');
  beforeAll(() => writeFileSync(bad, '{}'));
  const url = ['--url', 'http://127.0.0.1:9'];
  it.each([
    ['no address of the CRM', [...url], /--crm-url is missing/],
    ['an address that is none', ['--url', 'chat', '--crm-url', 'http://crm.example'], /"chat" is no address/],
    [
      'a tenant id with spaces',
      [...url, '--crm-url', 'http://crm.example', '--tenant', 'Two Words'],
      /--tenant must be/,
    ],
    ['an undo file that is none', [...url, '--undo', bad], /bad\.json is no undo file/],
    ['an undo file that is not there', [...url, '--undo', 'none.json'], /none\.json is not there/],
  ])('Given %s, then it says so with exit code 2', (_what, args, words) => {
    const run = acolhe('setup', ...args);
    expect(run.words).toMatch(words);
    expect(run.code).toBe(2);
  });

  it.each(['setup', 'doctor'])(
    'Given a workspace that is not reached, then %s --json says so for programs',
    (verb) => {
      const run = acolhe(
        verb,
        ...url,
        ...(verb === 'setup' ? ['--crm-url', 'http://crm.example'] : []),
        '--json',
      );
      expect(run.code).toBe(1);
      expect(JSON.parse(run.out)).toMatchObject({ error: 'unreachable' });
    },
  );
});
