/**
 * How somebody found it: one to five and, if they wish, a line; once for each conversation. When Rocket.Chat has closed a room
 * nothing more can be said in it, so it is asked when they write again within a week, after the question why they came:
 * whatever else they write is heard as ever.
 */
import { type Draft, emit, label, sayKey } from './draft';
import type { Button } from './effect';
import type { Input } from './input';
import type { State } from './state';

const scores = ['1', '2', '3', '4', '5'] as const;
export type SurveyCode = (typeof scores)[number] | 'no' | 'comment';
export const surveyCodes: readonly SurveyCode[] = [...scores, 'no', 'comment'];

const longestComment = 2_000;

/**
 * After a room's end: whom a person had answered, or the bot had guided, may be asked. Nobody whose flag called the police or
 * the line for life, and nobody whose flag no person had answered.
 * @param before the state in which it ended
 */
export function noteForSurvey(draft: Draft, before: State, input: Input): void {
  if (input.kind !== 'closed' || before.phase === 'closed' || !before.setup.asksSurvey) return;
  const { phase, joined, consent, calls, flagUnansweredSince, unanswered, visitor, conversation } = before;
  const wasServed = phase === 'served' && !joined && !unanswered;
  const isSore = calls.includes('190') || calls.includes('188') || flagUnansweredSince !== undefined;
  if ((!wasServed && phase !== 'guided') || isSore || consent === 'refused' || consent === 'withdrawn')
    return;
  draft.effects.push({ kind: 'note-survey', visitor: visitor.id, conversation });
}

/** @param of the conversation that is asked about */
export function askSurvey(draft: Draft, of: string): void {
  draft.state = { ...draft.state, survey: { of, step: 'score' } };
  const no: Button = { label: label(draft, 'survey_no'), value: 'survey:no' };
  const buttons = scores.map((score) => ({
    label: label(draft, `survey_${score}`),
    value: `survey:${score}`,
  }));
  sayKey(draft, 'survey_ask', {}, [...buttons, no]);
}

export const surveyLabel = (draft: Draft, code: SurveyCode): string => label(draft, `survey_${code}`);

export function onSurvey(draft: Draft, code: SurveyCode): void {
  const { survey, phase } = draft.state;
  if (phase === 'served') return;
  const asked = survey?.step === 'score' ? code !== 'comment' : code === 'comment' || code === 'no';
  if (!survey || !asked) return sayKey(draft, 'past_button');
  if (code === 'comment') {
    draft.state = { ...draft.state, survey: { ...survey, step: 'writing' } };
    return sayKey(draft, 'survey_write');
  }
  if (code === 'no') {
    if (survey.step === 'score') tell(draft, survey.of, {});
    return thank(draft);
  }
  const score = Number(code);
  tell(draft, survey.of, { score });
  draft.state = { ...draft.state, survey: { of: survey.of, step: 'offered', score } };
  sayKey(draft, 'survey_comment_ask', {}, [
    { label: label(draft, 'survey_comment'), value: 'survey:comment' },
    { label: label(draft, 'survey_no'), value: 'survey:no' },
  ]);
}

/** @returns whether the text is what they wanted to add: they had pressed that they would */
export function onSurveyText(draft: Draft, text: string): boolean {
  const { survey } = draft.state;
  if (survey?.step !== 'writing' || text.trim() === '') return false;
  const { of, score } = survey;
  tell(draft, of, { ...(score !== undefined && { score }), comment: text.slice(0, longestComment) });
  thank(draft);
  return true;
}

function thank(draft: Draft): void {
  draft.state = { ...draft.state, survey: undefined };
  sayKey(draft, 'survey_thanks');
}

/** It belongs to the conversation that is asked about. */
function tell(draft: Draft, of: string, said: { score?: number; comment?: string }): void {
  const told: Draft = { ...draft, state: { ...draft.state, conversation: of } };
  emit(told, 'acolhe.survey.answered.v1', 'survey', said);
}
