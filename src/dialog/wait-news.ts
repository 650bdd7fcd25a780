/** What somebody hears who writes while waiting for a person: where they stand, and that what they write will be read. */
import { type Draft, label, say, sayKey } from './draft';
import { askDetail, detailAgain } from './emergency';
import { callWords, isUrgent } from './emergency-words';
import { askForHuman } from './hand-over';
import type { InputOf } from './input';
import type { State } from './state';

type Waiting = Extract<State, { phase: 'waiting' }>;

/** A thought sent in pieces is acknowledged once. */
const acknowledgeAfterMs = 5_000;
/** How long somebody has waited is told this often at most. */
const newsAfterMs = 60_000;

export function acknowledge(draft: Draft, state: Waiting, text: string): void {
  // a question is answered with where the patient stands
  if (/[?\uFF1F]/.test(text)) {
    askForHuman(draft, 'asked');
    tellWait(draft);
    return detailAgain(draft);
  }
  const sinceMs = Date.parse(draft.input.at) - Date.parse(state.saidAt);
  if (sinceMs < acknowledgeAfterMs && draft.state.misunderstood > 0) return;
  draft.state = { ...draft.state, ...state, question: undefined, saidAt: draft.input.at, misunderstood: 1 };
  if ((state.queued || state.tries >= 2) && !state.detail && askDetail(draft, 'detail_noted')) return;
  const news = newsOf(draft);
  const noted = isUrgent(state.reason)
    ? label(draft, 'noted_urgent', { call: callWords(draft) })
    : label(draft, 'noted');
  say(draft, [noted, ...news].join(' '));
}

function tellWait(draft: Draft): void {
  const news = newsOf(draft);
  if (news.length > 0) say(draft, news.join(' '));
}

/** Since when they wait, and in which queue; at most once a minute. */
function newsOf(draft: Draft): string[] {
  const { state } = draft;
  const { waitingSince, waitToldAt, department } = state;
  const nowMs = Date.parse(draft.input.at);
  if (!waitingSince || (waitToldAt && nowMs - Date.parse(waitToldAt) < newsAfterMs)) return [];
  const minutes = Math.floor((nowMs - Date.parse(waitingSince)) / 60_000);
  if (minutes < 1) return [];
  draft.state = { ...state, waitToldAt: draft.input.at };
  // in an emergency nobody is told to wait for their turn
  if (state.phase === 'waiting' && state.queued && !isUrgent(state.reason))
    draft.effects.push({ kind: 'ask-wait' });
  return department
    ? [label(draft, 'wait_news', { department: department.name, minutes })]
    : [label(draft, 'wait_news_nobody', { minutes })];
}

/** What the CRM knows of the queue, as long as it still matters. */
export function onWaitTold(draft: Draft, { before }: InputOf<'wait-told'>): void {
  if (draft.state.phase !== 'waiting') return;
  if (before === 0) sayKey(draft, 'wait_news_next');
  else sayKey(draft, 'wait_news_before', { before });
}
