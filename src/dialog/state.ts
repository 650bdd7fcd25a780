/** The state of one conversation: what all phases share, and where it stands. */
import type { Answers } from '../triage/pack';
import type { EmergencyCall } from '../../settings/concepts';
import type { Department, DepartmentRole, Person, Setup } from './input';

export type HandOffReason = 'emergency' | 'moderate' | 'asked' | 'misunderstood' | 'red-flag';

export interface Shared {
  conversation: string;
  setup: Setup;
  visitor: { id: string; name?: string };
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
}

export type Phase =
  | { phase: 'complaint' }
  | { phase: 'asking'; question: string }
  /** Decided as mild: guidance was given, a person was offered. */
  | { phase: 'guided' }
  /** A person is needed. `queued`: Rocket.Chat took the transfer; else the app tries again and again. */
  | {
      phase: 'waiting';
      to: DepartmentRole;
      reason: HandOffReason;
      tries: number;
      queued: boolean;
      saidAt: string;
    }
  | { phase: 'served'; agent: Person }
  | { phase: 'closed' };

export type State = Shared & Phase;
