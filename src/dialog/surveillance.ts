/** What is asked for public health once the decision has been told: it changes nothing, and may be left unanswered. */
import { decideNow, evaluate } from '../triage/evaluate';
import type { Question } from '../triage/pack';
import { barToTriage } from './admission';
import { answerButtons } from './buttons';
import { packOf, questionText } from './current-pack';
import { type Draft, say, sayKey } from './draft';

function nextQuestion(draft: Draft): Question | undefined {
  const pack = packOf(draft);
  const { decided, answers } = draft.state;
  if (!pack || !decided || decided.disposition === 'emergency' || barToTriage(draft)) return undefined;
  // who lacks an answer that matters, and should not be alone, is not asked for anybody else's sake
  if (decideNow(pack, answers).outcome.id === pack.vitalUnknown.outcome) return undefined;
  const evaluation = evaluate(pack, answers);
  if (evaluation.kind !== 'ask' || evaluation.question.kind !== 'surveillance') return undefined;
  return evaluation.question;
}

/** Asks the next one, when there is one. @returns whether it did */
export function askSurveillance(draft: Draft): boolean {
  try {
    const { state } = draft;
    if (state.phase !== 'guided' && state.phase !== 'waiting') return false;
    const question = nextQuestion(draft);
    const text = question && questionText(draft, question);
    const buttons = question && answerButtons(draft, question);
    const isFirst = state.question === undefined;
    draft.state = { ...state, question: question?.id };
    if (!question || text === undefined) return false;
    draft.state = { ...draft.state, asked: [...new Set([...state.asked, question.id])] };
    if (isFirst) sayKey(draft, 'surveillance_intro');
    say(draft, text, buttons);
    return true;
  } catch (error) {
    // nobody waits for these
    draft.fault = error as Error;
    dropSurveillance(draft);
    return false;
  }
}

/** What the patient writes instead of an answer matters more than the question. */
export function dropSurveillance(draft: Draft): void {
  const { state } = draft;
  if (state.phase === 'guided' || state.phase === 'waiting') draft.state = { ...state, question: undefined };
}
