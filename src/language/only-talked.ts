/**
 * Red flags that are only talked of: "o que é um AVC?", "esse remédio causa falta de ar?", "medo de ter um avc", a pet's, what someone died
 * of, a street's name. Each is a plain pattern around the very words; nothing that is had here and now may stand in it.
 */
import { conceptOf } from '../../settings/concepts';
import type { PhraseMatch } from './phrases';
import { nounBefore, wordIn, type Sentence } from './sentence';
import { setOfWords } from './spelling';
import { isSpoken } from './token-at';

const article = setOfWords('um uma o a os as de do da an the un una el la uns umas essa esse esta este tal');

/** The first token before `at` that is no article. */
function beforeArticles(sentence: Sentence, at: number): number {
  let i = at;
  while (i > at - 4 && article.has(wordIn(sentence, i))) i -= 1;
  return i;
}

/** "o que é um AVC?", "nem sei o que é tosse" */
function isAskedWhat(sentence: Sentence, match: PhraseMatch): boolean {
  const is = beforeArticles(sentence, match.start - 1);
  if (isSpoken(sentence.tokens[match.end + 1])) return false;
  const verb = wordIn(sentence, is);
  if (['e', 'eh', 'es', 'significa', 'is', 'seria'].includes(verb)) {
    const what = wordIn(sentence, is - 1);
    return what === 'what' || (what === 'que' && ['o', 'oque', '', 'lo'].includes(wordIn(sentence, is - 2)));
  }
  return verb === 'dizer' && wordIn(sentence, is - 1) === 'quer';
}

const brings = setOfWords(
  'causa causam causar provoca provocar dao traz cause causes causan causar provocan',
);
const here = setOfWords(
  'to me mim meu minha sinto tenho comecei fiquei senti agora hoje ontem tomei tomou comi i am my estoy tengo mi ele ela filho filha',
);

/** "esse remédio causa falta de ar?" */
function isAskedIfItBrings(sentence: Sentence, match: PhraseMatch): boolean {
  const verb = beforeArticles(sentence, match.start - 1);
  if (!brings.has(wordIn(sentence, verb)) || sentence.tokens[match.end + 1]?.kind !== 'ask') return false;
  for (let i = verb - 1; i > verb - 12 && isSpoken(sentence.tokens[i]); i -= 1)
    if (here.has(wordIn(sentence, i))) return false;
  return true;
}

const fear = setOfWords('medo receio pavor panico afraid scared fear miedo');
const having = setOfWords('ter sofrer pegar dar having have getting get tener sufrir dar_um');

/** "medo de ter um avc" */
function isFeared(sentence: Sentence, match: PhraseMatch): boolean {
  // what is feared of one's own mind or hands is not only talk
  if (['suicidal_ideation', 'self_harm', 'harm_others', 'violence'].includes(match.concept)) return false;
  const verb = having.has(wordIn(sentence, match.start))
    ? match.start
    : beforeArticles(sentence, match.start - 1);
  if (!having.has(wordIn(sentence, verb))) return false;
  return [1, 2, 3].some((back) => fear.has(wordIn(sentence, verb - back)));
}

const grave = setOfWords(
  'grave perigoso perigosa serio seria normal urgente emergencia sinal dangerous serious bad',
);

/** "falou que dor no peito é grave, eu não tenho" */
function isNotMine(sentence: Sentence, match: PhraseMatch): boolean {
  let i = match.end + 1;
  if (!['e', 'eh', 'is', 'es'].includes(wordIn(sentence, i))) return false;
  i += 1;
  while (article.has(wordIn(sentence, i)) || wordIn(sentence, i) === 'muito') i += 1;
  if (!grave.has(wordIn(sentence, i))) return false;
  i += 1;
  while (['comma', 'stop', 'pause'].includes(sentence.tokens[i]?.kind ?? '') || wordIn(sentence, i) === 'mas')
    i += 1;
  if (['eu', 'iso', 'i'].includes(wordIn(sentence, i))) i += 1;
  if (!sentence.words.plainNo.has(wordIn(sentence, i)) && wordIn(sentence, i) !== 'dont') return false;
  return (
    ['tenho', 'sinto', 'to', 'tive', 'have', 'tengo'].includes(wordIn(sentence, i + 1)) &&
    (!isSpoken(sentence.tokens[i + 2]) || ['iso', 'nao', 'it'].includes(wordIn(sentence, i + 2)))
  );
}

const pets = setOfWords(
  'cachorro cachorra cachorrinho cachorrinha cadela gato gata gatinho gatinha cavalo papagaio passarinho calopsita coelho hamster peixe galinha vaca dog cat puppy kitten horse perro perra gato gata elevador',
);
const owning = setOfWords('o a meu minha nosso nossa seu sua um uma my our the mi el la su');
const acting = setOfWords(
  'deu teve tem ta tendo dando um uma o a com de em todo ja ficou fico parece had is has a tuvo dio parou que comeu',
);
const bites = new Set([
  'animal_bite',
  'wild_animal_bite',
  'animal_sting',
  'injury',
  'bleeding',
  'bleeding_heavy',
]);

/** "meu cachorro desmaiou", and not "meu cachorro me mordeu". */
function isOfPet(sentence: Sentence, match: PhraseMatch): boolean {
  if (bites.has(match.concept)) return false;
  const at = nounBefore(sentence, match, pets, (i) => acting.has(wordIn(sentence, i)));
  return at !== undefined && owning.has(wordIn(sentence, at - 1)) && wordIn(sentence, at - 2) !== 'de';
}

const died = setOfWords('morreu faleceu morreram died murio fallecio');
const now = setOfWords('agora hoje ontem now today ahora hoy aqui socorro');

/** "meu avô morreu de falta de ar" */
function isDiedOf(sentence: Sentence, match: PhraseMatch): boolean {
  const verb = beforeArticles(sentence, match.start - 1);
  const before = wordIn(sentence, verb);
  if (!died.has(before === 'com' || before === 'of' ? wordIn(sentence, verb - 1) : before)) return false;
  return !sentence.tokens.some(({ word }) => now.has(word));
}

const streets = setOfWords(
  'rua avenida av travessa praca bairro alameda estrada beco vila street avenue calle barrio',
);

/** "moro na rua Falta de Ar 12" */
const isAddress = (sentence: Sentence, match: PhraseMatch): boolean =>
  streets.has(wordIn(sentence, beforeArticles(sentence, match.start - 1))) &&
  (sentence.tokens[match.end + 1]?.kind === 'number' || sentence.tokens[match.end + 2]?.kind === 'number');

export function isOnlyTalkedOf(sentence: Sentence, match: PhraseMatch): boolean {
  return (
    isAskedWhat(sentence, match) ||
    isAskedIfItBrings(sentence, match) ||
    isFeared(sentence, match) ||
    isNotMine(sentence, match) ||
    isDiedOf(sentence, match) ||
    isAddress(sentence, match) ||
    (conceptOf(match.concept)?.call !== undefined && isOfPet(sentence, match))
  );
}
