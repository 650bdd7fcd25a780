/** A person has called, or tried to. */
import { crmEvent } from '../identity/crm-event';
import { storeEvents } from '../ingest/store-events';
import type { Tenant } from '../store/tenant';
import type { TaskOutcome } from './calendar';
import { followUpPrefix } from './calendar-key';

export interface TaskDone {
  /** Names the calendar. */
  key: string;
  outcome: TaskOutcome;
  note?: string;
}

/** @param since of the task as it was shown @returns false when that task is not open any more */
export async function finishTask(
  tenant: Tenant,
  { key, outcome, note }: TaskDone,
  since: Date,
  by: { staff: string; id: string; now: Date },
): Promise<boolean> {
  const open = await tenant.followUps.findOne({ _id: key, taskSince: since }, { projection: { _id: 1 } });
  if (!open) return false;
  const event = crmEvent(tenant.id, {
    ...{
      id: by.id,
      type: 'acolhe.follow-up.task-done.v1',
      subject: followUpPrefix + key,
      time: by.now,
    },
    data: { staff: by.staff, outcome, ...(note && { note }) },
  });
  await storeEvents(tenant, [event], by.now);
  return true;
}
