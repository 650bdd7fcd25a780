/** What stands at a place among the tokens. Before the first and after the last of them is nothing. */
import type { Token } from './tokens';

/** The word there; empty where a number, a mark or nothing stands. */
export function wordAt(tokens: readonly Token[], i: number): string {
  const token = tokens[i];
  return token?.kind === 'word' ? token.word : '';
}

/** What is written there: a word, a number, or the mark itself. */
export const textAt = (tokens: readonly Pick<Token, 'word'>[], i: number): string => tokens[i]?.word ?? '';

/** A word or a number, and no mark. */
export const isSpoken = (token: Token | undefined): boolean =>
  token?.kind === 'word' || token?.kind === 'number';
