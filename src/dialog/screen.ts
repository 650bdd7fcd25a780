/** Questions that name several signs at once, for who could not say what is wrong. */
import type { Language } from '../../contract/event';
import type { Reading } from '../language/answer';
import { readFindings } from '../language/findings';
import { normalise } from '../language/normalise';
import type { Question } from '../triage/pack';

/** Who does not know of all of them together is asked each by itself, and not the list once more. */
export const namesSeveral = (id: string): boolean => /^(?:screen|either)_/.test(id);

/** A list of signs is answered by "some" or "none". */
export const isList = ({ id }: Pick<Question, 'id'>): boolean => id.startsWith('screen_');

const all =
  /^(?:nao[, ]+|no[, ]+)?(?:(?:eu )?(?:nao )?(?:tenho|sinto|to com|estou com|tem|tengo|i have) )?(?:nenhuma?|nada|none|nothing|ningun[oa]?)(?: (?:d(?:est|ess|el)[ea]s|d?isso|disto|dos sinais|deles|delas|of (?:these|those|them|that)|de (?:es[oa]s?|est[oa]s?)|coisa|coisas|sinal|sintoma))*(?: nao)?[.! ]*$/u;

/**
 * "Não tenho febre" denies one of the signs, a bare "não" maybe only the first: each is then asked by itself. Only who denies them
 * all ("nenhum", or its button) is taken at their word.
 */
export function ofAllSigns(question: Question, reading: Reading, text: string, language: Language): Reading {
  if (!namesSeveral(question.id)) return reading;
  if (all.test(normalise(text))) return { kind: 'value', value: false };
  const clears = reading.kind === 'value' && reading.value === false;
  if (!clears) return reading;
  return readFindings(text, language).length > 0 ? { kind: 'unclear' } : { kind: 'unknown' };
}
