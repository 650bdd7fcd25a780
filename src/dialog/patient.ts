/** What the patient writes or presses, in every phase. Red flags are looked for before anything else. */
import { readAnswer } from '../language/answer';
import { readDependent } from '../language/dependent';
import { readFindings } from '../language/findings';
import { readIntent } from '../language/intent';
import { redFlagOfAnswer, redFlagsInText } from '../safety/red-flags';
import { conceptOfQuestion } from '../triage/answer';
import type { AnswerScalar, Question } from '../triage/pack';
import { buttonAnswer, continueButton, humanButton, readButton, restartButton, valueLabel } from './buttons';
import { type Draft, enter, recordMessage, sayKey } from './draft';
import { askForHuman, callWords, isUrgent, raiseFlags } from './hand-over';
import type { InputOf } from './input';
import {
  answer,
  ask,
  askedQuestion,
  goOn,
  keepFindings,
  packOf,
  standingQuestion,
  startTriage,
} from './interview';
import type { State } from './state';

/** Rocket.Chat's own default limit; longer texts come from channels without one. */
export const longestTextRead = 5_000;
/** A waiting patient's messages are acknowledged, but not each of a thought sent in pieces. */
const acknowledgeAfterMs = 5_000;
/** A room's messages may be this much older than the app's acquaintance with it, and still be answered. */
const historyBeforeMs = 120_000;

export function recordPatientMessage(draft: Draft, input: InputOf<'patient-message'>): void {
  recordMessage(draft, {
    messageId: input.messageId,
    from: 'patient',
    ...(input.authorName ? { authorName: input.authorName } : {}),
    text: input.text,
    via: input.file ? 'file' : 'text',
  });
}

export function onPatientMessage(draft: Draft, input: InputOf<'patient-message'>): void {
  recordPatientMessage(draft, input);
  const { state } = draft;
  if (state.phase === 'closed' || isHistory(state, input.at)) return;
  const flags = redFlagsInText(input.text);
  if (flags.length > 0) {
    const pack = packOf(draft);
    const interviewed = state.phase === 'complaint' || state.phase === 'asking';
    if (pack && interviewed && !input.late) keepFindings(draft, pack, input.text);
    raiseFlags(draft, flags, 'text');
    if (state.phase === 'complaint') askForDependent(draft, input.text);
    return;
  }
  if (state.phase === 'served') return;
  if (input.late) return onLateMessage(draft);
  if (input.file) sayKey(draft, 'file_unread');
  if (input.file && input.text.trim() === '') return;
  if (input.text.length > longestTextRead) return sayKey(draft, 'too_long');
  const intent = readIntent(input.text, state.setup.language);
  if (intent === 'human') return askForHuman(draft, 'asked');
  if (state.offered && state.phase !== 'waiting' && onOfferAnswered(draft, input.text)) return;
  switch (state.phase) {
    case 'complaint':
      return onComplaint(draft, input.text, intent);
    case 'asking':
      return intent === 'restart' ? restart(draft) : onAnswerText(draft, state, input.text);
    case 'guided':
      return onGuided(draft, input.text, intent);
    case 'waiting':
      return acknowledge(draft, state, input.text);
  }
}

/** Older than the app's acquaintance with the room: it belongs to the record, not to this conversation. */
function isHistory(state: State, at: string): boolean {
  return Date.parse(at) < Date.parse(state.metAt) - historyBeforeMs;
}

/** Found after later messages had been handled: recorded, looked at for red flags, and the question stands. */
function onLateMessage(draft: Draft): void {
  sayKey(draft, 'late');
  const question = standingQuestion(draft);
  if (question) ask(draft, question);
}

/** Yes or no to "shall I call a person?". @returns false when the text answers something else */
function onOfferAnswered(draft: Draft, text: string): boolean {
  draft.state = { ...draft.state, offered: false, misunderstood: 0 };
  const asked = { id: 'offer', type: 'yes-no', unknownAllowed: false } as const;
  const reading = readAnswer(text, asked, draft.state.setup.language);
  if (reading.kind !== 'value') return false;
  if (reading.value === true) askForHuman(draft, 'misunderstood');
  else goOnAsking(draft);
  return true;
}

/** The question that stands, again. */
function goOnAsking(draft: Draft): void {
  const question = standingQuestion(draft);
  return question ? ask(draft, question) : sayKey(draft, 'ask_complaint');
}

/** After guidance: thanks and a no end it; anything else may be news, and a person is offered first. */
function onGuided(draft: Draft, text: string, intent: string): void {
  const asked = { id: 'more', type: 'yes-no', unknownAllowed: false } as const;
  const reading = readAnswer(text, asked, draft.state.setup.language);
  const done = intent === 'thanks' || (reading.kind === 'value' && reading.value === false);
  if (done) return sayKey(draft, 'thanks_reply', {}, [humanButton(draft)]);
  if (intent === 'restart') return restart(draft);
  sayKey(draft, 'guided_reply', {}, [humanButton(draft), restartButton(draft)]);
}

function onComplaint(draft: Draft, text: string, intent: string): void {
  const words = /\p{L}{2,}/u.test(text);
  const found = readFindings(text, draft.state.setup.language).length > 0;
  if (found || (words && intent === 'none')) {
    startTriage(draft, text);
    return askForDependent(draft, text);
  }
  misunderstood(draft, () => {
    // the widget opens the room with the patient's first message: a greeting meets the question that was just asked
    if (intent !== 'greeting') sayKey(draft, 'ask_complaint');
    sayKey(draft, 'complaint_hint');
  });
}

/** A complaint about somebody else: who that is, is asked beside everything else; nothing waits for the answer. */
function askForDependent(draft: Draft, text: string): void {
  const { state } = draft;
  if (state.forDependent) return;
  const dependent = readDependent(text);
  if (!dependent) return;
  draft.state = { ...draft.state, forDependent: true };
  draft.effects.push({ kind: 'ask-who', visitor: state.visitor.id, dependent });
}

/** First time: said again, in more words. Second time in a row: a person is offered. */
function misunderstood(draft: Draft, again: () => void): void {
  const times = draft.state.misunderstood + 1;
  draft.state = { ...draft.state, misunderstood: times };
  if (times === 1) return again();
  draft.state = { ...draft.state, offered: true };
  sayKey(draft, 'unclear_offer', {}, [humanButton(draft), continueButton(draft)]);
}

type Asking = Extract<State, { phase: 'asking' }>;

function onAnswerText(draft: Draft, state: Asking, text: string): void {
  const pack = packOf(draft);
  const question = standingQuestion(draft);
  if (!pack || !question) return startTriage(draft, text);
  const reading = readAnswer(text, askedQuestion(draft, question), state.setup.language);
  if (reading.kind === 'value') {
    keepFindings(draft, { ...pack, questions: pack.questions.filter((item) => item !== question) }, text);
    return answer(draft, question, reading.value, 'text', reading.number);
  }
  if (reading.kind === 'unknown') {
    if (question.unknown.allowed || state.misunderstood > 0)
      return answer(draft, question, 'unknown', 'text');
    draft.state = { ...draft.state, misunderstood: 1 };
    sayKey(draft, 'unknown_not_allowed');
    return ask(draft, question);
  }
  if (keepFindings(draft, pack, text) > 0) return goOn(draft, pack);
  misunderstood(draft, () => {
    if (reading.kind === 'out-of-range') {
      sayKey(draft, 'out_of_range', {
        min: reading.min ?? question.min ?? 0,
        max: reading.max ?? question.max ?? '',
      });
    } else {
      sayKey(draft, 'unclear');
    }
    ask(draft, question);
  });
}

function acknowledge(draft: Draft, state: Extract<State, { phase: 'waiting' }>, text: string): void {
  // a question is answered with where the patient stands
  if (/[?\uFF1F]/.test(text)) return askForHuman(draft, 'asked');
  const sinceMs = Date.parse(draft.input.at) - Date.parse(state.saidAt);
  if (sinceMs < acknowledgeAfterMs && draft.state.misunderstood > 0) return;
  draft.state = { ...state, saidAt: draft.input.at, misunderstood: 1 };
  if (isUrgent(state.reason)) sayKey(draft, 'noted_urgent', { call: callWords(draft) });
  else sayKey(draft, 'noted');
}

function restart(draft: Draft): void {
  enter(draft, { phase: 'complaint' }, { answers: {}, misunderstood: 0 });
  sayKey(draft, 'restarted');
  sayKey(draft, 'ask_complaint');
}

/** What a pressed button means here; undefined when this bot never showed it. */
function meaningOf(draft: Draft, value: string): { label: string; act: () => void } | undefined {
  const pressed = readButton(value);
  if (!pressed) return undefined;
  if (pressed.kind === 'answer') {
    const question = packOf(draft)?.questions.find((item) => item.id === pressed.question);
    const given = question && buttonAnswer(question, pressed.code);
    if (!question || given === undefined) return undefined;
    // a button that was never shown means nothing, unless it says something nobody may overhear
    const heard =
      draft.state.asked.includes(question.id) || redFlagOfAnswer(conceptOfQuestion(question) ?? '', given);
    if (!heard) return undefined;
    return { label: valueLabel(draft, question, given), act: () => onAnswerButton(draft, question, given) };
  }
  const { kind } = pressed;
  const button = { human: humanButton, restart: restartButton, continue: continueButton }[kind](draft);
  return { label: button.label, act: () => onChoiceButton(draft, kind) };
}

export function onButton(draft: Draft, input: InputOf<'button'>): void {
  const { state } = draft;
  if (state.phase === 'closed') return;
  const meaning = meaningOf(draft, input.value);
  if (!meaning) return state.phase === 'served' ? undefined : sayKey(draft, 'unknown_button');
  recordMessage(draft, {
    messageId: `${input.messageId}/${input.value}`.slice(0, 200),
    from: 'patient',
    text: meaning.label,
    via: 'button',
  });
  meaning.act();
}

function onChoiceButton(draft: Draft, kind: 'human' | 'restart' | 'continue'): void {
  const { state } = draft;
  if (state.phase === 'served') return;
  if (kind === 'human') return askForHuman(draft, 'asked');
  if (state.phase === 'waiting') return sayKey(draft, 'past_button');
  if (kind === 'restart') return restart(draft);
  draft.state = { ...draft.state, misunderstood: 0, offered: false };
  return goOnAsking(draft);
}

function onAnswerButton(draft: Draft, question: Question, value: AnswerScalar): void {
  const { state } = draft;
  if (state.phase === 'asking') return answer(draft, question, value, 'button');
  // the question is over, but a red flag is heard in every state
  const flag = redFlagOfAnswer(conceptOfQuestion(question) ?? '', value);
  if (flag) return raiseFlags(draft, [flag], 'answer');
  if (state.phase !== 'served') sayKey(draft, 'past_button');
}
