/**
 * Inputs: everything that can happen to a conversation, as plain JSON. Each is kept as its own record before anything
 * else is done with it; the conversation's state is the fold of its inputs by (at, id).
 */
import type { EventData, Language } from '../../contract/event';
import type { AppointmentAnswer, SlotsAnswer } from '../../contract/appointment-questions';
import type { Command } from '../../contract/command';
import type { DueFollowUp } from '../../contract/question';
import type { SlaTargets } from '../routing/sla';
import type { RungAnswer } from '../routing/ladder';
import type { WaitKnown } from '../routing/queue/news';
import type { AnswerScalar } from '../triage/pack';
import type { AgentAction } from './service';

export interface Person {
  id: string;
  username: string;
  name?: string;
  kind: 'bot' | 'human';
}

export interface Department {
  id: string;
  name: string;
}

/** What comes beside words. `contact`: somebody's card; `document`: any other file. */
export type Media = 'audio' | 'image' | 'video' | 'sticker' | 'contact' | 'location' | 'document';

/** Somebody patients may ask for or had before. */
export interface Named {
  username: string;
  name: string;
}

/** Departments by what they are for; which they are is read from the settings when a room is moved. */
export type DepartmentRole = 'urgent' | 'general';

/** What the operator had set when the conversation began; it stays so to its end. */
export interface Setup {
  language: Language;
  pack: string;
  tenant: string;
  workspace: string;
  /** The departments of the settings, by name or id, as published hours may name them. */
  departments?: Readonly<Record<DepartmentRole, string>>;
  /** Hash of the knowledge it is led by; absent in conversations from before knowledge was published. */
  knowledge?: string;
  /** Demonstration: what no clinician has signed is used too. */
  admitDrafts?: boolean;
  /** Consent is asked before the first question; absent: it is not. `url`: where its whole text stands. */
  consent?: { url?: string };
  /** Whom the questions are about is asked, where the complaint does not say it. */
  asksForWhom?: boolean;
  /** The channel shows no buttons: choices are numbered within the text. */
  numbered?: boolean;
  /** After so long without a word the patient is asked whether they are there, then the room is closed; absent: never. */
  silence?: { askMs: number; closeMs: number };
  /** Of the service: its time zone, and from when to when (`HH:MM`) it calls people. Absent: the CRM never said it. */
  clock?: { timeZone: string; from: string; to: string };
  /** Within how many minutes a person is to answer, by urgency; absent: no clock runs. */
  sla?: { minutes: SlaTargets };
  /** Whoever serves is to answer within so many minutes, sooner where it is urgent; absent or 0: no clock runs. */
  answerMinutes?: number;
  /** Afterwards patients are asked how they found it. */
  asksSurvey?: boolean;
}

/** Who a visitor is, as the CRM told it, or as the app itself says where nobody told. */
export interface Identity {
  patientId: string;
  mintedBy: 'crm' | 'app';
  earlierConversations: number;
  /** The visitor's own ID, as the CRM told it beside that of the dependent. */
  guardianId?: string;
  /** The person agreed in an earlier conversation, and did not take it back. */
  consented?: boolean;
  /** When the last of the earlier conversations was; an instant. */
  lastConversationAt?: string;
  /** Answers of that person's record that stay true for long, by question: not asked again when confirmed. */
  known?: Readonly<Record<string, AnswerScalar>>;
  /** That person is under monitoring, and an answer is waited for. */
  followUp?: DueFollowUp;
}

interface Base {
  /** Derived from the Rocket.Chat object where there is one, so that repetition gives the same id. */
  id: string;
  /** UTC with milliseconds. */
  at: string;
  /** The room's id. */
  conversation: string;
}

export type Input = Base &
  (
    | {
        kind: 'started';
        setup: Setup;
        channel: string;
        visitor: { id: string; name?: string };
        /** When the app first heard of the room. */
        metAt: string;
        /** A person who already served the room then. */
        servedBy?: Person;
        /** Who had the same visitor a short while ago. */
        lastServed?: Named;
        /** An earlier conversation of theirs that they are to be asked about. */
        surveyOf?: string;
        /** Who it is, where the CRM said so before the first words; else it is asked after them. */
        who?: Identity;
      }
    | {
        kind: 'patient-message';
        messageId: string;
        text: string;
        file: boolean;
        /** What the file or the message is, where it is no plain text. */
        media?: Media;
        authorName?: string;
        /** Found after later messages of the patient had been handled: no answer to what is asked now. */
        late?: boolean;
        /** The operator had triage switched off when this was written. */
        triageOff?: boolean;
      }
    | { kind: 'button'; messageId: string; value: string; triageOff?: boolean }
    | { kind: 'bot-message'; messageId: string; text: string; authorName?: string }
    | { kind: 'agent-message'; messageId: string; text: string; agent: Person }
    | { kind: 'assigned'; agent: Person; department?: Department }
    | { kind: 'unassigned'; agent: Person }
    | {
        kind: 'transferred';
        from: { department?: Department; agent?: Person };
        to: { department?: Department; agent?: Person };
      }
    /** `servedBy`: who had it then. */
    | {
        kind: 'closed';
        by: 'patient' | 'agent' | 'bot' | 'system';
        comment?: string;
        servedBy?: Person;
      }
    | { kind: 'visitor-saved'; visitor: EventData<'acolhe.visitor.saved.v1'>['visitor'] }
    /** `dependent`: the ID is of the person the visitor writes for. */
    | ({ kind: 'identified'; dependent?: boolean } & Identity)
    | {
        kind: 'transfer-answered';
        to: DepartmentRole;
        /** Its name, as the patient reads it. */
        department: string;
        result: 'transferred' | 'refused';
        agentsOnline: boolean;
        /** Of a refusal, where it is known. */
        why?: Exclude<RungAnswer, 'taken' | 'closed'>;
        /** What was asked for, by `rungOf`. */
        rung?: string;
        /** Name of the person it went to, where one was asked for. */
        agent?: string;
      }
    | { kind: 'person-found'; person?: Named }
    /**
     * The queue of a room is not what it was: its department is gone, or nobody is there any more while somebody is
     * elsewhere, or nobody is anywhere, or somebody is there again (`back`); or who serves them is there no more, and they have written since.
     */
    | { kind: 'place-changed'; is: 'gone' | 'away' | 'nobody' | 'back' | 'agent-gone' }
    /** Where they stand in the queue and for how long still, as far as it is known. */
    | ({ kind: 'wait-told' } & WaitKnown)
    /** What is free; without `slots` the CRM did not answer. */
    | { kind: 'slots-told'; slots?: SlotsAnswer['slots'] }
    /** Without an answer nobody knows whether it was done. */
    | { kind: 'appointment-told'; act: 'hold' | 'book'; answer?: AppointmentAnswer }
    | { kind: 'due'; reminder: Reminder }
    | { kind: 'command'; command: Command }
    /** What whoever serves did on the card, or by a command. */
    | { kind: 'agent-action'; by: Person; action: AgentAction }
    /** `by`: the id of who forwarded it. */
    | { kind: 'forward-answered'; department: string; by: string; result: 'transferred' | 'refused' }
  );

export type InputKind = Input['kind'];
export type InputOf<K extends InputKind> = Extract<Input, { kind: K }>;

/**
 * What a conversation can be reminded of: to try a hand-over again; to check that a person answered a red flag; to look
 * whether the patient still writes; that somebody waits too long; that who serves owes them an answer; that a task is overdue; that nobody has looked at what the bot cannot read; where they stand in the queue; to
 * remove the records of a conversation that ended and that the CRM has.
 */
export type Reminder =
  | 'try-hand-over'
  | 'flag-unanswered'
  | 'silence'
  | 'sla'
  | 'answer'
  | 'task'
  | 'unread'
  | 'wait-news'
  | 'purge';

/** Order of inputs: the start first, then time, then id. */
export function compareInputs(
  a: Pick<Input, 'at' | 'id' | 'kind'>,
  b: Pick<Input, 'at' | 'id' | 'kind'>,
): number {
  if ((a.kind === 'started') !== (b.kind === 'started')) return a.kind === 'started' ? -1 : 1;
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
