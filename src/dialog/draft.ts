/** What one step is building: the next state, the effects and the events. Local to a step; `step` itself is pure. */
import type { AcolheEvent, EventData, EventType, Language } from '../../contract/event';
import { eventId, eventParts } from '../../contract/event-ids';
import { dialogText, type TextKey } from '../../settings/dialog-texts';
import type { Button, Effect } from './effect';
import type { Input } from './input';
import type { Knowledge } from './knowledge';
import type { Phase, Shared, State } from './state';

export interface Draft {
  readonly input: Input;
  readonly knowledge: Knowledge;
  state: State;
  readonly effects: Effect[];
  readonly events: AcolheEvent[];
  /** Choices that were shown as numbers in this turn. */
  numbered?: string[];
  /** What failed on the way, where the patient got a person instead. */
  fault?: Error;
}

/** @param pick the choices may be picked by their number: not where a number is itself the answer */
export function say(draft: Draft, text: string, buttons: Button[] = [], pick = true): void {
  if (buttons.length === 0) return void draft.effects.push({ kind: 'say', text });
  const values = buttons.map(({ value }) => value);
  const { numbered } = draft.state.setup;
  // what is shown in numbers goes on counting within a turn: "1" means one thing only
  const before = numbered && pick ? (draft.numbered ?? []) : [];
  const choices = [...before, ...values];
  draft.state = { ...draft.state, choices: pick ? choices : undefined };
  if (!numbered) return void draft.effects.push({ kind: 'say', text, buttons });
  if (pick) draft.numbered = choices;
  // no buttons there: the same choices as lines
  const lines = buttons.map(
    ({ label: words }, at) => `${pick ? `*${before.length + at + 1}* -` : '•'} ${words}`,
  );
  draft.effects.push({ kind: 'say', text: [text, '', ...lines].join('\n') });
}

export function sayKey(
  draft: Draft,
  key: TextKey,
  parameters?: Record<string, string | number>,
  buttons?: Button[],
): void {
  say(draft, label(draft, key, parameters), buttons);
}

/** What is spoken with the patient: the chat's language, or the one they write in. */
export function languageOf({ setup, tongue }: Pick<Shared, 'setup' | 'tongue'>): Language {
  return tongue ?? setup.language;
}

/** A sentence of the bot, in the conversation's language if no other is named. */
export function label(
  draft: Draft,
  key: TextKey,
  parameters?: Record<string, string | number>,
  language: Language = languageOf(draft.state),
): string {
  const said = draft.knowledge.published?.texts[language];
  const own = said && Object.hasOwn(said, key) ? said[key] : undefined;
  return dialogText(language, key, parameters, own);
}

type FieldOf<T> = T extends unknown ? keyof T : never;

/** What belongs to one phase and ends with it. */
const phaseFields: Readonly<Record<FieldOf<Phase>, true>> = {
  phase: true,
  complaint: true,
  question: true,
  record: true,
  to: true,
  routed: true,
  reason: true,
  tries: true,
  queued: true,
  saidAt: true,
  detail: true,
  climb: true,
  nobody: true,
  leaves: true,
  booking: true,
  agent: true,
};

function sharedOf(state: State): Shared {
  const shared = Object.entries(state).filter(([field]) => !Object.hasOwn(phaseFields, field));
  return Object.fromEntries(shared) as unknown as Shared;
}

/** Moves to another phase; what all phases share stays. */
export function enter(draft: Draft, phase: Phase, shared: Partial<Shared> = {}): void {
  // what could be chosen before is over
  draft.state = { ...sharedOf(draft.state), choices: undefined, ...shared, ...phase };
}

/**
 * Adds an event. Its id derives from the input, so that the same fact told twice is the same event.
 * @param part what of the input this is, e.g. `recorded/0`; unique within the input
 */
export function emit<T extends EventType>(draft: Draft, type: T, part: string, data: EventData<T>): void {
  const { setup, conversation, patientId } = draft.state;
  const event = {
    specversion: '1.0' as const,
    id: eventId(setup.workspace, conversation, draft.input.id, part),
    source: `/tenants/${setup.tenant}/workspaces/${setup.workspace}`,
    type,
    subject: conversation,
    time: draft.input.at,
    ...(patientId ? { patientid: patientId } : {}),
    data,
  };
  draft.events.push(event as unknown as AcolheEvent);
}

/** Longest text of a message event (contract). */
const longestTextKept = 20_000;

/** Anybody's message goes to the CRM, as long as the contract takes it. */
export function recordMessage(draft: Draft, message: EventData<'acolhe.message.recorded.v1'>): void {
  const text = message.text.slice(0, longestTextKept);
  emit(draft, 'acolhe.message.recorded.v1', eventParts.recorded, { ...message, text });
}
