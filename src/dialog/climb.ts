/** Looking for a person: each rung of the ladder is a transfer, and its answer leads to the next one. */
import type { Urgency } from '../../contract/service-events';
import { nextOpening } from '../routing/departments';
import { climbed, type Climb, type Move, moveOf, type RungAnswer } from '../routing/ladder';
import type { Rung } from '../routing/route';
import { type Draft, emit, label, languageOf, say, sayKey } from './draft';
import { type Effect, rungOf } from './effect';
import { askDetail } from './emergency';
import { callWords, isUrgent } from './emergency-words';
import type { InputOf } from './input';
import { offerInstead, sayPersonAway } from './instead';
import type { HandOffReason, State } from './state';
import { askSurveillance } from './surveillance';
import { climbOf, placesOf } from './where-to';

/** A round that found nobody is begun anew after this; so is one whose answer never came. */
export const retryAfterMs = 60_000;
/** Who waits for such a round is told that the search goes on, each so many rounds. */
const tellEachRounds = 30;

type Waiting = Extract<State, { phase: 'waiting' }>;
type TransferEffect = Extract<Effect, { kind: 'transfer' }>;
type Trying = Extract<Move, { kind: 'try' }>;

/** How soon a person is needed is told when it is first known and when it changes. */
export function tellUrgency(draft: Draft, urgency: Urgency, reason: HandOffReason): void {
  if (draft.state.urgency === urgency) return;
  draft.state = { ...draft.state, urgency };
  const why = reason === 'red-flag' ? 'red-flag' : 'triage';
  emit(draft, 'acolhe.urgency.changed.v1', 'urgency', { urgency, reason: why });
}

/** Rungs that are passed by without being asked are told of too. */
export function beginClimb(draft: Draft): void {
  const { state } = draft;
  if (state.phase !== 'waiting' || !state.climb) return;
  const { rungs, answers } = state.climb.ladder;
  rungs.forEach((rung, at) => {
    if (answers[at] === 'closed') tellTried(draft, state.climb as Climb, rung, 'closed');
  });
  remindToTry(draft);
  goOn(draft);
}

/** Begins anew with what is known now. */
function climbAgain(draft: Draft, from?: string): void {
  const { state } = draft;
  if (state.phase !== 'waiting') return;
  const climb = climbOf(draft, placesOf(draft, state.reason, state.to), from);
  draft.state = { ...state, queued: false, climb };
  beginClimb(draft);
}

/** Who needs a person sooner than they did: where nobody was, somebody may be elsewhere. */
export function lookAgain(draft: Draft): void {
  const { state } = draft;
  if (state.phase !== 'waiting') return;
  if (!state.queued) return climbAgain(draft);
  if (state.nobody) climbAgain(draft, state.department?.name ?? state.to);
}

function goOn(draft: Draft): void {
  const { state } = draft;
  if (state.phase !== 'waiting' || !state.climb) return;
  const move = moveOf(state.climb.ladder);
  if (move.kind === 'try') draft.effects.push(transferTo(state, move));
  else if (move.kind === 'nowhere') tellNowhere(draft, state);
}

function transferTo({ to, givenBy }: Waiting, { rung, waits, unstaffed }: Trying): TransferEffect {
  const { kind, place } = rung;
  const how = { ...(waits && { waits }), ...(unstaffed && { unstaffed }) };
  const wait = { ...how, ...(givenBy !== undefined && { from: givenBy }) };
  if (kind === 'person') return { kind: 'transfer', to, agent: place, ...wait };
  if (place === 'urgent' || place === 'general') return { kind: 'transfer', to: place, ...wait };
  return { kind: 'transfer', to, department: place, ...wait };
}

function remindToTry(draft: Draft): void {
  draft.effects.push(
    { kind: 'forget-reminder', reminder: 'try-hand-over' },
    { kind: 'remind', reminder: 'try-hand-over', afterMs: retryAfterMs },
  );
}

function tellTried(draft: Draft, climb: Climb, rung: Rung, result: RungAnswer, waits = false): void {
  const { kind, place } = rung;
  const { rule, tags, from } = climb;
  const { state } = draft;
  const again = state.phase === 'waiting' && state.tries % tellEachRounds !== 0;
  // the same looked at once more, a minute later
  if (again || (from !== undefined && result !== 'taken')) return;
  const tried = draft.events.filter(({ type }) => type === 'acolhe.routing.tried.v1').length;
  emit(draft, 'acolhe.routing.tried.v1', tried === 0 ? 'tried' : `tried/${tried}`, {
    rung: waits ? 'queue' : kind,
    ...(kind !== 'person' && { department: place.slice(0, 200) }),
    ...(rule !== undefined && { rule }),
    result,
    ...(tags && { tags: [...tags] }),
  });
}

export function onTransferAnswered(draft: Draft, input: InputOf<'transfer-answered'>): void {
  const { state } = draft;
  if (state.phase !== 'waiting' || state.queued) return;
  const move = state.climb && moveOf(state.climb.ladder);
  const isOfMove =
    move?.kind === 'try' && (input.rung === undefined || input.rung === rungOf(transferTo(state, move)));
  if (isOfMove) tellRung(draft, state, move, input);
  if (input.result === 'transferred') return settle(draft, input);
  if (!state.climb || !isOfMove) return;
  draft.state = {
    ...state,
    climb: { ...state.climb, ladder: climbed(state.climb.ladder, input.why ?? 'refused') },
  };
  goOn(draft);
}

/** The first rung of the settings that takes them is no news. */
function tellRung(draft: Draft, { climb }: Waiting, move: Trying, input: InputOf<'transfer-answered'>): void {
  const result = input.result === 'transferred' ? 'taken' : (input.why ?? 'refused');
  const isPlain = result === 'taken' && move.at === 0 && !move.waits && climb?.rule === undefined;
  if (climb && !isPlain) tellTried(draft, climb, move.rung, result, move.waits);
}

/** A person has them now, or a queue. */
function settle(draft: Draft, input: InputOf<'transfer-answered'>): void {
  const state = draft.state as Waiting;
  const { department, agentsOnline, agent } = input;
  const { climb } = state;
  const nobody = !agentsOnline;
  const isSame = climb?.from !== undefined && climb.from === department;
  const where = agent === undefined ? { department: { id: department, name: department } } : {};
  draft.state = { ...state, to: input.to, queued: true, climb: undefined, nobody, ...where };
  draft.effects.push({ kind: 'forget-reminder', reminder: 'try-hand-over' });
  if (isSame) return nobody && !state.nobody ? sayQueued(draft, false, department) : undefined;
  const named = agent === undefined ? department : (state.department?.name ?? input.to);
  const told = { reason: state.reason, department: named, result: 'transferred' as const };
  emit(draft, 'acolhe.handoff.requested.v1', 'handoff', told);
  emit(draft, 'acolhe.conversation.queued.v1', 'queued', {});
  if (agent !== undefined) return sayKey(draft, 'person_comes', { person: agent });
  sayQueued(draft, agentsOnline, department);
  sayPersonAway(draft);
  askMeanwhile(draft);
}

/** Nobody has them, and no queue either: told once, and tried again each minute. */
function tellNowhere(draft: Draft, state: Waiting): void {
  const tries = state.tries + 1;
  draft.state = { ...state, tries, climb: undefined };
  if (tries === 1) {
    const department = state.routed ?? state.to;
    emit(draft, 'acolhe.handoff.requested.v1', 'handoff', {
      reason: state.reason,
      department,
      result: 'waiting',
    });
    sayQueued(draft, false, undefined);
    sayPersonAway(draft);
    askMeanwhile(draft);
  } else if (tries % tellEachRounds === 0) sayKey(draft, 'still_waiting');
  remindToTry(draft);
}

/** A round is due again; an answer that never came is a refusal. */
export function onTryAgain(draft: Draft): void {
  const { state } = draft;
  if (state.phase !== 'waiting' || state.queued) return;
  const { climb } = state;
  const move = climb && moveOf(climb.ladder);
  if (!climb || move?.kind !== 'try') return climbAgain(draft);
  tellTried(draft, climb, move.rung, 'refused', move.waits);
  draft.state = { ...state, climb: { ...climb, ladder: climbed(climb.ladder, 'refused') } };
  remindToTry(draft);
  goOn(draft);
}

/** The queue somebody waits in is not what it was. */
export function onPlaceChanged(draft: Draft, { is }: InputOf<'place-changed'>): void {
  const { state } = draft;
  if (state.phase !== 'waiting' || !state.queued) return;
  const here = state.department?.name ?? state.to;
  if (is === 'nobody') {
    if (state.nobody) return;
    draft.state = { ...state, nobody: true };
    return sayQueued(draft, false, here);
  }
  if (is === 'back') return sayBack(draft, state, here);
  if (is === 'away') return climbAgain(draft, here);
  emit(draft, 'acolhe.routing.tried.v1', 'lost', { rung: 'queue', department: here, result: 'gone' });
  draft.state = { ...state, department: undefined };
  sayKey(draft, isUrgent(state.reason) ? 'place_gone_urgent' : 'place_gone', { call: callWords(draft) });
  climbAgain(draft);
}

/** Somebody is there again: how long it takes can be told again. */
function sayBack(draft: Draft, state: Waiting, department: string): void {
  if (!state.nobody) return;
  draft.state = { ...state, nobody: false };
  if (isUrgent(state.reason)) return sayKey(draft, 'queued_urgent', { department, call: callWords(draft) });
  sayKey(draft, 'wait_people_back', { department });
  draft.effects.push({ kind: 'ask-wait' });
}

/** While nobody serves: the details of an emergency, or the questions that come after a decision. */
function askMeanwhile(draft: Draft): void {
  const { state } = draft;
  if (state.phase !== 'waiting' || state.detail || state.question) return;
  if (!askDetail(draft)) askSurveillance(draft);
}

export function sayQueued(draft: Draft, agentsOnline: boolean, department: string | undefined): void {
  const state = draft.state as Waiting;
  const call = callWords(draft);
  if (isUrgent(state.reason)) {
    if (agentsOnline && department) return sayKey(draft, 'queued_urgent', { department, call });
    return sayKey(draft, 'nobody_urgent', { call });
  }
  const isThere = agentsOnline && department !== undefined;
  const queued = isThere ? label(draft, 'queued_general', { department }) : label(draft, 'nobody_general');
  const words = [queued, ...opensAgain(draft, state, department)];
  const offer = isThere ? undefined : offerInstead(draft);
  say(draft, [...words, ...(offer ? [offer.text] : [])].join('\n\n'), offer?.buttons);
}

/** When the department answers again, where its published hours say that it is closed. In an emergency nobody waits for that. */
function opensAgain(draft: Draft, { to, routed }: Waiting, department: string | undefined): string[] {
  const names = department !== undefined ? [department, to] : [...(routed !== undefined ? [routed] : []), to];
  const all = draft.knowledge.published?.hours ?? [];
  const hours = names.flatMap((name) => all.find((one) => one.department === name) ?? [])[0];
  const opening = hours && nextOpening(hours, draft.input.at);
  if (!opening) return [];
  const words = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat(languageOf(draft.state), words).format(new Date(opening.date));
  return [label(draft, 'opens_again', { day, time: opening.time })];
}
