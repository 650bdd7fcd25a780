/** The state of one conversation: what all phases share, and where it stands. */
import type { Answers } from '../triage/pack';
import type { Department, Person, Setup } from './input';

export type HandOffReason = 'emergency' | 'moderate' | 'asked' | 'misunderstood' | 'red-flag';

export interface Shared {
  conversation: string;
  setup: Setup;
  visitor: { id: string; name?: string };
  patientId?: string;
  answers: Answers;
  /** Concepts of the red flags raised so far. */
  redFlags: string[];
  /** Since when a red flag raised while a person serves has had no answer of a person. */
  flagUnansweredSince?: string;
  /** Misunderstandings in a row. */
  misunderstood: number;
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
      target: string;
      reason: HandOffReason;
      tries: number;
      queued: boolean;
      saidAt: string;
    }
  | { phase: 'served'; agent: Person }
  | { phase: 'closed' };

export type State = Shared & Phase;
