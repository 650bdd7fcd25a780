/** Professionals with working hours, put into a tenant as administrators put them. */
import { randomUUID } from 'crypto';
import {
  professional as schema,
  professionalPrefix,
  type Calendar,
  type Professional,
} from '../../contract/appointment-events';
import { crmEvent } from '../../crm-sync/identity/crm-event';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import type { Tenant } from '../../crm-sync/store/tenant';
import { eventually } from './wait';

/** Every day from 00:00 to 24:00 in slots of 30 minutes, bookable from now on. */
export function alwaysOpen(more: Partial<Calendar> = {}): Calendar {
  return {
    ...{
      id: 'c1',
      kind: 'video',
      slotMinutes: 30,
      capacity: 1,
      leadMinutes: 0,
      cancelMinutes: 0,
      horizonDays: 60,
    },
    ...{
      rules: [{ rrule: 'FREQ=DAILY', firstDay: '2026-01-01', from: '00:00', to: '24:00' }],
      exceptions: [],
    },
    opensOnHolidays: true,
    ...more,
  };
}

export function someProfessional(more: Partial<Professional> = {}): Professional {
  return schema.parse({
    ...{
      name: 'Dra. Ana Lima',
      specialties: ['Pneumologia'],
      languages: ['pt-BR'],
      timeZone: 'America/Fortaleza',
    },
    calendars: [alwaysOpen()],
    ...more,
  });
}

/** @returns once they can be booked */
export async function saveProfessional(
  tenant: Tenant,
  professional: Professional,
  id: string = randomUUID(),
  now = new Date(),
): Promise<string> {
  const subject = professionalPrefix + id;
  const event = crmEvent(tenant.id, {
    ...{ id: randomUUID(), type: 'acolhe.professional.saved.v1', subject, time: now },
    data: { staff: 's1', professional },
  });
  await storeEvents(tenant, [event], now);
  await eventually(async () => {
    const found = await tenant.professionals.findOne({ _id: id });
    return found?.changedAt.getTime() === now.getTime();
  });
  return id;
}
