/** A typed municipality, with all that people add and misspell → which one it is, or what to ask back. Pure. */
import type { Municipality } from '../../settings/places/municipalities';
import { namedPlaces, type NamedPlace } from './named-places';
import { placeIndex } from './place-index';
import { similarNames } from './similar-names';
import { isParticle, placeKey, soundOf } from './spelling';
import { stateAfter, typedWords, wholeState, type TypedWord } from './typed-place';

export type MunicipalityReading =
  /** `exact` is false when spelling was corrected: say the name back. */
  | { kind: 'municipality'; municipality: Municipality; exact: boolean }
  /** Homonyms, or several equally near names: ask which, naming the state. 2 to 8, the likeliest first. */
  | { kind: 'choose'; options: readonly Municipality[] }
  /** Only a state was named. */
  | { kind: 'state'; uf: string }
  | { kind: 'unknown' };

const unknown: MunicipalityReading = { kind: 'unknown' };
const mostOptions = 8;

/** Words around a name; never part of a misspelt one. */
const noise = new Set(
  `moro mora moramos morando resido residente vivo sou estou to tou fico fica em na no nas nos aqui ai perto cidade municipio
  localidade bairro interior centro regiao zona rural capital meu minha eu nos a o as os de do da dos das e é la pertinho proximo
  estado i live in from at the city town of am near vivo ciudad cerca soy estoy`.split(/\s+/),
);
/** Talk that no misspelt name is looked for in. */
const talk = new Set(
  `nao sim sei oi ola bom boa dia tarde noite tudo bem quero queria falar atendente pessoa humano ajuda obrigado obrigada favor por
  com um uma que qual quais como onde quando quem porque posso preciso tenho febre dor tosse hello hi yes no want need help what hola
  gracias si quiero necesito ayuda`.split(/\s+/),
);

function order(options: readonly Municipality[], home: string | undefined): Municipality[] {
  const rank = (item: Municipality): number => (item.uf === home ? 0 : item.capital ? 1 : 2);
  return [...options].sort(
    (a, b) => rank(a) - rank(b) || a.uf.localeCompare(b.uf) || a.name.localeCompare(b.name),
  );
}

function reading(options: readonly Municipality[], exact: boolean, home?: string): MunicipalityReading {
  const [first] = options;
  if (!first || options.length > mostOptions) return unknown;
  if (options.length === 1) return { kind: 'municipality', municipality: first, exact };
  return { kind: 'choose', options: order(options, home) };
}

/** Names that a person may mean by an exact one: a capital that sounds the same, a longer name in the home state. */
function alsoMeant(place: NamedPlace, home: string | undefined): Municipality[] {
  if (place.uf) return [];
  const key = placeKey(place.words);
  const alike = (placeIndex().bySound.get(soundOf(key.replaceAll(' ', ''))) ?? []).filter(
    (item) => item.capital,
  );
  if (!home || place.options.some((item) => item.capital || item.uf === home)) return alike;
  const longer = placeIndex().places.filter(
    ({ municipality, letters }) => municipality.uf === home && letters.startsWith(key.replaceAll(' ', '')),
  );
  return [...alike, ...longer.map(({ municipality }) => municipality)];
}

function readNamed(place: NamedPlace, home: string | undefined): MunicipalityReading {
  if (place.otherUf) {
    // "São Luiz do Maranhão": the name stands in another state, a similar one in this
    const similar = similarNames(place.words, place.otherUf);
    if (similar.length > 0) return reading(similar, false, home);
  }
  const options = place.options.some((item) => item.capital)
    ? place.options
    : [...new Set([...place.options, ...alsoMeant(place, home)])];
  if (place.otherUf && options.length === 1) return reading(options, false, home);
  return reading(options, true, home);
}

const trim = (words: readonly TypedWord[]): TypedWord[] => {
  let [from, to] = [0, words.length];
  while (from < to && noise.has(words[from]!.word)) from += 1;
  while (to > from && (noise.has(words[to - 1]!.word) || isParticle(words[to - 1]!.word))) to -= 1;
  return words.slice(from, to);
};

/** "Ribeirão Pretp" is no Ribeirão: what stands between two commas as a whole, when that is nearly a name. */
function longerName(
  words: readonly TypedWord[],
  named: NamedPlace,
  home?: string,
): MunicipalityReading | undefined {
  if (named.uf) return undefined;
  const all = words.filter((item) => item.segment === named.segment);
  let end = all.length;
  let uf: string | undefined;
  for (let i = all.length - 1; i >= named.words.length && !uf; i -= 1) {
    uf = stateAfter(all, i);
    if (uf) end = i;
  }
  const part = trim(all.slice(0, end));
  if (part.length <= named.words.length || part.length > 7) return undefined;
  const similar = similarNames(
    part.map((item) => item.word),
    uf,
  );
  return similar.length > 0 ? reading(similar, false, home) : undefined;
}

/** Parts of the text that may be one misspelt name: what stands before a state, each part between commas, all of it. */
function misspeltParts(words: readonly TypedWord[]): { words: TypedWord[]; uf?: string }[] {
  const parts: { words: TypedWord[]; uf?: string }[] = [];
  const segments = [...new Set(words.map((item) => item.segment))].reverse();
  for (let end = words.length; end > 0; end -= 1) {
    const state = stateAfter(words, end);
    if (!state) continue;
    for (let length = Math.min(6, end); length > 0; length -= 1)
      for (const part of [words.slice(end - length, end), trim(words.slice(end - length, end))])
        parts.push({ words: part, uf: state });
  }
  parts.push({ words: trim(words) });
  for (const segment of segments)
    parts.push({ words: trim(words.filter((item) => item.segment === segment)) });
  const after = words.findLastIndex((item) =>
    ['em', 'in', 'cidade', 'ciudad', 'municipio'].includes(item.word),
  );
  if (after >= 0) parts.push({ words: trim(words.slice(after + 1)) });
  return parts.filter((part) => part.words.length > 0 && part.words.length <= 7);
}

/**
 * Typing errors up to three in a long name and none in a very short one, missing accents, abbreviations ("S. Gonçalo", "Sta.", "Gov."),
 * a state after the name ("Fortaleza - CE", "Fortaleza Ceará"), the neighbourhood or a sentence around it. Under 5 ms after the first call.
 * @param home the service's state (two letters): its places come first, and are asked about when they begin with what was typed
 */
export function findMunicipality(text: string, home?: string): MunicipalityReading {
  const words = typedWords(text);
  if (words.length === 0) return unknown;
  const state = wholeState(words.slice(words.findIndex((item) => !noise.has(item.word))));
  if (state) return { kind: 'state', uf: state };
  const named = namedPlaces(words);
  if (named) return longerName(words, named, home) ?? readNamed(named, home);
  for (const part of misspeltParts(words)) {
    if (!part.uf && part.words.filter((item) => talk.has(item.word)).length * 2 > part.words.length) continue;
    const similar = similarNames(
      part.words.map((item) => item.word),
      part.uf,
    );
    if (similar.length > 0) return reading(similar, false, home);
  }
  return unknown;
}
