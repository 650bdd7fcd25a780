/** What a question lets an answer leave out: to a pain "nas costas não, no peito", to what was swallowed "uma pilha". */
import { pains } from './asked-answer';
import { tokenise } from './tokens';

const mostText = 160;

/** "não, no peito", "nas costas não, dói é o peito", "não é nas costas, é no peito" */
function withPain(text: string): string {
  const instead = text.replace(
    /^(\s*n(?:[aã]o)?\s*,?\s*)((?:é |e |só |so )?(?:no|na|nas|nos)\s)/iu,
    (_all, no: string, place: string) => `${no}dor ${place}`,
  );
  const headed = instead.replace(
    /^(\s*(?:no|na|nas|nos)\s(?:\S+\s){1,2}?(?:n[aã]o|n|nada|nunca)(?!\p{L}))/iu,
    'dor $1',
  );
  return headed.replace(
    /((?:^|,)\s*(?:(?:n[aã]o|mas|é|eh|foi|só|so|e)\s){1,2})((?:no|na|nas|nos)\s)/giu,
    '$1dor $2',
  );
}

const things =
  /^\s*(?:foi |acho que |sim,? |s,? )?(?:(?:uma?|duas|dois|uns|umas|a|o|tr[eê]s|\d) )?(?:\S+ )?(?:pilh|bateria|prego|parafus|agulh|alfinet|[ií]m[aã]|tachinh|cac[oa]s? |vidr|l[aâ]mina|gilete|grampo|anzol|brinco|palito|battery|magnet|needle|nail|pila|aguja|clavo)/iu;

/** @returns the text with what it leaves out; longer ones leave nothing out */
export function asAsked(asked: string, text: string): string {
  if (text.length > mostText) return text;
  if (pains.has(asked)) return withPain(text);
  if (asked === 'foreign_body_swallowed' && things.test(text) && !/engol|swallow|trag/iu.test(text)) {
    const denied = tokenise(text).some(({ word }) => ['nao', 'nem', 'nunca', 'no', 'not'].includes(word));
    return denied ? text : `engoliu ${text.replace(/^\s*(?:foi |acho que |sim,? |s,? )/iu, '')}`;
  }
  return text;
}
