import { acolhe, acolheProcess } from '../support/acolhe';

describe('the command acolhe', () => {
  it('lists its verbs', async () => {
    const { out, code } = await acolheProcess(['--help']);
    expect(code).toBe(0);
    const verbs = [...out.matchAll(/^ {2}([a-z]+)(?: \[|\s{2})/gm)].map((match) => match[1]);
    expect(verbs).toEqual(
      expect.arrayContaining(['start', 'doctor', 'package', 'deploy', 'protocol', 'user', 'crm']),
    );
  });

  it.each<[string, string[], RegExp, typeof acolheProcess?]>([
    ['an unknown verb', ['launch'], /unknown command 'launch'/, acolheProcess],
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
  ])('refuses %s with exit code 2', async (_what, args, words, run = acolhe) => {
    const { err, out, code } = await run(args);
    expect(err).toMatch(words);
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});
