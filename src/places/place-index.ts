/** The municipalities as the search needs them; built at the first question (about 0.1 s) and kept. */
import { allMunicipalities, type Municipality } from '../../settings/places/municipalities';
import { stateNames } from '../../settings/places/states';
import { letterMask } from './edit-distance';
import { placeKey, soundOf, wordsOf } from './spelling';

export interface IndexedPlace {
  municipality: Municipality;
  /** The key without spaces, the same as it sounds, and the letters that occur in each. */
  letters: string;
  sound: string;
  /** All letters of the name, small words too: for "Paraíso dasaguas". */
  all: string;
  allMask: number;
  letterMask: number;
  soundMask: number;
}

export interface PlaceIndex {
  places: readonly IndexedPlace[];
  byKey: ReadonlyMap<string, readonly Municipality[]>;
  bySound: ReadonlyMap<string, readonly Municipality[]>;
  /** State names in words, longest first, with their two letters. */
  states: readonly { words: readonly string[]; uf: string }[];
  ufs: ReadonlySet<string>;
}

let built: PlaceIndex | undefined;

function add(map: Map<string, Municipality[]>, key: string, item: Municipality): void {
  const list = map.get(key);
  if (!list) map.set(key, [item]);
  else if (!list.includes(item)) list.push(item);
}

export function placeIndex(): PlaceIndex {
  if (built) return built;
  const byKey = new Map<string, Municipality[]>();
  const bySound = new Map<string, Municipality[]>();
  const places = allMunicipalities().map((municipality) => {
    const key = placeKey(wordsOf(municipality.name));
    const letters = key.replaceAll(' ', '');
    const sound = soundOf(letters);
    const all = wordsOf(municipality.name).join('');
    // "Januário Cicco (Boa Saúde)": either name is right
    for (const name of new Set([
      key,
      ...municipality.name.split(/[()]/).map((part) => placeKey(wordsOf(part))),
    ]))
      if (name) add(byKey, name, municipality);
    add(bySound, sound, municipality);
    return {
      municipality,
      letters,
      sound,
      letterMask: letterMask(letters),
      all,
      allMask: letterMask(all),
      soundMask: letterMask(sound),
    };
  });
  const states = Object.entries(stateNames)
    .map(([uf, name]) => ({ uf, words: wordsOf(name) }))
    .sort((a, b) => b.words.length - a.words.length);
  built = {
    places,
    byKey,
    bySound,
    states,
    ufs: new Set(Object.keys(stateNames).map((uf) => uf.toLowerCase())),
  };
  return built;
}
