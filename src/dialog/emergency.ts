/**
 * After a red flag, while no person serves: where are you, which number can we call, who is with you. One question at a
 * time, none twice, in words that fit: with somebody who may be violent, first whether it is safe to write at all.
 */
import type { EmergencyCall } from '../../settings/concepts';
import type { TextKey } from '../../settings/dialog-texts';
import { readAnswer } from '../language/answer';
import { readIntent } from '../language/intent';
import { holdsPhone, isPlaceCode, phoneLike } from '../language/phone-like';
import { detailButtons, safeButtons } from './buttons';
import { type Draft, emit, label, languageOf, say, sayKey } from './draft';
import { callWords, isUrgent, sayAgain, worstCall } from './emergency-words';
import type { DetailStep, EmergencyDetail, State } from './state';

type Waiting = Extract<State, { phase: 'waiting' }>;

/** A longer one is kept in the message itself. */
const longestDetail = 2_000;

const order: Readonly<Record<EmergencyCall, readonly DetailStep[]>> = {
  '192': ['address', 'phone', 'company'],
  // who is near matters most
  '188': ['company', 'address', 'phone'],
  '190': ['safe', 'address', 'phone', 'company'],
};

/** Which words fit: what may be overheard outweighs the rest. */
function mannerOf({ calls, redFlags }: State): EmergencyCall {
  if (calls.includes('190')) return '190';
  // who wants to die is asked as gently when the means are at hand
  const others = redFlags.filter((concept) => concept !== 'self_harm' && concept !== 'suicidal_ideation');
  return redFlags.length > 0 && others.length === 0 ? '188' : worstCall(calls);
}

function nextStep(state: State): DetailStep | undefined {
  if (state.safeToWrite === false) return undefined;
  return order[mannerOf(state)].find((step) =>
    step === 'safe' ? state.safeToWrite === undefined : !state.details?.includes(step),
  );
}

function wordsOf(draft: Draft, step: DetailStep): string {
  if (step === 'safe') return label(draft, 'detail_safe');
  const manner = mannerOf(draft.state);
  return label(draft, manner === '192' ? `detail_${step}` : `detail_${step}_${manner}`);
}

function sayStep(draft: Draft, step: DetailStep, before?: TextKey): void {
  const text = wordsOf(draft, step);
  const buttons = step === 'safe' ? safeButtons(draft) : detailButtons(draft, step);
  say(draft, before ? `${label(draft, before)} ${text}` : text, buttons);
}

/** Asks the next one, when there is one and a person in danger waits. @returns whether it did */
export function askDetail(draft: Draft, before?: TextKey): boolean {
  const { state } = draft;
  if (state.phase !== 'waiting' || !isUrgent(state.reason)) return false;
  const step = nextStep(state);
  if (!step) {
    draft.state = { ...state, detail: undefined };
    return false;
  }
  draft.state = { ...state, detail: step, saidAt: draft.input.at, misunderstood: 0 };
  sayStep(draft, step, before);
  return true;
}

/** What stands is said again. */
export function detailAgain(draft: Draft): void {
  if (draft.state.phase === 'waiting' && draft.state.detail) sayStep(draft, draft.state.detail);
}

/** What the patient wrote while one of these was asked. */
export function onDetailText(draft: Draft, state: Waiting, step: DetailStep, text: string): void {
  if (step === 'safe') return onSafeText(draft, text);
  const told = detailsIn(draft, step, text);
  if (told === 'declined') return settle(draft, [step]);
  if (told.length === 0) {
    // asked twice it is let go: the person who takes the room reads all of this
    if (state.misunderstood > 0) return settle(draft, [step]);
    draft.state = { ...state, misunderstood: 1 };
    sayKey(draft, 'noted_urgent', { call: callWords(draft) });
    return detailAgain(draft);
  }
  for (const detail of told) {
    emit(draft, 'acolhe.emergency.detail.v1', `detail/${detail}`, {
      detail,
      text: text.slice(0, longestDetail),
    });
  }
  const words = Object.fromEntries(told.map((detail) => [detail, text.slice(0, longestDetail)]));
  draft.state = { ...draft.state, detailWords: { ...draft.state.detailWords, ...words } };
  settle(draft, told);
}

/** "Is it safe to write?": only a plain yes goes on; a no ends all questions. */
function onSafeText(draft: Draft, text: string): void {
  const asked = { id: 'safe', type: 'yes-no', unknownAllowed: true, vital: true } as const;
  const reading = readAnswer(text, asked, languageOf(draft.state));
  if (reading.kind === 'value') return onSafe(draft, reading.value === true);
  sayAgain(draft);
  detailAgain(draft);
}

export function onSafe(draft: Draft, safe: boolean): void {
  draft.state = { ...draft.state, safeToWrite: safe };
  if (safe) return void askDetail(draft);
  if (draft.state.phase === 'waiting') draft.state = { ...draft.state, detail: undefined };
  sayKey(draft, 'detail_unsafe');
}

/** The patient will not tell it. */
export function onSkip(draft: Draft, detail: EmergencyDetail): void {
  const { state } = draft;
  if (state.phase === 'served') return;
  if (state.phase === 'waiting' && state.detail === detail) return settle(draft, [detail]);
  sayKey(draft, 'past_button');
}

function settle(draft: Draft, settled: readonly EmergencyDetail[]): void {
  draft.state = {
    ...draft.state,
    details: [...new Set([...(draft.state.details ?? []), ...settled])],
  };
  if (askDetail(draft, 'detail_noted')) return;
  sayKey(draft, 'noted_urgent', { call: callWords(draft) });
}

/** "2" is nowhere and nobody: a word is needed. */
const word = /\p{L}{2,}/u;

/** What of it the text tells, and nothing that is none: who helps would lose time with it. */
function detailsIn(draft: Draft, step: EmergencyDetail, text: string): EmergencyDetail[] | 'declined' {
  const asked = { id: step, type: 'yes-no', unknownAllowed: true } as const;
  const reading = readAnswer(text, asked, languageOf(draft.state));
  const isYes = reading.kind === 'value' && reading.value === true;
  const isNo = reading.kind === 'unknown' || (reading.kind === 'value' && reading.value === false);
  const isTalk = ['greeting', 'thanks'].includes(readIntent(text));
  const isPlace = isPlaceCode(text);
  const rest = isPlace ? text : text.replace(phoneLike, ' ');
  const phone: EmergencyDetail[] = holdsPhone(text) ? ['phone'] : [];
  if (step === 'phone') return phone.length > 0 ? phone : isNo && rest.trim().length < 40 ? 'declined' : [];
  if (step === 'company') {
    if (reading.kind === 'unknown') return 'declined';
    // nobody is an answer too
    const says = isYes || isNo || (word.test(rest) && !isTalk);
    return says ? [step, ...phone] : phone;
  }
  if (isNo && !/\d/.test(rest)) return 'declined';
  const says = isPlace || (/\p{L}{3,}.*[\p{L}\d]|\p{L}{2,}.*\d/su.test(rest) && !isTalk);
  return says && !(isYes && rest.trim().length < 12) ? [step, ...phone] : phone;
}
