/** Municipalities whose name is nearly what was typed. */
import type { Municipality } from '../../settings/places/municipalities';
import { bitCount, boundedDistance, letterMask } from './edit-distance';
import { placeIndex } from './place-index';
import { placeKey, soundOf } from './spelling';

/** More misspellings than this and it is another word: none below 5 letters, one below 8, two below 13, then three. */
function mistakesIn(letters: string): number {
  if (letters.length < 5) return 0;
  if (letters.length < 8) return 1;
  return letters.length < 13 ? 2 : 3;
}

/**
 * The nearest ones, all at the same distance; empty when even the nearest is too far.
 * A name that only sounds the same is half a mistake away.
 * @param uf only in this state
 */
export function similarNames(words: readonly string[], uf?: string): Municipality[] {
  const letters = placeKey(words).replaceAll(' ', '');
  const sound = soundOf(letters);
  const all = words.join('');
  const masks = { all: letterMask(all), letters: letterMask(letters), sound: letterMask(sound) };
  const allowed = mistakesIn(letters);
  // from three letters on a name may sound alike; two are a state or a word
  if (letters.length < 3 || /\d/.test(letters)) return [];
  let best = allowed + 0.25;
  let found: Municipality[] = [];
  for (const place of placeIndex().places) {
    if (uf && place.municipality.uf !== uf) continue;
    let distance = place.sound === sound ? 0.5 : Infinity;
    const bound = Math.floor(best);
    if (bound > 0 && distance > 0.5) {
      if (bitCount(masks.letters ^ place.letterMask) <= 2 * bound) {
        const typed = boundedDistance(letters, place.letters, bound);
        if (typed <= bound) distance = typed;
      }
      if (bitCount(masks.all ^ place.allMask) <= 2 * bound) {
        const typed = boundedDistance(all, place.all, bound);
        if (typed <= bound) distance = Math.min(distance, typed);
      }
      if (bitCount(masks.sound ^ place.soundMask) <= 2 * bound) {
        const heard = boundedDistance(sound, place.sound, bound);
        if (heard <= bound) distance = Math.min(distance, heard + 0.5);
      }
    }
    if (distance > best) continue;
    if (distance < best) {
      best = distance;
      found = [];
    }
    found.push(place.municipality);
  }
  return found;
}
