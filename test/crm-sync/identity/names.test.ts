import fc from 'fast-check';
import { nameSounds, soundOf } from '../../../crm-sync/identity/name-sound';
import { nameKey, nameWords, spokenWords } from '../../../crm-sync/identity/name-words';

const sounds = (name: string) => new Set(nameSounds(name).flat());
const alike = (a: string, b: string) => [...sounds(a)].some((code) => sounds(b).has(code));

describe('the words of a name', () => {
  it.each([
    ['José d’Ávila e Souza', 'jose davila souza'],
    ['MARIA  DA  CONCEIÇÃO', 'maria conceicao'],
    ['Ana-Maria dos Santos', 'ana maria santos'],
    ['ana ana', 'ana'],
    ['De', 'de'],
    ['', ''],
    ['!!', ''],
  ])('%s → %s', (name, words) => expect(nameKey(name)).toBe(words));

  it('are the same however accents, case and spaces are typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aáàãâbcçdeéêioóõuú -') }), (name) => {
        const typed = [name.normalize('NFD'), name.normalize('NFC'), name.toUpperCase(), `  ${name}\t`];
        for (const one of typed) expect(nameWords(one)).toEqual(nameWords(name));
      }),
    );
  });
});

describe('how a name sounds', () => {
  it.each([
    ['Luís', 'Luiz'],
    ['Souza', 'Sousa'],
    ['Thiago', 'Tiago'],
    ['Felipe', 'Phelipe'],
    ['Filipe', 'Felipe'],
    ['Wagner', 'Vagner'],
    ['Victor', 'Vítor'],
    ['Teixeira', 'Texeira'],
    ['Conceição', 'Conseisão'],
    ['Conceicao', 'Conceição'],
    ['Gonçalves', 'Gonsalves'],
    ['Gonçalves', 'Goncalves'],
    ['Kauã', 'Cauan'],
    ['Elizabeth', 'Elisabete'],
    ['Christian', 'Cristian'],
    ['Queiroz', 'Queirós'],
    ['Walter', 'Valter'],
    ['Baptista', 'Batista'],
    ['Michelle', 'Michele'],
    ['Yara', 'Iara'],
    ['Helio', 'Élio'],
    ['Jean', 'Gean'],
    ['Joaquim', 'Joaquin'],
    ['Guilherme', 'Guilerme'],
    ['Mello', 'Melo'],
    ['Xavier', 'Chavier'],
    ['Schmidt', 'Shmidt'],
  ])('%s as %s', (a, b) => expect(alike(a, b)).toBe(true));

  it.each([
    ['Ana', 'Eva'],
    ['Maria', 'Mario'],
    ['Marta', 'Marcia'],
    ['Paulo', 'Paula'],
    ['Rafael', 'Raquel'],
    ['Carla', 'Clara'],
    ['Gabriel', 'Daniel'],
    ['Tiago', 'Diego'],
    ['Rosa', 'Rocha'],
    ['Lima', 'Lemos'],
  ])('%s not as %s', (a, b) => expect(alike(a, b)).toBe(false));

  it('depends on no accent, is short, and says nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aáãbcdeéfghijlmnoópqrstuvwxyz') }), (word) => {
        const [plain = ''] = spokenWords(word);
        const code = soundOf(plain);
        expect(code).toMatch(/^[A-Z]*$/);
        expect(code).not.toMatch(/(.)\1/);
        expect(code).not.toMatch(/[EOYWHCQZ]/);
        expect(code.length).toBeLessThanOrEqual(word.length);
      }),
    );
  });
});
