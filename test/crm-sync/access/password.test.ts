import { hashPassword, passwordMatches, passwordProblem } from '../../../crm-sync/access/password';

describe('passwords', () => {
  it.each([
    ['', 'too-short'],
    ['elevenchars', 'too-short'],
    ['twelve-chars', undefined],
    ['aaaaaaaaaaaaaaaa', 'too-simple'],
    ['abababababababab', 'too-simple'],
    ['marcos.vieira1', 'too-simple'],
    ['MARCOS.VIEIRA12', 'too-simple'],
    ['três tigres tristes', undefined],
    ['😀'.repeat(6), 'too-short'],
    ['x'.repeat(100) + 'abcdef'.repeat(20), 'too-long'],
  ])('judges %j: %s', (password, problem) => {
    expect(passwordProblem(password, 'marcos.vieira@example.org')).toBe(problem);
  });

  it('hashes with argon2id, 19 MiB, 2 passes, 1 lane, a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('Chuva-Mansa-77'), hashPassword('Chuva-Mansa-77')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('accepts the right password, however its accents were typed, and no other', async () => {
    const hash = await hashPassword('cora\u00e7\u00e3o-valente');
    expect(await passwordMatches(hash, 'corac\u0327a\u0303o-valente')).toBe(true);
    expect(await passwordMatches(hash, 'coracao-valente')).toBe(false);
  });

  it('accepts nothing where nobody is', async () => {
    expect(await passwordMatches(undefined, 'nobody has this password')).toBe(false);
  });
});
