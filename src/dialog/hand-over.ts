/** From bot to human: emergency words, the transfer, and what the patient hears when nobody is there. */
import { conceptTexts } from '../../settings/texts/concepts';
import type { RedFlag } from '../safety/red-flags';
import { type Draft, emit, enter, label, sayKey } from './draft';
import type { InputOf } from './input';
import type { HandOffReason, State } from './state';

/** Retry of a refused transfer, and how long a person may leave a red flag unanswered. */
export const retryAfterMs = 60_000;
export const flagAnswerWithinMs = 60_000;

const isUrgent = (reason: HandOffReason): boolean => reason === 'emergency' || reason === 'red-flag';

/** Asks for a person. The words of why come before; the answer of the transfer brings the words of what is next. */
export function handOver(draft: Draft, reason: HandOffReason): void {
  const { departments } = draft.state.setup;
  const target = isUrgent(reason) ? departments.urgent : departments.general;
  enter(
    draft,
    { phase: 'waiting', target, reason, tries: 0, queued: false, saidAt: draft.input.at },
    { misunderstood: 0 },
  );
  draft.effects.push({ kind: 'transfer', department: target });
}

/** The patient asks for a person, in any phase. */
export function askForHuman(draft: Draft, reason: 'asked' | 'misunderstood'): void {
  const { state } = draft;
  if (state.phase === 'served' || state.phase === 'closed') return;
  if (state.phase === 'waiting') {
    if (state.queued) return sayQueued(draft, true);
    return sayKey(draft, 'still_waiting');
  }
  sayKey(draft, 'human_coming');
  handOver(draft, reason);
}

/**
 * A red flag, from free text or from an answer. Emergency words in the same turn, then a human at once. While a person
 * serves, the bot alerts that person and keeps silent for 60 s.
 */
export function raiseFlags(draft: Draft, flags: readonly RedFlag[], source: 'text' | 'answer'): void {
  const before = draft.state;
  const fresh = flags.filter((flag) => !before.redFlags.includes(flag.concept));
  for (const flag of flags) {
    emit(draft, 'acolhe.red-flag.raised.v1', `red-flag/${flag.concept}`, {
      concept: flag.concept,
      call: flag.call,
      source,
    });
  }
  draft.state = { ...before, redFlags: [...before.redFlags, ...fresh.map((flag) => flag.concept)] };
  if (before.phase === 'served') return alertAgent(draft, flags);

  if (fresh.length === 0 && before.phase === 'waiting' && isUrgent(before.reason)) {
    return sayKey(draft, 'emergency_again', { call: flags[0]?.call ?? '192' });
  }
  const calls = new Set(flags.map((flag) => flag.call));
  for (const call of ['192', '190', '188'] as const) {
    // 188's words name 192 too; a threat to life is said first and alone
    if (calls.has(call)) sayKey(draft, `emergency_${call}`);
  }
  if (before.phase === 'waiting' && isUrgent(before.reason)) return;
  handOver(draft, 'red-flag');
}

function alertAgent(draft: Draft, flags: readonly RedFlag[]): void {
  const names = conceptTexts[draft.state.setup.language];
  const concepts = flags.map((flag) => names[flag.concept] ?? flag.concept).join(', ');
  const text = label(draft, 'agent_alert')
    .replace('{concepts}', concepts)
    .replace('{call}', flags[0]?.call ?? '192');
  draft.effects.push({ kind: 'alert-agent', text });
  if (draft.state.flagUnansweredSince) return;
  draft.state = { ...draft.state, flagUnansweredSince: draft.input.at };
  draft.effects.push({ kind: 'remind', reminder: 'flag-unanswered', afterMs: flagAnswerWithinMs });
}

type Waiting = Extract<State, { phase: 'waiting' }>;

function sayQueued(draft: Draft, agentsOnline: boolean): void {
  const state = draft.state as Waiting;
  const urgent = isUrgent(state.reason);
  if (!agentsOnline) return sayKey(draft, urgent ? 'nobody_urgent' : 'nobody_general');
  sayKey(draft, urgent ? 'queued_urgent' : 'queued_general', { department: state.target });
}

export function onTransferAnswered(draft: Draft, input: InputOf<'transfer-answered'>): void {
  const { state } = draft;
  if (state.phase !== 'waiting') return;
  const { departments } = state.setup;
  if (input.result === 'transferred') {
    emit(draft, 'acolhe.handoff.requested.v1', 'handoff', {
      reason: state.reason,
      department: input.department,
      result: 'transferred',
    });
    emit(draft, 'acolhe.conversation.queued.v1', 'queued', {});
    draft.state = { ...state, target: input.department, queued: true };
    draft.effects.push({ kind: 'forget-reminders' });
    return sayQueued(draft, input.agentsOnline);
  }
  const tries = state.tries + 1;
  draft.state = { ...state, tries };
  // an emergency that the urgent department refuses is offered to the general one at once
  if (isUrgent(state.reason) && tries === 1 && input.department !== departments.general) {
    draft.effects.push({ kind: 'transfer', department: departments.general });
    return;
  }
  // announced once, when every department that could take it has refused
  if (tries === (isUrgent(state.reason) && departments.urgent !== departments.general ? 2 : 1)) {
    emit(draft, 'acolhe.handoff.requested.v1', 'handoff', {
      reason: state.reason,
      department: state.target,
      result: 'waiting',
    });
    sayQueued(draft, false);
  } else if (tries % 30 === 0) {
    sayKey(draft, 'still_waiting');
  }
  draft.effects.push({ kind: 'remind', reminder: 'try-hand-over', afterMs: retryAfterMs });
}

export function onDue(draft: Draft, input: InputOf<'due'>): void {
  const { state } = draft;
  if (input.reminder === 'try-hand-over') {
    if (state.phase !== 'waiting' || state.queued) return;
    const { departments } = state.setup;
    const department = isUrgent(state.reason) && state.tries % 2 === 1 ? departments.general : state.target;
    draft.effects.push({ kind: 'transfer', department });
    return;
  }
  if (input.reminder !== 'flag-unanswered' || state.phase !== 'served' || !state.flagUnansweredSince) return;
  draft.state = { ...state, flagUnansweredSince: undefined };
  sayKey(draft, 'emergency_192');
  draft.effects.push({ kind: 'alert-agent', text: label(draft, 'agent_alert_repeat') });
}
