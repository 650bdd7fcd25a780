import { wordsOfKind } from '../../../src/language/phrases';
import { canonicalWord } from '../../../src/language/tokens';

/** All word sequences that a phrase of the lexicons stands for, one by one. */
export function expandPhrase(phrase: string): string[][] {
  let sequences: string[][] = [[]];
  for (const element of phrase.trim().split(/\s+/)) {
    const optional = element.endsWith('?');
    const alternatives = (optional ? element.slice(0, -1) : element)
      .split('|')
      .flatMap((item) => wordsOfKind(item))
      .map((item) => item.split('_').map(canonicalWord));
    if (optional) alternatives.push([]);
    sequences = sequences.flatMap((sequence) => alternatives.map((words) => [...sequence, ...words]));
  }
  return sequences.filter((sequence) => sequence.length > 0);
}
