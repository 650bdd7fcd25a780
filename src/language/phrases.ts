/**
 * Phrases → a trie of words, matched over tokens. No regular expressions meet the patient's text here: the work is
 * bounded by tokens × phrase length, whatever the text.
 *
 * Phrase notation of the lexicons: words apart by spaces; `a|b` either; `a_b` two words as one alternative; a final `?` makes
 * a word optional. Between the words of a phrase, filler words of the lexicons (articles, "muito", "my") may stand.
 */
import { canonicalWord, type Token } from './tokens';

interface Node {
  next: Map<string, Node>;
  /** Concepts whose phrase ends here. */
  ends: string[];
}

export interface PhraseMatch {
  concept: string;
  /** First and last token, both inclusive. */
  start: number;
  end: number;
}

export interface PhraseBook {
  root: Node;
  vocabulary: Set<string>;
  /** Words of six or more letters with one letter left out → the words they came from. Made for the first unknown word. */
  typos: () => ReadonlyMap<string, ReadonlySet<string>>;
  fillers: ReadonlySet<string>;
}

const maxSkippedFillers = 4;
const fuzzyFromLetters = 6;

interface Element {
  /** Each a few words in a row. */
  alternatives: string[][];
  optional: boolean;
}

function elementsOf(phrase: string): Element[] {
  return phrase
    .trim()
    .split(/\s+/)
    .map((element) => {
      const optional = element.endsWith('?');
      const alternatives = (optional ? element.slice(0, -1) : element)
        .split('|')
        .map((item) => item.split('_').map(canonicalWord));
      return { alternatives, optional };
    });
}

/** Every word of a phrase. */
export function wordsOfPhrase(phrase: string): string[] {
  return elementsOf(phrase).flatMap(({ alternatives }) => alternatives.flat());
}

function withoutOneLetter(word: string): string[] {
  return Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** @param exact words that no misspelling may be read as (negation, yes and no) */
export function makePhraseBook(
  phrases: Iterable<readonly [concept: string, phrase: string]>,
  fillers: Iterable<string>,
  exact: Iterable<string>,
): PhraseBook {
  const known = new Set([...fillers].map(canonicalWord));
  const root: Node = { next: new Map(), ends: [] };
  const vocabulary = new Set<string>();
  const into = (node: Node, words: readonly string[]): Node => {
    let at = node;
    for (const word of words) {
      vocabulary.add(word);
      let next = at.next.get(word);
      if (!next) at.next.set(word, (next = { next: new Map(), ends: [] }));
      at = next;
    }
    return at;
  };
  for (const [concept, phrase] of phrases) {
    // every place in the trie where a way to say the phrase so far ends
    let reached = new Set([root]);
    for (const [position, { alternatives, optional }] of elementsOf(phrase).entries()) {
      const after = new Set<Node>();
      for (const words of alternatives) {
        // an optional filler may stand there anyway; not at the beginning, where fillers are not skipped
        if (optional && position > 0 && words.every((word) => known.has(word))) continue;
        for (const node of reached) after.add(into(node, words));
      }
      if (optional) for (const node of reached) after.add(node);
      reached = after;
    }
    for (const node of reached) if (node !== root && !node.ends.includes(concept)) node.ends.push(concept);
  }
  const never = new Set([...exact].map(canonicalWord));
  const misspelt = [...vocabulary].filter((word) => word.length >= fuzzyFromLetters && !never.has(word));
  let made: ReturnType<typeof typosOf> | undefined;
  for (const word of [...never, ...known]) vocabulary.add(word);
  return { root, vocabulary, typos: () => (made ??= typosOf(misspelt)), fillers: known };
}

function typosOf(words: readonly string[]): Map<string, Set<string>> {
  const typos = new Map<string, Set<string>>();
  for (const word of words) {
    for (const key of [word, ...withoutOneLetter(word)]) {
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
  if (book.vocabulary.has(word) || word.length < fuzzyFromLetters || word.length > 30) return [word];
  const found = new Set<string>([word]);
  const typos = book.typos();
  for (const key of [word, ...withoutOneLetter(word)]) {
    for (const candidate of typos.get(key) ?? []) {
      if (candidate[0] === word[0] && withinOneEdit(candidate, word)) found.add(candidate);
    }
  }
  return [...found];
}

/** Every phrase of the book in the tokens; `steps` counts the trie moves tried, for the bound on work. */
export function findPhrases(
  tokens: readonly Token[],
  book: PhraseBook,
): { matches: PhraseMatch[]; steps: number } {
  const longest = new Map<string, PhraseMatch>();
  const readings = tokens.map((token) =>
    token.kind === 'word' ? readingsOf(token.word, book) : [token.word],
  );
  let steps = 0;
  const walk = (node: Node, start: number, at: number): void => {
    for (let i = at, skipped = 0; i < tokens.length && skipped <= maxSkippedFillers; i += 1) {
      const token = tokens[i];
      if (!token) return;
      steps += 1;
      if (token.kind === 'word' || token.kind === 'number') {
        for (const word of readings[i] ?? []) {
          const next = node.next.get(word);
          if (!next) continue;
          for (const concept of next.ends) {
            const key = `${concept} ${start}`;
            const known = longest.get(key);
            if (!known || known.end < i) longest.set(key, { concept, start, end: i });
          }
          if (next.next.size > 0) walk(next, start, i + 1);
        }
      }
      if (i === start) return;
      if (token.kind === 'pause' || (token.kind === 'word' && book.fillers.has(token.word))) skipped += 1;
      else return;
    }
  };
  for (let start = 0; start < tokens.length; start += 1) walk(book.root, start, start);
  return { matches: [...longest.values()].sort((a, b) => a.start - b.start || b.end - a.end), steps };
}
