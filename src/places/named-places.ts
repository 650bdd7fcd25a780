/** Names spelt right, wherever they stand in what was typed; the one that is meant. */
import type { Municipality } from '../../settings/places/municipalities';
import { placeIndex } from './place-index';
import { isParticle, placeKey, readingsOf } from './spelling';
import { stateAfter, type TypedWord } from './typed-place';

export interface NamedPlace {
  /** The words of the name, abbreviations written out. */
  words: readonly string[];
  options: readonly Municipality[];
  segment: number;
  /** The state named after it, when the place is there, or is not. */
  uf?: string;
  otherUf?: string;
}

interface Candidate extends NamedPlace {
  start: number;
  end: number;
  score: number;
}

const mostWordsOfAName = 8;
/** After these the name of a street or a neighbourhood follows. */
const smaller = new Set(
  'bairro rua r av avenida praca travessa tv distrito vila conjunto conj sitio alameda rodovia estrada loteamento street avenue calle barrio'.split(
    ' ',
  ),
);
const leadsToACity = new Set(['em', 'cidade', 'municipio', 'in', 'ciudad']);
/** Words of everyday talk that are also municipalities: names only when nothing else is said, or with a state. */
const everyday = new Set(
  'saude bonito feliz luz mata ouro una posse leme laje cruz central presidente colina vera bom boa casa fama saudades'.split(
    ' ',
  ),
);

function optionsOf(
  words: readonly string[],
): { words: readonly string[]; options: readonly Municipality[] } | undefined {
  const { byKey } = placeIndex();
  const all = readingsOf(words).flatMap((reading) => {
    const options = byKey.get(placeKey(reading));
    return options ? [{ words: reading, options }] : [];
  });
  const [first] = all;
  if (!first) return undefined;
  return { words: first.words, options: [...new Set(all.flatMap((item) => item.options))] };
}

function scoreOf(words: readonly TypedWord[], candidate: Omit<Candidate, 'score'>): number {
  const before = words[candidate.start - 1];
  const beforeThat = words[candidate.start - 2];
  const isSmaller =
    (before && smaller.has(before.word)) ||
    (before && isParticle(before.word) && beforeThat && smaller.has(beforeThat.word));
  return (
    candidate.words.filter((word) => !isParticle(word)).length * 2 +
    (candidate.uf ? 6 : 0) -
    (candidate.otherUf ? 3 : 0) +
    (before && leadsToACity.has(before.word) ? 4 : 0) -
    (isSmaller ? 8 : 0) +
    // "bairro, cidade": the wider comes last
    (words[candidate.start]!.segment * 3 + candidate.start * 0.01)
  );
}

/** The exact name that is meant, or undefined when there is none. */
export function namedPlaces(words: readonly TypedWord[]): NamedPlace | undefined {
  const taken = new Set<number>();
  let best: Candidate | undefined;
  for (let length = Math.min(mostWordsOfAName, words.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const window = words.slice(start, start + length).map((item) => item.word);
      if (isParticle(window[0]!) || isParticle(window.at(-1)!)) continue;
      if (window.some((_, i) => taken.has(start + i))) continue;
      const found = optionsOf(window);
      if (!found) continue;
      const state = stateAfter(words, start + length);
      const there = state ? found.options.filter((item) => item.uf === state) : [];
      if (length === 1 && everyday.has(window[0]!) && words.length > 1 && there.length === 0) continue;
      const candidate = {
        start,
        end: start + length,
        words: found.words,
        options: there.length > 0 ? there : found.options,
        segment: words[start]!.segment,
        ...(state && (there.length > 0 ? { uf: state } : { otherUf: state })),
      };
      for (let i = start; i < start + length; i += 1) taken.add(i);
      const score = scoreOf(words, candidate);
      if (!best || score > best.score) best = { ...candidate, score };
    }
  }
  return best;
}
