/** The first words of a conversation: who was here before is greeted by that, before anything else is said. */
import { leadBack } from './coming-back';
import { type Draft, sayKey } from './draft';
import { onIdentified } from './identified';
import type { InputOf } from './input';
import { askSurvey } from './survey';

export function greet(draft: Draft, input: InputOf<'started'>): void {
  const { id, at, conversation, who, servedBy, surveyOf } = input;
  const identified = who && ({ kind: 'identified', id, at, conversation, ...who } as const);
  const isBack = identified !== undefined && identified.earlierConversations > 0;
  // where a person already serves, the bot says nothing
  if (!servedBy && !isBack) sayKey(draft, 'greeting');
  if (identified) onIdentified(draft, identified);
  if (servedBy) return;
  if (isBack) sayKey(draft, 'greeting_again');
  if (identified?.followUp) {
    // what is waited for is asked last: that is what they are to answer
    if (surveyOf !== undefined) askSurvey(draft, surveyOf);
    if (leadBack(draft, identified)) return;
    return sayKey(draft, 'ask_complaint_first');
  }
  // a room may open with the complaint itself
  sayKey(draft, 'ask_complaint_first');
  if (surveyOf !== undefined) askSurvey(draft, surveyOf);
}
