import { answerButtons } from './buttons';
import type { Draft } from './draft';
import type { Effect } from './effect';
import { questionText, standingQuestion } from './interview';
import type { Knowledge } from './knowledge';
import type { State } from './state';

/** What is being asked now, as something to say again; undefined when nothing is. */
export function currentQuestion(state: State | undefined, knowledge: Knowledge): Effect | undefined {
  if (!state) return undefined;
  const draft = { state, knowledge } as Draft;
  const question = standingQuestion(draft);
  if (!question) return undefined;
  return { kind: 'say', text: questionText(draft, question), buttons: answerButtons(draft, question) };
}
