/**
 * What makes the named thing the graver one, said in a clause of its own: "dor de cabeça, a pior da minha vida", "dor de barriga, não
 * aguento", "vomitando, não para", "queimou com café, pegou o rosto todo".
 */
import type { PhraseMatch } from './phrases';
import type { Sentence } from './sentence';
import { isSpoken, textAt } from './token-at';
import { setOfWords, type Token } from './tokens';
import { runFinder } from './word-runs';
import { wordSets } from './word-sets';

const sudden =
  'do_nada|de_repente|derrepente|de_uma_hora_para_outra|de_uma_vez|de_supetao|subitamente|de_subito|repentinamente|num_segundo|em_segundos';
const specific: Readonly<Record<string, string>> = {
  headache: 'headache_sudden_worst',
  abdominal_pain: 'severe_abdominal_pain',
  vomiting: 'persistent_vomiting',
};
const find = runFinder(
  {
    headache: [
      'pior|maior mais? forte? da|de|que|dor_da|dor_que ja|toda|minha|tive|senti minha|vida|tive|senti|sofri vida?',
      'mais forte da|que|de ja|minha|tive|senti|toda vida|tive|senti|minha vida?',
      'nunca mais? tive|senti|vi|doeu|sofri|passei|experimentei algo|uma|dor|nada|tanta? igual|asim|assim|tao|isso|iso|dessas|desse_jeito|parecida|parecido|desta_forma|dor_assim|tanta_dor|tao_forte|forte_assim',
      `comecou|veio|apareceu|surgiu|chegou|deu|bateu|foi|explodiu|estourou|pegou ${sudden}|como_um_raio|como_um_trovao|como_uma_explosao|feito_um_raio|igual_um_raio`,
      'worst of|headache|one|pain|ive my|ever|had life?',
      'came|started|hit|began all_of_a_sudden|suddenly|out_of_nowhere|like_a_thunderclap|in_seconds',
      'peor|mas_fuerte de|que mi|he|la|tuve|senti vida|tenido?',
      'empezo|vino|aparecio de_golpe|de_repente|de_la_nada|subito',
    ],
    abdominal_pain: [
      'nao|num|nem to|ta|tou? aguentar+|aguento|aguenta|aguentando|suporto|suporta|consigo_aguentar|da_para_aguentar mais|de_dor?',
      'insuportavel|fortissima|fortissimo|lancinante|excruciante|horrorosa|unbearable|insoportable',
      'to|ta|fico|fica|chego|chega|me|se gritando|chorando|contorcendo|me_contorcendo|se_contorcendo|rolando|dobrado|dobrada|urrando|uivando|suando|a_gritar|a_chorar|a_suar de|com? dor?',
      'muito|bem|bastante|super forte|intensa|forte_mesmo e|que|,? nao|num para|passa|alivia|melhora|cede|da_tregua|some|diminui',
      'nota|nivel 9|10|dez|nove',
      'nao consigo nem? andar|levantar|ficar_em_pe|me_mexer|me_esticar|ficar_reta|ficar_reto|dormir|respirar|ficar_parada',
    ],
    vomiting: [
      'sem parar|cessar|intervalo|descanso',
      'toda_hora|o_tempo_todo|a_noite_toda|a_noite_inteira|o_dia_inteiro|de_5_em_5_minutos|de_10_em_10_minutos|a_cada_minuto',
      'nao|num|nem para|parou|parava|consigo_parar|consegue_parar|da_tregua|cessa mais?',
      'ja|mais_de|umas|quase 8|10|12|15|20|oito|dez|doze|quinze|vinte vezes|x',
      'wont|doesnt|cant|keeps stop|going',
    ],
  },
  ['a', 'o', 'uma', 'de', 'mesmo', 'eu', 'minha', 'ta', 'the'],
);

const reach = 14;
const marks = setOfWords('que e mas foi ela ta eh porem so muito forte demais doendo dor assim hoje agora');

/** All that makes graver, by what it makes graver. */
export function worseIn(tokens: readonly Token[]): PhraseMatch[] {
  return find(tokens);
}

/**
 * @param worse of `worseIn`
 * @returns the graver concept that the match is, with what stands behind it; nothing else may be named between
 */
export function graverOf(
  sentence: Sentence,
  match: PhraseMatch,
  worse: readonly PhraseMatch[],
): string | undefined {
  const graver = specific[match.concept];
  // "vontade de vomitar"
  if (!graver || textAt(sentence.tokens, match.end) === 'vomitar') return undefined;
  const found = worse.some(({ concept, start, end }) => {
    if (concept !== match.concept || start <= match.end || start > match.end + reach) return false;
    for (let i = match.end + 1; i < start; i += 1) {
      const token = sentence.tokens[i];
      const named = sentence.startingAt.get(i);
      if (named && named.concept !== match.concept && named.concept !== graver) return false;
      if (token?.kind === 'ask' || (isSpoken(token) && wordSets.negators.has(textAt(sentence.tokens, i))))
        return false;
    }
    if (textAt(sentence.tokens, end + 1) === 'nada') return false;
    const before = textAt(sentence.tokens, start - 1);
    return !wordSets.negators.has(before) || marks.has(before);
  });
  return found ? graver : undefined;
}
