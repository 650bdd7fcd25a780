import type { ConceptId } from '../../../settings/concepts';
import { readMessage } from '../../../src/language/message';
import { wordsOfKind } from '../../../src/language/phrases';
import { askedLists, readReply } from '../../../src/language/replies';
import { tokenise } from '../../../src/language/tokens';

/** Each alternative of each element of an entry, once. */
function someOf(phrase: string): string[] {
  const alternatives = phrase.split(/\s+/).map((element) =>
    element
      .replace(/\?$/, '')
      .split('|')
      .flatMap((one) => wordsOfKind(one))
      .map((one) => one.replace(/_/g, ' ')),
  );
  const most = Math.max(...alternatives.map(({ length }) => length));
  return Array.from({ length: most }, (_item, i) => alternatives.map((of) => of[i % of.length]).join(' '));
}

const entries = askedLists.flatMap((lists) =>
  Object.entries(lists).flatMap(([concept, replies]) =>
    (Object.entries(replies) as [string, string][]).map(([value, phrases]) => ({
      ...{ concept: concept as ConceptId, value, phrases: phrases.split(' / ') },
    })),
  ),
);

const reply = (asked: string, text: string): string | undefined => readReply(asked, tokenise(text));

describe('Given words that answer one question only', () => {
  it.each(entries)(
    'each entry of $concept that means $value is read as such',
    ({ concept, value, phrases }) => {
      const other = phrases.flatMap(someOf).filter((text) => reply(concept, text) !== value);
      expect(other).toEqual([]);
    },
  );

  it.each([
    ['incontinence_new', 'seguro direitinho', 'no'],
    ['incontinence_new', 'desde hoje escapa e nem sinto', 'yes'],
    ['bulging_fontanelle', 'a da minha neném está plana, doutora', 'no'],
    ['bulging_fontanelle', 'a do meu bebê tá alta e dura', 'yes'],
    ['chest_indrawing', 'olhei as costelas dele, não afunda', 'no'],
    ['chest_indrawing', 'afunda sim', 'yes'],
    ['missed_dialysis', 'fiz todas certinho', 'no'],
    ['missed_dialysis', 'pulei a de terça', 'yes'],
    ['face_droop', 'tortinha não, tá igual dos dois lados', 'no'],
    ['vision_loss', 'enxergo dos dois bem', 'no'],
    ['unresponsive', 'já belisquei ele, nada, não reage', 'yes'],
    ['diabetes', 'tipo 2', 'yes'],
    ['covid_test_positive', 'deu dois risquinhos', 'yes'],
    ['covid_test_positive', 'salió negativa la prueba', 'no'],
    ['stiff_neck', 'chin touches my chest no problem, not stiff', 'no'],
    ['cough', 'um pouquinho', 'yes'],
    ['stridor', 'parece um apito', 'yes'],
    ['vomiting', 'umas 3 vezes', 'yes'],
  ])('asked about %s, "%s" is %s', (asked, text, value) => {
    expect(reply(asked, text)).toBe(value);
    const { findings } = readMessage(text, { language: 'pt-BR', asked });
    expect(findings).toContainEqual(expect.objectContaining({ concept: asked, value }));
  });

  it.each([
    ['a question', 'face_droop', 'tortinha?'],
    ['a doubt', 'face_droop', 'acho que tortinha'],
    ['what only seems well', 'stridor', 'parece normal'],
    ['both', 'cyanosis', 'roxa na mão, rosada na boca'],
    ['a long story', 'cyanosis', 'roxa ' + 'e então a gente foi lá ver e era a luz '.repeat(3)],
    ['nothing of the matter', 'cyanosis', 'azeite'],
    ['a few words among others', 'cough', 'fui muito ao mercado ontem cedo'],
  ])('%s is no reply', (_name, asked, text) => {
    expect(reply(asked, text)).toBeUndefined();
  });

  it('says nothing where it was not asked', () => {
    expect(readMessage('seguro direitinho', { language: 'pt-BR' }).findings).toEqual([]);
  });

  it('does not outrank a yes or no in so many words', () => {
    const { findings } = readMessage('sim, fiz todas', { language: 'pt-BR', asked: 'missed_dialysis' });
    expect(findings).toContainEqual(expect.objectContaining({ concept: 'missed_dialysis', value: 'yes' }));
  });

  it.each([
    ['choking', 'ele já desengasgou', 'other'],
    ['cyanosis', 'a boca tá rosada normal', 'self'],
    ['fewer_fetal_movements', 'ela chuta o dia inteiro', 'self'],
  ])('asked about %s, "%s" is of %s', (asked, text, who) => {
    const { findings } = readMessage(text, { language: 'pt-BR', asked });
    expect(findings).toContainEqual(expect.objectContaining({ concept: asked, who }));
  });
});
