/**
 * What can be booked, kept in this process: who works when, and what is taken of their days. It follows the database by what
 * changed since; it is only ever offered from. Whether a slot is free is decided by its agenda.
 */
import { DateTime } from 'luxon';
import type { AgendaDayDocument, ProfessionalDocument } from '../store/appointment-documents';
import type { Tenant } from '../store/tenant';
import { openOf, type Bookable, type Open, type Taken } from './free-slots';
import { holidaysOf } from './holidays-of';
import { dayAt, scheduleOf, type Schedule, type Slot } from './schedule';

export interface Shelved {
  professional: ProfessionalDocument;
  bookable: Bookable;
}

export interface AgendaShelf {
  /** Everybody who is not archived, as of about now. */
  all(now: Date): Promise<readonly Shelved[]>;
}

/** Documents are written a moment after what they tell, by clocks of several machines. */
const overlapMs = 120_000;
/** What was missed all the same is seen then. */
const anewMs = 600_000;

const nothing: readonly Taken[] = [];

interface Kept {
  professional: ProfessionalDocument;
  schedule?: { from: string; slots: Schedule };
}

export function agendaShelf(tenant: Tenant): AgendaShelf {
  let kept = new Map<string, Kept>();
  let taken = new Map<string, readonly Taken[]>();
  const opens = new Map<string, { slots: readonly Slot[]; taken: readonly Taken[]; open: readonly Open[] }>();
  let followedMs = Number.NEGATIVE_INFINITY;
  let readAllMs = Number.NEGATIVE_INFINITY;
  let turn = Promise.resolve();

  async function follow(now: Date): Promise<void> {
    const nowMs = now.getTime();
    const isAnew = nowMs - readAllMs > anewMs || nowMs < readAllMs;
    const since = isAnew ? undefined : new Date(followedMs - overlapMs);
    const changed = since && { changedAt: { $gte: since } };
    const [people, days] = await Promise.all([
      tenant.professionals.find(changed ?? {}).toArray(),
      tenant.agendaDays
        .find(changed ?? { day: { $gte: DateTime.fromMillis(nowMs - 2 * 86_400_000).toISODate()! } })
        .toArray(),
    ]);
    if (isAnew) {
      kept = new Map();
      taken = new Map();
      opens.clear();
      readAllMs = nowMs;
    }
    for (const professional of people) {
      const before = kept.get(professional._id);
      if (before?.professional.version !== professional.version) kept.set(professional._id, { professional });
    }
    for (const day of days) taken.set(day._id, takenOf(day));
    followedMs = nowMs;
  }

  /** Looked at anew when more of the day is taken, or less; while somebody holds a slot of it, every time. */
  function openOn(key: string, slots: readonly Slot[], nowMs: number): readonly Open[] {
    const there = taken.get(key) ?? nothing;
    const known = opens.get(key);
    if (known?.slots === slots && known.taken === there) return known.open;
    const open = openOf(slots, there, nowMs);
    if (there.every(({ untilMs }) => untilMs === undefined)) opens.set(key, { slots, taken: there, open });
    return open;
  }

  function bookableOf(one: Kept, now: Date): Bookable {
    const { _id: id, calendars, timeZone } = one.professional;
    const days = Math.max(1, ...calendars.map(({ horizonDays }) => horizonDays));
    const from = dayAt(now.getTime(), timeZone);
    if (one.schedule?.from !== from) {
      const to = DateTime.fromISO(from, { zone: 'utc' }).plus({ days }).toISODate()!;
      const slots = scheduleOf(one.professional, from, to, holidaysOf(one.professional));
      one.schedule = { from, slots };
    }
    const { slots } = one.schedule;
    const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]));
    return {
      ...{ professional: id, timeZone, schedule: slots },
      openOn: (day) => openOn(`${id}/${day}`, slots.get(day) ?? [], now.getTime()),
      limits(calendarId) {
        const { leadMinutes = 0, horizonDays = 0 } = byId.get(calendarId) ?? {};
        return {
          fromMs: now.getTime() + leadMinutes * 60_000,
          toMs: now.getTime() + horizonDays * 86_400_000,
        };
      },
    };
  }

  return {
    async all(now) {
      // One after another: who comes meanwhile needs what the first one reads.
      const mine = turn.then(() => follow(now));
      turn = mine.catch(() => undefined);
      await mine;
      return [...kept.values()]
        .filter(({ professional }) => !professional.archived)
        .map((one) => ({ professional: one.professional, bookable: bookableOf(one, now) }));
    },
  };
}

function takenOf({ taken }: AgendaDayDocument): Taken[] {
  return taken.map(({ start, end, calendar, until }) => ({
    ...{ startMs: start.getTime(), endMs: end.getTime(), calendar },
    ...(until && { untilMs: until.getTime() }),
  }));
}
