/**
 * "tenho", "estou" and "sou" answer yes only while they stand alone: with nothing but small words, how much, since when or a "sim" after
 * them. With anything else they begin a sentence of its own ("estou bem", "tenho 40 anos", "sou homem", "já respondi").
 */
import { textAt } from './token-at';
import { setOfWords, type Token } from './tokens';
import { wordSets } from './word-sets';

const bare = setOfWords(
  'to tenho tem sou ja isso tinha estava tava quero pode faz fez soy tengo tiene siento ya quiero am have do has had muito bem',
);
const small = setOfWords(`
  sim si yes isso disso nisso esse essa assim mesmo um uma uns umas muito pouco pouquinho bocado tiquinho bastante demais tanto ainda sempre
  tambem agora hoje ontem aqui ai so as vezes vez de em com que quando quase desde ha faz tem do da dos das no na o a ao toda todo direto tempo dia dias
  semana semanas mes meses noite noites manha tarde madrugada hora horas domingo segunda terca quarta quinta sexta sabado crianca pequeno pequena
  nascenca mais menos forte fraco fraca leve pior piorando mal ruim horrivel terrivel pessimo pessima crise crises sentindo tendo ficando tido
  sentido pensado pensando nisto infelizmente verdade senhor senhora doutor doutora dr dra moco moca querida querido viu ne ta eu me
  kkk k rs certeza claro tipo
  un poco mucho bastante desde ayer siempre veces a little bit lot since yesterday sometimes always now`);
const years = setOfWords('anos ano anios years year a_nos');
const since = setOfWords('ha faz desde hace for uns umas');
const stops = setOfWords('e mas y pero but and because porque porem quando qdo qnd when cuando ao');
/** "tô bem", however it ends. */
const well = setOfWords(
  'bem bom boa otimo otima tranquilo tranquila normal melhor excelente legal blz beleza saudavel feliz calmo calma bien fine good ok okay',
);

/** Asked of any disease: "tenho gota" names one, these do not. */
const noDisease = setOfWords(`
  homem mulher casado casada solteiro solteira mae pai plano convenio medo duvida duvidas filho filhos filha filhas pressa tempo vergonha
  nada como que consulta marcar paciencia respondi falei disse contei casa aqui`);

/**
 * Does what follows the bare verb at `at` make a sentence of its own of it?
 * @returns `well` where it says how good one is: then not even a "sim" at the end agrees with what was asked
 */
export function isOwnSentence(
  tokens: readonly Token[],
  at: number,
  asked: string,
): 'well' | 'other' | undefined {
  const verb = tokens[at];
  if (verb?.kind !== 'word' || !bare.has(verb.word) || well.has(verb.word) || verb.word === 'muito')
    return undefined;
  for (let i = at + 1; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || (token.kind !== 'word' && token.kind !== 'number')) return undefined;
    const before = textAt(tokens, i - 1);
    if (token.kind === 'number') {
      if (years.has(textAt(tokens, i + 1)) && !since.has(before)) return 'other';
      continue;
    }
    if (stops.has(token.word)) return undefined;
    if (wordSets.negators.has(token.word)) return undefined;
    if (well.has(token.word) && !['mal', 'ruim'].includes(textAt(tokens, i + 1))) return 'well';
    const isDisease = asked === 'chronic_condition' && !noDisease.has(token.word);
    if (!small.has(token.word) && !years.has(token.word) && !well.has(token.word) && !isDisease)
      return 'other';
  }
  return undefined;
}

const ofWomen = new Set([
  'pregnancy',
  'possible_pregnancy',
  'postpartum',
  'postpartum_bleeding',
  'contractions',
  'fewer_fetal_movements',
  'fluid_loss_pregnancy',
  'vaginal_bleeding',
]);
const being = setOfWords('sou soy am im');
const man = setOfWords('homem macho menino rapaz masculino hombre varon man male boy guy');

/** "sou homem" to what only women have. */
export function cannotHave(asked: string | undefined, tokens: readonly Token[]): boolean {
  if (!asked || !ofWomen.has(asked)) return false;
  const at = tokens.findIndex(({ word }) => being.has(word));
  return at >= 0 && at < 3 && tokens.slice(at + 1, at + 5).some(({ word }) => man.has(word));
}
