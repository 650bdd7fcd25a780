/** Projections of the streams `agenda/<professional>/<day>` and `professional/<id>`. Patients only by their IDs. */
import type { AppointmentKind, AppointmentState, Professional } from '../../contract/appointment-events';

/** `_id` = the appointment's id. */
export interface AppointmentDocument {
  _id: string;
  /** The stream it is of. */
  agenda: string;
  /** Events of that stream that its fold had read. */
  version: number;
  professional: string;
  /** ISO date where the professional is. */
  day: string;
  patientId: string;
  calendar: string;
  kind: AppointmentKind;
  specialty?: string;
  start: Date;
  end: Date;
  /** Never `held`: a hold is in the day's document only, and runs out by itself. */
  state: Exclude<AppointmentState, 'held' | 'released'>;
  conversation?: string;
  workspace?: string;
  bookedAt: Date;
  bookedBy: string;
  changedAt: Date;
  changedBy: string;
  walkIn?: true;
  assured?: true;
  cancelledFor?: string;
  replaces?: { agenda: string; appointmentId: string };
  movedTo?: { agenda: string; appointmentId: string };
  /** Rules of the reminders that were sent. */
  reminders: string[];
}

/** What of a professional's day is taken. `_id` = `<professional>/<day>`. */
export interface AgendaDayDocument {
  _id: string;
  professional: string;
  day: string;
  version: number;
  /** In order of start. */
  taken: {
    start: Date;
    end: Date;
    calendar: string;
    /** Free again from then on. */
    until?: Date;
  }[];
  changedAt: Date;
}

/** `_id` = the professional's id. */
export interface ProfessionalDocument extends Professional {
  _id: string;
  version: number;
  changedAt: Date;
}
