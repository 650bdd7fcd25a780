import { changesOfMind, turnOf } from '../../../src/language/changes-of-mind';
import { tokenise } from '../../../src/language/tokens';

/** "1-2" where a mind is changed: first token of it, first after it. */
const read = (text: string): string =>
  changesOfMind(tokenise(text))
    .map(({ start, next }) => `${start}-${next}`)
    .join(' ');

describe('changes of mind', () => {
  it.each<[string, string]>([
    ['sim, quer dizer, não', '2-4'],
    ['sim, digo, não', '2-3'],
    ['sim digo não, aliás sim', '1-2 4-5'],
    ['sim desculpa errei não', '1-3'],
    ['sim ou melhor não', '1-3'],
    ['sim scratch that no', '1-3'],
    ['sí mejor dicho no', '1-3'],
    ['o que quer dizer não', ''],
    ['isso quer dizer não', ''],
    ['what i mean', ''],
    ['não digo isso', ''],
    ['por mentira', ''],
    ['me desculpa', ''],
    ['tosse 4 dias, não, 5', '4-6'],
    ['tosse 4 dias. não 5', '4-5'],
    ['tosse 4 dias\nno 5', '4-5'],
    ['tosse 4 dias não 5', ''],
    ['tosse, não, 5', ''],
    ['tosse 4 dias, não, febre', ''],
    ['tosse 4 dias, sim, 5', ''],
    ['4, não, 5, digo, 6', '2-4 6-7'],
    ['4, não, 5, não, 6, não, 7, não, 8, não, 9, não, 1', '2-4 6-8 10-12 14-16 18-20'],
    ['tosse', ''],
  ])('Given "%s" Then "%s"', (text, expected) => expect(read(text)).toBe(expected));

  it.each(
    'espera espere perdão desculpa desculpe actually sorry wait perdón mentira pera digo na_verdade foi_mal opa_não ops oops'.split(
      ' ',
    ),
  )(
    'Given "%s" Then after something it may take that back, at the beginning it takes nothing back',
    (marker) => {
      const said = marker.replace('_', ' ');
      expect([read(`sim ${said} não`).slice(0, 2), read(`${said} sim`)]).toEqual(['1-', '']);
    },
  );
  it('counts the turns before a token', () => {
    const changes = changesOfMind(tokenise('sim digo não, aliás sim'));
    expect([0, 1, 2, 3, 4, 5].map((at) => turnOf(changes, at))).toEqual([0, 0, 1, 1, 1, 2]);
  });
});
