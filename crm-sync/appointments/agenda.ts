/**
 * One professional's day: the fold of its stream, in the order of its events' numbers, and what may happen next. Whatever is
 * decided here becomes one event with the next number; of two processes that decide at once one finds the number taken, and
 * decides again. So nothing is ever booked twice. Pure.
 */
import {
  appointmentSlot,
  type AppointmentSlot,
  type AppointmentState,
} from '../../contract/appointment-events';
import type { AcolheEvent, EventData } from '../../contract/event';
import { appointmentAfter, occupies, type Happening } from './life';

export interface Appointment extends AppointmentSlot {
  state: AppointmentState;
  /** Of a hold: free for others from then on. */
  until?: string;
  bookedAt?: string;
  bookedBy?: string;
  walkIn?: true;
  /** The patient said that they come. */
  assured?: true;
  /** How it came to its state. */
  changedAt: string;
  changedBy: string;
  cancelledFor?: EventData<'acolhe.appointment.cancelled.v1'>['why'];
  replaces?: { agenda: string; appointmentId: string };
  movedTo?: { agenda: string; appointmentId: string };
  /** Rules of the reminders that were sent. */
  reminders: string[];
}

export interface Agenda {
  /** Events so far; the next one has this number. */
  next: number;
  appointments: ReadonlyMap<string, Appointment>;
}

export const emptyAgenda: Agenda = { next: 0, appointments: new Map() };

/** Sorts as it counts. */
export const eventNumber = (next: number): string => `n${String(next).padStart(6, '0')}`;

export type AgendaEvent = Extract<AcolheEvent, { type: `acolhe.appointment.${string}` }>;
export const isAgendaEvent = (event: AcolheEvent): event is AgendaEvent =>
  event.type.startsWith('acolhe.appointment.');

function happeningOf(event: AgendaEvent): Happening {
  const what = event.type.slice('acolhe.appointment.'.length, -'.v1'.length);
  if (event.type === 'acolhe.appointment.requested.v1' && event.data.stands) return 'booked';
  return what as Happening;
}

/** A hold that has run out is as good as released. */
export function stateAt({ state, until }: Appointment, now: string): AppointmentState {
  return state === 'held' && until !== undefined && until <= now ? 'released' : state;
}

function slotTaken(event: AgendaEvent): AppointmentSlot | undefined {
  const takes =
    event.type === 'acolhe.appointment.held.v1' || event.type === 'acolhe.appointment.requested.v1';
  return takes ? appointmentSlot.parse(event.data) : undefined;
}

/** One event more. What cannot have happened is passed over: it was written by an older version. */
export function agendaAfter(agenda: Agenda, event: AgendaEvent): Agenda {
  const next = agenda.next + 1;
  const { appointmentId, by } = event.data;
  const before = agenda.appointments.get(appointmentId);
  const state = appointmentAfter(before && stateAt(before, event.time), happeningOf(event));
  const slot = slotTaken(event) ?? before;
  if (!state || !slot) return { ...agenda, next };
  const appointments = new Map(agenda.appointments);
  if (event.type === 'acolhe.appointment.held.v1') giveUpOthers(appointments, event);
  const { until: _until, ...kept } = before ?? { reminders: [] };
  appointments.set(appointmentId, {
    ...{ reminders: [] },
    ...kept,
    ...slot,
    ...{ state, changedAt: event.time, changedBy: by },
    ...marksOf(event, before),
  });
  return { next, appointments };
}

/** Who looks at another slot holds this one no more. */
function giveUpOthers(
  appointments: Map<string, Appointment>,
  { data, time }: Extract<AgendaEvent, { type: 'acolhe.appointment.held.v1' }>,
): void {
  for (const [id, one] of appointments) {
    if (id === data.appointmentId || one.state !== 'held' || one.patientId !== data.patientId) continue;
    appointments.set(id, { ...one, state: 'released', changedAt: time, changedBy: data.by });
  }
}

function marksOf(event: AgendaEvent, before: Appointment | undefined): Partial<Appointment> {
  switch (event.type) {
    case 'acolhe.appointment.held.v1':
      return { until: event.data.until };
    case 'acolhe.appointment.requested.v1': {
      const { by, replaces, walkIn } = event.data;
      return { bookedAt: event.time, bookedBy: by, ...(replaces && { replaces }), ...(walkIn && { walkIn }) };
    }
    case 'acolhe.appointment.confirmed.v1':
      return event.data.by === 'patient' ? { assured: true } : {};
    case 'acolhe.appointment.reminded.v1':
      return { reminders: [...new Set([...(before?.reminders ?? []), event.data.rule])] };
    case 'acolhe.appointment.cancelled.v1':
      return { cancelledFor: event.data.why };
    case 'acolhe.appointment.moved.v1':
      return { movedTo: event.data.to };
    default:
      return {};
  }
}

/** @param events of one stream, in any order, each once or more */
export function foldAgenda(events: readonly AgendaEvent[]): Agenda {
  const byNumber = new Map(events.map((event) => [event.id, event]));
  const ordered = [...byNumber.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return ordered.reduce(agendaAfter, emptyAgenda);
}

/** Whether a slot can be taken by somebody, beside all who have theirs. */
export function hasRoom(
  agenda: Agenda,
  slot: Pick<AppointmentSlot, 'appointmentId' | 'patientId' | 'calendar' | 'start' | 'end' | 'capacity'>,
  now: string,
): boolean {
  let shared = 0;
  for (const one of agenda.appointments.values()) {
    if (one.appointmentId === slot.appointmentId || !occupies(stateAt(one, now))) continue;
    // their own hold is given up with this one
    if (one.state === 'held' && one.patientId === slot.patientId) continue;
    if (one.end <= slot.start || one.start >= slot.end) continue;
    const isSame = one.start === slot.start && one.end === slot.end && one.calendar === slot.calendar;
    if (!isSame || one.patientId === slot.patientId) return false;
    shared += 1;
  }
  return shared < slot.capacity;
}
