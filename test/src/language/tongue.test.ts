import { tongueOf } from '../../../src/language/tongue';

describe('the language of a message', () => {
  it.each([
    ['não consigo respirar', 'pt-BR'],
    ['dor no peito', 'pt-BR'],
    ["I can't breathe", 'en'],
    ['chest pain', 'en'],
    ['i have a cough and my chest hurts', 'en'],
    ['no puedo respirar', 'es'],
    ['me duele el pecho', 'es'],
    ['estoy vomitando sangre', 'es'],
  ])('%s', (text, language) => {
    expect(tongueOf(text)).toBe(language);
  });

  it.each(['', 'oi', 'sim', 'no', 'sí', 'y', '38,5', '🤒', 'xyzw asdf', 'covid', 'dengue, zika'])(
    '"%s": nothing says which',
    (text) => {
      expect(tongueOf(text)).toBeUndefined();
    },
  );

  it.each([
    ['Hi, I have had a cough and a fever since yesterday', 'en'],
    ['hola, tengo tos y fiebre desde ayer', 'es'],
    ['estou com tosse e febre desde ontem', 'pt-BR'],
    ['chest pain', undefined],
    ['dolor', undefined],
    ['I have a tosse e febre com dor no peito', undefined],
    ['my nome é John, estou com febre', undefined],
  ])('surely: %s', (text, language) => {
    expect(tongueOf(text, true)).toBe(language);
  });
});
