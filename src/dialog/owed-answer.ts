/**
 * A person has the room and the patient is owed a word: they wrote and nobody answered, or who was just given them has not
 * written. That person is reminded; at twice the time those who lead are told, and the patient hears that it is known.
 */
import { readIntent } from '../language/intent';
import { answerTarget } from '../routing/answer-target';
import { readSla, type SlaReading, type SlaStep } from '../routing/sla';
import { isPressing, targetMinutes, type Urgency } from '../routing/urgency';
import { ringText } from '../../settings/ring-texts';
import { operatorText } from '../../settings/operator-texts';
import { type Draft, sayKey } from './draft';
import { callWords } from './emergency-words';
import { isHistory } from './history';
import type { Input } from './input';
import { nextLook } from './next-look';
import { hoursHere, urgencyNow } from './sla';
import type { Owed, State } from './state';

/** Minutes within which whoever serves is to answer: the urgency's target, within bounds. 0: no clock. */
export function answerMinutes({ answerMinutes: most = 0, sla }: State['setup'], urgency: Urgency): number {
  return answerTarget(most, sla?.minutes ?? {}, urgency);
}

/** After each input. @param before the state in which it came */
export function watchAnswer(draft: Draft, before: State, input: Input): void {
  const stood = draft.state.owed;
  const owed = owedNow(draft.state, before, input);
  if (!owed) {
    if (!stood) return;
    draft.state = { ...draft.state, owed: undefined };
    return nextLook(draft, 'answer', { before: stood.lookAt, wanted: undefined, came: false });
  }
  draft.state = { ...draft.state, owed };
  const looks = input.kind === 'due' && input.reminder === 'answer';
  if (looks) tellDue(draft, owed);
  remindNext(draft, stood?.lookAt, looks);
}

function owedNow(state: State, before: State, input: Input): Owed | undefined {
  if (state.phase !== 'served' || !state.setup.answerMinutes || input.kind === 'agent-message')
    return undefined;
  // assigned comes before, or without, that the other is no more: whoever has them now has their own time
  const isOther = before.phase !== 'served' || before.agent.id !== state.agent.id;
  if (input.kind === 'assigned' && isOther) return { since: input.at, isNew: true };
  if (state.owed || !isToAnswer(state, input)) return state.owed;
  return { since: input.at };
}

/** Thanks, and no question beside them, wait for no answer. */
const isToAnswer = (state: State, input: Input): boolean =>
  input.kind === 'patient-message' &&
  !isHistory(state, input.at) &&
  (input.file || input.text.includes('?') || readIntent(input.text) !== 'thanks');

function reading(draft: Draft, { since, told }: Owed): SlaReading {
  const urgency = urgencyNow(draft.state);
  const targets = { [urgency]: answerMinutes(draft.state.setup, urgency) };
  // nobody is warned of what a reminder is for
  const from = told ?? { step: 'warn', urgency };
  return readSla({ urgency, targets, since, now: draft.input.at, hours: hoursHere(draft), told: from });
}

function tellDue(draft: Draft, owed: Owed): void {
  const { due, waitedMinutes, targetMinutes: within } = reading(draft, owed);
  const step = due.at(-1);
  if (!step || draft.state.phase !== 'served') return;
  const urgency = urgencyNow(draft.state);
  draft.state = { ...draft.state, owed: { ...owed, told: { step, urgency } } };
  if (due.includes('breach')) remindAgent(draft, owed, waitedMinutes);
  if (step !== 'again' || isToldByWait(draft.state, urgency, within)) return;
  const { department, patientId, agent } = draft.state;
  const where = department ? { department: department.name } : {};
  draft.effects.push({
    ...({ kind: 'alert-manager', notice: 'answer_owed' } as const),
    about: { urgency, ...where, ...(patientId && { patient: patientId }) },
    ...{ minutes: waitedMinutes, targetMinutes: within },
    agent: agent.username,
  });
  if (isPressing(urgency)) sayKey(draft, 'answer_late_urgent', { call: callWords(draft) });
  else sayKey(draft, 'answer_late');
}

/** Who has not been answered at all has a clock of their wait, which tells the same people in this time. */
function isToldByWait({ unanswered, setup }: State, urgency: Urgency, within: number): boolean {
  if (!unanswered || !setup.sla) return false;
  const target = setup.sla.minutes[urgency] ?? targetMinutes[urgency];
  return target > 0 && target <= 2 * within;
}

/** Kept, and shown on locked screens: the number, how urgent, how long. */
function remindAgent(draft: Draft, { isNew }: Owed, minutes: number): void {
  const { state } = draft;
  if (state.phase !== 'served') return;
  const { language } = state.setup;
  const text = ringText(language, isNew ? 'owed_new' : 'owed', {
    patient: state.patientId ?? ringText(language, 'somebody'),
    minutes,
    urgency: operatorText(language, `urgency_${urgencyNow(state)}`),
  });
  draft.effects.push({ kind: 'tell-agent', agent: state.agent.id, text, way: 'direct' });
}

function remindNext(draft: Draft, before: string | undefined, came: boolean): void {
  const { owed } = draft.state;
  if (!owed) return;
  const { due, nextAt } = reading(draft, owed);
  const overdue = due.some((step: SlaStep) => step !== 'warn');
  const now = draft.input.at;
  // a reminder that stands for a time gone by comes by itself
  const wanted = !overdue ? nextAt : before !== undefined && before <= now ? before : now;
  nextLook(draft, 'answer', { before, wanted, came });
  const { lookAt: _before, ...rest } = owed;
  draft.state = { ...draft.state, owed: { ...rest, ...(wanted !== undefined && { lookAt: wanted }) } };
}
