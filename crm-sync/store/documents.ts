/**
 * The documents of one tenant's database. Personal text is sealed (`Sealed`), coded facts are readable.
 * `events` is the truth; `encounters`, `messages`, `decisions` (and those of identity-documents.ts and follow-up-document.ts) are projections that can be made anew.
 */
import type { Command } from '../../contract/command';
import type { Disposition, EventData, EventEnvelope } from '../../contract/event';
import type { ServiceOutcome, TaskKind, Urgency } from '../../contract/service-events';

/** AES-256-GCM: `v1.<key id>.<iv>.<ciphertext+tag>`, base64url. */
export type Sealed = string;

/** `_id` = `${subject}\u0000${id}`: unique by stream and id. */
export interface EventDocument extends Omit<EventEnvelope, 'data'> {
  _id: string;
  /** What contract/coded.ts leaves readable of the event's data. */
  coded: Record<string, unknown>;
  /** The rest of the data as JSON, sealed with the stream's key; absent when the event tells nothing personal. */
  sealedData?: Sealed;
  /** There was a personal part, and the stream's key had been destroyed before it came. */
  withheld?: true;
  storedAt: Date;
}

/**
 * One row per stream (a conversation, or `patient/<id>`), for ever. Its life: clean → dirty → claimed → clean again, dirty
 * again (more came meanwhile, or it failed) or poisoned. `_id` = the events' subject.
 */
export interface StreamDocument {
  _id: string;
  /** Counts how often the stream became newer than its documents. */
  mark: number;
  state: 'clean' | 'dirty' | 'claimed' | 'poisoned';
  /** Since when its documents are older than its events. */
  since?: Date;
  /** dirty: not to be tried before; claimed: the lease's end; clean: `againAt`, if it is to come. Else absent, so that its index holds work only. */
  dueAt?: Date;
  /** The last claim's token: a worker whose lease ran out can neither finish nor put back the row. */
  claimedBy?: string;
  /** `mark` when it was last claimed. */
  claimedMark?: number;
  /** Failures one after another: how long it waits. */
  attempts: number;
  /** Those among them that trying again would not mend; absent = none. So many set it aside. */
  lastingFailures?: number;
  /** Code of the last failure. */
  reason?: string;
  /** Only while poisoned. */
  poisonedAt?: Date;
  /** To be written whole, whatever is there, by the rebuild of this name. */
  rebuild?: string;
  /** To be refolded once more after this: until then a process may remember a destroyed key. */
  againAt?: Date;
}

/** A conversation as managers see it. `_id` = the conversation (room) id. */
export interface EncounterDocument {
  _id: string;
  version: number;
  workspace: string;
  patientId?: string;
  visitorId?: string;
  channel: string;
  language: string;
  startedAt: Date;
  /** bot = being screened; queued = waits for a person; served = a person has it. */
  state: 'bot' | 'queued' | 'served' | 'closed';
  department?: { id: string; name: string };
  /** As Rocket.Chat names it, e.g. `High`. */
  priority?: string;
  agent?: { id: string; name: string };
  /** What the patient last said to the question of consent. */
  consent?: 'given' | 'refused' | 'withdrawn';
  disposition?: Disposition;
  outcome?: string;
  pack?: string;
  packVersion?: string;
  redFlags: string[];
  /** Since when a person has been waited for, while `queued`. */
  waitingSince?: Date;
  /** Since when a person's first word is waited for, while `queued` or `served`: assigned is not answered. */
  unansweredSince?: Date;
  /** Since when whoever serves owes them a word: what they wrote, or being given to somebody else, after an answer. */
  owedSince?: Date;
  /** When the oldest photo, sound or file of the patient came that no person has answered after. */
  unseenFileAt?: Date;
  /** First wait for a person → first message of a person. */
  firstResponseMs?: number;
  closedAt?: Date;
  closedBy?: string;
  /** No person was ever assigned. Meaningful once closed or decided. */
  containedByBot: boolean;
  messageCount: number;
  lastEventAt: Date;
  /** When a person last screened it again. */
  rescreenedAt?: Date;
  /** Staff who have screened it themselves since the bot's newest decision. */
  screenedBy?: string[];
  /** How soon a person is needed, as last told; absent of conversations from before it was. */
  urgency?: Urgency;
  /** What was tried to find somebody and failed, oldest first. `department`: as it was named; absent of a person. */
  routingFailed?: { department?: string; why: RoutingFailure }[];
  /** How far its wait has gone beyond what was promised, as the app told; of the last wait alone. */
  sla?: 'warned' | 'breached' | 'breached-twice';
  /** It ended before a person had answered. */
  leftUnseen?: true;
  /** What it came to, as whoever served it registered last. */
  serviceOutcome?: { outcome: ServiceOutcome; by: string; at: Date };
  /** Since when it is over without one, though a person had it: what somebody is still to register. */
  outcomeMissingSince?: Date;
  /** 1 to 5. */
  surveyScore?: number;
  /** What the rules of routing mark it with. */
  ruleTags?: string[];
  /** What a person has, or had, to do about it, oldest first. */
  tasks?: EncounterTask[];
  /** Ids of the events of agents' notes; their words are sealed there. */
  noted?: string[];
  /** When the first of those that are open is due. */
  taskDueAt?: Date;
  /** What happened to the conversation besides messages and decisions, oldest first. */
  marks: EncounterMark[];
  /** JSON array of its tags as they stand. */
  sealedTags?: Sealed;
  /** Personal parts of its events are gone: their keys were destroyed. */
  erased?: true;
  /** What it adds to which dashboard cells. Written with it, always as cells/touch.ts says. */
  cells?: Contribution[];
  /** Cells whose figures it may have changed since they were counted; absent when all are right. */
  touched?: Contribution[];
  /** Another one with each addition to `touched`. */
  touchToken?: string;
}

type Tried = EventData<'acolhe.routing.tried.v1'>;
export type RoutingFailure = Exclude<Tried['result'], 'taken' | 'offered'>;

/** Its words are in the event, sealed. */
export interface EncounterTask {
  taskId: string;
  kind: TaskKind;
  /** Id of the event that opened it. */
  event: string;
  openedAt: Date;
  dueAt: Date;
  urgency?: Urgency;
  /** Username. */
  owner?: string;
  department?: string;
  /** Who has it in hand: a username, or the id of a member of staff. */
  taken?: { by: string; at: Date };
  /** How often nobody answered. */
  tries?: number;
  done?: { by: string; result: 'done' | 'no-answer' | 'dropped'; at: Date };
}

/** New encounters that are about to be inserted, noted before: their cells are to be counted once they are there. */
export interface TouchesDocument {
  _id: string;
  at: Date;
  /** Ids of those that have not been counted. */
  encounters: string[];
  /** What they add to which cells. */
  touched: Contribution[];
}

/** `order` counts in the same sequence as `MessageDocument.order`, so that the timeline keeps (time, id). */
export type EncounterMark = { at: Date; order: number } & (
  | { kind: 'queued'; department?: string }
  | { kind: 'assigned'; agent: string; agentKind: 'bot' | 'human'; department?: string }
  | { kind: 'transferred'; toDepartment?: string; toAgent?: string }
  | { kind: 'handoff'; reason: string; department: string; result: 'transferred' | 'waiting' }
  | { kind: 'red-flag'; concept: string; call: '192' | '188' | '190' }
  /** One rung of the ladder, as it was tried. `rule`: of the routing that was published. */
  | ({ kind: 'routing' } & Omit<Tried, 'tags'>)
  | { kind: 'closed'; by: 'patient' | 'bot' | 'agent' | 'system' }
  /** The second screening by a person, beside what the bot had decided until then. */
  | {
      kind: 'rescreen';
      staff: string;
      /** Made before its author could see the bot's decision here. */
      blind: boolean;
      disposition: Disposition;
      /** Their own choice, as entered; absent of those from before it was told. */
      own?: Disposition;
      bot?: Disposition;
    }
);

/** `_id` = `${conversation}\u0000${messageId}`. */
export interface MessageDocument {
  _id: string;
  conversation: string;
  patientId?: string;
  at: Date;
  /** Position within the conversation by (time, id). */
  order: number;
  /** Id of the event it was made from, and how many events its fold had read. */
  event: string;
  version: number;
  from: 'patient' | 'bot' | 'agent' | 'system';
  via: 'text' | 'button' | 'file';
  /** Absent when the message was deleted or erased. */
  sealedText?: Sealed;
  sealedAuthor?: Sealed;
  /** When its words were last changed. */
  editedAt?: Date;
  deletedAt?: Date;
  erased?: true;
  files?: MessageFile[];
  /** Names what its sealed parts were made of, when that is more than `event`. */
  revision?: string;
}

/** A file that came with a message. */
export interface MessageFile {
  fileId: string;
  mimeType?: string;
  sizeBytes?: number;
  sealedName?: Sealed;
}

/** One triage decision. `_id` = `${conversation}\u0000${event id}`. */
export interface DecisionDocument {
  _id: string;
  conversation: string;
  patientId?: string;
  at: Date;
  pack: string;
  packVersion: string;
  knowledge: string;
  outcome: string;
  disposition: Disposition;
  row: string;
  // As contract/event.ts says; absent of decisions from before it was told.
  urgencyMinutes?: number;
  specialty?: string;
  department?: string;
  routed?: string;
  language?: string;
  redFlags?: string[];
  missing?: string[];
  /** JSON of question id → answer; absent when erased. */
  sealedAnswers?: Sealed;
  /** JSON of the answers behind the row, as `question=value`; absent when erased. */
  sealedBecause?: Sealed;
  /** JSON of the answers given once it stood (surveillance), and how many they are; absent when none. They decide nothing. */
  sealedLater?: Sealed;
  laterCount?: number;
  /** Ids of the answers that are true. */
  findings: string[];
  ageBand?: string;
  /** In the same sequence as `MessageDocument.order`. */
  order: number;
  /** How many events its fold had read. */
  version: number;
}

/** A data key, wrapped by a key of the tenant. `_id` = owner, e.g. `conversation/<id>`, `patient/<id>`, `tenant/audit`. */
export interface DataKeyDocument {
  _id: string;
  keyId: string;
  /** Gone once the key was destroyed: what it sealed is erased, and it is never made anew. */
  wrappedKey?: Sealed;
  createdAt: Date;
  destroyedAt?: Date;
}

/** A command on its way to a workspace's app. `_id` = the command's id; kept after delivery as proof. */
export interface CommandDocument {
  _id: string;
  workspace: string;
  conversation: string;
  kind: Command['kind'];
  /** The whole command as JSON, sealed with its conversation's key: what is said to a patient is personal. */
  sealedCommand: Sealed;
  state: 'waiting' | 'accepted' | 'refused';
  attempts: number;
  /** Also the lease: who sends it moves this on first. */
  nextTryAt: Date;
  reason?: string;
  createdAt: Date;
}

/** What one encounter adds to one dashboard cell: the cell's key, and `=value` where the metric measures something. */
export type Contribution = string;

/** Log-spaced bucket → count (cells/histogram.ts), empty ones left out. */
export type Histogram = Record<string, number>;

/** A dashboard cell, recounted from encounters, never incremented. `_id` = its key (cells/cell.ts). */
export interface CellDocument {
  _id: string;
  /** Grows with each recount; one that began before the last cannot overwrite it. */
  version: number;
  n: number;
  /** Of a measuring metric: sum of the values and how they spread. */
  sum?: number;
  histogram?: Histogram;
}
