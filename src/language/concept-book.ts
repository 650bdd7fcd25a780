/** The phrases of all lexicons as one book, made at first use: that takes a while. */
import { makePhraseBook, wordsOfPhrase, type PhraseBook } from './phrases';
import { canonicalWord, type Token } from './tokens';
import type { Language } from '../../contract/event';
import { exactWords, lexicons, skippedWords } from './word-sets';

/** The "concept" of an idiom: it names none. */
export const idiom = '';

/** After a concept's id: what says that all is well there ("respiro bem"). */
export const normalMark = '!';

interface Reading {
  book: PhraseBook;
  /** Of each language, the listed words and the symptom words that are its own. */
  markers: ReadonlyArray<ReadonlySet<string>>;
}

let known: Reading | undefined;

function reading(): Reading {
  return (known ??= { book: bookOfConcepts(), markers: markersOfLanguages() });
}

export function conceptBook(): PhraseBook {
  return reading().book;
}

function bookOfConcepts(): PhraseBook {
  return makePhraseBook(
    lexicons.flatMap((lexicon) => [
      ...Object.entries(lexicon.concepts).flatMap(([concept, phrases]) =>
        phrases.map((phrase) => [concept, phrase] as const),
      ),
      ...Object.entries(lexicon.normal).flatMap(([concept, phrases]) =>
        phrases.map((phrase) => [`${concept}${normalMark}`, phrase] as const),
      ),
      ...lexicon.idioms.map((phrase) => [idiom, phrase] as const),
    ]),
    skippedWords,
    exactWords,
  );
}

function markersOfLanguages(): Array<ReadonlySet<string>> {
  const spoken = lexicons.map(
    (lexicon) => new Set(Object.values(lexicon.concepts).flat().flatMap(wordsOfPhrase)),
  );
  return lexicons.map((lexicon, own) => {
    const symptomWords = [...(spoken[own] ?? [])].filter((word) =>
      spoken.every((words, other) => other === own || !words.has(word)),
    );
    return new Set([...lexicon.markers.map(canonicalWord), ...symptomWords]);
  });
}

/**
 * How many words of the message are of each language.
 * @param own without those that are of another one too
 */
export function countMarkers(tokens: readonly Token[], own = false): Record<Language, number> {
  const { markers } = reading();
  const counted = tokens.filter(
    ({ kind, word }) => kind === 'word' && !(own && markers.filter((words) => words.has(word)).length > 1),
  );
  const [pt = 0, en = 0, es = 0] = markers.map(
    (words) => counted.filter(({ word }) => words.has(word)).length,
  );
  return { 'pt-BR': pt, en, es };
}

/** Is the message more Portuguese than Spanish or English? In a tie the chat's language decides. */
export function isPortuguese(tokens: readonly Token[], language: Language): boolean {
  const { 'pt-BR': pt, en, es } = countMarkers(tokens);
  const other = Math.max(en, es);
  return pt === other ? language === 'pt-BR' : pt > other;
}
