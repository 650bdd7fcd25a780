/** What somebody hears who writes while waiting for a person: where they stand, and that what they write will be read. */
import { type Draft, label, say, sayKey } from './draft';
import { askDetail, detailAgain } from './emergency';
import { callWords, isUrgent } from './emergency-words';
import { askForHuman } from './hand-over';
import { toldWait } from '../routing/queue/estimate';
import { isNews, isPassed, promisedMs, type WaitKnown } from '../routing/queue/news';
import { isPressing } from '../routing/urgency';
import type { InputOf } from './input';
import { urgencyNow } from './sla';
import type { State } from './state';
import { isInDanger, lookNext } from './wait-watch';

type Waiting = Extract<State, { phase: 'waiting' }>;

/** A thought sent in pieces is acknowledged once. */
const acknowledgeAfterMs = 5_000;
/** How long somebody has waited is told this often at most. */
const newsAfterMs = 60_000;
/** While nobody can say how long it takes, that is said again after so long. */
const unknownAgainMs = 15 * 60_000;
/** Who writes to somebody that has not answered yet is told that it was heard so often at most. */
const assignedAfterMs = 2 * 60_000;
const momentMs = 60_000;

/** Somebody has them, and has written nothing yet: may not be there. A moment is theirs. */
export function acknowledgeAssigned(draft: Draft): void {
  const { state, input } = draft;
  const { waitToldAt, unanswered, owed } = state;
  if (!unanswered) return;
  const nowMs = Date.parse(input.at);
  const sinceMs = nowMs - Date.parse(owed?.isNew ? owed.since : unanswered.since);
  const isOften = waitToldAt && nowMs - Date.parse(waitToldAt) < assignedAfterMs;
  if (isOften || sinceMs < momentMs) return;
  draft.state = { ...state, waitToldAt: input.at };
  if (isPressing(urgencyNow(state))) sayKey(draft, 'noted_urgent', { call: callWords(draft) });
  else sayKey(draft, 'noted_assigned');
}

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
  if ((state.queued || state.tries > 0) && !state.detail && askDetail(draft, 'detail_noted')) return;
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
  if (state.phase === 'waiting' && state.queued && !isUrgent(state.reason)) askPlace(draft);
  return department
    ? [label(draft, 'wait_news', { department: department.name, minutes })]
    : [label(draft, 'wait_news_nobody', { minutes })];
}

function askPlace(draft: Draft): void {
  draft.state = { ...draft.state, waitAsked: true };
  draft.effects.push({ kind: 'ask-wait' });
}

/** What the CRM knows of the queue, as long as it still matters. A promise that passed is owned up to, once. */
export function onWaitTold(draft: Draft, { before, minutes }: InputOf<'wait-told'>): void {
  const { state } = draft;
  if (state.phase !== 'waiting' || isInDanger(state)) return;
  const { waitAsked, waitTold } = state;
  draft.state = { ...state, waitAsked: undefined };
  // where nobody is online, nobody knows when somebody comes
  const known = {
    ...(before !== undefined && { before }),
    ...(minutes !== undefined && !state.nobody && { minutes }),
  };
  const atMs = Date.parse(draft.input.at);
  const passed = isPassed(waitTold, atMs);
  if (before === undefined || (passed && known.minutes === undefined)) return sayUnknown(draft, atMs, known);
  if (!waitAsked && !passed && !isNews(waitTold, known, atMs)) return;
  // a promise stands until another one is made, or it passed
  const promised = promisedMs(known.minutes, atMs) ?? (passed ? undefined : waitTold?.promisedMs);
  const told = { ...known, atMs, ...(promised !== undefined && { promisedMs: promised }) };
  draft.state = { ...draft.state, waitTold: told };
  const place = before === 0 ? label(draft, 'wait_news_next') : label(draft, 'wait_news_before', { before });
  const order = before > 0 && waitTold?.before === undefined ? [label(draft, 'wait_order')] : [];
  const sorry = passed ? [label(draft, 'wait_passed')] : [];
  say(draft, [...sorry, place, ...estimateWords(draft, known.minutes), ...order].join(' '));
  if (promised !== undefined) lookNext(draft);
}

/** That nobody can say how long it takes, once, and then from time to time: who waits is not left alone with it. */
function sayUnknown(draft: Draft, atMs: number, known: WaitKnown): void {
  const { waitTold } = draft.state;
  const passed = isPassed(waitTold, atMs);
  // what they were told stands until it passed
  const stands = known.before !== undefined || waitTold?.promisedMs !== undefined;
  if (waitTold && !passed && (stands || atMs - waitTold.atMs < unknownAgainMs)) return;
  draft.state = { ...draft.state, waitTold: { ...known, atMs } };
  if (passed) sayKey(draft, 'wait_passed_unknown');
  else sayKey(draft, waitTold ? 'wait_unknown_still' : 'wait_unknown');
}

function estimateWords(draft: Draft, minutes: number | undefined): string[] {
  if (minutes === undefined) return [];
  const told = toldWait(minutes);
  if (told.kind === 'about') return [label(draft, 'wait_about', { minutes: told.minutes })];
  return [label(draft, told.kind === 'soon' ? 'wait_soon' : 'wait_over_hour')];
}
