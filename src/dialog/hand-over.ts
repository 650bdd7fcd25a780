/** From bot to human: emergency words, the transfer, and what the patient hears when nobody is there. */
import { ringText } from '../../settings/ring-texts';
import { conceptTexts } from '../../settings/texts/concepts';
import type { RedFlag } from '../safety/red-flags';
import type { NoTriage } from './admission';
import { beginClimb, onTryAgain, sayQueued, tellUrgency } from './climb';
import { type Draft, emit, enter, label, sayKey } from './draft';
import { isUrgent, sayAgain, sayCall, sayEmergency, worstCall } from './emergency-words';
import type { Department, DepartmentRole, InputOf } from './input';
import { isPressing } from '../routing/urgency';
import type { HandOffReason, State } from './state';
import { tellFlagUnanswered } from './sla';
import { climbOf, placesOf } from './where-to';
import { hearTongueOfFlag } from './tongue';

/** How long a red flag may be without a person's answer. */
export const flagAnswerWithinMs = 60_000;

/** Asks for a person. The words of why come before; the answers of the transfers bring the words of what is next. */
export function handOver(
  draft: Draft,
  reason: HandOffReason,
  byDefault: DepartmentRole = isUrgent(reason) ? 'urgent' : 'general',
): void {
  const places = placesOf(draft, reason, byDefault);
  const { department: rule } = places;
  const to = rule === 'urgent' || rule === 'general' ? rule : byDefault;
  const routed = rule === to ? undefined : rule;
  const shared = { misunderstood: 0, offered: false };
  const saidAt = draft.input.at;
  const where = { to, ...(routed !== undefined ? { routed } : {}) };
  const waitingSince = draft.state.waitingSince ?? saidAt;
  const waits = { waitingSince, silence: undefined };
  tellUrgency(draft, places.urgency, reason);
  const climb = climbOf(draft, places);
  enter(
    draft,
    { phase: 'waiting', ...where, reason, tries: 0, queued: false, saidAt, climb },
    { ...shared, ...waits },
  );
  // an answer that never comes is a refusal
  beginClimb(draft);
}

/** Says why nothing is asked, and takes the patient to the general queue. */
export function withoutTriage(draft: Draft, why: NoTriage): void {
  sayKey(draft, `no_triage_${why}`);
  handOver(draft, 'no-triage');
}

/** The patient asks for a person, in any phase. */
export function askForHuman(draft: Draft, reason: 'asked' | 'misunderstood'): void {
  const { state } = draft;
  if (state.phase === 'served' || state.phase === 'closed') return;
  if (state.phase === 'waiting') {
    if (state.queued) return sayQueued(draft, !state.nobody, state.department?.name);
    return sayKey(draft, 'still_waiting');
  }
  sayKey(draft, 'human_coming');
  handOver(draft, reason);
}

/**
 * A red flag, from free text or from an answer. Emergency words in the same turn, then a human at once. While a person
 * serves, the bot alerts that person, and keeps silent for 60 s where that person has written before.
 */
export function raiseFlags(draft: Draft, flags: readonly RedFlag[], source: 'text' | 'answer'): void {
  hearTongueOfFlag(draft);
  const before = draft.state;
  const fresh = flags.filter((flag) => !before.redFlags.includes(flag.concept));
  for (const { concept, call } of flags) {
    emit(draft, 'acolhe.red-flag.raised.v1', `red-flag/${concept}`, { concept, call, source });
  }
  draft.state = {
    ...before,
    redFlags: [...before.redFlags, ...fresh.map((flag) => flag.concept)],
    calls: [...new Set([...before.calls, ...flags.map((flag) => flag.call)])],
    byStaff: undefined,
  };
  watchFlag(draft);
  if (before.phase === 'served') {
    tellUrgency(draft, 'red', 'red-flag');
    // who has written nothing may not be there
    const isUnheard = before.unanswered !== undefined || before.owed?.isNew === true;
    if (isUnheard && fresh.length === 0) sayAgain(draft);
    else if (isUnheard) sayEmergency(draft, flags);
    return alertAgent(draft, flags);
  }
  const waitsUrgently = before.phase === 'waiting' && isUrgent(before.reason);
  if (fresh.length === 0 && waitsUrgently) return sayAgain(draft);
  sayEmergency(draft, flags);
  if (!waitsUrgently) return handOver(draft, 'red-flag');
  // the words come first; what was being asked is taken up again after the next message
  if (draft.state.phase === 'waiting') draft.state = { ...draft.state, detail: undefined };
}

/** From now on a person has 60 s to answer; see `onDue`. */
function watchFlag(draft: Draft): void {
  if (draft.state.flagUnansweredSince) return;
  draft.state = { ...draft.state, flagUnansweredSince: draft.input.at };
  draft.effects.push({ kind: 'remind', reminder: 'flag-unanswered', afterMs: flagAnswerWithinMs });
}

function alertAgent(draft: Draft, flags: readonly RedFlag[]): void {
  // the team reads it in the language of the clinic
  const { language } = draft.state.setup;
  const names = conceptTexts[language];
  const concepts = flags.map((flag) => names[flag.concept] ?? flag.concept).join(', ');
  const text = label(draft, 'agent_alert', { concepts, call: flags[0]?.call ?? '192' }, language);
  draft.effects.push({ kind: 'alert-agent', text, direct: directly(draft, 'flag') });
}

/** Nothing of what was written: it is kept, and shown on locked screens. */
function directly({ state }: Draft, key: 'flag' | 'flag_again'): string {
  const { language } = state.setup;
  return ringText(language, key, { patient: state.patientId ?? ringText(language, 'somebody') });
}

export function onDue(draft: Draft, input: InputOf<'due'>): void {
  const { state } = draft;
  if (input.reminder === 'try-hand-over') return onTryAgain(draft);
  if (input.reminder !== 'flag-unanswered' || !state.flagUnansweredSince) return;
  draft.state = { ...state, flagUnansweredSince: undefined };
  // the managers hear of who waits by the clock of that
  if (state.phase === 'waiting') return sayAgain(draft);
  if (state.phase !== 'served') return;
  sayCall(draft, worstCall(state.calls));
  const text = label(draft, 'agent_alert_repeat', {}, state.setup.language);
  draft.effects.push({ kind: 'alert-agent', text, direct: directly(draft, 'flag_again') });
  tellFlagUnanswered(draft, state.flagUnansweredSince, flagAnswerWithinMs);
}

/**
 * The room goes on before the answer of its transfer is there, which may never come: that process may be dead. Why a
 * person was asked for is told now.
 */
export function tellHandOff(draft: Draft, result: 'transferred' | 'waiting', department?: Department): void {
  const { state } = draft;
  if (state.phase !== 'waiting' || state.queued) return;
  const name = (department ?? state.department)?.name ?? state.to;
  emit(draft, 'acolhe.handoff.requested.v1', 'handoff', { reason: state.reason, department: name, result });
}

/** A person takes the room. After a red flag that person too has 60 s to answer. */
export function onHumanAssigned(draft: Draft, input: InputOf<'assigned'>): void {
  const { state } = draft;
  const urgent = state.phase === 'waiting' && isUrgent(state.reason);
  tellHandOff(draft, 'transferred', input.department);
  const department = input.department ?? state.department;
  const served = { department, flagUnansweredSince: undefined, waitingSince: undefined, silence: undefined };
  enter(draft, { phase: 'served', agent: input.agent }, served);
  draft.effects.push({ kind: 'forget-reminder', reminder: 'try-hand-over' });
  if (!urgent && !state.flagUnansweredSince) return;
  draft.effects.push({ kind: 'forget-reminder', reminder: 'flag-unanswered' });
  watchFlag(draft);
}

/** The person who served goes: the room waits again; after a red flag or an emergency as urgently as before. */
export function onUnassigned(draft: Draft, input: InputOf<'unassigned'>): void {
  const { state } = draft;
  if (state.phase !== 'served' || state.agent.id !== input.agent.id) return;
  const reason = urgentReasonOf(state) ?? 'asked';
  const to = isUrgent(reason) ? 'urgent' : 'general';
  const waits = { waitingSince: input.at };
  enter(draft, { phase: 'waiting', to, reason, tries: 0, queued: true, saidAt: input.at }, waits);
  // where it waits is told by the transfer that goes with this
  emit(draft, 'acolhe.conversation.queued.v1', 'queued', {});
  // nobody looks after them any more: what to do is said now, and once more when nobody comes within 60 s
  if (!isUrgent(reason)) return;
  sayAgain(draft);
  watchFlag(draft);
}

/** Why only people may look after them, where it is so. */
export function urgentReasonOf({ redFlags, decided, byStaff }: State): HandOffReason | undefined {
  if (redFlags.length > 0) return 'red-flag';
  if (byStaff) return byStaff === 'red' ? 'emergency' : undefined;
  return decided?.disposition === 'emergency' ? 'emergency' : undefined;
}

/**
 * Somebody gave the room to the bot on purpose: it begins anew. Never with an open flag, which only people look after: then
 * the room goes to people again.
 */
export function onGivenToBot(draft: Draft, { to }: InputOf<'transferred'>): void {
  const { state } = draft;
  if (to.agent?.kind !== 'bot' || (state.phase !== 'served' && state.phase !== 'waiting')) return;
  const urgent = urgentReasonOf(state);
  if (urgent) {
    sayAgain(draft);
    return handOver(draft, urgent);
  }
  // what staff raised stays so: only what the bot came to begins anew
  const urgency = state.byStaff && isPressing(state.byStaff) ? state.byStaff : undefined;
  const anew = { answers: {}, trail: undefined, asked: [], misunderstood: 0, offered: false, urgency };
  const over = { decided: undefined, recordAsked: undefined, joined: undefined, waitingSince: undefined };
  const choice = { chosen: undefined, ledBy: undefined, forWhom: undefined };
  enter(draft, { phase: 'complaint' }, { ...anew, ...over, ...choice });
  draft.effects.push({ kind: 'forget-reminder', reminder: 'try-hand-over' });
  sayKey(draft, 'bot_back');
  sayKey(draft, 'ask_complaint');
}
