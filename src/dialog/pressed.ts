/** What a pressed button does, in every phase. */
import { redFlagOfAnswer } from '../safety/red-flags';
import { conceptOfQuestion } from '../triage/answer';
import type { AnswerScalar, Question } from '../triage/pack';
import { municipalityOf } from '../../settings/places/municipalities';
import { isTriageOff } from './admission';
import { answersAgent } from './agent-actions';
import {
  buttonAnswer,
  type ButtonValue,
  continueButton,
  humanButton,
  otherButton,
  readButton,
  restartButton,
  valueLabel,
} from './buttons';
import { packOf, standingQuestion } from './current-pack';
import { type Draft, enter, label, recordMessage, sayKey } from './draft';
import { onDegrees } from './fahrenheit';
import { onSafe, onSkip } from './emergency';
import { leaveFollowUp } from './elsewhere';
import { goOnAsking, restart } from './going-back';
import { askForHuman, raiseFlags, withoutTriage } from './hand-over';
import type { InputOf } from './input';
import { type BookingCode, bookingLabel, onBookingButton } from './booking';
import { instead, type Leaving } from './instead';
import { answer, goOn, keepRecord } from './interview';
import { onConsent, onForWhom } from './opening';
import { onPlaceChosen } from './places';
import { onSurvey, surveyLabel } from './survey';

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
  if (pressed.kind === 'place') {
    const municipality = municipalityOf(pressed.code);
    if (!municipality) return undefined;
    const said = `${municipality.name} – ${municipality.uf}`;
    return { label: said, act: () => onPlaceButton(draft, pressed.code) };
  }
  if (pressed.kind === 'instead') {
    const words = { 'call-back': 'label_call_back', appointment: 'label_appointment' } as const;
    const key = pressed.what === 'message' ? 'label_leave_message' : words[pressed.what];
    return { label: label(draft, key), act: () => onInstead(draft, pressed.what) };
  }
  if (pressed.kind === 'book') {
    const { code } = pressed;
    return { label: bookingLabel(draft, code), act: () => onBook(draft, code) };
  }
  if (pressed.kind === 'survey') {
    const { code } = pressed;
    return { label: surveyLabel(draft, code), act: () => onSurvey(draft, code) };
  }
  if (pressed.kind === 'skip')
    return { label: label(draft, 'label_skip'), act: () => onSkip(draft, pressed.detail) };
  if (pressed.kind === 'consent')
    return {
      label: label(draft, pressed.yes ? 'label_agree' : 'label_disagree'),
      act: () =>
        answersAgent(draft, pressed.yes) || onOpening(draft, () => onConsent(draft, pressed.yes, 'button')),
    };
  if (pressed.kind === 'whom') {
    const { who } = pressed;
    return {
      label: label(draft, `label_whom_${who}`),
      act: () => onOpening(draft, () => onForWhom(draft, who)),
    };
  }
  if (pressed.kind === 'safe' || pressed.kind === 'record' || pressed.kind === 'degrees')
    return {
      label: label(draft, pressed.yes ? 'label_yes' : 'label_no'),
      act: () => onYesNo(draft, pressed),
    };
  const { kind } = pressed;
  const shown = { human: humanButton, restart: restartButton, continue: continueButton, other: otherButton };
  const button = shown[kind](draft);
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

/** A choice picked by its number: what its button does. @returns false when it means nothing here */
export function pressChoice(draft: Draft, value: string): boolean {
  const meaning = meaningOf(draft, value);
  meaning?.act();
  return meaning !== undefined;
}

/** What comes before the first question. */
function onOpening(draft: Draft, act: () => void): void {
  if (draft.state.phase === 'served') return;
  if (isTriageOff(draft) && draft.state.phase !== 'waiting') return withoutTriage(draft, 'off');
  act();
}

function onInstead(draft: Draft, what: Leaving): void {
  if (draft.state.phase !== 'served') instead(draft, what);
}

function onBook(draft: Draft, code: BookingCode): void {
  if (draft.state.phase !== 'served') onBookingButton(draft, code);
}

function onPlaceButton(draft: Draft, code: string): void {
  if (draft.state.phase === 'served') return;
  onPlaceChosen(draft, code);
}

function onYesNo(
  draft: Draft,
  { kind, yes }: Extract<ButtonValue, { kind: 'safe' | 'record' | 'degrees' }>,
): void {
  const { state } = draft;
  if (state.phase === 'served') return;
  if (kind === 'safe') {
    const stands = state.phase === 'waiting' && state.detail === 'safe';
    return stands ? onSafe(draft, yes) : sayKey(draft, 'past_button');
  }
  if (kind === 'degrees') return onDegrees(draft, yes, 'button');
  const pack = packOf(draft);
  if (state.phase !== 'confirming' || !pack) return sayKey(draft, 'past_button');
  if (isTriageOff(draft)) return withoutTriage(draft, 'off');
  if (yes) return keepRecord(draft, state.record, 'button');
  enter(draft, { phase: 'complaint' });
  goOn(draft, pack);
}

function onChoiceButton(draft: Draft, kind: 'human' | 'restart' | 'continue' | 'other'): void {
  const { state } = draft;
  if (state.phase === 'served') return;
  if (kind === 'human') return askForHuman(draft, 'asked');
  if (state.phase === 'waiting') return sayKey(draft, 'past_button');
  if (kind === 'restart') return restart(draft);
  if (isTriageOff(draft)) return withoutTriage(draft, 'off');
  if (kind === 'other') return draft.state.ledBy ? leaveFollowUp(draft) : sayKey(draft, 'past_button');
  draft.state = { ...draft.state, misunderstood: 0, offered: false };
  return goOnAsking(draft);
}

function onAnswerButton(draft: Draft, question: Question, value: AnswerScalar): void {
  const { state } = draft;
  if (state.phase === 'asking' || standingQuestion(draft)?.id === question.id)
    return answer(draft, question, value, 'button');
  // the question is over, but a red flag is heard in every state
  const flag = redFlagOfAnswer(conceptOfQuestion(question) ?? '', value);
  if (flag) return raiseFlags(draft, [flag], 'answer');
  if (state.phase !== 'served') sayKey(draft, 'past_button');
}
