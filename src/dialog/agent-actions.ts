/** What agents do on the card: each is an input like any other, so that it is kept before it is done and done once. */
import { cardText, type CardTextKey } from '../../settings/card-texts';
import { type Draft, emit } from './draft';
import type { Button } from './effect';
import { onGivenToBot } from './hand-over';
import type { InputOf, Person } from './input';
import { askConsent } from './opening';
import type { Service } from './service';
import { summaryOf } from './summary';

/** Carried by the button that a message to an agent may have: opens the form of the outcome. */
export const outcomeButton = 'outcome';

export function onAgentAction(draft: Draft, input: InputOf<'agent-action'>): void {
  const { action, by } = input;
  const { phase } = draft.state;
  // what it came to may still be told afterwards, and what is left to do; the patient is gone
  const isAfterwards = ['outcome', 'task', 'note', 'rescreen'].includes(action.do);
  if (phase === 'closed' && !isAfterwards) return tell(draft, by, 'done_closed');
  switch (action.do) {
    case 'outcome':
      return registerOutcome(draft, by, action);
    case 'task':
      return openTask(draft, by, action);
    case 'note':
      emit(draft, 'acolhe.conversation.noted.v1', 'noted', {
        ...{ noteId: input.id, by: by.username, text: action.text },
      });
      return tell(draft, by, 'done_note');
    case 'forward':
      draft.effects.push({ kind: 'forward', department: action.department, by: by.id });
      return;
    case 'bot':
      return giveToBot(draft, by);
    case 'rescreen': {
      const screening = { ...draft.state.service?.screening, [by.id]: input.at };
      return keep(draft, { screening });
    }
    case 'consent':
      if (draft.state.consent === 'given') return tell(draft, by, 'done_consent_given');
      keep(draft, { asksConsent: true });
      askConsent(draft);
      return tell(draft, by, 'done_consent_asked');
    case 'dependent': {
      if (draft.state.forDependent) return tell(draft, by, 'done_dependent_already');
      const { name } = action;
      // what is known is known of the writer
      draft.state = { ...draft.state, forDependent: true, known: undefined };
      const visitor = draft.state.visitor.id;
      draft.effects.push({ kind: 'ask-who', visitor, dependent: name ? { name } : {} });
      return tell(draft, by, 'done_dependent');
    }
    case 'say':
      draft.effects.push({ kind: 'write-as', agent: by.id, text: action.text });
  }
}

function registerOutcome(
  draft: Draft,
  by: Person,
  { outcome, note, close }: Extract<InputOf<'agent-action'>['action'], { do: 'outcome' }>,
): void {
  const told = { outcome, by: by.username, ...(note ? { note } : {}) };
  emit(draft, 'acolhe.outcome.registered.v1', 'outcome', told);
  keep(draft, { outcome: { outcome, by: by.username } });
  if (close && draft.state.phase !== 'closed') draft.effects.push({ kind: 'close-as', agent: by.id });
  else tell(draft, by, 'done_outcome', { outcome: words(draft, `outcome_${outcome}`) });
}

function openTask(
  draft: Draft,
  by: Person,
  { text, dueAt, owner }: Extract<InputOf<'agent-action'>['action'], { do: 'task' }>,
): void {
  const department = draft.state.department?.name;
  emit(draft, 'acolhe.task.opened.v1', 'task', {
    ...{ taskId: `task/${draft.input.id}`.slice(0, 200), kind: 'other', dueAt, text },
    ...(owner ? { owner } : {}),
    ...(department ? { department } : {}),
  });
  tell(draft, by, 'done_task');
}

/** Never with an open flag: those only people look after. */
function giveToBot(draft: Draft, by: Person): void {
  const { state } = draft;
  if (state.redFlags.length > 0 || state.decided?.disposition === 'emergency')
    return tell(draft, by, 'refused_bot_flag');
  if (state.phase !== 'served' && state.phase !== 'waiting') return tell(draft, by, 'refused_bot_has_it');
  if (state.phase === 'served') draft.state = { ...state, givenBy: state.agent.id };
  const bot = { agent: { id: 'bot', username: 'bot', kind: 'bot' as const } };
  onGivenToBot(draft, { ...draft.input, kind: 'transferred', from: {}, to: bot });
  tell(draft, by, 'done_bot');
}

/** Where it went, or that it did not: who wanted to forward it still has the patient then. */
export function onForwardAnswered(draft: Draft, input: InputOf<'forward-answered'>): void {
  const person = { id: input.by, username: input.by, kind: 'human' as const };
  const key = input.result === 'transferred' ? 'done_forward' : 'refused_forward';
  tell(draft, person, key, { department: input.department });
}

/** The patient answers what the agent had them asked. @returns whether it was that */
export function answersAgent(draft: Draft, agreed: boolean): boolean {
  const { service, setup, phase } = draft.state;
  if (phase !== 'served' || !service?.asksConsent) return false;
  const url = setup.consent?.url;
  const told = { ...(url ? { text: url } : {}), via: 'button' as const };
  draft.state = { ...draft.state, consent: agreed ? 'given' : 'refused' };
  keep(draft, { asksConsent: undefined });
  const type = agreed ? 'acolhe.consent.given.v1' : 'acolhe.consent.refused.v1';
  emit(draft, type, 'consent', told);
  draft.effects.push({
    kind: 'alert-agent',
    text: words(draft, agreed ? 'consent_given' : 'consent_refused'),
  });
  return true;
}

/** Who was just given a patient is told who that is, how urgent it is and why, in one line. */
export function tellAssigned(draft: Draft, agent: Person): void {
  const told = { text: noticeOf(draft), direct: directNoticeOf(draft) };
  draft.effects.push({ kind: 'tell-agent', agent: agent.id, ...told, way: 'as-set' });
}

/** One line: who, how urgent, why, and where the rest is. */
export function noticeOf(draft: Draft): string {
  const { state } = draft;
  const summary = summaryOf(draft);
  const why = [...new Set([...summary.redFlags, ...summary.because])].slice(0, 3).join(', ');
  return words(draft, why ? 'notice' : 'notice_no_reason', {
    who: [state.visitor.name, state.patientId].filter(Boolean).join(' · ') || words(draft, 'unknown_person'),
    urgency: words(draft, `urgency_${summary.urgency}`),
    why,
  });
}

/** What of it may be kept, and seen on a locked screen. */
function directNoticeOf(draft: Draft): string {
  const { department } = draft.state;
  const urgency = words(draft, `urgency_${summaryOf(draft).urgency}`);
  const who = numberOf(draft);
  return department
    ? words(draft, 'notice', { who, urgency, why: department.name })
    : words(draft, 'notice_no_reason', { who, urgency });
}

const numberOf = (draft: Draft): string => draft.state.patientId ?? words(draft, 'unknown_person');

/** It ended without anybody saying what it came to: whoever had it is asked, and until then it counts as without outcome. */
export function askOutcome(draft: Draft, { servedBy }: InputOf<'closed'>): void {
  const { state } = draft;
  // a room may be taken and closed before it was heard of that it was taken
  const agent = state.phase === 'served' ? state.agent : servedBy;
  if (!agent || agent.kind === 'bot' || state.service?.outcome) return;
  emit(draft, 'acolhe.outcome.asked.v1', 'outcome-asked', { of: agent.username });
  draft.effects.push({
    kind: 'tell-agent',
    agent: agent.id,
    text: words(draft, 'ask_outcome', { who: numberOf(draft) }),
    way: 'direct',
    button: { label: words(draft, 'button_outcome'), value: outcomeButton },
  });
}

function tell(
  draft: Draft,
  to: Person,
  key: CardTextKey,
  parameters?: Record<string, string>,
  button?: Button,
): void {
  const text = words(draft, key, parameters);
  draft.effects.push({ kind: 'tell-agent', agent: to.id, text, way: 'room', ...(button ? { button } : {}) });
}

function keep(draft: Draft, more: Partial<Service>): void {
  draft.state = { ...draft.state, service: { ...draft.state.service, ...more } };
}

function words(draft: Draft, key: CardTextKey, parameters?: Record<string, string>): string {
  return cardText(draft.state.setup.language, key, parameters);
}
