/** What the events of one conversation add up to. Pure: the same events, in any order and number, give the same fold. */
import type { EventEnvelope } from '../../contract/event';
import { knownEvent } from '../../contract/event';
import type { OpenedEvent } from '../store/sealed-events';
import { applyAfterthoughts } from './afterthoughts';
import { evolve } from './evolve';
import type { Fold } from './fold-state';

/** Sorted by (time, id), each id once. */
export function inOrder<T extends Pick<EventEnvelope, 'time' | 'id'>>(events: readonly T[]): T[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return [...byId.values()].sort((a, b) => {
    if (a.time !== b.time) return a.time < b.time ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
}

function workspaceOf(events: readonly EventEnvelope[]): string {
  for (const event of events) {
    const workspace = /\/workspaces\/([^/]+)$/.exec(event.source)?.[1];
    if (workspace) return workspace;
  }
  return '';
}

function empty(events: readonly EventEnvelope[]): Fold {
  const first = new Date(events[0]!.time);
  return {
    encounter: {
      version: events.length,
      workspace: workspaceOf(events),
      channel: 'unknown',
      language: 'pt-BR',
      startedAt: first,
      state: 'bot',
      redFlags: [],
      marks: [],
      containedByBot: false,
      messageCount: 0,
      lastEventAt: new Date(events.at(-1)!.time),
    },
    messages: [],
    decisions: [],
    patient: { said: [] },
    memory: { order: 0, person: false, handoffs: new Set(), messageIds: new Set(), afterthoughts: new Map() },
  };
}

/**
 * @param events of ONE conversation; unknown types are skipped
 * @returns undefined when there are none
 * @throws ZodError when the data of a known type do not fit it
 */
export function fold(events: readonly OpenedEvent[]): Fold | undefined {
  const ordered = inOrder(events);
  if (ordered.length === 0) return undefined;
  const result = empty(ordered);
  for (const [order, envelope] of ordered.entries()) {
    const event = knownEvent(envelope);
    result.memory.order = order;
    if (event) evolve(result, event);
    if (envelope.erased) result.encounter.erased = true;
  }
  applyAfterthoughts(result);
  const { encounter, messages, memory } = result;
  encounter.messageCount = messages.length;
  const isBots = !memory.person && memory.handoffs.size === 0 && !encounter.leftUnseen;
  encounter.containedByBot = encounter.state === 'closed' && isBots;
  return result;
}
