/** A message as the rules on denial see it. */
import type { PhraseMatch } from './phrases';
import { wordAt } from './token-at';
import type { Token } from './tokens';
import type { WordSets } from './word-sets';

export interface Sentence {
  tokens: readonly Token[];
  /** Matches by the token they end at and begin at. */
  endingAt: ReadonlyMap<number, PhraseMatch>;
  startingAt: ReadonlyMap<number, PhraseMatch>;
  /** In Portuguese "no" and "o" are small words, in Spanish and English a denial and an "or". */
  portuguese: boolean;
  words: WordSets;
  /** Somebody is spoken of: the writer, or a person named. */
  personal: boolean;
}

/** The word at a place; empty where a number, a mark or nothing stands. */
export const wordIn = ({ tokens }: Sentence, i: number): string => wordAt(tokens, i);

/** No sentence is followed further than so many tokens: the work stays linear. */
const most = 40;

const isEnd = (token: Token | undefined): boolean =>
  !token || token.kind === 'stop' || token.kind === 'ask' || token.kind === 'pause';

/** First and last token of the sentence around the match, and whether a question mark ends it. */
export function boundsOf(
  { tokens }: Sentence,
  match: PhraseMatch,
): { start: number; end: number; asks: boolean } {
  let { start, end } = match;
  while (start > match.start - most && !isEnd(tokens[start - 1])) start -= 1;
  while (end < match.end + most && !isEnd(tokens[end + 1])) end += 1;
  return { start, end, asks: tokens[end + 1]?.kind === 'ask' };
}

/**
 * Of whom or what a match is said: "meu [pc] deu uma convulsão".
 * @param isBetween what may stand between them, by its place
 * @returns the place of the nearest of `nouns`, at most five words before; undefined where another word stands between
 */
export function nounBefore(
  sentence: Sentence,
  match: PhraseMatch,
  nouns: ReadonlySet<string>,
  isBetween: (i: number) => boolean,
): number | undefined {
  for (let i = match.start - 1; i >= match.start - 5; i -= 1) {
    if (nouns.has(wordIn(sentence, i))) return i;
    if (!isBetween(i)) return undefined;
  }
  return undefined;
}
