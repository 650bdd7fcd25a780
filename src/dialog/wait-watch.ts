/**
 * Who waits in a queue hears where they stand and for how long still: soon after joining, and when it changes enough to
 * matter. Who is in danger hears no place in a queue, but what to do until help comes.
 */
import { firstAid } from '../../settings/first-aid';
import { quietMs } from '../routing/queue/news';
import { type Draft, sayKey } from './draft';
import { isUrgent } from './emergency-words';
import type { Input } from './input';
import { urgencyNow } from './sla';
import type { State } from './state';

/** The CRM has heard of it by then. */
const firstLookMs = 12_000;
/** Emergency words and what is asked about them come first. */
const firstAidAfterMs = 20_000;
/** Who has waited long is looked at less often: each so much of what they have waited. */
const laterShare = 0.25;

const waits = (state: State): boolean => state.phase === 'waiting' && state.queued;

export const isInDanger = (state: State): boolean =>
  (state.phase === 'waiting' && isUrgent(state.reason)) || urgencyNow(state) === 'red';

/** After each input. @param before the state in which it came */
export function watchWait(draft: Draft, before: State, input: Input): void {
  if (!waits(draft.state)) return stop(draft);
  if (!waits(before)) {
    stop(draft);
    if (draft.state.waitAided && isInDanger(draft.state)) return;
    draft.state = { ...draft.state, waitWatched: true };
    return look(draft, isInDanger(draft.state) ? firstAidAfterMs : firstLookMs);
  }
  if (input.kind !== 'due' || input.reminder !== 'wait-news') return;
  if (isInDanger(draft.state)) return aid(draft);
  draft.effects.push({ kind: 'ask-wait' });
  const waitedMs = Date.parse(input.at) - Date.parse(draft.state.waitingSince ?? input.at);
  look(draft, Math.max(quietMs, waitedMs * laterShare));
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
