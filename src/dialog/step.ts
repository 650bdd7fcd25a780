/** The dialog's one transition function. Pure: clock, ids and randomness come in with the input. */
import type { AcolheEvent } from '../../contract/event';
import { parsePatientId } from '../../contract/patient-id';
import { type Draft, emit, enter, say, sayKey } from './draft';
import type { Effect } from './effect';
import { askForHuman, onDue, onTransferAnswered } from './hand-over';
import { compareInputs, type Input, type InputOf } from './input';
import type { Knowledge } from './knowledge';
import { onButton, onPatientMessage } from './patient';
import type { State } from './state';

/** Records of a closed conversation stay this long in the app, then only the CRM has them. */
const purgeAfterMs = 24 * 3_600_000;

export interface Step {
  state: State | undefined;
  effects: Effect[];
  events: AcolheEvent[];
}

/**
 * One input's consequences. Before a conversation has started (`state` undefined) only `started` does anything, and a
 * second `started` does nothing.
 */
export function step(state: State | undefined, input: Input, knowledge: Knowledge): Step {
  if (input.kind === 'started') return state ? { state, effects: [], events: [] } : start(input, knowledge);
  if (!state) return { state, effects: [], events: [] };
  const draft: Draft = { input, knowledge, state, effects: [], events: [] };
  hear(draft, input);
  return { state: draft.state, effects: draft.effects, events: draft.events };
}

/** State after these inputs, in their order; inputs told twice count once. */
export function fold(inputs: readonly Input[], knowledge: Knowledge): State | undefined {
  let state: State | undefined;
  let last: string | undefined;
  for (const input of [...inputs].sort(compareInputs)) {
    if (input.id === last) continue;
    last = input.id;
    state = step(state, input, knowledge).state;
  }
  return state;
}

function start(input: InputOf<'started'>, knowledge: Knowledge): Step {
  const state: State = {
    phase: 'complaint',
    conversation: input.conversation,
    setup: input.setup,
    visitor: input.visitor,
    answers: {},
    redFlags: [],
    misunderstood: 0,
  };
  const draft: Draft = { input, knowledge, state, effects: [], events: [] };
  emit(draft, 'acolhe.conversation.started.v1', 'started', {
    channel: input.channel,
    language: input.setup.language,
    visitor: input.visitor,
  });
  draft.effects.push({ kind: 'watch' });
  sayKey(draft, 'greeting');
  sayKey(draft, 'ask_complaint');
  draft.effects.push({ kind: 'ask-who', visitor: input.visitor.id });
  return { state: draft.state, effects: draft.effects, events: draft.events };
}

function hear(draft: Draft, input: Exclude<Input, { kind: 'started' }>): void {
  switch (input.kind) {
    case 'patient-message':
      return onPatientMessage(draft, input);
    case 'button':
      return onButton(draft, input);
    case 'bot-message':
      return emit(draft, 'acolhe.message.recorded.v1', 'recorded/0', {
        messageId: input.messageId,
        from: 'bot',
        ...(input.authorName ? { authorName: input.authorName } : {}),
        text: input.text.slice(0, 20_000),
        via: 'text',
      });
    case 'agent-message':
      return onAgentMessage(draft, input);
    case 'assigned':
      return onAssigned(draft, input);
    case 'unassigned':
      return onUnassigned(draft, input);
    case 'transferred':
      return emit(draft, 'acolhe.conversation.transferred.v1', 'transferred', {
        from: input.from,
        to: input.to,
      });
    case 'closed':
      return onClosed(draft, input);
    case 'visitor-saved':
      return emit(draft, 'acolhe.visitor.saved.v1', 'visitor-saved', { visitor: input.visitor });
    case 'identified':
      return onIdentified(draft, input);
    case 'transfer-answered':
      return onTransferAnswered(draft, input);
    case 'due':
      return onDue(draft, input);
    case 'command':
      return onCommand(draft, input);
    default: {
      const impossible: never = input;
      throw new Error(`unknown input ${JSON.stringify(impossible)}`);
    }
  }
}

function onAgentMessage(draft: Draft, input: InputOf<'agent-message'>): void {
  emit(draft, 'acolhe.message.recorded.v1', 'recorded/0', {
    messageId: input.messageId,
    from: 'agent',
    authorName: input.agent.name ?? input.agent.username,
    text: input.text.slice(0, 20_000),
    via: 'text',
  });
  if (draft.state.phase === 'closed') return;
  enter(draft, { phase: 'served', agent: input.agent }, { flagUnansweredSince: undefined });
}

function onAssigned(draft: Draft, input: InputOf<'assigned'>): void {
  emit(draft, 'acolhe.conversation.assigned.v1', 'assigned', {
    agent: input.agent,
    ...(input.department ? { department: input.department } : {}),
  });
  if (draft.state.phase === 'closed' || input.agent.kind === 'bot') return;
  enter(draft, { phase: 'served', agent: input.agent }, { department: input.department });
  draft.effects.push({ kind: 'forget-reminders' });
}

function onUnassigned(draft: Draft, input: InputOf<'unassigned'>): void {
  const { state } = draft;
  if (state.phase !== 'served' || state.agent.id !== input.agent.id) return;
  const target = state.department?.name ?? state.setup.departments.general;
  enter(draft, { phase: 'waiting', target, reason: 'asked', tries: 0, queued: true, saidAt: input.at });
  emit(
    draft,
    'acolhe.conversation.queued.v1',
    'queued',
    state.department ? { department: state.department } : {},
  );
}

function onClosed(draft: Draft, input: InputOf<'closed'>): void {
  if (draft.state.phase === 'closed') return;
  emit(draft, 'acolhe.conversation.closed.v1', 'closed', {
    by: input.by,
    ...(input.comment ? { comment: input.comment } : {}),
  });
  enter(draft, { phase: 'closed' });
  draft.effects.push(
    { kind: 'forget-reminders' },
    { kind: 'unwatch' },
    { kind: 'remind', reminder: 'purge', afterMs: purgeAfterMs },
  );
}

function onIdentified(draft: Draft, input: InputOf<'identified'>): void {
  if (draft.state.patientId) return;
  draft.state = { ...draft.state, patientId: input.patientId };
  emit(draft, 'acolhe.patient.identified.v1', 'identified', {
    patientId: input.patientId,
    mintedBy: input.mintedBy,
  });
  sayKey(draft, input.earlierConversations > 0 ? 'your_id_again' : 'your_id', { id: input.patientId });
}

function onCommand(draft: Draft, input: InputOf<'command'>): void {
  const { command } = input;
  if (draft.state.phase === 'closed') return;
  switch (command.kind) {
    case 'say':
      return say(draft, command.text);
    case 'hand-over':
      return askForHuman(draft, 'asked');
    case 'replace-patient-id': {
      const patientId = parsePatientId(command.patientId);
      if (!patientId || patientId === draft.state.patientId) return;
      draft.state = { ...draft.state, patientId };
      return sayKey(draft, 'id_replaced', { id: patientId });
    }
  }
}
