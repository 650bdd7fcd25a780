/** Why somebody writes, where their words say so: it needs no asking then. */
import type { Language } from '../../contract/event';
import { readComplaint, type ComplaintAnswer } from '../language/complaint';
import { normalise } from '../language/normalise';

/** "Passando mal", "não tô bem": something is felt, whatever it is. */
const unwell =
  /(?<!\p{L})(?:(?:passando|passei|sentindo|sinto|senti|estou|to|ta|esta) (?:me )?(?:muito |bem |meio |tao )?mal|(?:nao|num|n) (?:me sinto|me sentindo|estou|to|ta|esta)(?: me sentindo| muito)? bem|not (?:feeling |very )*(?:well|good|right)|(?:feel|feeling) (?:very |so |really )?(?:bad|sick|ill|unwell|awful)|(?:me siento|siento|estoy) (?:muy )?mal|no (?:me siento|estoy) (?:muy )?bien)(?!\p{L})/u;

export function readReason(complaint: string, language: Language): ComplaintAnswer[] {
  const told = readComplaint(complaint, language);
  const isFelt = told.some(({ question }) => question === 'complaint') || unwell.test(normalise(complaint));
  return isFelt ? [{ question: 'contact_reason', value: 'symptom' }, ...told] : told;
}
