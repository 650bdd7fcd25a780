/** "But what do I do?", of who waits for a person and was told nothing yet: what to watch, whom to call, and that somebody comes. */
import { normalise } from '../language/normalise';
import { type Draft, sayKey } from './draft';
import { isUrgent } from './emergency-words';
import type { State } from './state';

const asksWhatToDo =
  /(?<!\p{L})(?:(?:o )?que (?:e que )?(?:eu )?(?:faco|fazer|devo fazer|posso fazer|tenho que fazer)|como (?:eu )?faco|e agora ?\?|what (?:do|should|can|shall) i do|what now ?\?|que (?:hago|debo hacer|puedo hacer|tengo que hacer)|y ahora ?\?)(?!\p{L})/u;

/** @returns false when it is not asked, or was told: what a decision says, and that who is in danger calls */
export function tellWhatToDo(
  draft: Draft,
  state: Extract<State, { phase: 'waiting' }>,
  text: string,
): boolean {
  if (isUrgent(state.reason) || state.decided) return false;
  if (!asksWhatToDo.test(normalise(text.slice(0, 200)))) return false;
  sayKey(draft, 'what_to_do');
  return true;
}
