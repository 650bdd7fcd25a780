/** Denials that reach further than the next word, or less far: lists after one "não", "ninguém me bateu", "febre não falta de ar sim". */
import type { PhraseMatch } from './phrases';
import { wordIn, type Sentence } from './sentence';
import { setOfWords } from './spelling';
import { textAt } from './token-at';

const isWord = ({ tokens }: Sentence, i: number): boolean => tokens[i]?.kind === 'word';

const joining = setOfWords('a o as os um uma de la el los las any');
const denying = setOfWords('nego nega negou denies denied deny niego niega');
const most = 40;

/** The match that ends (or begins) next to `at`, over articles only. */
function nextItem(sentence: Sentence, at: number): PhraseMatch | undefined {
  for (let i = at; i < at + 3; i += 1) {
    const found = sentence.startingAt.get(i);
    if (found) return found;
    if (!joining.has(wordIn(sentence, i))) return undefined;
  }
  return undefined;
}

function itemBefore(sentence: Sentence, at: number): PhraseMatch | undefined {
  for (let i = at; i > at - 3; i -= 1) {
    const found = sentence.endingAt.get(i);
    if (found) return found;
    if (!joining.has(wordIn(sentence, i))) return undefined;
  }
  return undefined;
}

/**
 * Is the match one of "A, B, C": three or more names of symptoms with nothing but commas between, and nothing after the last? Of two
 * ("sem febre, falta de ar") the second is not clear, unless a colon or "nego" stands before them.
 */
export function isInBareList(sentence: Sentence, match: PhraseMatch): boolean {
  const { tokens } = sentence;
  let items = 1;
  let first = match;
  while (items < most) {
    let k = first.start - 1;
    while (joining.has(wordIn(sentence, k)) && !sentence.endingAt.has(k)) k -= 1;
    if (tokens[k]?.kind !== 'comma') break;
    const item = itemBefore(sentence, k - 1);
    if (!item) break;
    first = item;
    items += 1;
  }
  let last = match;
  while (items < most) {
    if (tokens[last.end + 1]?.kind !== 'comma') break;
    const item = nextItem(sentence, last.end + 2);
    if (!item) break;
    last = item;
    items += 1;
  }
  const after = tokens[last.end + 1];
  // "A, B, C." and "A, B, C mas D" are over here
  const ends = !after || ['stop', 'pause'].includes(after.kind) || sentence.words.but.has(after.word);
  // "A, B ou não sei que mais"
  const or = after?.kind === 'word' && after.word !== 'o' && sentence.words.or.has(after.word);
  if (or && items >= 2) return true;
  // "A, B, nada disso"
  const nothing = textAt(tokens, last.end + 2);
  if (items >= 2 && after?.kind === 'comma' && ['nada', 'nenhum', 'nenhuma', 'nothing'].includes(nothing))
    return true;
  if (!ends) return false;
  const before = textAt(tokens, first.start - 1);
  return items >= 3 || (items >= 2 && (before === ':' || denying.has(before)));
}

const all = setOfWords('tudo todo todos todas everything all');
const but = setOfWords('menos exceto except excepto salvo');

/** "tudo menos febre" */
export function isAllBut(sentence: Sentence, at: number): boolean {
  if (!but.has(wordIn(sentence, at))) return false;
  return [1, 2, 3].some((back) => all.has(wordIn(sentence, at - back)));
}

/** "nem eu nem meu marido temos diabetes": neither of the two. */
export function isOfNeither(sentence: Sentence, { start }: PhraseMatch): boolean {
  let nors = 0;
  for (let i = start - 1; i >= start - 9 && isWord(sentence, i); i -= 1) {
    if (sentence.words.but.has(wordIn(sentence, i))) return false;
    if (wordIn(sentence, i) === 'nem') nors += 1;
    if (nors === 2) return wordIn(sentence, i + 1) === 'eu' && ofBoth.has(wordIn(sentence, start - 1));
  }
  return false;
}
const ofBoth = setOfWords('temos tivemos tem com tamos estamos');

/** "vomitei foi nada" */
export const isNothing = (sentence: Sentence, { end }: PhraseMatch): boolean =>
  wordIn(sentence, end + 1) === 'foi' && wordIn(sentence, end + 2) === 'nada' && !isWord(sentence, end + 3);

const nobody = setOfWords('ninguem nadie nobody noone');
const besideNobody = setOfWords(
  'me mim aqui nunca jamais mais em casa da familia nos te se here ever aca ha has tem ta com teve sentiu foi deu',
);

/** "ninguém me bateu", and not "ninguém acredita que ele me bateu". */
export function isNobodys(sentence: Sentence, match: PhraseMatch): boolean {
  // nobody helping is no comfort
  if (match.concept === 'cry_for_help' || match.concept === 'suicidal_ideation') return false;
  let k = match.start - 1;
  while (k > match.start - 5 && besideNobody.has(wordIn(sentence, k))) k -= 1;
  const word = wordIn(sentence, k);
  return nobody.has(word) || (word === 'one' && ['no', 'nao'].includes(wordIn(sentence, k - 1)));
}

const agreeing = setOfWords('sim si yes');
const having = setOfWords('tenho sinto to tem tengo have');

/** "falta de ar sim", "falta de ar tenho" at the end of a clause. */
function isConfirmed(sentence: Sentence, { end }: PhraseMatch): boolean {
  if (agreeing.has(wordIn(sentence, end + 1))) return true;
  return having.has(wordIn(sentence, end + 1)) && !isWord(sentence, end + 2);
}

const isNo = (sentence: Sentence, at: number): boolean => sentence.words.plainNo.has(wordIn(sentence, at));

/** "febre não falta de ar sim": the "não" is the fever's. */
export function isOfTheOneBefore(sentence: Sentence, match: PhraseMatch, denier: number): boolean {
  return (
    denier === match.start - 1 &&
    isNo(sentence, denier) &&
    sentence.endingAt.has(denier - 1) &&
    isConfirmed(sentence, match)
  );
}

export function isDeniedByNext(sentence: Sentence, { end }: PhraseMatch): boolean {
  if (!isNo(sentence, end + 1)) return false;
  const next = sentence.startingAt.get(end + 2);
  return next !== undefined && isConfirmed(sentence, next);
}

/** "não desmaiei mas quase", "não caí, foi por pouco" */
export function isAlmost(sentence: Sentence, { end }: PhraseMatch): boolean {
  let i = end + 1;
  while (sentence.tokens[i]?.kind === 'comma' || sentence.words.but.has(wordIn(sentence, i))) i += 1;
  if (i === end + 1) return false;
  return ['quase', 'almost', 'casi'].includes(wordIn(sentence, i)) && !isWord(sentence, i + 1);
}

const supposing = setOfWords('esteja tenha tenga sienta sinta');
const speakers = setOfWords('eu ele ela yo el ella');
const besideSupposed = setOfWords('com con a o um uma la el un una mais');

/** "não é que eu esteja com dor de cabeça, é tontura", "no es que tenga tos" */
export function isNotThat(sentence: Sentence, match: PhraseMatch): boolean {
  let k = match.start - 1;
  while (k > match.start - 4 && besideSupposed.has(wordIn(sentence, k))) k -= 1;
  if (!supposing.has(wordIn(sentence, k))) return false;
  k -= 1;
  if (speakers.has(wordIn(sentence, k))) k -= 1;
  return (
    wordIn(sentence, k) === 'que' &&
    ['e', 'eh', 'es'].includes(wordIn(sentence, k - 1)) &&
    isNo(sentence, k - 2)
  );
}

/** "febre que é bom, nada" */
export function isMissing(sentence: Sentence, { end }: PhraseMatch): boolean {
  const isSo = ['que', 'e', 'bom'].every((word, i) => wordIn(sentence, end + 1 + i) === word);
  const at = sentence.tokens[end + 4]?.kind === 'comma' ? end + 5 : end + 4;
  return isSo && ['nada', 'nao', 'nunca', 'nem'].includes(wordIn(sentence, at));
}

const nones = setOfWords('nenhum nenhuma nenhuns ninguno ninguna none neither');
const ofThem = setOfWords(
  'deles delas deses desas diso iso dos das tres duas dois quatro of these those them de esas esos elas eles',
);
const nothingOf = setOfWords('diso iso deses desas dese desa disto disos');

/** "nada disso eu tenho", "não tenho nada disso", "eu não tenho nenhum", "nenhuma delas", "nada": what ends a list of all one has not. */
function isNoneAt(sentence: Sentence, at: number, asked: boolean, marked: boolean): boolean {
  let i = at;
  while (['eu', 'ele', 'ela', 'tambem', 'entao', 'mas', 'tipo', 'a', 'gente'].includes(wordIn(sentence, i)))
    i += 1;
  const word = wordIn(sentence, i);
  const next = wordIn(sentence, i + 1);
  if (word === 'nada') return nothingOf.has(next) || (asked && !isWord(sentence, i + 1));
  if (nones.has(word)) return (marked && !isWord(sentence, i + 1)) || ofThem.has(next);
  if (!isNo(sentence, i)) return false;
  if (!['tenho', 'tem', 'tive', 'teve', 'to', 'sinto', 'tengo', 'have'].includes(next)) return false;
  const third = wordIn(sentence, i + 2);
  return (
    (third === 'nada' && nothingOf.has(wordIn(sentence, i + 3))) ||
    third === 'nenhum' ||
    (nones.has(third) && ofThem.has(wordIn(sentence, i + 3)))
  );
}

const isListMark = (sentence: Sentence, at: number): boolean =>
  ['comma', 'stop', 'pause', 'ask'].includes(sentence.tokens[at]?.kind ?? '');

/**
 * "diabetes, pressão alta, asma: nada disso eu tenho", "asma? diabetes? nada", "nenhuma dessas: asma, diabetes": a list with one denial
 * for all of it, behind or before.
 */
export function isNoneOfAll(sentence: Sentence, match: PhraseMatch): boolean {
  let items = 1;
  let asked = false;
  let last = match;
  while (items < most) {
    let k = last.end + 1;
    let joints = 0;
    while (
      joints < 4 &&
      !sentence.startingAt.has(k) &&
      (isListMark(sentence, k) ||
        joining.has(wordIn(sentence, k)) ||
        ['e', 'ou', 'y', 'and', 'or'].includes(wordIn(sentence, k)))
    ) {
      asked ||= sentence.tokens[k]?.kind === 'ask';
      k += 1;
      joints += 1;
    }
    const item = sentence.startingAt.get(k);
    if (!item) {
      if (items === 1 && !itemBeforeMarks(sentence, match)) return isListHeaded(sentence, match);
      return isNoneAt(sentence, k, asked, joints > 0) || isListHeaded(sentence, match);
    }
    last = item;
    items += 1;
  }
  return false;
}

function itemBeforeMarks(sentence: Sentence, match: PhraseMatch): PhraseMatch | undefined {
  let k = match.start - 1;
  for (let joints = 0; joints < 4; joints += 1, k -= 1) {
    const found = sentence.endingAt.get(k);
    if (found) return found;
    if (
      !isListMark(sentence, k) &&
      !joining.has(wordIn(sentence, k)) &&
      !['e', 'ou', 'y', 'and', 'or'].includes(wordIn(sentence, k))
    )
      return undefined;
  }
  return undefined;
}

const kinds = setOfWords(
  'doencas doenca coisas coisa opcoes sintomas sintoma alternativas problemas condicoes diso delas deles deses desas dese desa esas',
);

/** "nenhuma dessas: asma, diabetes" */
function isListHeaded(sentence: Sentence, match: PhraseMatch): boolean {
  let first = match;
  for (let items = 0; items < most; items += 1) {
    const before = itemBeforeMarks(sentence, first);
    if (!before) break;
    first = before;
  }
  let k = first.start - 1;
  while (joining.has(wordIn(sentence, k))) k -= 1;
  if (!isListMark(sentence, k) || sentence.tokens[k]?.kind === 'ask') return false;
  k -= 1;
  let headed = false;
  for (let words = 0; words < 3 && kinds.has(wordIn(sentence, k)); words += 1) {
    headed = true;
    k -= 1;
  }
  return headed && (nones.has(wordIn(sentence, k)) || wordIn(sentence, k) === 'nada');
}

const asking = setOfWords(
  'perguntou perguntaram perguntar pergunta perguntando perguntei asked preguntaron pregunto',
);
const haves = setOfWords('tenho tem to ta tive teve sinto tava tinha tengo');

/** "a médica perguntou se tenho diabetes, não tenho"; "quanto à dor de garganta, não"; "sobre a febre: nada" */
export function isOnlyAskedAbout(sentence: Sentence, match: PhraseMatch): boolean {
  let lead = false;
  for (let i = match.start - 1; i >= match.start - 8 && wordIn(sentence, i) !== ''; i -= 1)
    lead ||= asking.has(wordIn(sentence, i));
  let k = match.start - 1;
  while (joining.has(wordIn(sentence, k))) k -= 1;
  const word = wordIn(sentence, k);
  lead ||=
    ['quanto', 'sobre', 'relacao', 'questao'].includes(word) &&
    !isWord(sentence, k - (word === 'relacao' ? 2 : 1));
  if (!lead) return false;
  let i = match.end + 1;
  while (isListMark(sentence, i) || ['e', 'mas', 'eu', 'ele', 'ela', 'ai'].includes(wordIn(sentence, i)))
    i += 1;
  if (i === match.end + 1) return false;
  if (wordIn(sentence, i) === 'nada') return !isWord(sentence, i + 1);
  if (!isNo(sentence, i)) return false;
  if (haves.has(wordIn(sentence, i + 1))) i += 1;
  if (wordIn(sentence, i + 1) === 'nao') i += 1;
  return !isWord(sentence, i + 1);
}
