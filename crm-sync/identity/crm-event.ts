/** Events of the CRM's own. */
import type { EventData, EventEnvelope, EventType } from '../../contract/event';

interface Parts<T extends EventType> {
  id: string;
  type: T;
  /** The stream it belongs to. */
  subject: string;
  time: Date;
  data: EventData<T>;
}

export function crmEvent<T extends EventType>(tenantId: string, { time, ...parts }: Parts<T>): EventEnvelope {
  const source = `/tenants/${tenantId}/crm`;
  return { specversion: '1.0', source, ...parts, time: time.toISOString() } as EventEnvelope;
}
