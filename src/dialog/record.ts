/** What the patient's record says and stays true for long is not asked anew: it is confirmed, once, all together. */
import { readAnswer } from '../language/answer';
import { checkAnswer } from '../triage/answer';
import type { Answers, AnswerScalar, Pack } from '../triage/pack';
import { recordButtons, valueLabel } from './buttons';
import { packOf, questionText, standingQuestion } from './current-pack';
import { type Draft, enter, languageOf, sayKey } from './draft';

/** Asks whether the record still holds, when it answers questions of this pack. @returns whether it did */
export function offerRecord(draft: Draft, pack: Pack): boolean {
  const { known = {}, recordAsked, answers } = draft.state;
  if (recordAsked) return false;
  const usable = pack.questions.flatMap((question) => {
    const value = known[question.id];
    if (!question.stable || value === undefined || value === 'unknown') return [];
    return answers[question.id] === undefined && checkAnswer(question, value).ok ? [{ question, value }] : [];
  });
  if (usable.length === 0) return false;
  const offered: Answers = Object.fromEntries(usable.map(({ question, value }) => [question.id, value]));
  enter(draft, { phase: 'confirming', record: offered }, { recordAsked: true, misunderstood: 0 });
  askRecord(draft, offered);
  return true;
}

export function askRecord(draft: Draft, offered: Answers): void {
  const list = (packOf(draft)?.questions ?? []).flatMap((question) => {
    const value = offered[question.id];
    if (value === undefined) return [];
    return [`• ${questionText(draft, question)} **${valueLabel(draft, question, value)}**`];
  });
  sayKey(draft, 'record_confirm', { list: list.join('\n') }, recordButtons(draft));
}

/** The record came while the interview was on: what it answers is not left standing as a question. */
export function offerLateRecord(draft: Draft): void {
  const pack = packOf(draft);
  const question = standingQuestion(draft);
  if (!pack || !question || draft.state.phase !== 'asking') return;
  if (draft.state.known?.[question.id] !== undefined) offerRecord(draft, pack);
}

/** What was said to "is that still right?"; undefined when that is not clear. */
export function readConfirmation(draft: Draft, text: string): boolean | undefined {
  const asked = { id: 'record', type: 'yes-no', unknownAllowed: false, vital: true } as const;
  const reading = readAnswer(text, asked, languageOf(draft.state));
  return reading.kind === 'value' ? reading.value === true : undefined;
}

/** The answers that a confirmed record gives, in the pack's order. */
export function confirmedAnswers(pack: Pack, known: Answers): { id: string; value: AnswerScalar }[] {
  return pack.questions.flatMap(({ id }) => {
    const value = known[id];
    return value === undefined ? [] : [{ id, value }];
  });
}
