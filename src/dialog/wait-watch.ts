/**
 * Who waits in a queue hears where they stand and for how long still: soon after joining, and when it changes enough to
 * matter. Who is in danger hears no place in a queue, but what to do until help comes.
 */
import { firstAid } from '../../settings/first-aid';
import { quietMs } from '../routing/queue/news';
import { type Draft, sayKey } from './draft';
import { callWords, isUrgent, worstCall } from './emergency-words';
import type { Input } from './input';
import { urgencyNow } from './sla';
import type { State } from './state';

/** The CRM has heard of it by then. */
const firstLookMs = 12_000;
/** Emergency words and what is asked about them come first. */
const firstAidAfterMs = 20_000;
/** Who has waited long is looked at less often: each so much of what they have waited. */
const laterShare = 0.25;

/** In danger they are told again what to do so often, and after so many times less often; nobody is told for ever. */
const againMs = 150_000;
const laterAgainMs = 10 * 60_000;
const oftenAgain = 6;
const mostAgain = 18;

/** In danger that counts from the first round that found nobody. */
const waits = (state: State): boolean =>
  state.phase === 'waiting' && (state.queued || (state.tries > 0 && isInDanger(state)));

export const isInDanger = (state: State): boolean =>
  (state.phase === 'waiting' && isUrgent(state.reason)) || urgencyNow(state) === 'red';

/** After each input. @param before the state in which it came */
export function watchWait(draft: Draft, before: State, input: Input): void {
  if (!waits(draft.state)) return stop(draft);
  if (!waits(before)) {
    stop(draft);
    draft.state = { ...draft.state, waitWatched: true };
    if (!isInDanger(draft.state)) return look(draft, firstLookMs);
    return look(draft, draft.state.waitAided ? againMs : firstAidAfterMs);
  }
  if (input.kind !== 'due' || input.reminder !== 'wait-news') return;
  if (isInDanger(draft.state)) return lookAfter(draft);
  draft.effects.push({ kind: 'ask-wait' });
  lookNext(draft);
}

/** From time to time, and when they were told that it would be over. */
export function lookNext(draft: Draft): void {
  const { waitingSince, waitTold } = draft.state;
  const nowMs = Date.parse(draft.input.at);
  const waitedMs = nowMs - Date.parse(waitingSince ?? draft.input.at);
  const soonMs = Math.max(quietMs, waitedMs * laterShare);
  const { promisedMs } = waitTold ?? {};
  const promiseMs = promisedMs !== undefined && promisedMs > nowMs ? promisedMs - nowMs : soonMs;
  draft.effects.push({ kind: 'forget-reminder', reminder: 'wait-news' });
  look(draft, Math.min(soonMs, promiseMs));
}

/** First aid, then the number to call, as long as nobody has come. */
function lookAfter(draft: Draft): void {
  const { waitAided, waitAgain = 0 } = draft.state;
  if (!waitAided) aid(draft);
  else {
    draft.state = { ...draft.state, waitAgain: waitAgain + 1 };
    sayStill(draft);
  }
  const said = draft.state.waitAgain ?? 0;
  if (said < mostAgain) look(draft, said < oftenAgain ? againMs : laterAgainMs);
}

/** Nothing where somebody may be violent: what lights up a screen may be seen. */
function sayStill(draft: Draft): void {
  const call = worstCall(draft.state.calls);
  if (call === '192') sayKey(draft, 'wait_urgent_still', { call: callWords(draft) });
  else if (call === '188') sayKey(draft, 'emergency_again_188');
}

function look(draft: Draft, afterMs: number): void {
  draft.effects.push({ kind: 'remind', reminder: 'wait-news', afterMs });
}

function stop(draft: Draft): void {
  if (!draft.state.waitWatched) return;
  draft.state = { ...draft.state, waitWatched: undefined, waitTold: undefined, waitAsked: undefined };
  draft.effects.push({ kind: 'forget-reminder', reminder: 'wait-news' });
}

/** Once, and of two things at most: nobody reads more then. */
function aid(draft: Draft): void {
  if (draft.state.waitAided) return;
  const { redFlags, calls } = draft.state;
  draft.state = { ...draft.state, waitAided: true };
  if (calls.some((call) => call !== '192')) return;
  const keys = firstAid.filter(({ concepts }) => concepts.some((concept) => redFlags.includes(concept)));
  for (const { key } of keys.slice(0, 2)) sayKey(draft, key);
}
