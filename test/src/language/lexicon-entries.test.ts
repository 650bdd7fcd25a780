/** Each entry of the lexicons: said plainly it is found as its concept; denied it is not there. */
import { conceptOf, type ConceptId } from '../../../settings/concepts';
import { conceptBook } from '../../../src/language/concept-book';
import { readFindings } from '../../../src/language/findings';
import { findPhrases, wordsOfKind } from '../../../src/language/phrases';
import { canonicalWord, tokenise } from '../../../src/language/tokens';
import { lexicons, wordSets } from '../../../src/language/word-sets';
import { expandPhrase } from './expand-phrase';

const languages = ['pt-BR', 'en', 'es'] as const;

/** Of an entry with thousands of combinations: each alternative of each element at least once. */
function someOf(phrase: string): string[] {
  const elements = phrase.trim().split(/\s+/);
  const alternatives = elements.map((element) =>
    element
      .replace(/\?$/, '')
      .split('|')
      .flatMap((one) => wordsOfKind(one))
      .map((one) => one.replace(/_/g, ' ')),
  );
  const most = Math.max(...alternatives.map(({ length }) => length));
  return Array.from({ length: most }, (_item, i) =>
    alternatives.map((of) => of[i % of.length] ?? '').join(' '),
  );
}

const entries = lexicons.flatMap((lexicon, at) =>
  Object.entries(lexicon.concepts).map(([concept, phrases]) => ({
    language: languages[at] ?? 'pt-BR',
    concept: concept as ConceptId,
    phrases,
  })),
);

const valueOf = (text: string, concept: string, language: (typeof languages)[number]): unknown =>
  readFindings(text, language).find((finding) => finding.concept === concept)?.value;

describe('each entry', () => {
  it.each(entries)('of $concept ($language) is found as such in what was said', ({ concept, phrases }) => {
    const lost = phrases
      .flatMap(someOf)
      .filter(
        (said) =>
          !findPhrases(tokenise(said), conceptBook()).matches.some((match) => match.concept === concept),
      );
    expect(lost).toEqual([]);
  });

  it.each(entries)('of $concept ($language) is a yes where it is told', ({ concept, phrases, language }) => {
    if (concept === 'cry_for_help') return;
    const told = phrases.flatMap(someOf).map((said) => `${said}.`);
    // idioms and longer phrases of other red flags may stand in the way of a few
    const silent = told.filter((said) => valueOf(said, concept, language) === undefined);
    expect(silent.length).toBeLessThanOrEqual(Math.max(2, told.length * 0.1));
  });

  it.each(entries.filter(({ language }) => language === 'pt-BR'))(
    'of $concept ($language) that is a plain noun is not there when it is denied',
    ({ concept, phrases }) => {
      // "faltar+ dialise" begins with a verb
      const plain = phrases.filter((phrase) => !/^\S*\+/.test(phrase));
      const nouns = plain.flatMap(someOf).filter((said) => {
        const words = said.split(' ').map(canonicalWord);
        return (
          words.length <= 3 &&
          !words.some((word) => wordSets.negators.has(word) || /(?:ndo|ei|ou|sem)$/.test(word))
        );
      });
      const denials = nouns.flatMap((said) => [`não tenho ${said}`, `sem ${said}`, `não estou com ${said}`]);
      const turned = denials.filter((denied) => valueOf(denied, concept, 'pt-BR') === 'yes');
      // what nobody says: "não tenho paladar sumiu"
      expect(turned.slice(Math.max(20, denials.length * 0.25))).toEqual([]);
    },
  );

  it('is no word that a misspelling may be read as a denial', () => {
    for (const word of wordSets.negators)
      for (const wrong of [`${word}x`, word.slice(0, -1)])
        if (!wordSets.negators.has(canonicalWord(wrong)) && wrong.length > 3)
          expect(valueOf(`${wrong} febre`, 'fever', 'pt-BR')).toBe('yes');
  });

  it('names every yes-no concept of the list, in each language', () => {
    for (const lexicon of lexicons)
      for (const [concept, phrases] of Object.entries(lexicon.concepts)) {
        expect(conceptOf(concept)).toBeDefined();
        expect(phrases.length).toBeGreaterThan(0);
        expect(phrases.slice(0, 1).flatMap((phrase) => expandPhrase(phrase, 1)).length).toBe(1);
      }
  });
});
