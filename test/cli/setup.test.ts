import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { acolhe, acolheProcess } from '../support/acolhe';

const folder = mkdtempSync(path.join(tmpdir(), 'acolhe-setup-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const token = { ACOLHE_ROCKETCHAT_TOKEN: 't', ACOLHE_ROCKETCHAT_USER_ID: 'u' };
beforeAll(() => void jest.replaceProperty(process, 'env', { ...process.env, ...token }));

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
  ])('Given %s, then it says so with exit code 2', async (_what, args, words) => {
    const run = await acolhe(['setup', ...args]);
    expect(run.out + run.err).toMatch(words);
    expect(run.code).toBe(2);
  });

  it.each<[string, string[], typeof acolheProcess]>([
    ['setup', ['--crm-url', 'http://crm.example'], acolheProcess],
    ['doctor', [], acolhe],
  ])(
    'Given a workspace that is not reached, then %s --json says so for programs',
    async (verb, more, run) => {
      const { code, out } = await run([verb, ...url, ...more, '--json']);
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ error: 'unreachable' });
    },
  );
});
