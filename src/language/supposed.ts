/** What was only thought to be: "achei que era febre, mas não era", "pensei que ia desmaiar mas não desmaiei", "quase caiu mas não caiu". */
import type { PhraseMatch } from './phrases';
import { wordIn, type Sentence } from './sentence';
import { setOfWords } from './tokens';

const thought = setOfWords(
  'achei achava pensei pensava jurava jurei parecia pareceu suspeitei suspeitava desconfiei imaginei imaginava cuidei cri creia thought looked seemed pense pensaba parecia creia',
);
const nearly = setOfWords('quase ia almost casi');
const being = setOfWords(
  'era e eh tava ta to tinha tenho tem tive teve foi cheguei chegou nada aconteceu deu fui had was did tenia era fue tuve',
);
const reach = 9;

/** "mas não era", "não era", "mas não desmaiei": a denial with no new name in it, or with the same one again. */
function isTakenBackAfter(sentence: Sentence, match: PhraseMatch, again: boolean): boolean {
  const { tokens, words } = sentence;
  for (let i = match.end + 1; i <= match.end + reach && i < tokens.length; i += 1) {
    const word = wordIn(sentence, i);
    if (tokens[i]?.kind === 'stop') return false;
    const next = sentence.startingAt.get(i);
    if (next && next.concept !== match.concept) return false;
    if (!words.negators.has(word) || word === 'no' || word === 'sem') continue;
    for (let k = i + 1; k <= i + 4; k += 1) {
      const same = sentence.startingAt.get(k);
      if (same) return same.concept === match.concept;
      if (!being.has(wordIn(sentence, k)) && !['a', 'iso', 'eu', 'ele', 'ela'].includes(wordIn(sentence, k)))
        break;
      const ends = tokens[k + 1];
      if (
        !again &&
        being.has(wordIn(sentence, k)) &&
        (!ends || ends.kind !== 'word' || words.but.has(ends.word))
      )
        return true;
      if (!again && ['nao', 'nada'].includes(wordIn(sentence, k + 1))) return true;
    }
    return false;
  }
  return false;
}

export function isOnlySupposed(sentence: Sentence, match: PhraseMatch): boolean {
  for (let i = match.start - 1; i >= match.start - 6; i -= 1) {
    const word = wordIn(sentence, i);
    if (word === '') return false;
    if (thought.has(word) && !['nao', 'nunca'].includes(wordIn(sentence, i - 1)))
      return isTakenBackAfter(sentence, match, false);
    if (nearly.has(word) && isTakenBackAfter(sentence, match, true)) return true;
  }
  return false;
}
