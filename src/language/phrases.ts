/**
 * Phrases → a trie of words, matched over tokens. No regular expressions meet the patient's text here: the work is
 * bounded by tokens × phrase length, whatever the text.
 *
 * Phrase notation of the lexicons: words apart by spaces; `a|b` either; `a_b` two words as one alternative; a final `?` makes
 * a word optional; `@name` any word of a class (lexicon/word-classes.ts), `tossir+` any form of a verb (verb-forms.ts). Between the
 * words of a phrase, filler words of the lexicons (articles, "muito", "my") may stand.
 */
import { wordClasses } from './lexicon/word-classes';
import { phraseTrie, type PhraseElement, type PhraseNode } from './phrase-trie';
import { bodily } from './subject-words';
import { canonicalWord, type Token } from './tokens';
import { formsOf } from './verb-forms';

export interface PhraseMatch {
  concept: string;
  /** First and last token, both inclusive. */
  start: number;
  end: number;
  /** A denial stands within, after a part of the body: "a boca não entortou". */
  denied?: true;
}

export interface PhraseBook {
  root: PhraseNode;
  vocabulary: Set<string>;
  /** Of a word: the classes and verbs, as phrases name them. */
  kinds: ReadonlyMap<string, readonly string[]>;
  /** Words of six or more letters with one letter left out → the words they came from. Made for the first unknown word. */
  typos: () => ReadonlyMap<string, ReadonlySet<string>>;
  fillers: ReadonlySet<string>;
}

const maxSkippedFillers = 4;
const fuzzyFromLetters = 6;
/** From so many letters on a word is known without one of its inner vowels, too: "flta", "fbre". */
const vowelFromLetters = 5;

/** @param known elements that were read before: most stand in many phrases */
function elementsOf(phrase: string, known = new Map<string, PhraseElement>()): PhraseElement[] {
  return phrase
    .trim()
    .split(/\s+/)
    .map((element) => {
      let read = known.get(element);
      if (!read) known.set(element, (read = elementOf(element)));
      return read;
    });
}

function elementOf(element: string): PhraseElement {
  const optional = element.endsWith('?');
  const alternatives = (optional ? element.slice(0, -1) : element)
    .split('|')
    .map((item) => (isKind(item) ? [item] : item.split('_').map(canonicalWord)));
  return { alternatives, optional };
}

const isKind = (item: string): boolean => item.startsWith('@') || item.endsWith('+');

/** The words that an element of a phrase stands for: itself, or those of a class or a verb. */
export function wordsOfKind(item: string): readonly string[] {
  if (!isKind(item)) return [item];
  if (item.endsWith('+')) return formsOf(item.slice(0, -1));
  const words = wordClasses[item.slice(1)];
  if (!words) throw new Error(`no class of words: ${item}`);
  return words;
}

/** Every word of a phrase. */
export function wordsOfPhrase(phrase: string): string[] {
  return elementsOf(phrase).flatMap(({ alternatives }) =>
    alternatives.flat().flatMap((item) => (isKind(item) ? wordsOfKind(item).map(canonicalWord) : [item])),
  );
}

function withoutOneLetter(word: string): string[] {
  return Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** Between two consonants, where no other word is left. */
const withoutOneVowel = (word: string): string[] =>
  withoutOneLetter(word).filter(
    (_rest, i) => /[^aeiou][aeiou][^aeiou]/.test(word.slice(Math.max(0, i - 1), i + 2)) && i > 0,
  );

/** @param exact words that no misspelling may be read as (negation, yes and no) */
export function makePhraseBook(
  phrases: Iterable<readonly [concept: string, phrase: string]>,
  fillers: Iterable<string>,
  exact: Iterable<string>,
): PhraseBook {
  const skipped = new Set([...fillers].map(canonicalWord));
  const known = new Set<string>();
  const vocabulary = new Set<string>();
  const kinds = new Map<string, string[]>();
  const learn = (item: string): void => {
    if (!isKind(item)) return void vocabulary.add(item);
    if (known.has(item)) return;
    known.add(item);
    for (const word of wordsOfKind(item).map(canonicalWord)) {
      vocabulary.add(word);
      kinds.set(word, [...(kinds.get(word) ?? []), item]);
    }
  };
  const elements = new Map<string, PhraseElement>();
  const root = phraseTrie(
    Array.from(phrases, ([concept, phrase]) => ({
      concept,
      elements: elementsOf(phrase, elements).map((element, position) => {
        const { optional, alternatives: all } = element;
        // an optional filler may stand there anyway; not at the beginning, where fillers are not skipped
        const isSkipped = (words: readonly string[]) => words.every((word) => skipped.has(word));
        const alternatives = optional && position > 0 ? all.filter((words) => !isSkipped(words)) : all;
        for (const word of alternatives.flat()) learn(word);
        return alternatives.length === all.length ? element : { optional, alternatives };
      }),
    })),
  );
  const never = new Set([...exact].map(canonicalWord));
  const misspelt = [...vocabulary].filter((word) => word.length >= vowelFromLetters && !never.has(word));
  let made: ReturnType<typeof typosOf> | undefined;
  for (const word of [...never, ...skipped]) vocabulary.add(word);
  return { root, vocabulary, kinds, typos: () => (made ??= typosOf(misspelt)), fillers: skipped };
}

function typosOf(words: readonly string[]): Map<string, Set<string>> {
  const typos = new Map<string, Set<string>>();
  for (const word of words) {
    const keys = word.length < fuzzyFromLetters ? withoutOneVowel(word) : [word, ...withoutOneLetter(word)];
    for (const key of keys) {
      const of = typos.get(key) ?? new Set<string>();
      typos.set(key, of.add(word));
    }
  }
  return typos;
}

/** One letter wrong, missing, too many, or two neighbours swapped. */
function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i += 1;
  if (a.length !== b.length) {
    const [long, short] = a.length > b.length ? [a, b] : [b, a];
    return long.slice(i + 1) === short.slice(i);
  }
  if (a.slice(i + 1) === b.slice(i + 1)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/** The word itself and, for a long unknown word, the vocabulary words one edit away that begin alike. */
function readingsOf(word: string, book: PhraseBook): string[] {
  if (book.vocabulary.has(word)) return [word, ...(book.kinds.get(word) ?? [])];
  if (word.length < vowelFromLetters - 1 || word.length > 30) return [word];
  const found = new Set<string>([word]);
  const typos = book.typos();
  const isShort = word.length < fuzzyFromLetters;
  for (const key of isShort ? [word] : [word, ...withoutOneLetter(word)]) {
    for (const candidate of typos.get(key) ?? []) {
      const isIt = isShort ? withoutOneVowel(candidate).includes(word) : withinOneEdit(candidate, word);
      if (candidate[0] === word[0] && isIt) found.add(candidate);
    }
  }
  for (const reading of [...found]) for (const kind of book.kinds.get(reading) ?? []) found.add(kind);
  return [...found];
}

const isNo = ({ kind, word }: Token): boolean => kind === 'word' && (word === 'nao' || word === 'not');

/** "a boca não …", "a boca dela não …" */
function isPartOfBody(tokens: readonly Token[], no: number): boolean {
  return [1, 2, 3, 4].some((back) => {
    const word = tokens[no - back]?.word ?? '';
    return bodily.has(word) || (word.endsWith('s') && bodily.has(word.slice(0, -1)));
  });
}

/** A phrase that is there without a denial in it says more than one with it. */
function withoutNeedless(matches: readonly PhraseMatch[]): PhraseMatch[] {
  const whole = matches.filter(({ denied }) => !denied);
  if (whole.length === matches.length) return whole;
  const touches = (one: PhraseMatch, other: PhraseMatch): boolean =>
    one.start <= other.end &&
    other.start <= one.end &&
    (one.concept === other.concept || (other.start <= one.start && other.end >= one.end));
  return matches.filter((one) => !one.denied || !whole.some((other) => touches(one, other)));
}

/** Every phrase of the book in the tokens; `steps` counts the trie moves tried, for the bound on work. */
export function findPhrases(
  tokens: readonly Token[],
  book: PhraseBook,
): { matches: PhraseMatch[]; steps: number } {
  const longest = new Map<string, PhraseMatch>();
  const readings = tokens.map((token) =>
    token.kind === 'word'
      ? readingsOf(token.word, book)
      : [token.word, ...(book.kinds.get(token.word) ?? [])],
  );
  let steps = 0;
  const walk = (node: PhraseNode, start: number, at: number, denied: boolean): void => {
    let isDenied = denied;
    for (let i = at, skipped = 0; i < tokens.length && skipped <= maxSkippedFillers; i += 1) {
      const token = tokens[i];
      if (!token) return;
      steps += 1;
      if (token.kind === 'word' || token.kind === 'number') {
        for (const word of readings[i] ?? []) {
          const next = node.next.get(word);
          if (!next) continue;
          for (const concept of next.ends) {
            const key = `${concept} ${start} ${isDenied}`;
            const known = longest.get(key);
            if (!known || known.end < i)
              longest.set(key, { concept, start, end: i, ...(isDenied ? { denied: true } : {}) });
          }
          if (next.next.size > 0) walk(next, start, i + 1, isDenied);
        }
      }
      if (i === start) return;
      if (!isDenied && i > start && isNo(token) && isPartOfBody(tokens, i)) isDenied = true;
      else if (token.kind === 'pause' || (token.kind === 'word' && book.fillers.has(token.word)))
        skipped += 1;
      else return;
    }
  };
  for (let start = 0; start < tokens.length; start += 1) walk(book.root, start, start, false);
  return {
    matches: withoutNeedless([...longest.values()]).sort((a, b) => a.start - b.start || b.end - a.end),
    steps,
  };
}
