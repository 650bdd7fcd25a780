/** In which language a message is written, where that is certain. */
import { languages, type Language } from '../../contract/event';
import { countMarkers } from './concept-book';
import { isSpoken } from './token-at';
import { tokenise } from './tokens';

/** A chat goes on in another language only when so many words are of that one alone. */
const surely = 3;

/**
 * The language that a message is in. Pure; linear in the text. Undefined when its words are of no language, or of several.
 * @param sure nearly all of several words are of it: enough to go on in that language; else most of its words are
 */
export function tongueOf(text: string, sure = false): Language | undefined {
  const tokens = tokenise(text);
  // one word alone says too little: "y" is "and" or "yes"
  if (tokens.filter(isSpoken).length < 2) return undefined;
  const counts = countMarkers(tokens, true);
  const [first, second] = languages
    .map((language) => ({ language, count: counts[language] }))
    .sort((a, b) => b.count - a.count);
  if (!first || !second) return undefined;
  const enough = sure
    ? first.count >= surely && first.count > 4 * second.count
    : first.count > 0 && first.count >= 2 * second.count;
  return enough ? first.language : undefined;
}
