/** A monitoring from the events of its stream, in any order and number. Pure. */
import { knownEvent, type AcolheEvent } from '../../contract/event';
import type { EventEnvelope } from '../../contract/event';
import type { FollowUpDocument } from '../store/follow-up-document';
import { keyWithin } from '../store/sealed-events';
import { patientOfKey } from './calendar-key';
import { dueAtOf, followUp, noFollowUp, type FollowUpEvent } from './calendar';

function calendarEvent(event: AcolheEvent): FollowUpEvent | undefined {
  const atMs = Date.parse(event.time);
  switch (event.type) {
    case 'acolhe.follow-up.planned.v1': {
      const { plan, everyHours, untilDay, tries, onset } = event.data;
      const calendar = { plan, everyHours, untilDay, tries };
      return { kind: 'planned', atMs, calendar, onsetMs: Date.parse(onset) };
    }
    case 'acolhe.follow-up.asked.v1':
      return { kind: 'asked', atMs, ask: event.data.ask, answerByMs: Date.parse(event.data.answerBy) };
    case 'acolhe.follow-up.unanswered.v1':
      return { kind: 'unanswered', atMs, ...event.data };
    case 'acolhe.follow-up.answered.v1': {
      const { disposition, next } = event.data;
      return { kind: 'answered', atMs, disposition, ...(next && { next }) };
    }
    case 'acolhe.follow-up.task-done.v1':
      return { kind: 'task-done', atMs, outcome: event.data.outcome };
    case 'acolhe.follow-up.ended.v1':
      return { kind: 'ended', atMs, reason: event.data.reason };
    default:
      return undefined;
  }
}

/** In the order they happened. The end of a try comes after it, whatever the clocks of two processes said. */
function inOrder(events: readonly AcolheEvent[]): AcolheEvent[] {
  const askedAt = new Map(
    events.flatMap((one) =>
      one.type === 'acolhe.follow-up.asked.v1' ? [[one.data.ask, one.time] as const] : [],
    ),
  );
  const placed = events.map((event) => {
    const { type, time, id } = event;
    if (type === 'acolhe.follow-up.asked.v1') return { event, time, rank: 2 * event.data.ask, id };
    if (type !== 'acolhe.follow-up.unanswered.v1') return { event, time, rank: 0, id };
    const { ask } = event.data;
    const began = askedAt.get(ask) ?? time;
    return { event, time: began > time ? began : time, rank: 2 * ask + 1, id };
  });
  return placed
    .sort((a, b) => {
      if (a.time !== b.time) return a.time < b.time ? -1 : 1;
      return a.rank - b.rank || (a.id < b.id ? -1 : 1);
    })
    .map(({ event }) => event);
}

/**
 * @param key names the calendar
 * @throws ZodError when an event's data does not fit its type
 */
export function foldFollowUp(key: string, events: readonly EventEnvelope[]): FollowUpDocument | undefined {
  const byId = new Map(events.map((event) => [event.id, event]));
  const known = [...byId.values()].flatMap((event) => knownEvent(event) ?? []);
  if (known.length === 0) return undefined;
  const document: FollowUpDocument = {
    ...{ _id: key, patientId: patientOfKey(key), version: byId.size, state: 'none', asks: 0, told: [] },
  };
  let state = noFollowUp;
  for (const event of inOrder(known)) {
    const happened = calendarEvent(event);
    if (!happened) continue;
    state = followUp(state, happened);
    if (event.type !== 'acolhe.follow-up.planned.v1' && event.type !== 'acolhe.follow-up.answered.v1')
      continue;
    const { conversation, decision } = event.data;
    document.told.push(keyWithin(conversation, decision));
    document.decision = { conversation, event: decision, at: new Date(event.time) };
    if (event.type !== 'acolhe.follow-up.planned.v1') continue;
    const { pack, plan, disease, group, onset, everyHours } = event.data;
    document.plan = { pack, plan, disease, ...(group && { group }), onset: new Date(onset), everyHours };
  }
  document.told = [...new Set(document.told)].sort();
  document.state = state.phase;
  document.asks = state.asks;
  // The follow-up pack may have chosen another calendar since.
  if (document.plan && state.calendar) document.plan.everyHours = state.calendar.everyHours;
  const due = dueAtOf(state);
  if (due !== undefined) document.dueAt = new Date(due);
  if (state.task) {
    const since = new Date(state.task.sinceMs);
    document.task = { reason: state.task.reason, since, calls: state.task.calls };
    document.taskSince = since;
  }
  if (state.phase === 'ended') document.ended = { reason: state.reason, at: new Date(state.atMs) };
  return document;
}
