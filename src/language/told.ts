/**
 * Symptoms that are told, not had: as the topic of a question, a talk or a film, or of what has no body. Only plain patterns count;
 * everything else stays a symptom.
 */
import { conceptOf } from '../../settings/concepts';
import { isOnlyTalkedOf } from './only-talked';
import type { PhraseMatch } from './phrases';
import { textAt, wordAt } from './token-at';
import { setOfWords } from './tokens';
import { boundsOf, nounBefore, wordIn, type Sentence } from './sentence';

const linking = setOfWords('de um uma o a do da uns an the of from un una el ja');
const whichOf = setOfWords('quais qual what which cuales cual');
const signs = setOfWords('sintomas sintoma sinais sinal symptoms symptom signs sign');
const topics = setOfWords(
  'palestra campanha curso aula livro filme cartaz materia informacao informacoes talk lecture campaign class course book movie charla campana taller libro pelicula clase',
);
const about = setOfWords('sobre about acerca contra');
/** The nearest word before `at` that is no article. */
function beforeLinking(sentence: Sentence, at: number): number {
  let i = at;
  while (i > at - 4 && linking.has(wordIn(sentence, i))) i -= 1;
  return i;
}

const copula = setOfWords('e eh is es seria sao are');
const article = setOfWords('um uma a o un una an the algum');
const grades = setOfWords('alta alto baixa forte leve constante persistente seca high bad alta fuerte');
const sign = setOfWords('sintoma sintomas sinal sinais symptom symptoms sign signs senal');
const openers = setOfWords(
  'quais qual quanto quantos quanta quantas quem what how which who cual cuales cuanto cuantos quien where onde',
);
const howTo = [
  'peg',
  'evit',
  'trat',
  'prev',
  'transm',
  'sab',
  'identif',
  'diferenc',
  'funcion',
  'cur',
  'contag',
];
const mayBe = setOfWords(
  'pode podem posso deve devem precisa tem dura causa pega mata passa da e eh can should may does is puede pueden debe dura',
);
/** "a vacina dá gripe?" */
const brings = setOfWords(
  'da dao causa causam causar provoca provocam provocar causan provocan cause causes give gives',
);
const most = 40;
/** What has no body: "meu pc deu uma convulsão". */
const things = setOfWords(`
  pc computador notebook celular cel tv televisao carro moto app aplicativo site internet wifi jogo time selecao flamengo corinthians palmeiras vasco governo economia preco precos conta
  boleto salario bolso carteira cartao mercado gasolina impressora sistema servidor planilha projeto prova facul faculdade trabalho emprego reuniao transito onibus metro
  serie novela musica show festa computer phone car laptop team game boss_fight movie computadora telefono coche equipo partido pelicula`);
const owning = setOfWords(
  'o a os as meu minha meus minhas seu sua esse essa este esta aquele aquela nosso nossa the my this mi el la',
);
const doing = setOfWords(
  'deu teve tem ta tendo dando um uma o a com de em todo so ja vive anda foi ficou entrou quase parece had is has a tuvo dio',
);

/** "falta de ar é sinal de quê?", "quem pode tomar vacina da gripe?", "grávida pode tomar?": nobody is said to have it. */
function isGeneral(sentence: Sentence, match: PhraseMatch): boolean {
  const { start, asks } = boundsOf(sentence, match);
  let k = match.end + 1;
  while (grades.has(wordIn(sentence, k))) k += 1;
  if (copula.has(wordIn(sentence, k)) || copula.has(wordIn(sentence, match.start - 1))) {
    if (copula.has(wordIn(sentence, k))) k += 1;
    while (article.has(wordIn(sentence, k))) k += 1;
    if (sign.has(wordIn(sentence, k))) return true;
  }
  const first = wordIn(sentence, start);
  if (asks && isImpersonal(sentence, start)) return true;
  if (conceptOf(match.concept)?.call) return false;
  const second = wordIn(sentence, start + 1);
  // "como" is also "I eat", so that the sentence seems to speak of the writer
  const isHowTo = first === 'como' && howTo.some((beginning) => second.startsWith(beginning));
  if (isHowTo && !sentence.tokens.some(({ word }) => speaking.has(word))) return true;
  if (sentence.personal) return false;
  if (openers.has(first) || (first === 'o' && second === 'que') || (first === 'que' && copula.has(second)))
    return true;
  if (asks && brings.has(wordIn(sentence, match.start - 1))) return true;
  return asks && (mayBe.has(wordIn(sentence, match.end + 1)) || mayBe.has(first));
}

const impersonal = setOfWords('quem alguem pessoa gente curso grupo palestra');
const speaking = setOfWords(
  'isso isto esse essa eu to estou tou tenho tive meu minha meus minhas me mim ele ela eles elas agora hoje ontem aqui ajuda socorro urgente samu ambulancia faco fazer chamo ligo levo corro filho filha bebe mae pai i am my me he she his her have now here help call do mi yo estoy tengo el ella ahora hoy hago hacer llamo',
);
const generic = setOfWords(
  'da causa provoca e eh pode podem tem sempre normal comum contagioso contagiosa hereditario hereda vaga aberto certo perigoso mata cura significa is are does do can common more contagious es puede hereda pasa',
);

const grave = setOfWords('grave perigoso perigosa serio seria normal urgente emergencia');

/** "AVC dá em gente nova?", "quem tem convulsão pode dirigir?": asked of anybody, and of nobody here and now. */
function isImpersonal({ tokens }: Sentence, start: number): boolean {
  let words = 0;
  let isOfAnybody = false;
  for (
    let i = start;
    i < start + most && ['word', 'number', 'comma'].includes(tokens[i]?.kind ?? '');
    i += 1
  ) {
    const word = wordAt(tokens, i);
    const isLikeSelf = word.length > 3 && /(?:ei|ou)$/.test(word);
    if (tokens[i]?.kind === 'number' || (speaking.has(word) && !(word === 'do' && words === 0)) || isLikeSelf)
      return false;
    words += 1;
    // "dor no peito é grave?" is asked by who has it
    const asksIfGrave =
      (copula.has(word) && grave.has(textAt(tokens, i + 1))) ||
      (grave.has(word) && copula.has(textAt(tokens, i - 1)));
    if (!asksIfGrave && (generic.has(word) || impersonal.has(word))) isOfAnybody = true;
  }
  return isOfAnybody && words >= 4;
}

/** "meu pc deu uma convulsão", "esse preço é um assalto" */
function isOfThing(sentence: Sentence, match: PhraseMatch): boolean {
  const at = nounBefore(
    sentence,
    match,
    things,
    (i) =>
      doing.has(wordIn(sentence, i)) ||
      (copula.has(wordIn(sentence, i)) && article.has(wordIn(sentence, i + 1))),
  );
  return at !== undefined && owning.has(wordIn(sentence, at - 1));
}

const fiction = setOfWords(
  'novela filme serie livro desenho anime dorama reality jogo videogame meme piada musica teatro peca movie film show series book novel song pelicula telenovela libro cancion cancao documentario podcast noticia noticias jornal reportagem news sonho pesadelo sonhei sonhou sonhando dream nightmare dreamt dreamed sone pesadilla',
);
const told = setOfWords(
  'na no num numa de vi vendo assisti assistindo vejo lendo li o a um uma esse essa the this that la el en saw watching reading mirando viendo leyendo',
);
const ofMine = setOfWords(
  'meu minha meus minhas eu to estou tenho sinto me my i am mi yo tengo estoy agora aqui ajuda socorro',
);

const dreams = setOfWords(
  'sonho pesadelo sonhei sonhou sonhando dream nightmare dreamt dreamed sone pesadilla',
);

/** "sonhei que eu tava sem respirar" */
const isDreamt = (sentence: Sentence, at: number): boolean =>
  [1, 2, 3].some((back) => dreams.has(wordIn(sentence, at - back)));

/** "sonhei que tava sem respirar": by whatever words. */
export function isDream(sentence: Sentence, match: PhraseMatch): boolean {
  for (let i = match.start - 1; i >= match.start - 8 && wordIn(sentence, i) !== ''; i -= 1) {
    const word = wordIn(sentence, i);
    if (word === 'mas' || word === 'acordei') return false;
    if (dreams.has(word)) return true;
  }
  return false;
}

/** "na novela a mocinha tomou veneno", "vi um filme em que o cara leva um tiro" */
function isFiction(sentence: Sentence, match: PhraseMatch): boolean {
  const { start } = boundsOf(sentence, match);
  for (let i = match.start - 1; i >= start; i -= 1) {
    const word = wordIn(sentence, i);
    if (fiction.has(word)) return dreams.has(word) || i === 0 || told.has(wordIn(sentence, i - 1));
    if (ofMine.has(word) && wordIn(sentence, i + 1) !== 'dise' && !isDreamt(sentence, i)) return false;
  }
  return false;
}

const seeing = setOfWords(
  'vi vejo ver vendo soube ouvi descobri recebi chegou abri vem veio saw see got vi veo llego vio',
);
const stimuli = setOfWords(
  'preco precos conta contas boleto boletos fatura fofoca noticia placar gol vestido nota resultado salario imposto bill price prices precio cuenta factura gasolina luz jogo tramites',
);
const reason = setOfWords('quando qnd qdo ao com when con cuando del do da dessa desse at');

/** "desmaiei quando vi o preço", "me faltou o ar quando a conta de luz chegou" */
function isOfStimulus(sentence: Sentence, match: PhraseMatch): boolean {
  let because = false;
  let seen = false;
  for (let i = match.end + 1; i <= match.end + 9; i += 1) {
    const word = wordIn(sentence, i);
    if (word === '') return false;
    because ||= reason.has(word);
    seen ||= seeing.has(word);
    if (
      because &&
      stimuli.has(word) &&
      (seen ||
        seeing.has(wordIn(sentence, i + 1)) ||
        seeing.has(wordIn(sentence, i + 3)) ||
        word.startsWith('prec'))
    )
      return true;
  }
  return false;
}

/** "quais os sintomas de AVC?", "palestra sobre dengue" */
function isOfTalk(sentence: Sentence, match: PhraseMatch): boolean {
  const near = beforeLinking(sentence, match.start - 1);
  if (signs.has(wordIn(sentence, near)))
    return [1, 2, 3, 4].some((back) => whichOf.has(wordIn(sentence, near - back)));
  return about.has(wordIn(sentence, near)) && topics.has(wordIn(sentence, beforeLinking(sentence, near - 1)));
}

/** Is what the phrase names only talked of? */
export function isTopic(sentence: Sentence, match: PhraseMatch): boolean {
  return (
    isOfTalk(sentence, match) ||
    isOfThing(sentence, match) ||
    isFiction(sentence, match) ||
    isOnlyTalkedOf(sentence, match) ||
    isOfStimulus(sentence, match) ||
    isGeneral(sentence, match)
  );
}
