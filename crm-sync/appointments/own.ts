/** A patient's appointments, whichever of their IDs they were booked under, and how they are told. */
import type { AppointmentState } from '../../contract/appointment-events';
import type { ToldAppointment } from '../../contract/appointment-questions';
import { readClusters } from '../identity/cluster-reads';
import type { AppointmentDocument } from '../store/appointment-documents';
import type { Tenant } from '../store/tenant';
import { patientMayUntil } from './booking';
import { isOpen } from './life';
import type { Shelved } from './shelf';

const mostTold = 20;

export async function openAppointments(
  tenant: Tenant,
  patientId: string,
  now: Date,
): Promise<AppointmentDocument[]> {
  const ids = (await readClusters(tenant, [patientId])).of(patientId);
  const all = await tenant.appointments.find({ patientId: { $in: [...ids] }, start: { $gt: now } }).toArray();
  return all
    .filter(({ state }) => isOpen(state))
    .sort((a, b) => a.start.getTime() - b.start.getTime())
    .slice(0, mostTold);
}

/** @returns undefined when there is none of that id, or it is another person's */
export async function ownAppointment(
  tenant: Tenant,
  patientId: string,
  appointmentId: string,
): Promise<AppointmentDocument | undefined> {
  const found = await tenant.appointments.findOne({ _id: appointmentId });
  if (!found) return undefined;
  const ids = (await readClusters(tenant, [patientId])).of(patientId);
  return ids.includes(found.patientId) ? found : undefined;
}

type Tellable = Pick<AppointmentDocument, 'calendar' | 'kind'> & {
  state: AppointmentState;
  specialty?: string | undefined;
  id: string;
  start: Date;
  end: Date;
};

export function toldAppointment(appointment: Tellable, shelved: Shelved | undefined): ToldAppointment {
  const { id, start, end, kind, specialty, state } = appointment;
  const calendar = shelved?.professional.calendars.find((one) => one.id === appointment.calendar);
  return {
    ...{ appointmentId: id, state, kind },
    ...{ start: start.toISOString(), end: end.toISOString() },
    timeZone: shelved?.professional.timeZone ?? 'UTC',
    professional: shelved?.professional.name ?? '-',
    ...(specialty !== undefined && { specialty }),
    ...(calendar?.place !== undefined && { place: calendar.place }),
    changesUntil: patientMayUntil(appointment, shelved).toISOString(),
  };
}
