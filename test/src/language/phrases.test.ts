/** The notation of phrases and how a text is searched for them, on a small book. */
import { containedIn, fewOfEach, withoutContained } from '../../../src/language/matches';
import { findPhrases, makePhraseBook, wordsOfPhrase, type PhraseMatch } from '../../../src/language/phrases';
import { tokenise } from '../../../src/language/tokens';
import { runFinder } from '../../../src/language/word-runs';

const book = makePhraseBook(
  [
    ['pain', 'dor|doi cabeca'],
    ['pain', 'dor cabeca forte'],
    ['ear', 'dor de? ouvido'],
    ['breath', 'falta de_ar'],
    ['breath', 'a? folego'],
    ['seizure', 'convulsao'],
    ['seizure', 'convulsao'],
    ['cold', 'gripe'],
    ['rice', 'comida_japonesa'],
  ],
  ['a', 'na', 'muito', 'de'],
  ['cabecas', 'convulsai'],
);
const found = (text: string): string[] =>
  findPhrases(tokenise(text), book).matches.map(({ concept, start, end }) => `${concept} ${start}-${end}`);

describe('phrases in a text', () => {
  it.each<[why: string, text: string, found: string[]]>([
    ['words side by side', 'dor cabeca', ['pain 0-1']],
    ['either word', 'doi cabeca', ['pain 0-1']],
    ['fillers between', 'dor muito na cabeca', ['pain 0-3']],
    ['four fillers', 'dor a a na muito cabeca', ['pain 0-5']],
    ['five fillers are too many', 'dor a na a na muito cabeca', []],
    ['a pause is a filler', 'dor\ncabeca', ['pain 0-2']],
    ['a comma is none', 'dor, cabeca', []],
    ['a full stop is none', 'dor. cabeca', []],
    ['no filler before the first word', 'na dor cabeca', ['pain 1-2']],
    ['another word between', 'dor boa cabeca', []],
    ['the longest of one beginning', 'dor cabeca forte', ['pain 0-2']],
    ['the longest with something after', 'dor cabeca muito forte hoje', ['pain 0-3']],
    ['an optional word', 'dor de ouvido', ['ear 0-2']],
    ['without the optional word', 'dor ouvido', ['ear 0-1']],
    ['two words as one', 'falta de ar', ['breath 0-2']],
    ['an optional filler at the beginning', 'a folego', ['breath 0-1', 'breath 1-1']],
    ['several, from left to right', 'gripe dor ouvido gripe', ['cold 0-0', 'ear 1-2', 'cold 3-3']],
    ['one letter wrong', 'convulsno', ['seizure 0-0']],
    ['one letter missing', 'convusao', ['seizure 0-0']],
    ['the last letter missing', 'convulsa', ['seizure 0-0']],
    ['one letter too many', 'convulksao', ['seizure 0-0']],
    ['two neighbours swapped', 'convuslao', ['seizure 0-0']],
    ['the last two swapped', 'convulsoa', ['seizure 0-0']],
    ['two letters wrong', 'comvulxao', []],
    ['two that are no neighbours swapped', 'cosvulnao', []],
    ['another first letter', 'donvulsao', []],
    ['the first letter missing', 'onvulsao', []],
    ['a short word is not guessed', 'gripo', []],
    ['six letters are guessed', 'ouvibo dor ouvibo', ['ear 1-2']],
    ['a word of the book is itself', 'dor folego', ['breath 1-1']],
    ['a word that is exact is no misspelling', 'convulsai', []],
    ['… nor guessed at', 'dor cabecas', []],
    ['letters typed long', 'doooor cabeeeca', ['pain 0-1']],
    ['far too long to be a word', `convulsao${'o'.repeat(9)}xyxyxyxyxyxyxyxyxyxyxyxyxyxyxy`, []],
    ['nothing', '', []],
  ])('Given %s, "%s"', (_why, text, expected) => expect(found(text)).toEqual(expected));

  it('counts the moves it tries', () => {
    expect(findPhrases(tokenise('gripe'), book).steps).toBe(1);
    expect(findPhrases(tokenise('dor muito cabeca'), book).steps).toBe(5);
  });
  it('names every word of a phrase', () =>
    expect(wordsOfPhrase(' dor|doi  de_ar? cabeca ')).toEqual(['dor', 'doi', 'de', 'ar', 'cabeca']));
  it('lets short lists match side by side only, and with the fillers they were given', () => {
    const texts = ['bom dia', 'bom o dia'].map(tokenise);
    const strict = runFinder({ day: ['bom dia'] });
    const loose = runFinder({ day: ['bom dia'] }, ['o']);
    expect(texts.map((tokens) => strict(tokens).length)).toEqual([1, 0]);
    expect(texts.map((tokens) => loose(tokens).length)).toEqual([1, 1]);
    expect(runFinder({ thanks: ['obrigada|grata_demais'] })(tokenise('obrigida gratta'))).toEqual([]);
  });
});

const at = (concept: string, start: number, end: number): PhraseMatch => ({ concept, start, end });

describe('matches within others', () => {
  it.each<[why: string, matches: PhraseMatch[], kept: number[]]>([
    ['an idiom silences what it holds', [at('', 0, 3), at('fever', 1, 2)], []],
    ['an idiom as long silences a red flag', [at('', 0, 1), at('dyspnea', 0, 1)], []],
    ['… and no other symptom', [at('', 0, 1), at('cough', 0, 1)], [1]],
    ['a longer phrase of the same concept', [at('cough', 0, 3), at('cough', 1, 3)], [0]],
    ['one as long of the same concept', [at('cough', 0, 1), at('cough', 0, 1)], [0, 1]],
    ['another concept stays', [at('cough', 0, 3), at('fever', 1, 1)], [0, 1]],
    ['a longer red flag with another call', [at('violence', 0, 2), at('suicidal_ideation', 1, 2)], [0]],
    ['… with the same call', [at('chest_pain', 0, 2), at('dyspnea', 1, 2)], [0, 1]],
    ['a symptom within a red flag', [at('violence', 0, 2), at('cough', 1, 2)], [0, 1]],
    ['a red flag within a symptom', [at('cough', 0, 2), at('dyspnea', 1, 2)], [0, 1]],
    ['what only overlaps', [at('cough', 0, 2), at('cough', 1, 3)], [0, 1]],
    ['what begins before', [at('cough', 1, 3), at('cough', 0, 2)], [0, 1]],
  ])('Given %s', (_why, matches, kept) =>
    expect(withoutContained(matches)).toEqual(
      kept.map((i) => matches[i]).filter((match) => match?.concept !== ''),
    ),
  );

  it('looks back at the last 16 only', () => {
    const many = (n: number): PhraseMatch[] => [
      at('cough', 0, 50),
      ...Array.from({ length: n }, (_item, i) => at(`other${i}`, 1, 2)),
      at('cough', 3, 4),
    ];
    expect(withoutContained(many(15)).filter(({ concept }) => concept === 'cough')).toHaveLength(1);
    expect(withoutContained(many(16)).filter(({ concept }) => concept === 'cough')).toHaveLength(2);
  });

  it('keeps the first 40 and the last 8 of a concept', () => {
    const flood = Array.from({ length: 60 }, (_item, i) => at('cough', i, i));
    const kept = fewOfEach([at('fever', 0, 0), ...flood]).map(({ concept, start }) => `${concept}${start}`);
    expect(kept).toHaveLength(49);
    expect(kept).toEqual(expect.arrayContaining(['fever0', 'cough0', 'cough39', 'cough52', 'cough59']));
    expect(kept).not.toContain('cough40');
    expect(kept).not.toContain('cough51');
  });

  it.each<[why: string, matches: PhraseMatch[], contained: number[]]>([
    ['within a longer one', [at('a', 0, 3), at('b', 1, 2)], [1]],
    ['at its beginning', [at('a', 0, 3), at('b', 0, 2)], [1]],
    ['at its end', [at('a', 0, 3), at('b', 2, 3)], [1]],
    ['as long', [at('a', 0, 3), at('b', 0, 3)], []],
    ['of the same concept', [at('a', 0, 3), at('a', 1, 2)], []],
    ['beyond its end', [at('a', 0, 3), at('b', 2, 4)], []],
    ['before its beginning', [at('a', 1, 3), at('b', 0, 1)], []],
  ])('Given one %s', (_why, matches, contained) =>
    expect([...containedIn(matches)]).toEqual(contained.map((i) => matches[i])),
  );
  it('looks back at the last 12 only for what is contained', () => {
    const many = (n: number): PhraseMatch[] => [
      at('cough', 0, 50),
      ...Array.from({ length: n }, (_item, i) => at(`other${i}`, 60 + i, 60 + i)),
      at('fever', 3, 4),
    ];
    expect(containedIn(many(11)).size).toBe(1);
    expect(containedIn(many(12)).size).toBe(0);
  });
});
