/** "sim, quer dizer, não": where a message takes back what it said before. The last word counts. */
import { runFinder } from './word-runs';
import { numberOf } from './spoken-number';
import { textAt } from './token-at';
import { setOfWords, type Token } from './tokens';

const markers = [
  'quer dizer|quero_dizer',
  'digo|aliás|alias|ops|opa_nao|minto|mentira|perai|pera|peraí|errei|corrigindo|correcao|retifico|melhor_dizendo|ou_melhor|me_enganei|engano_meu|desculpa_errei|calma_nao|falei_errado|digitei_errado|escrevi_errado|vou_corrigir|me_confundi|foi_mal|pensando_bem|pensando_melhor|quis_dizer|queria_dizer|me_expressei_mal|corrijo|na_real|lembrei_agora|agora_lembrei|nao_pera|nao_espera|nao_perai|erro_meu|me_atrapalhei|troquei|li_errado|desculpa_li_errado|entendi_errado|marquei_errado|apertei_errado|cliquei_errado',
  'espera|espere|perdao|desculpa|desculpe',
  'na verdade',
  'i_mean|oops|scratch_that|my_mistake|correction|make_that|wait|actually|sorry',
  'mejor_dicho|perdon|me_equivoque|en_realidad|o_sea|espera|quise_decir|digo',
];
const find = runFinder({ change: markers });
/** Of these, only before a yes, a no or a number: "na verdade to com tosse" takes nothing back. */
const weak = setOfWords(
  'espera espere perdao desculpa desculpe actualy sory wait perdon mentira pera digo na foi opa ops oops',
);

export interface Change {
  /** First token of the marker. */
  start: number;
  /** First token after it. */
  next: number;
}

/** From left to right. */
export function changesOfMind(tokens: readonly Token[]): Change[] {
  const changes: Change[] = [];
  for (const match of find(tokens)) {
    const last = changes[changes.length - 1];
    if (last && match.start < last.next) {
      last.next = Math.max(last.next, match.end + 1);
      continue;
    }
    const before = textAt(tokens, match.start - 1);
    // "o que quer dizer", "isso quer dizer", in the spelling of tokens.ts
    if (['que', 'iso', 'what', 'nao', 'por', 'me'].includes(before)) continue;
    if (match.start === 0 && weak.has(textAt(tokens, match.start))) continue;
    changes.push({ start: match.start, next: match.end + 1 });
  }
  changes.push(...otherNumbers(tokens));
  return changes.sort((a, b) => a.start - b.start);
}

const isMark = (token: Token | undefined): boolean =>
  token?.kind === 'comma' || token?.kind === 'stop' || token?.kind === 'pause';

const hesitating = setOfWords('bueno bom bem well');
const agreeing = setOfWords('si sim yes');

/** "4 dias, não, 5" */
function otherNumbers(tokens: readonly Token[]): Change[] {
  const found: Change[] = [];
  let told = false;
  for (const [i, token] of tokens.entries()) {
    if (found.length > 4) break;
    const next = isMark(tokens[i + 1]) ? i + 2 : i + 1;
    if (
      told &&
      ['nao', 'no'].includes(token.word) &&
      isMark(tokens[i - 1]) &&
      numberOf(tokens[next]) !== undefined
    )
      found.push({ start: i, next });
    // "34 não, 35"; "no... bueno, sí"
    const after = i + 2;
    if (token.word === 'nao' && numberOf(tokens[i - 1]) !== undefined && isMark(tokens[i + 1]))
      if (numberOf(tokens[after]) !== undefined) found.push({ start: i, next: after });
    if (hesitating.has(token.word) && isMark(tokens[i - 1]) && agreeing.has(textAt(tokens, next)))
      found.push({ start: i, next });
    told ||= numberOf(token) !== undefined;
  }
  return found;
}

/** How many times the mind was changed before this token. */
export function turnOf(changes: readonly Change[], at: number): number {
  let turn = 0;
  for (const change of changes) if (at >= change.next) turn += 1;
  return turn;
}
