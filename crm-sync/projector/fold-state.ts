/** What the events of one conversation add up to, while they are being added. */
import type { SaidFact } from '../identity/conversation-facts';
import type { DecisionDocument, EncounterDocument, MessageDocument, MessageFile } from '../store/documents';

/** An ID the conversation was told. `dependentOf`: another writes for them. */
export interface ToldId {
  patientId: string;
  mintedBy: 'crm' | 'app';
  dependentOf?: string;
  event: string;
  time: string;
}

export interface PatientFacts {
  visitorId?: string;
  /** The last one. */
  claim?: ToldId;
  /** The last one of the visitor themselves. */
  own?: ToldId;
  /** What was said of the visitor, oldest first. */
  said: SaidFact[];
}

export interface FoldedFile extends Omit<MessageFile, 'sealedName'> {
  name?: string;
}

export type FoldedMessage = Omit<
  MessageDocument,
  '_id' | 'conversation' | 'patientId' | 'sealedText' | 'sealedAuthor' | 'version' | 'files'
> & {
  messageId: string;
  /** Absent when deleted or erased. */
  text?: string;
  authorName?: string;
  files?: FoldedFile[];
};

export type FoldedDecision = Omit<
  DecisionDocument,
  | '_id'
  | 'conversation'
  | 'patientId'
  | 'version'
  | 'sealedAnswers'
  | 'sealedBecause'
  | 'sealedLater'
  | 'laterCount'
> & {
  event: string;
  /** Absent when erased. */
  answers?: Record<string, boolean | number | string>;
  /** Absent when erased, or never told. */
  because?: string[];
  /** Answers given once it stood. */
  later?: Record<string, boolean | number | string>;
};

/** What later events told of a message, which may have come before it. */
export interface Afterthoughts {
  edit?: { text?: string; at: Date; event: string };
  deletedAt?: Date;
  files: FoldedFile[];
}

export interface Fold {
  encounter: Omit<EncounterDocument, '_id' | 'patientId' | 'sealedTags' | 'cells' | 'touched' | 'touchToken'>;
  /** As they stand; absent when never told. */
  tags?: string[];
  messages: FoldedMessage[];
  decisions: FoldedDecision[];
  patient: PatientFacts;
  /** What only later steps of the fold need. */
  memory: {
    /** Place of the event being added among all, so that messages, marks and decisions share one sequence. */
    order: number;
    /** Answers belong to an interview that is not decided yet. */
    interviewing?: boolean;
    /** A person was assigned or wrote. */
    person: boolean;
    /** Instants at which a hand-off to a person was asked for. */
    handoffs: Set<string>;
    /** Department a person was assigned in. */
    assignedIn?: string;
    firstWaitMs?: number;
    messageIds: Set<string>;
    /** By message id. */
    afterthoughts: Map<string, Afterthoughts>;
    /** The last queue, assignment and transfer that were marked. */
    queued?: { to: string; atMs: number };
    assigned?: { to: string; atMs: number };
    transferred?: { to: string; atMs: number };
  };
}
