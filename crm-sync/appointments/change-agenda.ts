/**
 * The one way an agenda changes. What is decided is written as the event with the next number; where another process wrote
 * that number first, the agenda is read again and decided anew.
 */
import { knownEvent } from '../../contract/event';
import { backoffMs } from '../backoff';
import { crmEvent } from '../identity/crm-event';
import { storeEvents } from '../ingest/store-events';
import { eventsOf, openEvent } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import {
  agendaAfter,
  eventNumber,
  foldAgenda,
  isAgendaEvent,
  type Agenda,
  type AgendaEvent,
  type Appointment,
} from './agenda';
import { decide, type Refused, type Wish } from './decide';

export type Changed =
  { result: 'done' | 'so-already'; appointment: Appointment } | { result: 'refused'; why: Refused };

export interface ChangeOptions {
  now: Date;
  random?: () => number;
  wait?: (ms: number) => Promise<void>;
}

/** Far more than processes ever write at once into one professional's day. */
const mostTries = 200;
const pause = { baseMs: 2, capMs: 50 };
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export class BusyAgendaError extends Error {
  public readonly code = 'agenda-busy';
}

export async function readAgenda(tenant: Tenant, agenda: string): Promise<Agenda> {
  const documents = await eventsOf(tenant, [agenda]);
  const events = await Promise.all(documents.map(async (one) => knownEvent(await openEvent(tenant, one))));
  return foldAgenda(events.filter((event) => event !== undefined).filter(isAgendaEvent));
}

/**
 * @param agenda `agenda/<professional>/<day>`
 * @throws BusyAgendaError when others were always first · MongoError: asking again is harmless
 */
export async function changeAgenda(
  tenant: Tenant,
  agenda: string,
  wish: Wish,
  { now, random = Math.random, wait = sleep }: ChangeOptions,
): Promise<Changed> {
  const time = now.toISOString();
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await readAgenda(tenant, agenda);
    const decided = decide(before, wish, time);
    if (decided.kind === 'refused') return { result: 'refused', why: decided.why };
    if (decided.kind === 'so-already') return { result: 'so-already', appointment: decided.appointment };
    const event = crmEvent(tenant.id, {
      ...{ id: eventNumber(before.next), subject: agenda, time: now },
      ...decided.event,
    }) as AgendaEvent;
    const [fate] = await storeEvents(tenant, [event], now);
    // Stored before by this very call, whose answer was lost: the same event, no conflict.
    if (fate && !fate.conflict) {
      const { appointments } = agendaAfter(before, event);
      return { result: 'done', appointment: appointments.get(event.data.appointmentId)! };
    }
    await wait(backoffMs(pause, tries + 1, random()));
  }
  throw new BusyAgendaError(`others were always first in ${agenda}`);
}
