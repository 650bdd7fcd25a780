/** The words of yes, no and doubt of all lexicons, found in a message. */
import type { Lexicon } from './lexicon/lexicon';
import { ptLaughter, ptNoes } from './lexicon/pt-br-replies';
import { canonicalWord } from './spelling';
import { runFinder } from './word-runs';
import { lexicons } from './word-sets';

const lists = (name: keyof Lexicon['answers']): string[] =>
  lexicons.flatMap((lexicon) => lexicon.answers[name]);
const merged = (name: keyof Lexicon['answers']): ReadonlySet<string> =>
  new Set(lists(name).map(canonicalWord));
export const findAnswers = runFinder({
  yes: lists('yes'),
  no: [...lists('no'), ...ptNoes],
  unknown: lists('unknown'),
  'probably-yes': lists('probablyYes'),
  'probably-no': lists('probablyNo'),
});
export const findPlain = runFinder({
  no: [...lists('plainNo'), ...ptNoes],
  courtesy: [...lists('courtesy'), ...ptLaughter],
});
export const findLead = runFinder({ lead: lists('lead') });
export const notADenial = merged('notADenial');
export const onlyPartly = merged('onlyPartly');
export const neutral = merged('neutralVerbs');
