/** The question `slots`: what is free of what the patient asked for. */
import { DateTime } from 'luxon';
import { slotsQuestion, type SlotsAnswer } from '../../contract/appointment-questions';
import { inTime } from '../ingest/in-time';
import { parsedQuestion, type SignedHandler } from '../ingest/signed-routes';
import type { Tenant } from '../store/tenant';
import { offers, slotNamed } from './booking';
import type { Free } from './free-slots';
import type { Slot } from './schedule';
import type { Shelved } from './shelf';
import { shelfOf } from './shelves';

type Asked = ReturnType<typeof slotsQuestion.parse>;

const farMs = 365 * 86_400_000;
const mostSpecialties = 30;

export function slotsHandler(now: () => Date): SignedHandler {
  return async ({ tenant, body }): Promise<SlotsAnswer> =>
    inTime(answer(tenant, parsedQuestion(slotsQuestion, body), now()));
}

async function answer(tenant: Tenant, asked: Asked, now: Date): Promise<SlotsAnswer> {
  const shelf = shelfOf(tenant);
  const all = await shelf.all(now);
  const byId = new Map(all.map((one) => [one.professional._id, one]));
  const named = asked.username && all.find(({ professional }) => professional.username === asked.username);
  if (asked.username !== undefined && !named) return { slots: [] };
  const professional = named ? named.professional._id : asked.professional;
  const free = await offers(
    shelf,
    {
      ...(asked.specialty !== undefined && { specialty: asked.specialty }),
      ...(professional !== undefined && { professional }),
      ...(asked.kind && { kinds: [asked.kind] }),
      from: asked.from === undefined ? now : new Date(asked.from),
      to: asked.to === undefined ? new Date(now.getTime() + farMs) : new Date(asked.to),
      fits: fitting(asked),
      most: asked.most,
    },
    now,
  );
  const slots = free.flatMap((one) => offeredSlot(one, byId.get(one.professional)) ?? []);
  return { slots, ...(asked.specialty === undefined && { specialties: specialtiesOf(all) }) };
}

/** By the clock where the professional is. */
function fitting({ weekdays, minutes }: Asked): (slot: Slot, timeZone: string) => boolean {
  return (slot, timeZone) => {
    if (!weekdays && !minutes) return true;
    const local = DateTime.fromMillis(slot.startMs, { zone: timeZone });
    if (weekdays && !weekdays.includes(local.weekday)) return false;
    const minute = local.hour * 60 + local.minute;
    return !minutes || (minute >= minutes[0] && minute < minutes[1]);
  };
}

function offeredSlot(free: Free, shelved: Shelved | undefined): SlotsAnswer['slots'][number] | undefined {
  if (!shelved) return undefined;
  const { name, timeZone, calendars } = shelved.professional;
  const start = new Date(free.startMs).toISOString();
  const place = calendars.find(({ id }) => id === free.calendar)?.place;
  return {
    slot: slotNamed({ professional: free.professional, calendar: free.calendar, start }),
    ...{ start, end: new Date(free.endMs).toISOString(), timeZone, kind: free.kind, professional: name },
    ...(place !== undefined && { place }),
  };
}

function specialtiesOf(all: readonly Shelved[]): string[] {
  const names = new Set(all.flatMap(({ professional }) => professional.specialties));
  return [...names].sort((a, b) => a.localeCompare(b, 'pt')).slice(0, mostSpecialties);
}
