/** The state of one conversation: what all phases share, and where it stands. */
import type { Disposition, EventData, Language } from '../../contract/event';
import type { TaskKind, Urgency } from '../../contract/service-events';
import type { DueFollowUp } from '../../contract/question';
import type { PlaceKind } from '../language/asks';
import type { SlaStep } from '../routing/sla';
import type { WaitTold } from '../routing/queue/news';
import type { Answers } from '../triage/pack';
import type { EmergencyCall } from '../../settings/concepts';
import type { Climb } from '../routing/ladder';
import type { Department, DepartmentRole, Named, Person, Setup } from './input';
import type { Booking } from './booking';
import type { Leaving } from './instead';
import type { Service } from './service';

export type HandOffReason = 'emergency' | 'moderate' | 'asked' | 'misunderstood' | 'red-flag' | 'no-triage';

export type EmergencyDetail = EventData<'acolhe.emergency.detail.v1'>['detail'];
/** What is asked after a red flag; `safe`: may the person write at all, where somebody may be violent. */
export type DetailStep = EmergencyDetail | 'safe';

/** What the protocol decided, as far as the rest of the conversation needs it. */
export interface DecidedState {
  disposition: Disposition;
  specialty?: string;
  /** Id of the pack's outcome. */
  outcome?: string;
  urgencyMinutes?: number;
}

export interface Shared {
  conversation: string;
  setup: Setup;
  visitor: { id: string; name?: string };
  /** What the patient writes in, where that is another language than the chat began in. */
  tongue?: Language;
  /** Of the person the conversation is about. */
  patientId?: string;
  /** The writer's own ID, when the conversation is about somebody they care for; or before that is known. */
  writerId?: string;
  /** The writer said that they write for somebody else. */
  forDependent?: boolean;
  answers: Answers;
  /** Concepts of the red flags raised so far. */
  redFlags: string[];
  /** The numbers those flags call for. */
  calls: EmergencyCall[];
  /** Since when a red flag has had no answer of a person. */
  flagUnansweredSince?: string;
  /** Questions of the pack that were put to the patient: only their buttons exist. */
  asked: string[];
  /** Misunderstandings in a row. */
  misunderstood: number;
  /** A person was offered: the next yes or no answers that, and no question of the pack. */
  offered?: boolean;
  /** When the app first heard of the room. What was written well before is history: recorded, not acted on. */
  metAt: string;
  /** A person served the room before the app met it: the bot keeps silent about itself. */
  joined?: boolean;
  department?: Department;
  /** The protocol's notice was shown. */
  noticed?: boolean;
  decided?: DecidedState;
  /** Emergency details that were told, or that the person would not tell: never asked again. */
  details?: EmergencyDetail[];
  /** What they told of these, in their own words. */
  detailWords?: Partial<Record<EmergencyDetail, string>>;
  /** Where somebody may be violent: can they write here? */
  safeToWrite?: boolean;
  /** Of the record of the person the conversation is about; see `identified`. */
  known?: Answers;
  /** Whether the record still holds was asked. */
  recordAsked?: boolean;
  /** An answer of a monitoring that is waited for, while it is asked whom the conversation is about. */
  due?: DueFollowUp;
  /** Concepts the complaint named. */
  told?: string[];
  /** The protocol that the complaint asked for, where it is not the operator's. */
  chosen?: string;
  /** The follow-up pack that asks now, instead of the one the conversation began with. */
  ledBy?: string;
  /** Where they are was asked, to name the nearest of these. */
  place?: PlaceKind;
  /** What was said to the question of consent; absent: it was not asked, or not answered. */
  consent?: 'given' | 'refused' | 'withdrawn';
  /** Whom the questions are about, where the patient said it. */
  forWhom?: ForWhom;
  /** The age told was no child's, and asked again. */
  ageDoubted?: boolean;
  /** The patient is a baby, as the complaint says. */
  baby?: boolean;
  /** °C of what was told in Fahrenheit, until that is confirmed. */
  degrees?: number;
  /** Questions that were asked again in other words. */
  rephrased?: string[];
  /** Values of the buttons that were shown last, in their order: "1" means the first. */
  choices?: string[];
  /** What each of the patient's messages answered, the last one last: "back" takes it back. */
  trail?: Answered[];
  /** When the patient last wrote or pressed something. */
  heardAt?: string;
  /** A look at whether the patient still writes is due. `asked`: they were asked. */
  silence?: { asked: boolean };
  /** Since when a person is waited for. */
  waitingSince?: string;
  /** News of the wait was told then. */
  waitToldAt?: string;
  /** A look at where they stand in the queue is due. */
  waitWatched?: boolean;
  /** They asked where they stand: the answer is told, news or not. */
  waitAsked?: boolean;
  /** What they were told last of their place and of how long it takes. */
  waitTold?: WaitTold;
  /** What to do until help comes was told. */
  waitAided?: boolean;
  /** How often, after that, which number to call. */
  waitAgain?: number;
  /** How soon a person is needed, as it was told last: less urgent only by staff, or once the bot begins anew. */
  urgency?: Urgency;
  /** As staff decided, instead of what the protocol did; no red flag was raised since. */
  byStaff?: Urgency;
  /** As Rocket.Chat names where the conversation comes from. */
  channel?: string;
  /** Where they are, as told: code of the IBGE. */
  municipality?: string;
  /** Who had them a short while ago. */
  lastServed?: Named;
  /** Whom they asked for. `away`: that this person is not there was said. */
  wanted?: Named & { away?: boolean };
  /** What a task was opened for, instead of a person now. */
  promised?: Leaving;
  /** By when that was promised: an instant. */
  promisedBy?: string;
  /** Sounds and pictures in a row that the bot could not read. */
  unread?: number;
  /** Id of whoever gave the room to the bot: Rocket.Chat goes on showing it as theirs until it is moved. */
  givenBy?: string;
  /** What people did about it. */
  service?: Service;
  /** A person is waited for, or has the room and has not written yet. */
  unanswered?: Unanswered;
  /** Whoever has the room owes them a word. */
  owed?: Owed;
  /** What people have to do about it, until it is done. `lookAt`: when the reminder of it is to come. */
  tasks?: { open: RingingTask[]; lookAt?: string };
  /** What is asked of an earlier conversation. `offered`: a line may be added; `writing`: it is waited for. */
  survey?: { of: string; step: 'score' | 'offered' | 'writing'; score?: number };
  /** The oldest sound, picture or video that no person has looked at. */
  unreadFile?: UnreadFile;
}

/** Somebody nobody has answered yet. */
export interface Unanswered {
  /** UTC. */
  since: string;
  /** They were answered before; who did so is gone. */
  again?: true;
  urgency: Urgency;
  /** The last step of its clock that was told, and of which urgency. */
  told?: { step: SlaStep; urgency: Urgency };
  /** When the clock's reminder is to come. */
  lookAt?: string;
}

/** The patient wrote to whoever serves them, or that person was just given them, and there is no answer. */
export interface Owed {
  /** UTC. */
  since: string;
  /** Who has them has not written to them at all. */
  isNew?: true;
  /** The last step that was told, and of which urgency. */
  told?: { step: SlaStep; urgency: Urgency };
  /** When the reminder of it is to come. */
  lookAt?: string;
}

/** Somebody has it to do; see the event that opens it. Instants in UTC. */
export interface RingingTask {
  taskId: string;
  kind: TaskKind;
  openedAt: string;
  dueAt: string;
  urgency?: Urgency;
  /** Username. */
  owner?: string;
  department?: string;
  /** What was told last of its being late. */
  told?: 'overdue' | 'again';
}

export interface UnreadFile {
  /** UTC. */
  since: string;
  messageId: string;
  /** Nobody looked in time, and somebody has it to do. */
  task?: string;
}

export type ForWhom = 'self' | 'child' | 'other';

export interface Answered {
  /** Id of the input. */
  input: string;
  questions: string[];
  /** The question that was being asked; absent: none, it was the complaint. */
  asked?: string;
}

export type Phase =
  | { phase: 'complaint' }
  /** "May I ask and keep this?", "for whom is it?": asked before the first question. `complaint`: what was said so far. */
  | { phase: 'consent' | 'for-whom'; complaint: string }
  | { phase: 'asking'; question: string }
  /** "From your record: … Is that still right?" */
  | { phase: 'confirming'; record: Answers }
  /** Decided as mild: guidance was given, a person was offered. `question`: one of surveillance, asked afterwards. */
  | { phase: 'guided'; question?: string }
  /** A person is needed; meanwhile the bot may ask. `queued`: Rocket.Chat took the transfer; else the app tries again and again. */
  | {
      phase: 'waiting';
      to: DepartmentRole;
      /** Name or id of the department a published rule names; `to` is what it falls back to. */
      routed?: string;
      reason: HandOffReason;
      tries: number;
      queued: boolean;
      saidAt: string;
      /** Of surveillance, after the decision. */
      question?: string;
      /** After a red flag. */
      detail?: DetailStep;
      /** The ladder, while it is climbed. */
      climb?: Climb;
      /** Nobody was there when this was told last. */
      nobody?: boolean;
      /** What is written next is this. */
      leaves?: Leaving;
      /** An appointment is being chosen. */
      booking?: Booking;
    }
  | { phase: 'served'; agent: Person }
  | { phase: 'closed' };

export type State = Shared & Phase;
