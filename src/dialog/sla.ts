/**
 * The clock of somebody who waits: from the first waiting until a person has written, whoever was assigned meanwhile. Only a
 * reminder tells of it, since that is claimed by one process; every input sees to it that the reminder stands.
 */
import { readSla, type SlaReading, type SlaStep } from '../routing/sla';
import type { Hours } from '../routing/open-time';
import { isPressing, urgencyOf, type Urgency } from '../routing/urgency';
import { type Draft, emit, sayKey } from './draft';
import { callWords } from './emergency-words';
import type { Input } from './input';
import { nextLook } from './next-look';
import type { State, Unanswered } from './state';

/** After each input. */
export function watchSla(draft: Draft, input: Input): void {
  const before = draft.state.unanswered;
  const unanswered = unansweredNow(draft.state, input);
  if (!unanswered) {
    if (!before) return;
    draft.state = { ...draft.state, unanswered: undefined };
    if (before.lookAt) draft.effects.push({ kind: 'forget-reminder', reminder: 'sla' });
    return;
  }
  draft.state = { ...draft.state, unanswered };
  if (!draft.state.setup.sla) return;
  const looks = input.kind === 'due' && input.reminder === 'sla';
  if (looks) tellDue(draft, unanswered);
  remindNext(draft, looks);
}

/** Assigned is not answered: whoever has the room may not have seen it. */
function unansweredNow(state: State, input: Input): Unanswered | undefined {
  const waits = state.phase === 'waiting' || (state.phase === 'served' && state.unanswered !== undefined);
  if (!waits || input.kind === 'agent-message') return undefined;
  const since = state.unanswered?.since ?? state.waitingSince ?? input.at;
  return { ...state.unanswered, since, urgency: urgencyNow(state) };
}

export const urgencyNow = ({ urgency, redFlags, decided }: State): Urgency =>
  urgency ?? urgencyOf({ redFlags, ...(decided && { decided }) });

function reading(draft: Draft, { since, urgency, told }: Unanswered): SlaReading {
  const targets = draft.state.setup.sla?.minutes ?? {};
  return readSla({ urgency, targets, since, now: draft.input.at, hours: hoursHere(draft), told });
}

/** Of the department where they wait, as published. */
export function hoursHere({ state, knowledge }: Draft): Hours | undefined {
  const named = state.phase === 'waiting' ? [state.routed, state.to] : [];
  const names = [state.department?.name, state.department?.id, ...named];
  const all = knowledge.published?.hours ?? [];
  return names.flatMap((name) => all.find(({ department }) => department === name) ?? [])[0];
}

/** Each step is an event; who waits and who leads hear of the last one only. */
function tellDue(draft: Draft, unanswered: Unanswered): void {
  const { due, targetMinutes, waitedMinutes } = reading(draft, unanswered);
  const step = due.at(-1);
  if (!step) return;
  const { urgency } = unanswered;
  const { department, phase, patientId } = draft.state;
  const where = department ? { department: department.name } : {};
  const wait = { urgency, ...where, targetMinutes, waitedMinutes };
  if (due.includes('warn')) emit(draft, 'acolhe.sla.warned.v1', 'sla-warned', wait);
  for (const [at, times] of [
    ['breach', 1],
    ['again', 2],
  ] as const)
    if (due.includes(at)) emit(draft, 'acolhe.sla.breached.v1', `sla-breached/${times}`, { ...wait, times });
  draft.state = { ...draft.state, unanswered: { ...unanswered, told: { step, urgency } } };
  if (step === 'warn') return;
  draft.effects.push({
    ...({
      kind: 'alert-manager',
      notice: step === 'breach' ? 'sla_breached' : 'sla_breached_again',
    } as const),
    about: { urgency, ...where, ...(patientId && { patient: patientId }) },
    minutes: waitedMinutes,
    targetMinutes,
    ...(phase === 'served' && { agent: draft.state.agent.username }),
  });
  apologise(draft, urgency, step, targetMinutes);
}

/** Who has the room left a red flag unanswered: who leads hears of it, unless the clock above is about to tell them. */
export function tellFlagUnanswered(draft: Draft, since: string, withinMs: number): void {
  const { state, input } = draft;
  if (state.phase !== 'served') return;
  const { unanswered, department, patientId, agent } = state;
  const urgency = urgencyNow(state);
  const within = Math.ceil(withinMs / 60_000);
  if (state.setup.sla && unanswered && unanswered.told?.step !== 'again') {
    const { targetMinutes: target } = reading(draft, { ...unanswered, urgency });
    if (target > 0 && target <= within) return;
  }
  const minutes = Math.floor((Date.parse(input.at) - Date.parse(since)) / 60_000);
  const where = department ? { department: department.name } : {};
  draft.effects.push({
    ...({ kind: 'alert-manager', notice: 'sla_breached' } as const),
    about: { urgency, ...where, ...(patientId && { patient: patientId }) },
    ...{ minutes: Math.max(within, minutes), targetMinutes: within },
    agent: agent.username,
  });
}

/** After a red flag without an answer for 60 s the emergency words are said again anyway: see `onDue`. */
function apologise(draft: Draft, urgency: Urgency, step: SlaStep, targetMinutes: number): void {
  if (draft.state.redFlags.length > 0 && step === 'breach' && targetMinutes <= 1) return;
  if (isPressing(urgency)) sayKey(draft, 'wait_long_urgent', { call: callWords(draft) });
  else sayKey(draft, 'wait_long');
}

/** @param came the reminder that stood is used up */
function remindNext(draft: Draft, came: boolean): void {
  const { unanswered } = draft.state;
  if (!unanswered) return;
  const { due, nextAt } = reading(draft, unanswered);
  const lookAt = due.length > 0 ? overdueAt(unanswered, draft.input.at) : nextAt;
  const { lookAt: before, ...rest } = unanswered;
  draft.state = { ...draft.state, unanswered: { ...rest, ...(lookAt && { lookAt }) } };
  nextLook(draft, 'sla', { before, wanted: lookAt, came });
}

/** Something is due already: a reminder that stands for then comes by itself. */
const overdueAt = ({ lookAt }: Unanswered, now: string): string => (lookAt && lookAt <= now ? lookAt : now);
