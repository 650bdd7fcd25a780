/** Effects: all that `step` asks of the world. They are kept with their input before they are performed. */
import type { RungKind, ringSteps } from '../../contract/command';
import type { Urgency } from '../../contract/service-events';
import type { PersonAsked } from '../routing/professionals';
import type { DepartmentRole, Person, Reminder } from './input';

export interface Button {
  label: string;
  /** What comes back when it is pressed; see `readButton`. */
  value: string;
}

/** `again`: it has taken twice its time. */
export type RingStep = (typeof ringSteps)[number];

export interface RungTask {
  taskId: string;
  kind: RungKind;
  /** UTC. */
  dueAt: string;
  urgency?: Urgency;
  /** Username. */
  owner?: string;
  department?: string;
}

export type Effect =
  | { kind: 'say'; text: string; buttons?: Button[] }
  /**
   * Asks the CRM who this is, or the person whom the visitor writes for; after 2 s, or on refusal, the app mints an ID.
   * Answered by an `identified` input.
   */
  | { kind: 'ask-who'; visitor: string; dependent?: { name?: string } }
  /** Asks the CRM where this one stands in its queue. Answered by a `wait-told` input, empty where nobody knows. */
  | { kind: 'ask-wait' }
  /** Asks the CRM what can be booked. Answered by a `slots-told` input, empty where it does not answer. */
  | {
      kind: 'ask-slots';
      specialty?: string;
      from?: string;
      to: string;
      weekdays?: number[];
      minutes?: [number, number];
    }
  /** Holds or books a slot. Answered by an `appointment-told` input, without an answer where the CRM gives none. */
  | {
      kind: 'ask-appointment';
      act: 'hold' | 'book';
      appointmentId: string;
      slot: string;
      patientId: string;
      specialty?: string;
    }
  /**
   * Moves the room to a department, by name or id where one is named, or to a person by username. Without `waits` only
   * where somebody is there now. Answered by a `transfer-answered` input.
   */
  | {
      kind: 'transfer';
      to: DepartmentRole;
      department?: string;
      agent?: string;
      waits?: boolean;
      /** Even where no agents belong to it: nowhere else would have them. */
      unstaffed?: true;
      /** Id of whoever gave the room to the bot, and still has it as Rocket.Chat sees it: taken from them. */
      from?: string;
    }
  /** Looks for a professional as the operator lists them. Answered by a `person-found` input. */
  | { kind: 'find-person'; asked: PersonAsked }
  /** Who had the patient is noted, so that who comes back soon finds them again. */
  | { kind: 'note-served'; visitor: string; agent: Person }
  /** They are to be asked about the conversation when they write again. */
  | { kind: 'note-survey'; visitor: string; conversation: string }
  /** Tells the person who serves the room, and nobody else: in the room and, in the words of `direct`, by a direct message. */
  | { kind: 'alert-agent'; text: string; direct?: string }
  /**
   * Tells one person, by id, and nobody else: in the room, by a direct message, or as the operator has set it. `button`
   * opens a form of the card. `direct`: the words of a direct message, where they differ: it is kept, and shown on locked
   * screens, so that it holds the patient's number, urgency and department and nothing else of them.
   */
  | {
      kind: 'tell-agent';
      agent: string;
      text: string;
      direct?: string;
      way: 'room' | 'direct' | 'as-set';
      button?: Button;
    }
  /** Moves the room on behalf of whoever serves it, who then has it no more. Answered by a `forward-answered` input. */
  | { kind: 'forward'; department: string; by: string }
  /** Writes to the patient in the name of the person who serves. */
  | { kind: 'write-as'; agent: string; text: string }
  /** Ends the conversation in the name of the person who serves it. */
  | { kind: 'close-as'; agent: string }
  /** Tells those who lead, as the settings name them now, with a link into the room. Nothing of what was written. */
  | {
      kind: 'alert-manager';
      notice: 'sla_breached' | 'sla_breached_again' | 'answer_owed';
      about: { urgency: Urgency; patient?: string; department?: string };
      /** How long it has been waited, and of how many. */
      minutes: number;
      targetMinutes?: number;
      /** Username of who has the room and has not answered. */
      agent?: string;
    }
  /**
   * Tells staff what they have to do: whose it is, else who of the department is there, else who leads; of what is overdue,
   * who leads too. `zone`: in which its time is spoken. `page`: of the CRM, where it is no task of this conversation.
   */
  | { kind: 'ring'; step: RingStep; task: RungTask; zone: string; patient?: string; page?: string }
  | { kind: 'remind'; reminder: Reminder; afterMs: number }
  | { kind: 'forget-reminder'; reminder: Reminder }
  /** Ends the conversation; its words were said before. */
  | { kind: 'close'; from?: string }
  /** The room is watched for messages that no hook told of, until the sweep has looked into it after its close. */
  | { kind: 'watch' };

/** What a transfer asks for; its answer names it, so that a late one is not taken for another's. */
export const rungOf = (asked: Extract<Effect, { kind: 'transfer' }>): string => {
  const { to, department, agent, waits, unstaffed } = asked;
  const where = agent !== undefined ? `@${agent}` : (department ?? to);
  return `${where}${waits ? '/queue' : ''}${unstaffed ? '/unstaffed' : ''}`;
};

/** Ends the conversation, also where Rocket.Chat shows it as theirs who gave it to the bot. */
export const closing = ({ givenBy }: { givenBy?: string }): Effect => ({
  kind: 'close',
  ...(givenBy !== undefined && { from: givenBy }),
});
