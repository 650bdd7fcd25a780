import { findProfessional, readProfessionals } from '../../../src/routing/professionals';

const list = `12; ana.souza; Dra. Ana Souza
 13 ; @bruno ; Enf. Bruno Lima

joao; Dr. João Souza
a line that says nothing
x1; carla; Carla
14; carla`;

describe('professionals as the operator lists them', () => {
  const all = readProfessionals(list);

  it('Given lines, Then each is one of them, and what is none is left out', () => {
    expect(all).toEqual([
      { extension: '12', username: 'ana.souza', name: 'Dra. Ana Souza' },
      { extension: '13', username: 'bruno', name: 'Enf. Bruno Lima' },
      { username: 'joao', name: 'Dr. João Souza' },
      { username: '14', name: 'carla' },
    ]);
  });

  it.each([
    [{ extension: '13' }, 'bruno'],
    [{ extension: '99' }, undefined],
    [{ name: 'ana' }, 'ana.souza'],
    [{ name: 'Dra. Ana' }, 'ana.souza'],
    [{ name: 'joao souza' }, 'joao'],
    [{ name: 'JOÃO' }, 'joao'],
    // two of them: nobody is guessed
    [{ name: 'souza' }, undefined],
    [{ name: 'dra' }, undefined],
    [{ name: 'an' }, undefined],
    [{}, undefined],
  ] as const)('Given %j, Then it is %s', (asked, username) => {
    expect(findProfessional(all, asked)?.username).toBe(username);
  });
});
