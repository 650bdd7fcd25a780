/** The stream `agenda/<professional>/<day>` becomes a document per appointment, and one of what is taken of the day. */
import { agendaPrefix } from '../../contract/appointment-events';
import { knownEvent } from '../../contract/event';
import type { StreamKind } from '../projector/stream-kind';
import { writeNewest } from '../projector/write-newest';
import type { AgendaDayDocument, AppointmentDocument } from '../store/appointment-documents';
import type { Tenant } from '../store/tenant';
import { foldAgenda, isAgendaEvent, type Appointment } from './agenda';
import { cancelAbsent, finishMoves } from './afterwards';
import { professionalAndDay } from './agenda-key';
import { occupies } from './life';

export interface AgendaFold {
  day: AgendaDayDocument;
  appointments: AppointmentDocument[];
}

export function documentsOf(
  subject: string,
  appointments: ReadonlyMap<string, Appointment>,
  version: number,
): AgendaFold {
  const { professional, day } = professionalAndDay(subject);
  const all = [...appointments.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
  const changed = all.map(({ changedAt }) => changedAt).sort();
  return {
    day: {
      ...{ _id: `${professional}/${day}`, professional, day, version },
      taken: all
        .filter(({ state }) => occupies(state))
        .map(({ start, end, calendar, state, until }) => ({
          ...{ start: new Date(start), end: new Date(end), calendar },
          ...(state === 'held' && until !== undefined && { until: new Date(until) }),
        })),
      changedAt: new Date(changed.at(-1) ?? 0),
    },
    appointments: all.flatMap((one) => documentOf(one, subject, version) ?? []),
  };
}

function documentOf(
  appointment: Appointment,
  subject: string,
  version: number,
): AppointmentDocument | undefined {
  const { appointmentId, start, end, until: _until, state, bookedAt, changedAt, ...rest } = appointment;
  const { capacity: _capacity, bookedBy, ...kept } = rest;
  if (state === 'held' || state === 'released' || bookedAt === undefined || bookedBy === undefined)
    return undefined;
  return {
    ...{ _id: appointmentId, agenda: subject, version, ...professionalAndDay(subject) },
    ...{ ...kept, state, bookedBy },
    ...{ start: new Date(start), end: new Date(end) },
    ...{ bookedAt: new Date(bookedAt), changedAt: new Date(changedAt) },
  };
}

async function* subjectsOf(tenant: Tenant): AsyncIterable<string> {
  for await (const { _id } of tenant.agendaDays.find({}, { projection: { _id: 1 } }))
    yield agendaPrefix + _id;
}

export const agendaKind: StreamKind<AgendaFold> = {
  matches: (subject) => subject.startsWith(agendaPrefix),
  fold(events) {
    const known = events.flatMap((event) => knownEvent(event) ?? []).filter(isAgendaEvent);
    if (!events[0]) return undefined;
    const agenda = foldAgenda(known);
    return documentsOf(events[0].subject, agenda.appointments, agenda.next);
  },
  async write(tenant, folds, now) {
    for (const { fold, whole } of folds) {
      await writeNewest(tenant.agendaDays, [fold.day], whole);
      await writeNewest(tenant.appointments, fold.appointments, whole);
      await finishMoves(tenant, fold.appointments, now);
      const who = await tenant.professionals.findOne(
        { _id: fold.day.professional },
        { projection: { absences: 1 } },
      );
      await cancelAbsent(tenant, who, fold.appointments, now);
    }
    return folds.map(({ subject }) => ({ subject }));
  },
  async remove(tenant, subjects) {
    await tenant.agendaDays.deleteMany({
      _id: { $in: subjects.map((one) => one.slice(agendaPrefix.length)) },
    });
    await tenant.appointments.deleteMany({ agenda: { $in: [...subjects] } });
  },
  subjectsOfDocuments: subjectsOf,
};
