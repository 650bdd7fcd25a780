import { answerButtons } from './buttons';
import { questionText, standingQuestion } from './current-pack';
import type { Draft } from './draft';
import type { Effect } from './effect';
import { detailAgain } from './emergency';
import type { Knowledge } from './knowledge';
import type { State } from './state';

/** What is being asked now, as something to say again; undefined when nothing is. */
export function currentQuestion(state: State | undefined, knowledge: Knowledge): Effect | undefined {
  if (!state) return undefined;
  const draft = { state, knowledge, effects: [] as Effect[] } as unknown as Draft;
  detailAgain(draft);
  if (draft.effects[0]) return draft.effects[0];
  const question = standingQuestion(draft);
  if (!question) return undefined;
  return { kind: 'say', text: questionText(draft, question), buttons: answerButtons(draft, question) };
}
