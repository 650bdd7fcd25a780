/** Talk that tells nothing, replies that go on, and warm numbers: each with what nearly is one. */
import { isOnlyTalk } from '../../../src/language/small-talk';
import { testEachWord } from './each-word';

describe('talk and nothing else', () => {
  it.each([
    'kkkk',
    'kk',
    'rs',
    'rsrs',
    'haha',
    'hehe',
    'jaja',
    'lol',
    'lmao',
    'haha!',
    'idiota',
    'me conta uma piada',
  ])('Given "%s" Then it is', (text) => expect(isOnlyTalk(text)).toBe(true));
  it.each(['', 'k', 'idiota, tô com dor', 'kkk tosse', 'porra que medo', 'me ajudem porra', 'bom dia'])(
    'Given "%s" Then it is not',
    (text) => expect(isOnlyTalk(text)).toBe(false),
  );
  it.each(
    'dor dores doi doendo doeu mal ruim pior sinto sentindo passando medo ajuda socorro pain hurt hurts sick ill help feel feeling worse dolor duele siento ayuda miedo'.split(
      ' ',
    ),
  )('Given an insult and "%s" Then it is not', (word) => expect(isOnlyTalk(`merda ${word}`)).toBe(false));
  it('Given more than 80 characters Then it is not', () => {
    expect(isOnlyTalk(`idiota ${'x'.repeat(73)}`)).toBe(true);
    expect(isOnlyTalk(`idiota ${'x'.repeat(74)}`)).toBe(false);
  });
});

testEachWord(
  [
    [
      'a bare verb that is the answer all the same',
      'e mas y pero but and because porque porem quando qdo qnd when cuando ao',
      (word) => `tenho ${word} coisa`,
      /fever=yes/,
    ],
  ],
  'fever',
);

testEachWord([
  [
    'a number that is no temperature',
    'tenho tem tengo tiene idade de fiz faz ha completou years uns umas mais',
    (word) => `ardendo ${word} 38`,
    /^(?!.*temperature)/,
  ],
  [
    'what else is measured',
    'peso pesa pesando pesei calco numero tamanho altura mede cintura quadril cabeca circunferencia custa custou valor preco nota media km rua casa apartamento lote quadra linha onibus sala imc weight weighs size talla mide idade hemoglobina hematocrito leucocitos',
    (word) => `ardendo ${word} 38,2`,
    /^(?!.*temperature)/,
  ],
  [
    'warm',
    'quente quentinho quentinha quentao quentona ardendo queimando pelando fervendo caliente calentito calentita hot warm burning esquentando esquentou',
    (word) => `xyz 38,2 xyz ${word}`,
    /temperature=38.2/,
  ],
  [
    'what follows a temperature',
    'e mas ha faz desde agora hoje ontem com ta to sem que a de as na no deu depois antes quando mesmo ja and since now y pero desde hace ele ela meu minha',
    (word) => `38,2 ${word} coisa`,
    /temperature=38.2/,
  ],
]);
