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
