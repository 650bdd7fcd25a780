/**
 * Is what a phrase names denied? A denial reaches only over words known to carry it (auxiliary verbs, articles, "ou" lists);
 * any other word, "mas" and the like, and the end of a clause stop it. So what is not understood stays asserted: the safe side.
 */
import type { PhraseMatch } from './phrases';
import { textAt, wordAt } from './token-at';
import { setOfWords, type Token } from './tokens';
import type { Sentence } from './sentence';
import { deniedAfter } from './denied-after';
import { isOver } from './over';
import { isOnlySupposed } from './supposed';
import {
  isAllBut,
  isAlmost,
  isDeniedByNext,
  isInBareList,
  isMissing,
  isNobodys,
  isNoneOfAll,
  isOnlyAskedAbout,
  isNotThat,
  isNothing,
  isOfTheOneBefore,
} from './denied-lists';
import { isDream, isTopic } from './told';

/**
 * `topic`: only talked of ("quais os sintomas de AVC?"); `over`: it passed, which of what may come back at any time is no denial ("a boca
 * entortou mas voltou ao normal").
 */
export type Denial = 'asserted' | 'denied' | 'doubtful' | 'topic' | 'over';

/** How many tokens a denial or a list may be away: people's sentences are shorter, and the work stays linear. */
const reach = 40;

function isWord(token: Token | undefined): token is Token {
  return token?.kind === 'word';
}

function isNegator(sentence: Sentence, token: Token | undefined): boolean {
  return (
    isWord(token) && sentence.words.negators.has(token.word) && !(sentence.portuguese && token.word === 'no')
  );
}

/** "nada de febre" */
function isNothingOf({ tokens }: Sentence, at: number): boolean {
  return tokens[at]?.word === 'nada' && tokens[at + 1]?.word === 'de' && tokens[at - 1]?.word !== 'nao';
}

function isOr(sentence: Sentence, token: Token | undefined): boolean {
  return isWord(token) && sentence.words.or.has(token.word) && !(sentence.portuguese && token.word === 'o');
}

/** "febre, [falta de ar] nem tosse": does the list that goes on after the match end in "or"? */
function listEndsInOr(sentence: Sentence, match: PhraseMatch): boolean {
  const { tokens, words } = sentence;
  for (let i = match.end + 1; i < tokens.length && i < match.end + reach;) {
    const token = tokens[i];
    const next = sentence.startingAt.get(i);
    if (isOr(sentence, token) || (isWord(token) && words.concord.has(token.word))) {
      let j = i + 1;
      while (words.articles.has(wordAt(tokens, j)) && !sentence.startingAt.has(j)) j += 1;
      return sentence.startingAt.has(j);
    }
    if (next) i = next.end + 1;
    else if (token?.kind === 'comma' || (isWord(token) && words.articles.has(token.word))) i += 1;
    else return false;
  }
  return false;
}

/** The denying word before the match that reaches it, or undefined. */
function denierBefore(sentence: Sentence, match: PhraseMatch): number | undefined {
  const { tokens, words } = sentence;
  const inBareList = isInBareList(sentence, match);
  let inList = inBareList || listEndsInOr(sentence, match);
  let verbPassed = false;
  for (let k = match.start - 1; k >= 0 && k > match.start - reach;) {
    const token = tokens[k];
    // "não sinto: febre, tosse"
    if (token?.kind === 'stop' && token.word === ':' && inBareList && !verbPassed) {
      k -= 1;
      continue;
    }
    if (token?.kind === 'comma') {
      if (!inList || verbPassed || !sentence.endingAt.has(k - 1)) return undefined;
      k -= 1;
      continue;
    }
    if (!isWord(token)) return undefined;
    if (isNegator(sentence, token) || isNothingOf(sentence, k) || isAllBut(sentence, k)) return k;
    if (words.contrast.has(token.word)) return undefined;
    const other = sentence.endingAt.get(k);
    if (other && inList && !verbPassed) k = other.start - 1;
    else if (isOr(sentence, token)) {
      if (verbPassed) return undefined;
      inList = true;
      k -= 1;
    } else if (words.and.has(token.word)) {
      // "e" is "é" without its accent only right after the denial: "não é febre".
      // "dor nenhuma e tosse", "febre não e tosse" deny only the first
      const isEnd = lacks.has(textAt(tokens, k - 1)) || sentence.endingAt.has(k - 2);
      if (isEnd || !words.transparent.has(token.word) || !isNegator(sentence, tokens[k - 1]))
        return undefined;
      verbPassed = true;
      k -= 1;
    } else if (words.articles.has(token.word)) k -= 1;
    else if (words.transparent.has(token.word)) {
      verbPassed = true;
      k -= 1;
    } else return undefined;
  }
  return undefined;
}

const lacks = setOfWords('nenhuma nenhum zero ninguna ninguno cero');

/** Doubt before the denial ("acho que não"), a second denial, news ("nunca tive assim"), or a question: not a clear no. */
function isDoubtful(sentence: Sentence, match: PhraseMatch, denier: number): boolean {
  const { tokens, words } = sentence;
  const deniesAlways = words.never.has(textAt(tokens, denier));
  for (let i = denier + 1; i < match.start; i += 1) {
    const word = textAt(tokens, i);
    if (words.doubt.has(word) || (deniesAlways && words.pointing.has(word))) return true;
  }
  for (let k = denier - 1; k >= 0 && k > denier - 10; k -= 1) {
    const token = tokens[k];
    if (!isWord(token) || sentence.endingAt.has(k) || words.but.has(token.word)) break;
    if (words.doubt.has(token.word)) return true;
    if (words.and.has(token.word) && !isNegator(sentence, tokens[k - 1])) break;
    const repeats = words.concord.has(textAt(tokens, denier)) || words.concord.has(token.word);
    if (isNegator(sentence, token) && !repeats) return true;
  }
  for (let i = match.end + 1; i < tokens.length && i < match.end + 10; i += 1) {
    const token = tokens[i];
    if (token?.kind !== 'word') return token?.kind === 'ask';
    // "sem febre, só nariz entupido", "sem febre até agora"
    const goesOn =
      (token.word === 'so' &&
        (sentence.startingAt.has(i + 1) ||
          ['quero', 'queria', 'preciso', 'to'].includes(textAt(tokens, i + 1)))) ||
      (token.word === 'ate' && words.now.has(textAt(tokens, i + 1)));
    if (goesOn) return false;
    if (i <= match.end + 3 && words.novelty.has(token.word)) return true;
    if (deniesAlways && words.now.has(token.word)) return true;
    if (i <= match.end + 4 && words.doubt.has(token.word)) return true;
  }
  return false;
}

const wondering = [
  ['nao', 'sei', 'se'],
  ['nao', 'sei', 'dizer', 'se'],
  ['naosei', 'se'],
  ['sei', 'nao', 'se'],
  ['certeza', 'se'],
  ['certeza', 'que'],
  ['duvida', 'se'],
  ['sera', 'que'],
  ['sera', 'se'],
  ['dont', 'know', 'if'],
  ['not', 'sure', 'if'],
  ['no', 'se', 'si'],
  ['nao', 'se', 'si'],
  ['seguro', 'si'],
  ['segura', 'si'],
];

/** "não sei se estou com febre", "não tenho certeza se é febre" */
function isWondered({ tokens }: Sentence, match: PhraseMatch): boolean {
  for (let i = match.start - 1; i >= 0 && i > match.start - 8; i -= 1) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.word === 'mas') return false;
    const found = wondering.find((words) =>
      words.every((word, k) => tokens[i - words.length + 1 + k]?.word === word),
    );
    if (!found) continue;
    // "tenho certeza que"
    return (
      found[0] !== 'certeza' ||
      tokens[i - found.length - 1]?.word === 'nao' ||
      tokens[i - found.length]?.word === 'sem'
    );
  }
  return false;
}

/** Of these, having passed is no comfort. */
const staysUrgent = new Set([
  'face_droop',
  'limb_weakness',
  'speech_trouble',
  'vision_loss',
  'fainting',
  'seizure',
  'confusion',
  'unresponsive',
  'chest_pain',
  'headache_sudden_worst',
]);

const lacking = setOfWords('sem sin without');
const being = setOfWords('to ta tou tava fico fica fiquei ficou am is');

/** "não tô sem ar", in one breath: and not "não, tô sem ar". */
function isDeniedLack(sentence: Sentence, match: PhraseMatch): boolean {
  const { tokens } = sentence;
  return (
    lacking.has(textAt(tokens, match.start)) &&
    being.has(textAt(tokens, match.start - 1)) &&
    isNegator(sentence, tokens[match.start - 2])
  );
}

const ordinary = setOfWords(
  'comum qualquer normal atoa simples fraca fraco pouca pouco leve so boba bobo dessas',
);

/** "não é dor de cabeça comum", "não é só febre", "não tenho só febre": more than that. */
function isMoreThan({ tokens }: Sentence, match: PhraseMatch, denier: number): boolean {
  if (
    ordinary.has(wordAt(tokens, match.end + 1)) &&
    ['e', 'foi', 'era', 'eh'].includes(wordAt(tokens, denier + 1))
  )
    return !['dessas', 'qualquer_uma'].includes(wordAt(tokens, match.end + 1));
  for (let i = denier + 1; i < match.start; i += 1)
    if (['so', 'somente', 'apenas', 'pouca', 'pouco', 'only'].includes(wordAt(tokens, i))) return true;
  return false;
}

/** A phrase that itself holds a denial ("não consigo respirar") is always asserted: two denials are never read as a clear no. */
export function denialOf(sentence: Sentence, match: PhraseMatch): Denial {
  if (match.denied) return 'denied';
  if (isDream(sentence, match)) return 'topic';
  for (let i = match.start; i <= match.end; i += 1) {
    if (isNegator(sentence, sentence.tokens[i])) return isDeniedLack(sentence, match) ? 'denied' : 'asserted';
  }
  if (isOnlyAskedAbout(sentence, match)) return 'denied';
  if (isTopic(sentence, match)) return 'topic';
  if (isNobodys(sentence, match) || isNothing(sentence, match)) return 'denied';
  if (isNoneOfAll(sentence, match) || isOnlySupposed(sentence, match)) return 'denied';
  if (isDeniedByNext(sentence, match) || isNotThat(sentence, match) || isMissing(sentence, match))
    return 'denied';
  const denier = denierBefore(sentence, match);
  if (denier !== undefined && isOfTheOneBefore(sentence, match, denier)) return 'asserted';
  if (denier !== undefined && (isAlmost(sentence, match) || isMoreThan(sentence, match, denier)))
    return 'asserted';
  if (denier !== undefined) return isDoubtful(sentence, match, denier) ? 'doubtful' : 'denied';
  if (deniedAfter(sentence, match)) return 'denied';
  if (isOver(sentence, match)) return staysUrgent.has(match.concept) ? 'over' : 'denied';
  return isWondered(sentence, match) ? 'doubtful' : 'asserted';
}
