import { spawnSync } from 'child_process';
import path from 'path';
import { projectRoot } from '../../cli/project-root';

const acolhe = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(projectRoot, 'cli/acolhe.mjs'), ...args], {
    encoding: 'utf8',
    input: '',
  });

describe('the command acolhe', () => {
  it('lists its verbs', () => {
    const { stdout, status } = acolhe('--help');
    expect(status).toBe(0);
    const verbs = [...stdout.matchAll(/^ {2}([a-z]+)(?: \[|\s{2})/gm)].map((match) => match[1]);
    expect(verbs).toEqual(
      expect.arrayContaining(['start', 'doctor', 'package', 'deploy', 'protocol', 'user', 'crm']),
    );
  });

  it.each([
    ['an unknown verb', ['launch'], /unknown command 'launch'/],
    ['a word of Object that is no verb', ['toString'], /unknown command/],
    ['an unknown option', ['package', '--nothing'], /unknown option '--nothing'/],
    ['an option that is missing', ['deploy'], /--url/],
    ['a token without its user', ['deploy', '--url', 'http://127.0.0.1:1', '--token', 't'], /--user-id/],
    [
      'no terminal for the password',
      ['deploy', '--url', 'http://127.0.0.1:1', '--user', 'a'],
      /--password-stdin/,
    ],
    [
      'an empty password',
      ['deploy', '--url', 'http://127.0.0.1:1', '--user', 'a', '--password-stdin'],
      /no password/,
    ],
  ])('refuses %s with exit code 2', (_what, args, words) => {
    const { stderr, stdout, status } = acolhe(...args);
    expect(stderr).toMatch(words);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});
