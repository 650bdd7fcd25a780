/** A number as it stands among the tokens, and the words around it. */
import type { Token } from './tokens';

/** A number as it stands among the tokens. */
export interface Place {
  tokens: readonly Token[];
  start: number;
  /** Its last token. */
  end: number;
  value: number;
  /** The word after it. */
  next: string;
  digits: boolean;
  decimal: boolean;
}

/** Does one of the words stand within `distance` tokens before `at`, in the same sentence? */
export function before({ tokens, start }: Place, distance: number, words: ReadonlySet<string>): boolean {
  for (let i = start - 1; i >= start - distance; i -= 1) {
    const token = tokens[i];
    if (token?.kind === 'stop' && token.word !== ':' && token.word !== '(') return false;
    if (token && words.has(token.word)) return true;
  }
  return false;
}

export function after({ tokens, end }: Place, distance: number, words: ReadonlySet<string>): boolean {
  for (let i = end + 1; i <= end + distance; i += 1) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (words.has(token.word)) return true;
  }
  return false;
}
