import { randomUUID } from 'crypto';
import { professionalPrefix, type Professional } from '../../contract/appointment-events';
import { canonicalJson } from '../../contract/canonical-json';
import { crmEvent } from '../identity/crm-event';
import { storeEvents } from '../ingest/store-events';
import type { Tenant } from '../store/tenant';

export interface SaveOptions {
  /** `staff/<staffId>`'s id, or `command`. */
  staff: string;
  now: Date;
}

/** Saves who they are and when they work. @returns `same` when nothing of it is new */
export async function saveProfessional(
  tenant: Tenant,
  id: string,
  professional: Professional,
  { staff, now }: SaveOptions,
): Promise<'new' | 'changed' | 'same'> {
  const before = await tenant.professionals.findOne({ _id: id });
  if (before) {
    const { _id, version: _version, changedAt: _changedAt, ...known } = before;
    if (canonicalJson(known) === canonicalJson(professional)) return 'same';
  }
  const event = crmEvent(tenant.id, {
    ...{
      id: randomUUID(),
      type: 'acolhe.professional.saved.v1',
      subject: professionalPrefix + id,
      time: now,
    },
    data: { staff, professional },
  });
  await storeEvents(tenant, [event], now);
  return before ? 'changed' : 'new';
}

/** What a file of calendars does not tell stays: absences, and days that are other than the rules say. */
export async function withKept(
  tenant: Tenant,
  id: string,
  professional: Professional,
): Promise<Professional> {
  const before = await tenant.professionals.findOne({ _id: id });
  if (!before) return professional;
  const exceptions = new Map(before.calendars.map((calendar) => [calendar.id, calendar.exceptions]));
  const calendars = professional.calendars.map((calendar) => ({
    ...calendar,
    exceptions: exceptions.get(calendar.id) ?? calendar.exceptions,
  }));
  return { ...professional, calendars, absences: before.absences };
}
