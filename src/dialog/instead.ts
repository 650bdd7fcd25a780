/**
 * Instead of a person now: to be called back, an appointment, a message left for somebody. Each is a task with a due time.
 * Who is pressing is never offered the first two; a red flag written meanwhile is heard before all of this.
 */
import type { EventData } from '../../contract/event';
import { readAnswer } from '../language/answer';
import { readAsking } from '../language/asks';
import { readPersonAsked } from '../language/asks-person';
import { readCommand } from '../language/commands';
import { readIntent } from '../language/intent';
import { holdsPhone } from '../language/phone-like';
import type { Offer } from '../routing/route';
import { beginBooking } from './booking';
import { callableAfter, callBackBy, spokenTime } from './call-hours';
import { type Draft, emit, enter, label, languageOf, sayKey } from './draft';
import type { Button } from './effect';
import type { InputOf } from './input';
import type { State } from './state';
import { placesOf } from './where-to';

/** What somebody leaves: how they can be reached, or their message. */
export type Leaving = Offer | 'message';

type Waiting = Extract<State, { phase: 'waiting' }>;

const longestLeft = 2_000;
/** A message is answered within so much of the department's open time. */
const messageWithinMs = 240 * 60_000;

function offersOf(draft: Draft): readonly Offer[] {
  const { state } = draft;
  if (state.phase !== 'waiting' || state.promised) return [];
  return placesOf(draft, state.reason, state.to).offers;
}

/** What may be asked for where nobody is there. */
export function offerInstead(draft: Draft): { text: string; buttons: Button[] } | undefined {
  const offers = offersOf(draft);
  if (offers.length === 0) return undefined;
  const words = { 'call-back': 'label_call_back', appointment: 'label_appointment' } as const;
  const buttons = offers.map((offer) => ({ label: label(draft, words[offer]), value: `instead:${offer}` }));
  return { text: label(draft, 'offer_instead'), buttons };
}

/** Who was asked for by name is not there: others are called meanwhile, and a message may be left. */
export function sayPersonAway(draft: Draft): void {
  const { wanted, promised } = draft.state;
  if (!wanted || wanted.away || promised) return;
  draft.state = { ...draft.state, wanted: { ...wanted, away: true } };
  const leave = { label: label(draft, 'label_leave_message'), value: 'instead:message' };
  sayKey(draft, 'person_away', { person: wanted.name }, [leave]);
}

export function instead(draft: Draft, what: Leaving): void {
  const { state } = draft;
  const may = what === 'message' ? state.wanted !== undefined : offersOf(draft).includes(what);
  if (state.phase !== 'waiting' || state.promised || !may) return sayKey(draft, 'past_button');
  if (what === 'appointment' && beginBooking(draft)) return;
  draft.state = { ...state, leaves: what, question: undefined, misunderstood: 0 };
  if (what === 'message') sayKey(draft, 'message_ask', { person: state.wanted?.name ?? '' });
  else sayKey(draft, 'contact_ask');
}

/** What is written next is what they leave. @returns whether it was that; a question waits beside it for its own answer */
export function onLeft(draft: Draft, input: InputOf<'patient-message'>): boolean {
  const { state } = draft;
  if (state.phase !== 'waiting' || !state.leaves) return false;
  const text = input.text.trim().slice(0, longestLeft);
  const isFile = input.file || input.media !== undefined;
  const wantsOther = wantsOtherThan(state.leaves, text);
  if (wantsOther) draft.state = { ...state, leaves: undefined };
  if (wantsOther || (text === '' && !(isFile && state.leaves === 'message'))) return false;
  if (state.leaves === 'message') keepMessage(draft, state, text);
  else if (holdsPhone(text)) keepRequest(draft, state, state.leaves, text);
  else return onNoPhone(draft, state, text);
  return true;
}

function wantsOtherThan(leaves: Leaving, text: string): boolean {
  const intent = readIntent(text);
  if (intent === 'human' || readCommand(text) !== undefined) return true;
  // to somebody by name a message may say all of this
  return leaves !== 'message' && (intent === 'restart' || readPersonAsked(text) !== undefined);
}

/** In words. */
const longestNo = 6;

/** No number to call: asked once more. Who gives none goes on waiting: nobody is promised a call that cannot be made. */
function onNoPhone(draft: Draft, state: Waiting, text: string): boolean {
  if (readAsking(text) !== 'no') return false;
  const asked = { id: 'contact', type: 'yes-no', unknownAllowed: true } as const;
  const isShort = text.split(/\s+/).length <= longestNo;
  const reading = isShort ? readAnswer(text, asked, languageOf(state)) : undefined;
  const declines = reading?.kind === 'value' && reading.value === false;
  const isOver = declines || state.misunderstood > 0;
  draft.state = isOver ? { ...state, leaves: undefined, misunderstood: 0 } : { ...state, misunderstood: 1 };
  sayKey(draft, isOver ? 'contact_none' : 'contact_again');
  return true;
}

function keepMessage(draft: Draft, state: Waiting, text: string): void {
  const { username, name } = state.wanted ?? { username: undefined, name: '' };
  const dueAt = callableAfter(draft, messageWithinMs);
  const words = text || label(draft, 'task_message_file', {}, draft.state.setup.language);
  openTask(draft, {
    kind: 'message',
    dueAt,
    text: words,
    ...(username !== undefined && { owner: username }),
  });
  draft.state = { ...state, leaves: undefined, promised: 'message', promisedBy: dueAt };
  sayKey(draft, 'message_kept', { person: name, ...spokenTime(draft, dueAt) });
}

/** The conversation ends here, once they have read so: they need not wait, and whoever calls them has it. */
function keepRequest(draft: Draft, state: Waiting, what: Offer, contact: string): void {
  const urgency = state.urgency ?? 'yellow';
  const dueAt = callBackBy(draft, urgency);
  const key = what === 'appointment' ? 'appointment' : 'call_back';
  // staff read it, in the language of the service
  const text = label(draft, `task_${key}`, { contact }, draft.state.setup.language);
  openTask(draft, { kind: 'call-back', dueAt, text, urgency });
  const over = { waitingSince: undefined, misunderstood: 0, silence: { asked: true } };
  enter(draft, { phase: 'guided' }, { ...over, promised: what, promisedBy: dueAt });
  draft.effects.push({ kind: 'forget-reminder', reminder: 'try-hand-over' });
  sayKey(draft, `${key}_kept`, spokenTime(draft, dueAt));
}

type Task = Omit<EventData<'acolhe.task.opened.v1'>, 'taskId'>;

function openTask(draft: Draft, task: Task): void {
  const taskId = `${task.kind}-${draft.input.id}`.slice(0, 200);
  const department = draft.state.department?.name;
  emit(draft, 'acolhe.task.opened.v1', 'task', {
    ...{ taskId, ...task },
    ...(department !== undefined && { department }),
  });
}
