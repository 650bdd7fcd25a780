/** The question `appointment`: a patient, or whoever serves them, holds, books, confirms, moves and cancels. */
import {
  appointmentQuestion,
  type AppointmentAnswer,
  type AppointmentQuestion,
} from '../../contract/appointment-questions';
import { inTime } from '../ingest/in-time';
import { parsedQuestion, type SignedHandler } from '../ingest/signed-routes';
import type { AppointmentDocument } from '../store/appointment-documents';
import type { Tenant } from '../store/tenant';
import type { Appointment } from './agenda';
import { professionalAndDay } from './agenda-key';
import { bookSlot, holdSlot, moveTo, patientMayUntil, readSlotName, type Booked } from './booking';
import { changeAgenda } from './change-agenda';
import { openAppointments, ownAppointment, toldAppointment } from './own';
import type { Shelved } from './shelf';
import { shelfOf } from './shelves';

type Of<A extends AppointmentQuestion['act']> = Extract<AppointmentQuestion, { act: A }>;
type Why = NonNullable<AppointmentAnswer['why']>;

const refused = (why: Why): AppointmentAnswer => ({ result: 'refused', why });
/** Longer than a look: it may have to write again where others book the same day. */
const limitMs = 1_800;

export function appointmentHandler(
  now: () => Date,
  nudge: (tenant: string, agenda: string) => void,
): SignedHandler {
  return async ({ tenant, workspace, body }): Promise<AppointmentAnswer> => {
    const asked = parsedQuestion(appointmentQuestion, body);
    return inTime(answer({ tenant, workspace: workspace.id, now: now(), nudge }, asked), limitMs);
  };
}

interface Asking {
  tenant: Tenant;
  workspace: string;
  now: Date;
  nudge: (tenant: string, agenda: string) => void;
}

async function answer(asking: Asking, asked: AppointmentQuestion): Promise<AppointmentAnswer> {
  switch (asked.act) {
    case 'list':
      return list(asking, asked);
    case 'hold':
    case 'book':
      return take(asking, asked);
    case 'confirm':
    case 'cancel':
      return change(asking, asked);
  }
}

async function shelvedBy({ tenant, now }: Asking): Promise<Map<string, Shelved>> {
  const all = await shelfOf(tenant).all(now);
  return new Map(all.map((one) => [one.professional._id, one]));
}

async function list(asking: Asking, { patientId }: Of<'list'>): Promise<AppointmentAnswer> {
  const own = await openAppointments(asking.tenant, patientId, asking.now);
  const shelved = await shelvedBy(asking);
  const appointments = own.map((one) =>
    toldAppointment({ ...one, id: one._id }, shelved.get(one.professional)),
  );
  return { result: 'done', appointments };
}

/** While a red flag of the conversation has not ended in a person's hands, nothing is put off. */
async function hasOpenFlag({ tenant, workspace }: Asking, conversation: string): Promise<boolean> {
  const encounter = await tenant.encounters.findOne(
    { _id: conversation },
    { projection: { workspace: 1, redFlags: 1, state: 1 } },
  );
  return encounter?.workspace === workspace && encounter.state !== 'closed' && encounter.redFlags.length > 0;
}

async function take(asking: Asking, asked: Of<'hold' | 'book'>): Promise<AppointmentAnswer> {
  const { tenant, workspace, now } = asking;
  const name = readSlotName(asked.slot);
  if (!name) return refused('not-open');
  if (asked.by === 'patient' && (await hasOpenFlag(asking, asked.conversation))) return refused('red-flag');
  const { appointmentId, patientId, by, specialty, conversation } = asked;
  const booker = {
    ...{ appointmentId, patientId, by, conversation, workspace },
    ...(specialty !== undefined && { specialty }),
  };
  const shelf = shelfOf(tenant);
  const anyTime = by !== 'patient';
  if (asked.act === 'hold') return told(asking, await holdSlot(tenant, shelf, name, booker, now));
  if (asked.replaces === undefined)
    return told(asking, await bookSlot(tenant, shelf, name, booker, now, { anyTime }));
  const from = await ownAppointment(tenant, patientId, asked.replaces);
  if (!from) return refused('unknown');
  if (await isTooLate(asking, from, by)) return refused('too-late');
  const booked = await moveTo(tenant, shelf, from, name, booker, now, anyTime);
  asking.nudge(tenant.id, from.agenda);
  return told(asking, booked);
}

async function isTooLate(asking: Asking, own: AppointmentDocument, by: string): Promise<boolean> {
  if (by !== 'patient') return false;
  const shelved = (await shelvedBy(asking)).get(own.professional);
  return patientMayUntil(own, shelved) <= asking.now;
}

async function change(asking: Asking, asked: Of<'confirm' | 'cancel'>): Promise<AppointmentAnswer> {
  const { tenant, now } = asking;
  const { appointmentId, by } = asked;
  const own = await ownAppointment(tenant, asked.patientId, appointmentId);
  if (!own) return refused('unknown');
  if (asked.act === 'cancel' && (await isTooLate(asking, own, by))) return refused('too-late');
  const wish =
    asked.act === 'cancel'
      ? ({ kind: 'cancel', appointmentId, by, why: 'asked' } as const)
      : ({ kind: 'confirm', appointmentId, by } as const);
  const changed = await changeAgenda(tenant, own.agenda, wish, { now });
  if (changed.result === 'refused') return refused(changed.why);
  return told(asking, { result: 'done', agenda: own.agenda, appointment: changed.appointment });
}

async function told(asking: Asking, booked: Booked): Promise<AppointmentAnswer> {
  if (booked.result === 'refused') return refused(booked.why);
  asking.nudge(asking.tenant.id, booked.agenda);
  const { professional } = professionalAndDay(booked.agenda);
  const shelved = (await shelvedBy(asking)).get(professional);
  return { result: 'done', appointment: toldAppointment(tellable(booked.appointment), shelved) };
}

const tellable = ({ appointmentId, start, end, ...rest }: Appointment) => ({
  ...rest,
  ...{ id: appointmentId, start: new Date(start), end: new Date(end) },
});
