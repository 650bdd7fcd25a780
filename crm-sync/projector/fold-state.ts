/** What the events of one conversation add up to, while they are being added. */
import type { EventEnvelope } from '../../contract/event';
import type { DecisionDocument, EncounterDocument, MessageDocument } from '../store/documents';

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

export type FoldedMessage = Omit<
  MessageDocument,
  '_id' | 'conversation' | 'patientId' | 'sealedText' | 'sealedAuthor' | 'version'
> & {
  messageId: string;
  text: string;
  authorName?: string;
};

export type FoldedDecision = Omit<DecisionDocument, '_id' | 'conversation' | 'patientId' | 'version'> & {
  event: string;
};

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
    /** Instants at which a hand-off to a person was asked for. */
    handoffs: Set<string>;
    /** Department a person was assigned in. */
    assignedIn?: string;
    firstWaitMs?: number;
    messageIds: Set<string>;
  };
}

export function originOf(event: Pick<EventEnvelope, 'time' | 'id'>): Origin {
  return `${event.time} ${event.id}`;
}
