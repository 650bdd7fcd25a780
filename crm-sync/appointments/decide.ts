/** What becomes of a wish about an agenda: the one event that is told, or why not. Pure. */
import type { AppointmentSlot } from '../../contract/appointment-events';
import type { EventData } from '../../contract/event';
import { hasRoom, stateAt, type Agenda, type AgendaEvent, type Appointment } from './agenda';
import { appointmentAfter, type Happening } from './life';

type Booking = Pick<EventData<'acolhe.appointment.requested.v1'>, 'stands' | 'replaces' | 'walkIn'>;

export type Wish =
  | { kind: 'hold'; slot: AppointmentSlot; by: string; until: string }
  | { kind: 'book'; slot: AppointmentSlot; by: string; more?: Booking }
  | {
      kind: 'release' | 'confirm' | 'check-in' | 'attend' | 'miss';
      appointmentId: string;
      by: string;
    }
  | { kind: 'remind'; appointmentId: string; by: string; rule: string }
  | {
      kind: 'cancel';
      appointmentId: string;
      by: string;
      why: EventData<'acolhe.appointment.cancelled.v1'>['why'];
    }
  | {
      kind: 'move-away';
      appointmentId: string;
      by: string;
      to: EventData<'acolhe.appointment.moved.v1'>['to'];
    };

/** `taken`: somebody else has it · `unknown`: no such appointment · `not-now`: its life does not lead there. */
export type Refused = 'taken' | 'unknown' | 'not-now';

type Told<E = AgendaEvent> = E extends AgendaEvent ? Pick<E, 'type' | 'data'> : never;

export type Decided =
  | { kind: 'tell'; event: Told }
  /** It is so already: asked twice, or another way. */
  | { kind: 'so-already'; appointment: Appointment }
  | { kind: 'refused'; why: Refused };

/** @param now an instant as events write it */
export function decide(agenda: Agenda, wish: Wish, now: string): Decided {
  return wish.kind === 'hold' || wish.kind === 'book'
    ? decideTaking(agenda, wish, now)
    : decideChange(agenda, wish, now);
}

function decideTaking(agenda: Agenda, wish: Extract<Wish, { kind: 'hold' | 'book' }>, now: string): Decided {
  const { slot, by } = wish;
  const before = agenda.appointments.get(slot.appointmentId);
  const isBooked = before?.bookedAt !== undefined;
  if (isBooked) return sameOrRefused(before, slot);
  // one that was held is this slot's for good: an id means one time
  if (before && !isSameTime(before, slot)) return { kind: 'refused', why: 'not-now' };
  if (!hasRoom(agenda, slot, now)) return { kind: 'refused', why: 'taken' };
  if (wish.kind === 'hold')
    return {
      kind: 'tell',
      event: { type: 'acolhe.appointment.held.v1', data: { ...slot, by, until: wish.until } },
    };
  return {
    kind: 'tell',
    event: { type: 'acolhe.appointment.requested.v1', data: { ...slot, by, ...wish.more } },
  };
}

const isSameTime = (a: AppointmentSlot, b: AppointmentSlot): boolean =>
  a.start === b.start && a.end === b.end && a.calendar === b.calendar && a.patientId === b.patientId;

/** Asked again after its answer was lost. */
function sameOrRefused(before: Appointment, slot: AppointmentSlot): Decided {
  const stands = ['requested', 'confirmed', 'reminded'].includes(before.state);
  return stands && isSameTime(before, slot)
    ? { kind: 'so-already', appointment: before }
    : { kind: 'refused', why: 'not-now' };
}

type Change = Exclude<Wish, { kind: 'hold' | 'book' }>;

const happenings: Readonly<Record<Change['kind'], Happening>> = {
  release: 'released',
  confirm: 'confirmed',
  remind: 'reminded',
  'check-in': 'checked-in',
  attend: 'attended',
  miss: 'missed',
  cancel: 'cancelled',
  'move-away': 'moved',
};

function decideChange(agenda: Agenda, wish: Change, now: string): Decided {
  const appointment = agenda.appointments.get(wish.appointmentId);
  if (!appointment) return { kind: 'refused', why: 'unknown' };
  const state = stateAt(appointment, now);
  if (isSoAlready(appointment, wish, state)) return { kind: 'so-already', appointment };
  if (!appointmentAfter(state, happenings[wish.kind])) return { kind: 'refused', why: 'not-now' };
  return { kind: 'tell', event: eventOf(wish) };
}

function isSoAlready(appointment: Appointment, wish: Change, state: Appointment['state']): boolean {
  const stands = state === 'confirmed' || state === 'reminded';
  if (wish.kind === 'remind') return stands && appointment.reminders.includes(wish.rule);
  if (wish.kind === 'confirm') return stands && (wish.by !== 'patient' || appointment.assured === true);
  return state === happenings[wish.kind];
}

function eventOf(wish: Change): Told {
  const { appointmentId, by } = wish;
  const data = { appointmentId, by };
  switch (wish.kind) {
    case 'release':
      return { type: 'acolhe.appointment.released.v1', data };
    case 'confirm':
      return { type: 'acolhe.appointment.confirmed.v1', data };
    case 'remind':
      return { type: 'acolhe.appointment.reminded.v1', data: { ...data, rule: wish.rule } };
    case 'check-in':
      return { type: 'acolhe.appointment.checked-in.v1', data };
    case 'attend':
      return { type: 'acolhe.appointment.attended.v1', data };
    case 'miss':
      return { type: 'acolhe.appointment.missed.v1', data };
    case 'cancel':
      return { type: 'acolhe.appointment.cancelled.v1', data: { ...data, why: wish.why } };
    case 'move-away':
      return { type: 'acolhe.appointment.moved.v1', data: { ...data, to: wish.to } };
  }
}
