/**
 * Questions about appointments: what is free, and what the patient wants of it. `POST …/questions/slots` and
 * `…/questions/appointment`, signed like events, with the 2 s of every question. The second changes something: asked again
 * under the same `appointmentId` it changes nothing more, so an answer that was lost is asked for again.
 */
import * as z from 'zod';
import { appointmentKinds, appointmentStates } from './appointment-events';

const id = z.string().min(1).max(200);
const instant = z.iso.datetime({ precision: 3 });
const name = z.string().min(1).max(200);
const minute = z.number().int().min(0).max(1_440);

/** Offered at once. */
export const mostSlots = 5;

export const slotsQuestion = z.object({
  conversation: id,
  /** Without one the specialties that can be booked are told as well. */
  specialty: name.optional(),
  /** Id of the professional. */
  professional: id.optional(),
  /** Username of the professional in Rocket.Chat. */
  username: name.optional(),
  kind: z.enum(appointmentKinds).optional(),
  /** Not before. */
  from: instant.optional(),
  /** Begins before this: the day that was asked for, or what the urgency allows. */
  to: instant.optional(),
  /** On these days of the week where the professional is; 1 = Monday. */
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).optional(),
  /** Begins within these minutes after midnight there: `[from, to)`. */
  minutes: z.tuple([minute, minute]).optional(),
  most: z.number().int().min(1).max(mostSlots).default(mostSlots),
});

const offered = z.object({
  /** What names it when it is chosen. */
  slot: id,
  start: instant,
  end: instant,
  timeZone: z.string().max(60),
  kind: z.enum(appointmentKinds),
  professional: name,
  place: z.string().max(300).optional(),
});

export const slotsAnswer = z.object({
  slots: z.array(offered).max(mostSlots),
  /** Those that can be booked at all, by name, where none was asked for. */
  specialties: z.array(name).max(30).optional(),
});
export type SlotsAnswer = z.infer<typeof slotsAnswer>;

const about = { conversation: id, patientId: z.string().min(1).max(20) };
const one = { ...about, appointmentId: id };
const by = z.string().regex(/^(patient|agent\/.{1,180})$/);

export const appointmentQuestion = z.discriminatedUnion('act', [
  /** Those of the patient that are still to come. */
  z.object({ act: z.literal('list'), ...about }),
  z.object({ act: z.literal('hold'), ...one, slot: id, by, specialty: name.optional() }),
  z.object({
    act: z.literal('book'),
    ...one,
    slot: id,
    by,
    specialty: name.optional(),
    /** Id of the appointment that is moved there. */
    replaces: id.optional(),
  }),
  z.object({ act: z.literal('confirm'), ...one, by }),
  z.object({ act: z.literal('cancel'), ...one, by }),
]);
export type AppointmentQuestion = z.infer<typeof appointmentQuestion>;

const appointment = z.object({
  appointmentId: id,
  state: z.enum(appointmentStates),
  start: instant,
  end: instant,
  timeZone: z.string().max(60),
  kind: z.enum(appointmentKinds),
  professional: name,
  specialty: name.optional(),
  place: z.string().max(300).optional(),
  /** Until when the patient may cancel or move it themselves. */
  changesUntil: instant,
});
export type ToldAppointment = z.infer<typeof appointment>;

/**
 * `taken`: somebody else was faster · `not-open`: the calendar has no such time, or not now · `too-late`: too near for the
 * patient to change it · `red-flag`: nothing is booked for later while one is open · `unknown`: no such appointment of this
 * patient · `not-now`: it is over, or was cancelled.
 */
export const appointmentRefusals = [
  'taken',
  'not-open',
  'too-late',
  'red-flag',
  'unknown',
  'not-now',
] as const;

export const appointmentAnswer = z.object({
  result: z.enum(['done', 'refused']),
  why: z.enum(appointmentRefusals).optional(),
  appointment: appointment.optional(),
  /** Of `list`. */
  appointments: z.array(appointment).max(20).optional(),
});
export type AppointmentAnswer = z.infer<typeof appointmentAnswer>;
