import { wordsOfKind } from '../../../src/language/phrases';
import { canonicalWord } from '../../../src/language/tokens';

/**
 * The word sequences that a phrase of the lexicons stands for, one by one.
 *
 * @param most so many of them, the first: some phrases stand for millions
 */
export function expandPhrase(phrase: string, most = Infinity): string[][] {
  const elements = phrase
    .trim()
    .split(/\s+/)
    .map((element) => {
      const optional = element.endsWith('?');
      const alternatives = (optional ? element.slice(0, -1) : element)
        .split('|')
        .flatMap((item) => wordsOfKind(item))
        .map((item) => item.split('_').map(canonicalWord));
      return optional ? [...alternatives, []] : alternatives;
    });
  const sequences: string[][] = [];
  const add = (before: string[], at: number): void => {
    if (sequences.length >= most) return;
    if (at < elements.length) for (const words of elements[at]!) add([...before, ...words], at + 1);
    else if (before.length > 0) sequences.push(before);
  };
  add([], 0);
  return sequences;
}
