/** People who have waited for a while, generated, as the events the app would have sent: clocks at every stand. */
import { mintPatientId } from '../../contract/patient-id';
import type { AcolheEvent, EventData } from '../../contract/event';
import { sign } from '../../contract/signature';
import type { Urgency } from '../../contract/service-events';

interface Waits {
  minutes: number;
  urgency: Urgency;
  urgent?: boolean;
  flag?: string;
}

/** One of each: just come, at risk, overdue. */
const people: readonly Waits[] = [
  { minutes: 4, urgency: 'orange', urgent: true },
  { minutes: 9, urgency: 'orange', urgent: true },
  { minutes: 0.4, urgency: 'red', urgent: true, flag: 'chest_pain' },
  { minutes: 66, urgency: 'yellow' },
  { minutes: 51, urgency: 'yellow' },
  { minutes: 12, urgency: 'yellow' },
  { minutes: 35, urgency: 'green' },
  { minutes: 8, urgency: 'blue' },
];

function eventsOf(
  { minutes, urgency, urgent, flag }: Waits,
  index: number,
  place: { source: string; urgent: { id: string; name: string }; general: { id: string; name: string } },
  nowMs: number,
): AcolheEvent[] {
  const subject = `waits-${index}`;
  const sinceMs = nowMs - minutes * 60_000;
  const events: AcolheEvent[] = [];
  const add = <T extends AcolheEvent['type']>(atMs: number, type: T, data: EventData<T>): void => {
    const time = new Date(atMs).toISOString();
    const id = `${subject}-${events.length}`;
    events.push({ specversion: '1.0', id, source: place.source, subject, time, type, data } as AcolheEvent);
  };
  const visitor = { id: `visitor-${subject}`, name: 'Pessoa gerada' };
  add(sinceMs - 180_000, 'acolhe.conversation.started.v1', { channel: 'widget', language: 'pt-BR', visitor });
  const patientId = mintPatientId(() => Buffer.from([9, 4, 7, 2, index]));
  add(sinceMs - 179_000, 'acolhe.patient.identified.v1', { patientId, mintedBy: 'app' });
  if (flag) add(sinceMs - 1_000, 'acolhe.red-flag.raised.v1', { concept: flag, call: '192', source: 'text' });
  add(sinceMs - 900, 'acolhe.urgency.changed.v1', { urgency, reason: flag ? 'red-flag' : 'triage' });
  add(sinceMs, 'acolhe.conversation.queued.v1', { department: urgent ? place.urgent : place.general });
  return events;
}

export interface Place {
  tenant: string;
  workspace: string;
  secret: string;
  urgent: { id: string; name: string };
  general: { id: string; name: string };
}

export async function sendWaitingPeople(crmUrl: string, place: Place, nowMs: number): Promise<void> {
  const source = `/tenants/${place.tenant}/workspaces/${place.workspace}`;
  const events = people.flatMap((one, index) => eventsOf(one, index, { ...place, source }, nowMs));
  await send(crmUrl, place, events);
}

/** As the workspace's app sends its own. */
export async function send(crmUrl: string, place: Place, events: readonly AcolheEvent[]): Promise<void> {
  const source = `/tenants/${place.tenant}/workspaces/${place.workspace}`;
  const payload = JSON.stringify(events);
  const signature = sign(place.secret, { id: `generated-${events[0]?.id}`, atMs: Date.now(), payload });
  const headers = { 'content-type': 'application/json', ...signature };
  const response = await fetch(`${crmUrl}/v1${source}/events`, { method: 'POST', headers, body: payload });
  const text = await response.text();
  if (!response.ok || text.includes('refused'))
    throw new Error(`ingest answered ${response.status}: ${text}`);
}
