/** Who is not sure whether there is danger is asked once more, in other words; what stays unsure then is not known. */
import { conceptOf } from '../../settings/concepts';
import { inOtherWords } from '../../settings/other-words';
import { conceptOfQuestion } from '../triage/answer';
import type { Question } from '../triage/pack';
import { answerButtons } from './buttons';
import { packIdOf, questionText } from './current-pack';
import { type Draft, label, languageOf, say } from './draft';

/** Without this answer nobody is sent home, or a yes to it is a red flag. */
function isOfDanger(question: Question): boolean {
  return question.kind === 'vital' || conceptOf(conceptOfQuestion(question) ?? '')?.call !== undefined;
}

/**
 * Asks the question that stands in other words.
 * @returns false when it was so asked before, or stands no more, or tells of no danger: then the answer counts
 */
export function askInOtherWords(draft: Draft, question: Question): boolean {
  const { state } = draft;
  const { rephrased = [] } = state;
  const stands = state.phase === 'asking' && state.question === question.id;
  // misunderstood twice, it was asked often enough
  if (!stands || state.misunderstood > 1 || rephrased.includes(question.id) || !isOfDanger(question))
    return false;
  draft.state = { ...state, rephrased: [...rephrased, question.id] };
  const words = [label(draft, 'other_words'), ownWords(draft, question)].join('\n\n');
  say(
    draft,
    words,
    answerButtons(draft, question),
    question.type !== 'number' && question.bins === undefined,
  );
  return true;
}

/** The pack's words, else those for the concept, else the question with how to answer it. */
function ownWords(draft: Draft, question: Question): string {
  const language = languageOf(draft.state);
  if (question.rephrase !== undefined)
    return draft.knowledge.packText(packIdOf(draft.state), language, question.rephrase);
  const known = inOtherWords(conceptOfQuestion(question) ?? question.id, language);
  if (known !== undefined) return known;
  const how = question.type === 'number' ? ['other_words_number' as const] : [];
  const yesNo = question.type === 'yes-no' ? ['other_words_yes_no' as const] : [];
  return [questionText(draft, question), ...[...how, ...yesNo].map((key) => label(draft, key))].join(' ');
}
