/** What follows from documents that were just written. Done again it changes nothing; what fails is tried with the stream again. */
import type { AppointmentDocument, ProfessionalDocument } from '../store/appointment-documents';
import type { Tenant } from '../store/tenant';
import { endMove } from './booking';
import { changeAgenda } from './change-agenda';
import { isOpen } from './life';

/** Moves that were cut off after the new time was booked: the old one is given up. */
export async function finishMoves(
  tenant: Tenant,
  appointments: readonly AppointmentDocument[],
  now: Date,
): Promise<void> {
  for (const { _id: appointmentId, agenda, replaces, bookedBy } of appointments) {
    if (!replaces) continue;
    const old = await tenant.appointments.findOne(
      { _id: replaces.appointmentId },
      { projection: { state: 1 } },
    );
    if (!old || isOpen(old.state)) await endMove(tenant, agenda, { appointmentId, replaces, bookedBy }, now);
  }
}

/**
 * Appointments within an absence cannot take place. Looked for when an absence is saved, and when an agenda changed: it may
 * have been booked by a process that had not heard of the absence. Their patients are told by whoever tells of cancelled ones.
 */
export async function cancelAbsent(
  tenant: Tenant,
  professional: Pick<ProfessionalDocument, 'absences'> | null,
  appointments: readonly AppointmentDocument[],
  now: Date,
): Promise<void> {
  const spans = (professional?.absences ?? []).map(({ from, to }) => ({
    from: new Date(from),
    to: new Date(to),
  }));
  for (const { _id: appointmentId, agenda, state, start, end } of appointments) {
    const isAhead = isOpen(state) && start > now;
    if (!isAhead || !spans.some(({ from, to }) => start < to && end > from)) continue;
    await changeAgenda(
      tenant,
      agenda,
      { kind: 'cancel', appointmentId, by: 'service', why: 'absence' },
      { now },
    );
  }
}
