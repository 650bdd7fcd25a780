/** The words of a typed place, the commas between them, and the state named in it. */
import { placeIndex } from './place-index';
import { isParticle, wordsOf } from './spelling';

export interface TypedWord {
  word: string;
  /** Counts commas, brackets, slashes and dashes between spaces. */
  segment: number;
}

const mostCharacters = 300;
const mostWords = 24;
/** States that are capitals' names too: alone, the city is meant. */
const alsoCities = new Set(['SP', 'RJ']);

export function typedWords(text: string): TypedWord[] {
  return text
    .slice(0, mostCharacters)
    .split(/[,;:()[\]/|\n]|\s[-–—]+\s?|[.!?]+\s*$/u)
    .flatMap((part, segment) => wordsOf(part).map((word) => ({ word, segment })))
    .slice(0, mostWords);
}

function stateAt(words: readonly TypedWord[], at: number): string | undefined {
  const { states, ufs } = placeIndex();
  const word = words[at]?.word;
  if (word === undefined) return undefined;
  const named = states.find((state) => state.words.every((item, i) => words[at + i]?.word === item));
  if (named) return named.uf;
  return ufs.has(word) ? word.toUpperCase() : undefined;
}

/** The state that stands right after a name ending before `end`: "Fortaleza CE", "Fortaleza, Ceará", "Fortaleza do Ceará". */
export function stateAfter(words: readonly TypedWord[], end: number): string | undefined {
  const next = words[end]?.word;
  if (next === undefined) return undefined;
  return (
    stateAt(words, end) ??
    (isParticle(next) || next === 'no' || next === 'estado' ? stateAt(words, end + 1) : undefined)
  );
}

/** The state when nothing else is said. */
export function wholeState(words: readonly TypedWord[]): string | undefined {
  const { states, ufs } = placeIndex();
  const all = words.map((item) => item.word);
  if (all.length === 1 && ufs.has(all[0]!)) return all[0]!.toUpperCase();
  const said = all.filter((word) => !isParticle(word)).join(' ');
  const named = states.find((state) => state.words.filter((word) => !isParticle(word)).join(' ') === said);
  return named && !alsoCities.has(named.uf) ? named.uf : undefined;
}
