/**
 * A patient who stops writing: asked once whether they are there, then the conversation is closed, with words and a way
 * back. Never after a red flag, never while a person is waited for or serves, never after a decision. One reminder
 * looks again and again; it needs no change with each message.
 */
import { type Draft, sayKey } from './draft';
import { closing } from './effect';
import type { Input, InputOf } from './input';
import { goOnAsking } from './going-back';
import type { State } from './state';

const asks: ReadonlySet<State['phase']> = new Set([
  'complaint',
  'consent',
  'for-whom',
  'asking',
  'confirming',
]);

/** A follow-up is asked again by the CRM, in days. */
function mayClose({ phase, redFlags, ledBy }: State): boolean {
  return asks.has(phase) && redFlags.length === 0 && ledBy === undefined;
}

/** The widget takes every word off the screen when the conversation is closed: they stay long enough to be read. */
const readingMs = 60_000;

/** Somebody calls them, and they were told that the conversation ends. */
const isEnding = ({ phase, silence, promised }: State): boolean =>
  phase === 'guided' && silence?.asked === true && (promised === 'call-back' || promised === 'appointment');

/** After each input: whoever writes is there, and is looked after from now on. */
export function watchSilence(draft: Draft, input: Input): void {
  const { silence } = draft.state.setup;
  const writes = input.kind === 'patient-message' || input.kind === 'button';
  // that it is booked is told by the CRM, after they said yes
  if ((writes || input.kind === 'appointment-told') && isEnding(draft.state)) {
    draft.effects.push({ kind: 'forget-reminder', reminder: 'silence' });
    return remind(draft, readingMs);
  }
  if (!silence || !writes || (input.kind === 'patient-message' && input.late)) return;
  draft.state = { ...draft.state, heardAt: input.at };
  if (!mayClose(draft.state)) return;
  if (!draft.state.silence) remind(draft, silence.askMs);
  draft.state = { ...draft.state, silence: { asked: false } };
}

function remind(draft: Draft, afterMs: number): void {
  draft.effects.push({ kind: 'remind', reminder: 'silence', afterMs });
}

export function onSilence(draft: Draft, input: InputOf<'due'>): void {
  const { state } = draft;
  const { silence: times } = state.setup;
  if (isEnding(state)) {
    draft.state = { ...state, silence: undefined };
    draft.effects.push(closing(state));
    return;
  }
  if (!state.silence || !times || !state.heardAt || !mayClose(state)) {
    draft.state = { ...state, silence: undefined };
    return;
  }
  const silentMs = Date.parse(input.at) - Date.parse(state.heardAt);
  const limitMs = state.silence.asked ? times.closeMs : times.askMs;
  if (silentMs < limitMs) return remind(draft, limitMs - silentMs);
  if (!state.silence.asked) {
    draft.state = { ...state, silence: { asked: true } };
    remind(draft, Math.max(times.closeMs - silentMs, times.askMs));
    sayKey(draft, 'silence_ask');
    return goOnAsking(draft);
  }
  draft.state = { ...state, silence: undefined };
  sayKey(draft, 'silence_close');
  draft.effects.push(closing(state));
}
