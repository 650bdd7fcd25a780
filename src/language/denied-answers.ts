/**
 * Answers whose denial stands in their verb or their subject: "bebi nada", "vomitei foi nada", "nenhum bicho me picou", "nunca botei um
 * cigarro na boca", "faz anos que não tomo". Only short messages, and none of which says that it goes on, or that it is new.
 */
import { notADenial, onlyPartly } from './answer-words';
import { isSpoken } from './token-at';
import { setOfWords, type Token } from './tokens';
import { openToNothing } from './whole-answers';
import { wordSets } from './word-sets';

const longest = 12;
const leads = setOfWords('eu ele ela eles elas a gente aqui oxe ah olha oh nossa bom entao que eu_ nao');
const nothing = setOfWords('nada nao nadinha nunca');
const behind = setOfWords(
  'nao viu uai ne moca moco doutora doutor ta graças gracas a deus mais nunca hoje ainda',
);
const subjects = setOfWords('nenhum nenhuma ninguem nadie nobody none');
const never = setOfWords('nunca jamais never');
const long = setOfWords('anos tempo tempao meses decadas seculos anho years months');
const since = setOfWords('faz ha tem fazem hace');
const verbs = setOfWords(
  'tomo tenho sinto bebo fumo uso vou viajo saio tive dou tomei tomamos encosto ponho coloco faço faco bebia fumava tomava',
);
/** To these a "nothing" or a "never" is half a yes, or news. */
const open: ReadonlySet<string> = new Set([
  ...openToNothing,
  ...['headache_sudden_worst', 'speech_trouble', 'missed_dialysis'],
]);
/** Where not being able is not what is asked about. */
const habits: ReadonlySet<string> = new Set(['substance_use', 'smoking']);

function firstClause(tokens: readonly Token[]): string[] {
  const first = tokens.findIndex(isSpoken);
  const end = tokens.findIndex((token, i) => i > first && !isSpoken(token));
  return tokens.slice(first, end < 0 ? undefined : end).map(({ word }) => word);
}

/** "bebi nada", "coça não", "vomitei foi nada" */
function isVerbDenied(asked: string, clause: readonly string[]): boolean {
  const from = clause.findIndex((word) => !leads.has(word));
  const [verb = '', second = '', third = '', ...rest] = clause.slice(Math.max(0, from));
  if (from > 2 || !/^\p{L}{3,}[aeiou]$/u.test(verb) || wordSets.doubt.has(verb)) return false;
  if (wordSets.negators.has(verb) || (notADenial.has(verb) && !habits.has(asked))) return false;
  const isFoi = second === 'foi' && third === 'nada';
  if (!isFoi && !nothing.has(second)) return false;
  return (isFoi ? rest : [third, ...rest]).every((word) => word === '' || behind.has(word));
}

/** "nenhum bicho desses me picou", "ninguém me forçou a nada", "nunca encostei numa lâmina" */
function isOfNobody(clause: readonly string[]): boolean {
  const [first = '', ...rest] = clause;
  if (subjects.has(first))
    return rest.length > 0 && !wordSets.novelty.has(rest[0] ?? '') && !rest.includes('melhora');
  if (!never.has(first) || rest.length === 0) return false;
  return !rest.some(
    (word, i) =>
      (i < 3 && notADenial.has(word)) ||
      (wordSets.novelty.has(word) && word !== 'ate') ||
      ['vi', 'medi', 'olhei', 'reparei', 'soube'].includes(word),
  );
}

/** "faz anos que não tomo vacina" */
function isLongAgo(clause: readonly string[]): boolean {
  const at = clause.findIndex((word) => since.has(word));
  if (at < 0 || at > 1) return false;
  const unit = clause.findIndex((word, i) => i > at && i < at + 4 && long.has(word));
  if (unit < 0 || clause[unit + 1] !== 'que') return false;
  const no = ['eu', 'ele', 'ela'].includes(clause[unit + 2] ?? '') ? unit + 3 : unit + 2;
  return clause[no] === 'nao' && verbs.has(clause[no + 1] ?? '');
}

/** @param asked what was asked about */
export function isDeniedAnswer(asked: string, tokens: readonly Token[]): boolean {
  const spoken = tokens.filter(isSpoken);
  if (spoken.length === 0 || spoken.length > longest || open.has(asked)) return false;
  if (tokens.some(({ kind }) => kind === 'ask')) return false;
  if (spoken.some(({ word }) => wordSets.but.has(word) || wordSets.doubt.has(word) || word === 'sim'))
    return false;
  const clause = firstClause(tokens);
  // "nunca, só quando …" says that it is there at times
  const rest = spoken.slice(clause.length).map(({ word }) => word);
  if (rest.some((word) => onlyPartly.has(word) && word !== 'so')) return false;
  return isVerbDenied(asked, clause) || isOfNobody(clause) || isLongAgo(clause);
}
