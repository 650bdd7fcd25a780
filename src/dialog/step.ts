/** The dialog's one transition function. Pure: clock, ids and randomness come in with the input. */
import type { AcolheEvent } from '../../contract/event';
import { eventParts } from '../../contract/event-ids';
import { parsePatientId } from '../../contract/patient-id';
import { onAppointmentTold, onSlotsTold } from './booking';
import { readButton } from './buttons';
import { onAgentGone } from './agent-gone';
import { askOutcome, onAgentAction, onForwardAnswered, tellAssigned } from './agent-actions';
import { onPlaceChanged, onTransferAnswered } from './climb';
import { type Draft, emit, enter, recordMessage, say, sayKey } from './draft';
import type { Effect } from './effect';
import { leadBack } from './coming-back';
import { onFollowUp } from './follow-up';
import { greet } from './greet';
import {
  askForHuman,
  handOver,
  onDue,
  onHumanAssigned,
  onUnassigned,
  raiseFlags,
  tellHandOff,
} from './hand-over';
import { redFlagOfAnswer, redFlagsInText, type RedFlag } from '../safety/red-flags';
import { onIdentified } from './identified';
import { compareInputs, type Input, type InputOf } from './input';
import type { Knowledge } from './knowledge';
import { onMoved } from './moved';
import { onPatientMessage, recordPatientMessage } from './patient';
import { noteServed, onPersonFound } from './person-asked';
import { onButton } from './pressed';
import { offerLateRecord } from './record';
import { onSilence } from './silence';
import { onUrgencyCommand } from './staff-urgency';
import type { State } from './state';
import { onWaitTold } from './wait-news';
import { watchOver } from './watch';

/** Records of a closed conversation stay this long in the app, then only the CRM has them. */
const purgeAfterMs = 24 * 3_600_000;

export interface Step {
  state: State | undefined;
  effects: Effect[];
  events: AcolheEvent[];
  /** A fault that cost the patient no answer: a person was called instead. */
  fault?: Error;
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
  if (draft.state.givenBy !== undefined && isTakenAnew(input))
    draft.state = { ...draft.state, givenBy: undefined };
  watchOver(draft, state, input);
  const { effects, events, fault } = draft;
  return { state: draft.state, effects, events, ...(fault ? { fault } : {}) };
}

/**
 * State after these inputs, in their order; inputs told twice count once. One that `step` cannot take counts as what was
 * done instead: a fault in one input must not silence the room for good.
 */
export function fold(inputs: readonly Input[], knowledge: Knowledge): State | undefined {
  let state: State | undefined;
  const seen = new Set<string>();
  for (const input of [...inputs].sort(compareInputs)) {
    if (seen.has(input.id)) continue;
    seen.add(input.id);
    state = foldOne(state, input, knowledge);
  }
  return state;
}

/** State after one more input, as `fold` takes it. */
export function foldOne(state: State | undefined, input: Input, knowledge: Knowledge): State | undefined {
  try {
    return step(state, input, knowledge).state;
  } catch {
    // as it was decided; the fault was told there
    return fallbackStep(state, input).state;
  }
}

/** What is done when `step` itself fails on an input: a patient who wrote gets words and a person. */
export function fallbackStep(state: State | undefined, input: Input): Step {
  if (!state || (input.kind !== 'patient-message' && input.kind !== 'button')) {
    return { state, effects: [], events: [] };
  }
  const knowledge: Knowledge = { hash: 'none', packs: {}, packText: () => '' };
  const draft: Draft = { input, knowledge, state, effects: [], events: [] };
  if (input.kind === 'patient-message') recordPatientMessage(draft, input);
  const isText = input.kind === 'patient-message';
  const flags = isText ? redFlagsInText(input.text) : flagsOfButton(input.value);
  if (flags.length > 0) raiseFlags(draft, flags, isText ? 'text' : 'answer');
  else if (state.phase === 'waiting') sayKey(draft, 'noted');
  else if (state.phase !== 'served' && state.phase !== 'closed') {
    sayKey(draft, 'human_coming');
    handOver(draft, 'misunderstood');
  }
  return { state: draft.state, effects: draft.effects, events: draft.events };
}

/** Questions are named by their concepts: what was pressed can be heard without the pack. */
function flagsOfButton(value: string): RedFlag[] {
  const pressed = readButton(value);
  if (pressed?.kind !== 'answer') return [];
  const flag = redFlagOfAnswer(pressed.question, pressed.code === 'yes' ? true : pressed.code);
  return flag ? [flag] : [];
}

function start(input: InputOf<'started'>, knowledge: Knowledge): Step {
  const { setup, visitor, metAt, servedBy } = input;
  const shared = {
    conversation: input.conversation,
    setup,
    visitor,
    metAt,
    answers: {},
    redFlags: [],
    calls: [],
    asked: [],
    misunderstood: 0,
    channel: input.channel,
    ...(input.lastServed && { lastServed: input.lastServed }),
  };
  const state: State = servedBy
    ? { ...shared, joined: true, phase: 'served', agent: servedBy }
    : { ...shared, phase: 'complaint' };
  const draft: Draft = { input, knowledge, state, effects: [], events: [] };
  emit(draft, 'acolhe.conversation.started.v1', eventParts.started, {
    channel: input.channel,
    language: setup.language,
    visitor,
  });
  draft.effects.push({ kind: 'watch' });
  greet(draft, input);
  if (!input.who) draft.effects.push({ kind: 'ask-who', visitor: visitor.id });
  return { state: draft.state, effects: draft.effects, events: draft.events };
}

/** Whoever gave the room to the bot has it no more, or has taken it back. */
const isTakenAnew = (input: Input): boolean =>
  (input.kind === 'assigned' && input.agent.kind === 'human') ||
  input.kind === 'agent-message' ||
  (input.kind === 'transfer-answered' && input.result === 'transferred');

function hear(draft: Draft, input: Exclude<Input, { kind: 'started' }>): void {
  switch (input.kind) {
    case 'patient-message':
      return onPatientMessage(draft, input);
    case 'button':
      return onButton(draft, input);
    case 'bot-message':
      return recordMessage(draft, {
        messageId: input.messageId,
        from: 'bot',
        ...(input.authorName ? { authorName: input.authorName } : {}),
        text: input.text,
        via: 'text',
      });
    case 'agent-message':
      return onAgentMessage(draft, input);
    case 'assigned':
      return onAssigned(draft, input);
    case 'unassigned':
      return onUnassigned(draft, input);
    case 'transferred':
      emit(draft, 'acolhe.conversation.transferred.v1', eventParts.transferred, {
        from: input.from,
        to: input.to,
      });
      return onMoved(draft, input);
    case 'closed':
      return onClosed(draft, input);
    case 'visitor-saved':
      return emit(draft, 'acolhe.visitor.saved.v1', eventParts.visitorSaved, { visitor: input.visitor });
    case 'identified':
      onIdentified(draft, input);
      return leadBack(draft, input) ? undefined : offerLateRecord(draft);
    case 'transfer-answered':
      return onTransferAnswered(draft, input);
    case 'wait-told':
      return onWaitTold(draft, input);
    case 'slots-told':
      return onSlotsTold(draft, input);
    case 'appointment-told':
      return onAppointmentTold(draft, input);
    case 'person-found':
      return onPersonFound(draft, input);
    case 'place-changed':
      return input.is === 'agent-gone' ? onAgentGone(draft) : onPlaceChanged(draft, input);
    case 'due':
      return input.reminder === 'silence' ? onSilence(draft, input) : onDue(draft, input);
    case 'command':
      return onCommand(draft, input);
    case 'agent-action':
      return onAgentAction(draft, input);
    case 'forward-answered':
      return onForwardAnswered(draft, input);
    default: {
      const impossible: never = input;
      throw new Error(`unknown input ${JSON.stringify(impossible)}`);
    }
  }
}

function onAgentMessage(draft: Draft, input: InputOf<'agent-message'>): void {
  recordMessage(draft, {
    messageId: input.messageId,
    from: 'agent',
    authorName: input.agent.name ?? input.agent.username,
    text: input.text,
    via: 'text',
  });
  if (draft.state.phase === 'closed') return;
  const answered = draft.state.flagUnansweredSince !== undefined;
  tellHandOff(draft, 'transferred');
  const over = {
    flagUnansweredSince: undefined,
    offered: false,
    waitingSince: undefined,
    silence: undefined,
  };
  enter(draft, { phase: 'served', agent: input.agent }, over);
  if (answered) draft.effects.push({ kind: 'forget-reminder', reminder: 'flag-unanswered' });
}

function onAssigned(draft: Draft, input: InputOf<'assigned'>): void {
  emit(draft, 'acolhe.conversation.assigned.v1', eventParts.assigned, {
    agent: input.agent,
    ...(input.department ? { department: input.department } : {}),
  });
  if (draft.state.phase === 'closed' || input.agent.kind === 'bot') return;
  onHumanAssigned(draft, input);
  tellAssigned(draft, input.agent);
}

function onClosed(draft: Draft, input: InputOf<'closed'>): void {
  if (draft.state.phase === 'closed') return;
  emit(draft, 'acolhe.conversation.closed.v1', eventParts.closed, {
    by: input.by,
    ...(input.comment ? { comment: input.comment } : {}),
  });
  tellHandOff(draft, 'waiting');
  askOutcome(draft, input);
  noteServed(draft);
  enter(draft, { phase: 'closed' });
  draft.effects.push(
    { kind: 'forget-reminder', reminder: 'try-hand-over' },
    { kind: 'forget-reminder', reminder: 'flag-unanswered' },
    ...(draft.state.silence ? [{ kind: 'forget-reminder' as const, reminder: 'silence' as const }] : []),
    { kind: 'remind', reminder: 'purge', afterMs: purgeAfterMs },
  );
}

function onCommand(draft: Draft, input: InputOf<'command'>): void {
  const { command } = input;
  if (draft.state.phase === 'closed') return;
  switch (command.kind) {
    case 'say':
      return say(draft, command.text);
    case 'hand-over':
      return askForHuman(draft, 'asked');
    case 'follow-up':
      return onFollowUp(draft, command);
    case 'urgency':
      return onUrgencyCommand(draft, command);
    // rings are looked after with whatever comes
    case 'task':
    case 'ring':
      return;
    case 'replace-patient-id': {
      const patientId = parsePatientId(command.patientId);
      if (!patientId || patientId === draft.state.patientId) return;
      const { writerId } = draft.state;
      // whose number it is, is said: who writes for another has one of their own
      const ofDependent = writerId !== draft.state.patientId;
      const own = ofDependent ? {} : { writerId: patientId };
      draft.state = { ...draft.state, patientId, ...own };
      return sayKey(draft, ofDependent ? 'dependent_id_replaced' : 'id_replaced', { id: patientId });
    }
  }
}
