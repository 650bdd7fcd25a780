/** How soon a person is needed, as staff decided it: a manager, or whoever screened again. The bot's own word stands below it. */
import type { Command } from '../../contract/command';
import { isPressing, urgencyRank } from '../routing/urgency';
import { tellAssigned } from './agent-actions';
import { lookAgain } from './climb';
import { type Draft, emit, sayKey } from './draft';
import { callWords, isUrgent, sayCall, worstCall } from './emergency-words';
import { handOver } from './hand-over';
import { urgencyNow } from './sla';
import type { State } from './state';

type UrgencyCommand = Extract<Command, { kind: 'urgency' }>;

/** Why it cannot be so; undefined where it can. What a red flag said, nobody makes less urgent while it stands. */
export function urgencyRefusal(
  { phase, redFlags }: Pick<State, 'phase' | 'redFlags'>,
  { urgency }: Pick<UrgencyCommand, 'urgency'>,
): 'closed' | 'red-flag' | undefined {
  if (phase === 'closed') return 'closed';
  return redFlags.length > 0 && urgency !== 'red' ? 'red-flag' : undefined;
}

/** The clock, what is offered, closed hours, paused intakes and what people read follow from the state. */
export function onUrgencyCommand(draft: Draft, command: UrgencyCommand): void {
  const { urgency, staff } = command;
  if (urgencyRefusal(draft.state, command)) return;
  const before = urgencyNow(draft.state);
  const isTold = draft.state.urgency === urgency;
  draft.state = { ...draft.state, urgency, byStaff: urgency };
  if (!isTold) emit(draft, 'acolhe.urgency.changed.v1', 'urgency', { urgency, reason: 'staff', staff });
  const { state } = draft;
  if (state.phase === 'served') return urgency === before ? undefined : tellAssigned(draft, state.agent);
  if (!isPressing(urgency)) return calmDown(draft);
  if (urgency === 'red') return callAtOnce(draft);
  if (urgencyRank[urgency] >= urgencyRank[before] && state.phase === 'waiting') return calmDown(draft);
  sayKey(draft, 'raised_by_staff', { call: callWords(draft) });
  if (state.phase !== 'waiting') return handOver(draft, 'asked', 'urgent');
  // what was offered instead of a person is over
  draft.state = { ...state, leaves: undefined, booking: undefined };
  lookAgain(draft);
}

/** Immediate danger is the emergency number in the same turn, and the people who answer that. */
function callAtOnce(draft: Draft): void {
  const { state } = draft;
  if (state.phase === 'waiting' && isUrgent(state.reason)) return;
  sayCall(draft, worstCall(state.calls));
  handOver(draft, 'emergency');
}

/** An emergency that staff took back is one no more. */
function calmDown(draft: Draft): void {
  const { state } = draft;
  if (state.phase === 'waiting' && isUrgent(state.reason))
    draft.state = { ...state, reason: 'asked', detail: undefined };
}
