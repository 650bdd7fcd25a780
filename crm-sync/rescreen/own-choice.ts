/** What the person chose themselves in the form, apart from what its answers about the patient make of it. Pure. */
import type { Disposition } from '../../contract/event';
import { conceptOfQuestion } from '../../src/triage/answer';
import { decideNow } from '../../src/triage/evaluate';
import type { Answers, AnswerScalar, Pack, Question } from '../../src/triage/pack';

/** A question about no concept of the patient is the person's own judgement. */
export const isJudgement = (question: Question): boolean => conceptOfQuestion(question) === undefined;

const isChoice = (question: Question): boolean => isJudgement(question) && question.kind === 'vital';

/** The choices as entered, in the form's order. */
export function choicesIn(pack: Pack, answers: Answers): [string, AnswerScalar][] {
  return pack.questions.flatMap((question): [string, AnswerScalar][] => {
    const value = answers[question.id];
    return isChoice(question) && value !== undefined ? [[question.id, value]] : [];
  });
}

/**
 * The decision of the form on the person's own choices alone, as for somebody without any sign: a low saturation or a red
 * flag changes what the form decides, not what its author thought.
 * @returns undefined when a choice is missing, or the form has none
 */
export function ownChoice(pack: Pack, answers: Answers): Disposition | undefined {
  const choices = pack.questions.filter(isChoice);
  const isWhole = choices.every(({ id }) => answers[id] !== undefined && answers[id] !== 'unknown');
  if (choices.length === 0 || !isWhole) return undefined;
  const plain = pack.questions.map((question): [string, AnswerScalar] => {
    const { id, type, kind, min = 0, max = 0 } = question;
    const given = answers[id];
    if (isJudgement(question) && given !== undefined) return [id, given];
    if (type === 'yes-no') return [id, false];
    return [id, type === 'number' && kind === 'vital' ? (min + max) / 2 : 'unknown'];
  });
  return decideNow(pack, Object.fromEntries(plain)).outcome.disposition;
}
