/** Text → the concepts it names, each asserted, denied or in doubt, and the numbers it measures. */
import type { Language } from '../../contract/event';
import { concepts, conceptOf } from '../../settings/concepts';
import { isCry } from './cry';
import { readMeasures } from './measures';
import { denialOf } from './negation';
import { findPhrases, makePhraseBook, wordsOfPhrase, type PhraseBook, type PhraseMatch } from './phrases';
import type { Sentence } from './sentence';
import { canonicalWord, tokenise, type Token } from './tokens';
import { exactWords, lexicons, wordSets } from './word-sets';

export interface Finding {
  /** Id of settings/concepts.ts. */
  concept: string;
  /** Numbers are in the concept's unit. */
  value: 'yes' | 'no' | 'unknown' | number;
  /** The words that said it, as the lexicon spells them. */
  phrase: string;
}

const idiom = '';

interface Reading {
  book: PhraseBook;
  /** Of each language, the listed words and the symptom words that are its own. */
  markers: ReadonlyArray<ReadonlySet<string>>;
}

let known: Reading | undefined;

/** Made from the lexicons at first use: that takes a while. */
function reading(): Reading {
  return (known ??= { book: bookOfConcepts(), markers: markersOfLanguages() });
}

function bookOfConcepts(): PhraseBook {
  return makePhraseBook(
    lexicons.flatMap((lexicon) => [
      ...Object.entries(lexicon.concepts).flatMap(([concept, phrases]) =>
        phrases.map((phrase) => [concept, phrase] as const),
      ),
      ...lexicon.idioms.map((phrase) => [idiom, phrase] as const),
    ]),
    // "no" is "in the" in Portuguese: "dor no peito".
    [...wordSets.fillers].filter(
      (word) => (word === 'no' || !wordSets.negators.has(word)) && !wordSets.but.has(word),
    ),
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

/** Is the message more Portuguese than Spanish or English? In a tie the chat's language decides. */
function isPortuguese(tokens: readonly Token[], language: Language): boolean {
  const [pt = 0, en = 0, es = 0] = reading().markers.map(
    (words) => tokens.filter((token) => token.kind === 'word' && words.has(token.word)).length,
  );
  const other = Math.max(en, es);
  return pt === other ? language === 'pt-BR' : pt > other;
}

/** Idioms silence what they contain; among red flags the longer reading wins ("quer me matar" is not "me matar"). */
function withoutContained(matches: readonly PhraseMatch[]): PhraseMatch[] {
  const kept: PhraseMatch[] = [];
  const strong: PhraseMatch[] = [];
  for (const match of matches) {
    const containing = strong.filter((other) => other.start <= match.start && other.end >= match.end);
    const urgent = conceptOf(match.concept)?.call;
    const contained = containing.some(
      (other) =>
        other.concept === idiom ||
        (urgent &&
          other.end - other.start > match.end - match.start &&
          conceptOf(other.concept)?.call !== urgent),
    );
    if (contained) continue;
    if (match.concept === idiom || urgent) {
      strong.push(match);
      if (strong.length > 12) strong.shift();
    }
    if (match.concept !== idiom) kept.push(match);
  }
  return kept;
}

function weight(value: Finding['value']): number {
  return value === 'yes' ? 2 : value === 'unknown' ? 1 : 0;
}

/** One finding per concept: said anywhere outweighs doubted, doubted outweighs denied. Phrases of all languages are understood. */
export function readFindings(text: string, language: Language): Finding[] {
  const tokens = tokenise(text);
  const matches = withoutContained(findPhrases(tokens, reading().book).matches);
  const endingAt = new Map<number, PhraseMatch>();
  const startingAt = new Map<number, PhraseMatch>();
  for (const match of matches) {
    const ending = endingAt.get(match.end);
    if (!ending || match.start < ending.start) endingAt.set(match.end, match);
    const starting = startingAt.get(match.start);
    if (!starting || match.end > starting.end) startingAt.set(match.start, match);
  }
  const sentence: Sentence = {
    tokens,
    endingAt,
    startingAt,
    portuguese: isPortuguese(tokens, language),
    words: wordSets,
  };
  const found = new Map<string, Finding>();
  for (const match of matches) {
    if (match.concept === 'cry_for_help' && !isCry(sentence, match)) continue;
    const denial = denialOf(sentence, match);
    if (denial === 'told' && conceptOf(match.concept)?.call) continue;
    // A symptom in doubt counts, a cry in doubt ("acho que não é urgente") is none.
    if (denial !== 'asserted' && match.concept === 'cry_for_help') continue;
    const value = denial === 'told' || denial === 'asserted' ? 'yes' : denial === 'denied' ? 'no' : 'unknown';
    const known = found.get(match.concept);
    if (known && weight(known.value) >= weight(value)) continue;
    const phrase = tokens
      .slice(match.start, match.end + 1)
      .map((token) => token.word)
      .join(' ');
    found.set(match.concept, { concept: match.concept, value, phrase });
  }
  return [...found.values(), ...readMeasures(tokens)].filter((finding) =>
    Object.hasOwn(concepts, finding.concept),
  );
}

/** Trie moves tried for this text: tests bound the work with it. */
export function workOf(text: string): { tokens: number; steps: number } {
  const tokens = tokenise(text);
  return { tokens: tokens.length, steps: findPhrases(tokens, reading().book).steps };
}
