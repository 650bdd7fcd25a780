/** Numbers in digits and words: "trinta e oito e meio" is 38.5, "cento e vinte" is 120, "trinta e oito vírgula cinco" 38.5. */
import { textAt } from './token-at';
import { canonicalWord, setOfWords, type Token } from './tokens';
import { lexicons } from './word-sets';

const numberWords: Readonly<Record<string, number>> = Object.assign(
  {},
  ...lexicons.map((lexicon) =>
    Object.fromEntries(Object.entries(lexicon.numbers).map(([word, value]) => [canonicalWord(word), value])),
  ),
);

/** The number a token says, in digits or as a word; `um`, `a` and `one` alone are articles too, so they count only before a unit. */
export function numberOf(token: Token | undefined): number | undefined {
  if (token?.kind === 'number') return token.value;
  if (token?.kind === 'word' && Object.hasOwn(numberWords, token.word)) return numberWords[token.word];
  return undefined;
}

export interface Spoken {
  value: number;
  /** Index of the first token after the number. */
  next: number;
  /** Said with a fraction. */
  decimal: boolean;
}

const joins = setOfWords('e y and');
const halves = setOfWords('meio meia medio media half mei');
const points = setOfWords('virgula ponto coma punto point');

/** Digits, or number words added up. */
export function spokenAt(tokens: readonly Token[], at: number): Spoken | undefined {
  const first = numberOf(tokens[at]);
  if (first === undefined) return undefined;
  // "passou dos 39": no Spanish two
  if (tokens[at]?.word === 'dos' && numberOf(tokens[at + 1]) !== undefined) return undefined;
  let value = first;
  let next = at + 1;
  for (;;) {
    const joined = joins.has(textAt(tokens, next));
    const after = joined ? next + 1 : next;
    const word = tokens[after];
    if (joined && halves.has(textAt(tokens, after)))
      return { value: value + 0.5, next: next + 2, decimal: true };
    const fraction = points.has(textAt(tokens, next)) ? numberOf(tokens[next + 1]) : undefined;
    if (fraction !== undefined && fraction < 100 && Number.isInteger(value))
      return { value: value + fraction / (fraction < 10 ? 10 : 100), next: next + 2, decimal: true };
    const more = word?.kind === 'word' && tokens[at]?.kind === 'word' ? numberOf(word) : undefined;
    const room =
      value % 100 === 0 && value > 0 ? 100 : value % 10 === 0 && value > 0 && value !== 10 ? 10 : 0;
    if (more === undefined || more >= room || more === 0) {
      const decimal = tokens[at]?.kind === 'number' && !Number.isInteger(value);
      return { value, next, decimal };
    }
    value += more;
    next += joined ? 2 : 1;
  }
}
