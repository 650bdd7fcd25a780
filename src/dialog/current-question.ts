import { answerButtons } from './buttons';
import type { Draft } from './draft';
import type { Effect } from './effect';
import { questionText } from './interview';
import type { Knowledge } from './knowledge';
import type { State } from './state';

/** What is being asked now, as something to say again; undefined when nothing is. */
export function currentQuestion(state: State | undefined, knowledge: Knowledge): Effect | undefined {
  if (state?.phase !== 'asking') return undefined;
  const question = knowledge.packs[state.setup.pack]?.questions.find((item) => item.id === state.question);
  if (!question) return undefined;
  const draft = { state, knowledge } as Draft;
  return { kind: 'say', text: questionText(draft, question), buttons: answerButtons(draft, question) };
}
