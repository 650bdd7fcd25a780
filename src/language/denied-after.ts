/**
 * The denial that follows what it denies and ends its clause: "febre não", "falta de ar eu não tenho", "febre dessas o bebê não teve",
 * "dor no peito? não", "vomitei nada", "tosse nem sinal". What goes on after it stays asserted: "febre não passa", "febre não tosse".
 */
import type { PhraseMatch } from './phrases';
import { kin, possessives } from './subject-words';
import { wordIn, type Sentence } from './sentence';
import { wordAt } from './token-at';
import { setOfWords, type Token } from './tokens';

const lacks = setOfWords('nenhuma nenhum zero zerada zerado necas neca nadinha nadica ninguna ninguno cero');
/** "febre assim", "dor dessas" */
const such = setOfWords('asim mesmo mesma propriamente deses desas dese desa diso iso tipo jeito nivel');
/** "febre eu não tenho", "febre a minha mãe não tem" */
const topical = setOfWords(
  'eu ele ela eles elas yo ya i gente graças gracas deus a o aqui nele nela ainda hoje agora ja',
);
/** "fumar não fumo", "remédio nunca tomei", "febre não apareceu" */
const doing = setOfWords(`
  fumo fuma fumei bebo bebe bebi uso usa usei tomo toma tomei faz fez fiz faco sofro sofre sofri vi notei notou percebi percebo percebeu reparei apareceu apareceram veio vieram
  houve existe surgiu rolou deu da aconteceu tenha estou estava tava tinha teria era e foi acho vejo apresento apresenta apresentou sentiu sentindo ficou fiquei doi doem doeu doendo arde incomoda incomodou`);
/** "tosse não tem não, viu", "febre não tive graças a deus" */
const emphatic = setOfWords(
  'nao viu mais ainda visse tambem no tido tendo nenhuma nenhum nunca hoje ontem agora graças gracas graca deus a amem doutor doutora dr dra moca moco senhora senhor ne ta obrigado obrigada comigo aqui ate',
);
/** "febre nem sinal" */
const notEven = setOfWords(
  'sinal pensar sombra cheiro tem tenho teve tive sonhar brincando um pouco pouquinho de longe perto sei agora hoje vestigio',
);
const having = setOfWords('tenho tem tive teve to ta tava sinto sente senti vomitei');

/** "vomitar não vomitei", "coçar não coça": the same verb, or another form of one as short. */
function isSameVerb(told: Token | undefined, said: Token): boolean {
  if (told?.kind !== 'word') return false;
  const alike = (letters: number): boolean => told.word.slice(0, letters) === said.word.slice(0, letters);
  if (told.word.length > 5 && said.word.length > 4 && alike(5)) return true;
  return /[aei]r$/.test(told.word) && said.word.length > 3 && alike(told.word.length > 4 ? 3 : 2);
}

/** A subject: "eu", "a gente", "o bebê", "a minha mãe"; the token after it. */
function afterSubject(sentence: Sentence, at: number): number {
  let i = at;
  const { tokens } = sentence;
  while (i < at + 4) {
    const word = wordAt(tokens, i);
    const isOfKin = possessives.has(word) || kin.has(word) || word === 'bebe' || word === 'crianca';
    if (!word || !(topical.has(word) || isOfKin)) break;
    // "a" and "o" only before one that is named
    if (['a', 'o'].includes(word)) {
      const next = wordAt(tokens, i + 1);
      if (!(possessives.has(next) || kin.has(next) || ['gente', 'bebe', 'crianca', 'deus'].includes(next)))
        break;
    }
    i += 1;
  }
  return i;
}

const isNo = ({ words }: Sentence, word: string): boolean => words.plainNo.has(word) || words.never.has(word);

/** Does the clause end at `i`, but for emphasis and thanks? */
function endsAt(sentence: Sentence, at: number, hasVerb: boolean): boolean {
  const { tokens, words } = sentence;
  let i = at;
  while (emphatic.has(wordAt(tokens, i)) && !sentence.startingAt.has(i)) i += 1;
  const end = tokens[i];
  if (!end) return true;
  if (end.kind === 'ask') return false;
  if (end.kind !== 'word') return end.kind !== 'number';
  return (
    words.but.has(end.word) ||
    words.contrast.has(end.word) ||
    (words.and.has(end.word) && (hasVerb || sentence.startingAt.has(i + 1) || sentence.startingAt.has(i + 2)))
  );
}

/** "asma não, diabetes não", also without commas: each named thing with its own no behind it, to the end. */
function isInListOfNoes(sentence: Sentence, at: number): boolean {
  let i = at;
  for (let items = 0; items < 8; items += 1) {
    const next = sentence.startingAt.get(i);
    if (!next || !isNo(sentence, wordIn(sentence, next.end + 1))) return false;
    i = next.end + 2;
    if (!sentence.tokens[i] || sentence.tokens[i]?.kind === 'stop') return true;
  }
  return false;
}

/** "febre nenhuma, dor zero": and not "febre nenhuma melhora" */
function isLacking(sentence: Sentence, at: number): boolean {
  const i =
    ['ta', 'e', 'to'].includes(wordIn(sentence, at)) && lacks.has(wordIn(sentence, at + 1)) ? at + 1 : at;
  if (!lacks.has(wordIn(sentence, i))) return false;
  const next = wordIn(sentence, i + 1);
  return next === '' || sentence.words.and.has(next) || sentence.words.but.has(next);
}

/** "febre nem sinal", "febre que nada", "vomitei nada", "tonto nada", "febre ninguém tem" */
function isNoneOfIt(sentence: Sentence, at: number): boolean {
  const word = wordIn(sentence, at);
  const next = wordIn(sentence, at + 1);
  if (word === 'nem') {
    let i = at + 1;
    while (notEven.has(wordIn(sentence, i)) && i < at + 4) i += 1;
    return i > at + 1 && endsAt(sentence, i, true);
  }
  if (word === 'que') return next === 'nada' && endsAt(sentence, at + 2, true);
  const after = wordIn(sentence, word === 'foi' ? at + 2 : at + 1);
  if (['menos', 'mais', 'alem'].includes(after)) return false;
  if (word === 'nada' || (word === 'foi' && next === 'nada'))
    return endsAt(sentence, word === 'nada' ? at + 1 : at + 2, false);
  if (word === 'ninguem') {
    let i = at + 1;
    while (['aqui', 'em', 'casa', 'da', 'familia', 'tem', 'teve', 'ta'].includes(wordIn(sentence, i))) i += 1;
    return i > at + 1 && endsAt(sentence, i, true);
  }
  return having.has(word) && next === 'nada' && endsAt(sentence, at + 2, true);
}

const excepting = setOfWords('alem fora exceto menos tirando salvo besides except aparte');

/** "não deixei de fumar ainda não", "além da tosse não tenho mais": what stands before it turns it. */
function isHeaded(sentence: Sentence, match: PhraseMatch): boolean {
  for (let i = match.start - 1; i >= match.start - 4; i -= 1) {
    const word = wordIn(sentence, i);
    if (word === '' || sentence.endingAt.has(i)) return false;
    if (
      excepting.has(word) ||
      (['deixei', 'parei', 'deixou', 'parou'].includes(word) && isNo(sentence, wordIn(sentence, i - 1)))
    )
      return true;
  }
  return false;
}

/** "febre hoje não, ontem sim" */
function isOfToday(sentence: Sentence, match: PhraseMatch, to: number): boolean {
  const days = (at: number): boolean =>
    ['ontem', 'antes', 'anteontem', 'antier', 'ayer'].includes(wordIn(sentence, at));
  for (let i = match.end + 1; i < to; i += 1)
    if (['hoje', 'agora'].includes(wordIn(sentence, i))) {
      if (['tive', 'teve', 'tava'].includes(wordIn(sentence, match.start - 1))) return true;
      return [1, 2, 3, 4, 5, 6].some((near) => days(to + near) || days(match.start - near));
    }
  return false;
}

export function deniedAfter(sentence: Sentence, match: PhraseMatch): boolean {
  const { tokens, words } = sentence;
  if (isHeaded(sentence, match)) return false;
  let i = match.end + 1;
  const mark = tokens[i];
  if (mark?.kind === 'ask' || (mark?.kind === 'stop' && mark.word === ':')) i += 1;
  const isMarked = i > match.end + 1;
  while (words.also.has(wordAt(tokens, i))) i += 1;
  while (such.has(wordAt(tokens, i)) && i < match.end + 5) i += 1;
  if (isLacking(sentence, i) || isNoneOfIt(sentence, i)) return true;
  i = afterSubject(sentence, i);
  while (words.also.has(wordAt(tokens, i))) i += 1;
  // "febre? tive não"
  const isTurned = isMarked && words.deniedAfter.has(wordAt(tokens, i)) && !wordAt(tokens, i + 2);
  if (isTurned) i += 1;
  // "febre é que não é"
  if (wordAt(tokens, i) === 'e' && wordAt(tokens, i + 1) === 'que') i += 2;
  const no = wordAt(tokens, i);
  if (isNoneOfIt(sentence, i) && i > match.end + 1) return true;
  if (!isNo(sentence, no)) return false;
  i += 1;
  if (isInListOfNoes(sentence, i)) return true;
  let hasVerb = false;
  for (let verbs = 0; verbs < 2; verbs += 1) {
    const verb = tokens[i];
    if (verb?.kind !== 'word') break;
    const isSame =
      isSameVerb(tokens[match.end], verb) || sentence.startingAt.get(i)?.concept === match.concept;
    if (
      !isSame &&
      (sentence.startingAt.has(i) || !(words.deniedAfter.has(verb.word) || doing.has(verb.word)))
    )
      break;
    // "febre não e tosse": no verb
    if (verb.word === 'e' && wordAt(tokens, i + 1)) break;
    // "não tem e tá brincando"
    if (hasVerb && !['to', 'ta', 'tava', 'estava', 'foi'].includes(wordAt(tokens, i - 1))) break;
    hasVerb = true;
    i += 1;
  }
  // "dor no peito não sinto nada"
  const isPain =
    /^(?:dor|dores|doi|doendo)$/.test(wordAt(tokens, match.start)) &&
    wordAt(tokens, match.start - 1) !== 'so';
  if (hasVerb && isPain && wordAt(tokens, i) === 'nada') i += 1;
  // "febre nunca" alone tells of a new one, too
  if (!hasVerb && !words.plainNo.has(no)) return false;
  return endsAt(sentence, i, hasVerb) && !isOfToday(sentence, match, i);
}
