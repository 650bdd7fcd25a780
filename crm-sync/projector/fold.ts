/** What the events of one conversation add up to. Pure: the same events, in any order and number, give the same fold. */
import type { EventEnvelope } from '../../contract/event';
import { knownEvent } from '../../contract/event';
import type { DecisionDocument, EncounterDocument, MessageDocument } from '../store/documents';
import { evolve } from './evolve';

/** `${time} ${event id}` of the event a fact came from; text order is the order of events. */
export type Origin = string;

export interface PatientFacts {
  visitorId?: string;
  /** The last ID the conversation was told. */
  claim?: { patientId: string; mintedBy: 'crm' | 'app'; event: string; time: string };
  name?: { value: string; from: Origin };
  emails?: { value: string[]; from: Origin };
  phones?: { value: string[]; from: Origin };
}

export type FoldedMessage = Omit<MessageDocument, '_id' | 'conversation' | 'patientId' | 'sealedText' | 'sealedAuthor' | 'version'> & {
  messageId: string;
  text: string;
  authorName?: string;
};

export type FoldedDecision = Omit<DecisionDocument, '_id' | 'conversation' | 'patientId' | 'version'> & { event: string };

export interface Fold {
  encounter: Omit<EncounterDocument, '_id' | 'patientId'>;
  messages: FoldedMessage[];
  decisions: FoldedDecision[];
  patient: PatientFacts;
  /** What only later steps of the fold need. */
  memory: {
    /** Place of the event being added among all, so that messages, marks and decisions share one sequence. */
    order: number;
    /** A person was assigned or wrote. */
    person: boolean;
    /** A hand-off to a person was asked for. */
    handoff: boolean;
    /** Department a person was assigned in. */
    assignedIn?: string;
    firstWaitMs?: number;
    messageIds: Set<string>;
  };
}

export function originOf(event: Pick<EventEnvelope, 'time' | 'id'>): Origin {
  return `${event.time} ${event.id}`;
}

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
    patient: {},
    memory: { order: 0, person: false, handoff: false, messageIds: new Set() },
  };
}

/**
 * @param events of ONE conversation; unknown types are skipped
 * @returns undefined when there are none
 * @throws ZodError when the data of a known type do not fit it
 */
export function fold(events: readonly EventEnvelope[]): Fold | undefined {
  const ordered = inOrder(events);
  if (ordered.length === 0) return undefined;
  const result = empty(ordered);
  for (const [order, envelope] of ordered.entries()) {
    const event = knownEvent(envelope);
    result.memory.order = order;
    if (event) evolve(result, event);
  }
  const { encounter, messages, memory } = result;
  encounter.messageCount = messages.length;
  encounter.containedByBot = encounter.state === 'closed' && !memory.person && !memory.handoff;
  return result;
}
