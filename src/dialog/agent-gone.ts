/**
 * Who serves is there no more, and the patient has written: they hear that it is kept, and a clock runs anew. Where nobody
 * has answered for longer, at once in an emergency, somebody else is looked for, and the room is taken from who is gone.
 */
import { isPressing, type Urgency } from '../routing/urgency';
import { type Draft, sayKey } from './draft';
import { callWords } from './emergency-words';
import { handOver, urgentReasonOf } from './hand-over';
import { answerMinutes } from './owed-answer';
import { urgencyNow } from './sla';
import type { State } from './state';

/** Where no clock of answers is set. */
const patienceMinutes = 30;

export function onAgentGone(draft: Draft): void {
  const { state, input } = draft;
  if (state.phase !== 'served') return;
  const urgency = urgencyNow(state);
  const since = state.owed?.since ?? state.unanswered?.since ?? input.at;
  if (!state.unanswered) {
    draft.state = { ...state, unanswered: { since: input.at, urgency, again: true } };
    if (isPressing(urgency)) sayKey(draft, 'noted_urgent', { call: callWords(draft) });
    else sayKey(draft, 'noted');
  }
  if (Date.parse(input.at) - Date.parse(since) < patienceMs(state, urgency)) return;
  draft.state = { ...draft.state, givenBy: state.agent.id, waitingSince: since };
  handOver(draft, urgentReasonOf(state) ?? 'asked');
}

function patienceMs({ setup }: State, urgency: Urgency): number {
  return isPressing(urgency) ? 0 : (answerMinutes(setup, urgency) || patienceMinutes) * 60_000;
}
