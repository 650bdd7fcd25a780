/** Booking as patients, agents and staff do it: what is offered, held, booked, cancelled and moved. The agenda decides. */
import { agendaOf, type AppointmentKind, type AppointmentSlot } from '../../contract/appointment-events';
import { specialtiesFor, specialtyKey } from '../../settings/specialties';
import type { AppointmentDocument } from '../store/appointment-documents';
import type { Tenant } from '../store/tenant';
import type { Appointment } from './agenda';
import { changeAgenda } from './change-agenda';
import type { Wish } from './decide';
import { freeSlots, type Free, type Wanted } from './free-slots';
import { dayAt, type Slot } from './schedule';
import type { AgendaShelf, Shelved } from './shelf';

/** A slot, as it is handed out and comes back. */
export interface SlotName {
  professional: string;
  calendar: string;
  /** An instant. */
  start: string;
}

export const slotNamed = ({ professional, calendar, start }: SlotName): string =>
  `${professional}~${calendar}~${start}`;

export function readSlotName(text: string): SlotName | undefined {
  const [, professional, calendar, start] =
    /^([A-Za-z0-9_-]{1,60})~([A-Za-z0-9_-]{1,40})~(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/.exec(text) ?? [];
  return professional && calendar && start ? { professional, calendar, start } : undefined;
}

export interface Search {
  specialty?: string;
  professional?: string;
  kinds?: readonly AppointmentKind[];
  language?: string;
  from: Date;
  /** The slot begins before. */
  to: Date;
  fits?: Wanted['fits'];
  most: number;
}

export const holdMs = 5 * 60_000;

function suits({ professional }: Shelved, { professional: id, language }: Search): boolean {
  if (id !== undefined && professional._id !== id) return false;
  return language === undefined || professional.languages.includes(language);
}

/** Those of the specialty; where there is nobody of it, those who see such patients in their place. */
function ofSpecialty(all: readonly Shelved[], specialty: string | undefined): readonly Shelved[] {
  if (specialty === undefined) return all;
  for (const key of specialtiesFor(specialty)) {
    const own = all.filter(({ professional }) =>
      professional.specialties.some((one) => specialtyKey(one) === key),
    );
    if (own.length > 0) return own;
  }
  return [];
}

/** Those free now, the earliest first. */
export async function offers(shelf: AgendaShelf, search: Search, now: Date): Promise<Free[]> {
  const suiting = (await shelf.all(now)).filter((one) => suits(one, search));
  const all = ofSpecialty(suiting, search.specialty);
  const { kinds, fits, from, to, most } = search;
  const fitsKind = kinds && ((slot: Slot) => kinds.includes(slot.kind));
  return freeSlots(
    all.map(({ bookable }) => bookable),
    {
      fromMs: Math.max(from.getTime(), now.getTime()),
      toMs: to.getTime(),
      most,
      ...((fitsKind || fits) && {
        fits: (slot: Slot, timeZone: string) =>
          fitsKind?.(slot) !== false && fits?.(slot, timeZone) !== false,
      }),
    },
  );
}

export interface Booker {
  /** Names it for good; asking again under it changes nothing. */
  appointmentId: string;
  patientId: string;
  /** `patient`, `agent/<username>`, `staff/<id>` */
  by: string;
  specialty?: string;
  conversation?: string;
  workspace?: string;
}

/** `not-open`: the calendar has no such slot, or not now. */
export type BookingRefused = 'taken' | 'not-open' | 'not-now' | 'unknown' | 'too-late';
export type Booked =
  { result: 'done'; appointment: Appointment; agenda: string } | { result: 'refused'; why: BookingRefused };

/** @param anyTime staff book and take in also what begins at once, or further ahead than patients may */
async function slotFor(
  shelf: AgendaShelf,
  { professional, calendar, start }: SlotName,
  now: Date,
  anyTime: boolean,
): Promise<{ slot: Slot; shelved: Shelved; agenda: string } | undefined> {
  const shelved = (await shelf.all(now)).find((one) => one.professional._id === professional);
  if (!shelved) return undefined;
  const startMs = Date.parse(start);
  const day = dayAt(startMs, shelved.professional.timeZone);
  const slot = shelved.bookable.schedule
    .get(day)
    ?.find((one) => one.startMs === startMs && one.calendar === calendar);
  if (!slot) return undefined;
  const { fromMs, toMs } = shelved.bookable.limits(calendar);
  const isOpen = anyTime ? slot.endMs > now.getTime() : startMs >= fromMs && startMs <= toMs;
  return isOpen ? { slot, shelved, agenda: agendaOf(professional, day) } : undefined;
}

const takenAs = (
  { calendar, kind, startMs, endMs, capacity }: Slot,
  { by: _by, ...booker }: Booker,
): AppointmentSlot => ({
  ...booker,
  ...{ calendar, kind, capacity },
  ...{ start: new Date(startMs).toISOString(), end: new Date(endMs).toISOString() },
});

/** Keeps a slot for 5 minutes. */
export async function holdSlot(
  tenant: Tenant,
  shelf: AgendaShelf,
  name: SlotName,
  booker: Booker,
  now: Date,
): Promise<Booked> {
  const found = await slotFor(shelf, name, now, false);
  if (!found) return { result: 'refused', why: 'not-open' };
  const { agenda, slot } = found;
  const until = new Date(now.getTime() + holdMs).toISOString();
  return take(tenant, agenda, { kind: 'hold', slot: takenAs(slot, booker), by: booker.by, until }, now);
}

export interface BookOptions {
  anyTime?: boolean;
  walkIn?: boolean;
  replaces?: { agenda: string; appointmentId: string };
}

/** Takes a slot, held before or not. */
export async function bookSlot(
  tenant: Tenant,
  shelf: AgendaShelf,
  name: SlotName,
  booker: Booker,
  now: Date,
  { anyTime = false, walkIn, replaces }: BookOptions = {},
): Promise<Booked> {
  const found = await slotFor(shelf, name, now, anyTime);
  if (!found) return { result: 'refused', why: 'not-open' };
  const { agenda, slot, shelved } = found;
  const calendar = shelved.professional.calendars.find(({ id }) => id === slot.calendar);
  // What staff book, stands.
  const stands = booker.by !== 'patient' || !calendar?.confirmedByStaff;
  const more = {
    ...(stands && { stands: true as const }),
    ...(walkIn && { walkIn: true as const }),
    ...(replaces && { replaces }),
  };
  return take(tenant, agenda, { kind: 'book', slot: takenAs(slot, booker), by: booker.by, more }, now);
}

async function take(tenant: Tenant, agenda: string, wish: Wish, now: Date): Promise<Booked> {
  const changed = await changeAgenda(tenant, agenda, wish, { now });
  return changed.result === 'refused'
    ? { result: 'refused', why: changed.why }
    : { result: 'done', agenda, appointment: changed.appointment };
}

/** Until when a patient may cancel or move it themselves. Where the calendar is gone: until it begins. */
export function patientMayUntil(
  { start, calendar }: Pick<AppointmentDocument, 'start' | 'calendar'>,
  shelved: Shelved | undefined,
): Date {
  const minutes = shelved?.professional.calendars.find(({ id }) => id === calendar)?.cancelMinutes ?? 0;
  return new Date(start.getTime() - minutes * 60_000);
}

/**
 * Another time: the new one is booked first, then the old one given up. Whoever dies between the two leaves a booking that
 * names what it replaces; whoever projects that one ends the move (`afterwards.ts`).
 */
export async function moveTo(
  tenant: Tenant,
  shelf: AgendaShelf,
  from: Pick<AppointmentDocument, '_id' | 'agenda'>,
  name: SlotName,
  booker: Booker,
  now: Date,
  anyTime = false,
): Promise<Booked> {
  const replaces = { agenda: from.agenda, appointmentId: from._id };
  const booked = await bookSlot(tenant, shelf, name, booker, now, { anyTime, replaces });
  if (booked.result === 'done') await endMove(tenant, booked.agenda, booked.appointment, now);
  return booked;
}

/** Gives up what an appointment replaces. Again changes nothing. */
export async function endMove(
  tenant: Tenant,
  agenda: string,
  { appointmentId, replaces, bookedBy }: Pick<Appointment, 'appointmentId' | 'replaces' | 'bookedBy'>,
  now: Date,
): Promise<void> {
  if (!replaces) return;
  await changeAgenda(
    tenant,
    replaces.agenda,
    {
      kind: 'move-away',
      appointmentId: replaces.appointmentId,
      by: bookedBy ?? 'service',
      to: { agenda, appointmentId },
    },
    { now },
  );
}
