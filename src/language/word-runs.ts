/** Short phrase lists (answers, intents) found in a message, with the plain rule that a denial just before takes them back. */
import { findPhrases, makePhraseBook, type PhraseBook, type PhraseMatch } from './phrases';
import { type Token } from './tokens';

export interface RunFinder {
  (tokens: readonly Token[]): PhraseMatch[];
}

/** @param lists by name; phrases in the notation of phrases.ts, words must stand side by side */
export function runFinder(
  lists: Readonly<Record<string, readonly string[]>>,
  fillers: readonly string[] = [],
): RunFinder {
  let book: PhraseBook | undefined;
  return (tokens) => findPhrases(tokens, (book ??= bookOf(lists, fillers))).matches;
}

function bookOf(lists: Readonly<Record<string, readonly string[]>>, fillers: readonly string[]): PhraseBook {
  const phrases = Object.entries(lists).flatMap(([name, items]) =>
    items.map((item) => [name, item] as const),
  );
  const exact = phrases.flatMap(([, item]) => item.split(/[\s_|?]+/));
  return makePhraseBook(phrases, fillers, exact);
}
