/**
 * Appointments, told by the CRM itself. Those of one professional on one day are one stream, `agenda/<professional>/<day>`:
 * what may not overlap is decided there, one event after another. Who a professional is, and when they work, is the stream
 * `professional/<id>`.
 */
import * as z from 'zod';

const id = z.string().min(1).max(200);
const instant = z.iso.datetime({ precision: 3 });
const name = z.string().trim().min(1).max(200);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 08:00');

export const appointmentKinds = ['video', 'in-person', 'phone'] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

/** `patient`, `agent/<username>`, `staff/<staffId>`, `service`. */
const by = z.string().regex(/^(patient|service|agent\/.{1,180}|staff\/.{1,180})$/);

const opening = z.strictObject({ from: clock, to: clock });

/** Which days, as a recurrence of RFC 5545 by days, and from when to when on each. */
export const openingRule = z.strictObject({
  /** Without DTSTART and UNTIL, e.g. `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE`. */
  rrule: z.string().min(6).max(200),
  firstDay: z.iso.date(),
  /** Included. */
  lastDay: z.iso.date().optional(),
  ...opening.shape,
});
export type OpeningRule = z.infer<typeof openingRule>;

/** Times of one kind that can be booked of a professional. */
export const calendar = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  kind: z.enum(appointmentKinds),
  slotMinutes: z.number().int().min(5).max(480),
  /** How many patients share one slot. */
  capacity: z.number().int().min(1).max(100),
  /** Nothing is booked that begins sooner. */
  leadMinutes: z.number().int().min(0).max(43_200),
  /** Patients cancel and move it themselves until so long before it begins. */
  cancelMinutes: z.number().int().min(0).max(43_200),
  /** Nothing is booked further ahead. */
  horizonDays: z.number().int().min(1).max(365),
  /** Absent: a booking stands at once. */
  confirmedByStaff: z.literal(true).optional(),
  /** Where to go, or whom to ask; shown to the patient. */
  place: z.string().max(300).optional(),
  rules: z.array(openingRule).max(50),
  /** Days that are other than the rules say. Without openings nothing is open. */
  exceptions: z
    .array(z.strictObject({ day: z.iso.date(), openings: z.array(opening).max(10) }))
    .max(400)
    .default([]),
  /** Public holidays of the professional's place are days like others. */
  opensOnHolidays: z.literal(true).optional(),
});
export type Calendar = z.infer<typeof calendar>;

const absence = z.strictObject({ id, from: instant, to: instant });

export const professional = z.strictObject({
  name,
  specialties: z.array(name).min(1).max(20),
  /** Number of the council with its state, e.g. `CRM-CE 12345`. */
  council: z.string().max(60).optional(),
  /** In Rocket.Chat. */
  username: z.string().max(200).optional(),
  extension: z.string().max(20).optional(),
  /** Languages they speak with patients, e.g. `pt-BR`. */
  languages: z.array(z.string().min(2).max(10)).min(1).max(10),
  timeZone: z.string().max(60),
  /** For public holidays: two letters of the state, and the municipality's code of the IBGE. */
  state: z.string().length(2).optional(),
  municipality: z
    .string()
    .regex(/^\d{7}$/)
    .optional(),
  calendars: z.array(calendar).max(10),
  absences: z.array(absence).max(400).default([]),
  /** They see nobody any more. */
  archived: z.literal(true).optional(),
});
export type Professional = z.infer<typeof professional>;

export const appointmentStates = [
  'held',
  'requested',
  'confirmed',
  'reminded',
  'checked-in',
  'attended',
  'missed',
  'cancelled',
  'moved',
  'released',
] as const;
export type AppointmentState = (typeof appointmentStates)[number];

const one = { appointmentId: id };

/** What is taken of a calendar, and by whom. */
export const appointmentSlot = z.object({
  ...one,
  patientId: z.string().max(20),
  calendar: z.string().max(40),
  kind: z.enum(appointmentKinds),
  start: instant,
  end: instant,
  /** Of that slot, when it was taken. */
  capacity: z.number().int().min(1),
  specialty: name.optional(),
  /** Where it was asked for. */
  conversation: id.optional(),
  workspace: id.optional(),
});
export type AppointmentSlot = z.infer<typeof appointmentSlot>;

export const appointmentEventData = {
  /** It is being chosen: nobody else gets it before `until`. A patient holds one slot of a day's agenda at most. */
  'acolhe.appointment.held.v1': z.object({ ...appointmentSlot.shape, until: instant, by }),
  'acolhe.appointment.released.v1': z.object({ ...one, by }),
  /** `stands`: nobody has to confirm it. `replaces`: it was moved from there. */
  'acolhe.appointment.requested.v1': z.object({
    ...appointmentSlot.shape,
    by,
    stands: z.literal(true).optional(),
    replaces: z.object({ agenda: id, appointmentId: id }).optional(),
    /** They came without one. */
    walkIn: z.literal(true).optional(),
  }),
  /** By staff where it had to be; by the patient: they say that they come. */
  'acolhe.appointment.confirmed.v1': z.object({ ...one, by }),
  'acolhe.appointment.reminded.v1': z.object({ ...one, rule: z.string().max(40), by }),
  'acolhe.appointment.checked-in.v1': z.object({ ...one, by }),
  'acolhe.appointment.attended.v1': z.object({ ...one, by }),
  'acolhe.appointment.missed.v1': z.object({ ...one, by }),
  'acolhe.appointment.cancelled.v1': z.object({ ...one, by, why: z.enum(['asked', 'absence', 'erased']) }),
  'acolhe.appointment.moved.v1': z.object({
    ...one,
    by,
    to: z.object({ agenda: id, appointmentId: id }),
  }),
  /** Name and hours as they stand now. */
  'acolhe.professional.saved.v1': z.object({ staff: id, professional }),
} as const;

export const agendaPrefix = 'agenda/';
export const professionalPrefix = 'professional/';

/** @param day ISO date where the professional is */
export const agendaOf = (professionalId: string, day: string): string =>
  `${agendaPrefix}${professionalId}/${day}`;
