/** The pack this conversation is led by, and which of its questions stands. */
import type { Pack, Question } from '../triage/pack';
import { type Draft, languageOf } from './draft';
import type { State } from './state';

/** Its id: a follow-up's while that asks, else the one chosen by the complaint, else the operator's. */
export function packIdOf({ ledBy, chosen, setup }: Pick<State, 'ledBy' | 'chosen' | 'setup'>): string {
  return ledBy ?? chosen ?? setup.pack;
}

export function packOf({ knowledge, state }: Pick<Draft, 'state' | 'knowledge'>): Pack | undefined {
  const pack = packIdOf(state);
  return Object.hasOwn(knowledge.packs, pack) ? knowledge.packs[pack] : undefined;
}

/** The question of the pack that is being asked now, if any. */
export function standingQuestion(draft: Pick<Draft, 'state' | 'knowledge'>): Question | undefined {
  const { state } = draft;
  const id = 'question' in state ? state.question : undefined;
  return id === undefined ? undefined : packOf(draft)?.questions.find((item) => item.id === id);
}

export function questionText(draft: Draft, question: Question): string {
  const { state, knowledge } = draft;
  return knowledge.packText(packIdOf(state), languageOf(state), question.text);
}
