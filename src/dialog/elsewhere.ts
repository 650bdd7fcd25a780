/** Who is asked a follow-up may have come for something else: that is heard, and never taken for an answer. */
import { readDependent } from '../language/dependent';
import { readFindings } from '../language/findings';
import type { Intent } from '../language/intent';
import { fold } from '../language/normalise';
import { answerFromFinding, conceptOfQuestion } from '../triage/answer';
import type { Pack } from '../triage/pack';
import { packOf } from './current-pack';
import { type Draft, enter, languageOf, sayKey } from './draft';
import { askAgain } from './interview';

/** Back to where a conversation begins: what they came for is asked, or heard by the caller. */
export function leaveFollowUp(draft: Draft, isSaid = false): void {
  const anew = { ledBy: undefined, answers: {}, asked: [], misunderstood: 0, offered: false };
  enter(draft, { phase: 'complaint' }, { ...anew, recordAsked: undefined, place: undefined });
  sayKey(draft, 'follow_up_other');
  if (!isSaid) sayKey(draft, 'ask_complaint');
}

const elsewhere =
  /\b(?:outr[ao] (coisa|motivo|assunto|problema|queixa)|otr[ao] (cosa|motivo|asunto|problema)|(something|anything) else|(another|other|different) (thing|reason|matter|problem))\b(?<more>.*)/s;

/**
 * Does this, written instead of an answer, tell that they came for something else?
 * @returns `complaint` when it also says what; undefined when it does not
 */
function readElsewhere(draft: Draft, text: string): 'other' | 'complaint' | undefined {
  const language = languageOf(draft.state);
  const pack = packOf(draft);
  const told = readFindings(text, language).filter(({ value }) => value !== 'no' && value !== 'unknown');
  // what is said of another person must not become this one's answer
  if (!draft.state.forDependent && readDependent(text)) return 'complaint';
  const says = elsewhere.exec(fold(text));
  if (says) {
    const more = says.groups?.['more']?.match(/\p{L}{3,}/gu) ?? [];
    return told.length > 0 || more.length > 1 ? 'complaint' : 'other';
  }
  if (!pack || told.length === 0) return undefined;
  return told.some(({ concept }) => isAskedBy(pack, concept)) ? undefined : 'complaint';
}

/** Does the pack ask for this concept? */
export function isAskedBy({ questions }: Pack, concept: string): boolean {
  return questions.some(
    (question) =>
      conceptOfQuestion(question) === concept || answerFromFinding(question, concept, true) !== undefined,
  );
}

/**
 * @param complain hears the text as a complaint
 * @returns false when the text is to be read as an answer
 */
export function hearElsewhere(draft: Draft, text: string, intent: Intent, complain: () => void): boolean {
  if (draft.state.ledBy === undefined) return false;
  const elsewhere = readElsewhere(draft, text);
  if (elsewhere) {
    leaveFollowUp(draft, elsewhere === 'complaint');
    if (elsewhere === 'complaint') complain();
  } else if (intent === 'greeting') askAgain(draft);
  else return false;
  return true;
}
