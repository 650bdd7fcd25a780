/** A day's conversations before now, generated, as the events the app would have sent: the dashboard shows 24 hours. */
import { DateTime } from 'luxon';
import { mintPatientId } from '../../contract/patient-id';
import { maxBatchEvents, type AcolheEvent, type Disposition, type EventData } from '../../contract/event';
import { sign } from '../../contract/signature';

/** Conversations begun in each hour of the clinic's clock, from midnight: few at night, most in the morning. */
const byHour = [1, 1, 0, 1, 1, 2, 4, 7, 9, 8, 6, 5, 4, 7, 8, 6, 5, 6, 7, 5, 4, 3, 2, 1];
const hoursBack = 22;
const share: readonly (readonly [Disposition | undefined, number])[] = [
  ['mild', 0.56],
  ['moderate', 0.27],
  ['emergency', 0.1],
  [undefined, 0.07],
];
/** What the respiratory pack ends in. */
const outcomes: Record<Disposition, { outcome: string; row: string }> = {
  mild: { outcome: 'home_flu', row: 'sg' },
  moderate: { outcome: 'see_within_day', row: 'sg_risk' },
  emergency: { outcome: 'emergency_now', row: 'red-flag' },
};
const timeZone = 'America/Fortaleza';
const hourMs = 3_600_000;

/** Mulberry32: the same day at every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function conversation(index: number, startMs: number, random: () => number, source: string): AcolheEvent[] {
  const subject = `earlier-${index}`;
  const events: AcolheEvent[] = [];
  const add = <T extends AcolheEvent['type']>(afterS: number, type: T, data: EventData<T>): void => {
    const time = new Date(startMs + afterS * 1000).toISOString();
    const id = `${subject}-${String(events.length).padStart(2, '0')}`;
    events.push({ specversion: '1.0', id, source, subject, time, type, data } as AcolheEvent);
  };
  let dice = random();
  const disposition = share.find(([, part]) => (dice -= part) < 0)?.[0];
  const bytes = (): Uint8Array => Uint8Array.from({ length: 5 }, () => Math.floor(random() * 256));
  const visitor = { id: `visitor-${index}`, name: `Pessoa ${index + 1}` };
  add(0, 'acolhe.conversation.started.v1', { channel: 'widget', language: 'pt-BR', visitor });
  add(1, 'acolhe.patient.identified.v1', { patientId: mintPatientId(bytes), mintedBy: 'app' });
  const says = (afterS: number, from: 'patient' | 'agent', text: string): void => {
    const messageId = `${subject}-m${events.length}`;
    add(afterS, 'acolhe.message.recorded.v1', { messageId, from, text, via: 'text' });
  };
  says(15, 'patient', 'Olá, não estou me sentindo bem');
  if (!disposition) {
    add(900, 'acolhe.conversation.closed.v1', { by: 'system' });
    return events;
  }
  add(120, 'acolhe.triage.decided.v1', {
    ...{ pack: 'respiratory', packVersion: '2026-11-21', knowledge: 'demonstration' },
    ...{ ...outcomes[disposition], disposition, answers: {} },
  });
  if (disposition === 'mild') {
    add(240, 'acolhe.conversation.closed.v1', { by: 'patient' });
    return events;
  }
  const department = disposition === 'emergency' ? 'Urgência' : 'Atendimento geral';
  const tookS = disposition === 'emergency' ? 20 + random() * 40 : 60 + random() * 240;
  add(121, 'acolhe.handoff.requested.v1', { reason: disposition, department, result: 'transferred' });
  add(122, 'acolhe.conversation.queued.v1', { department: { id: department, name: department } });
  const agent = { id: 'ana', username: 'ana', name: 'Ana Souza', kind: 'human' } as const;
  add(122 + tookS, 'acolhe.conversation.assigned.v1', { agent });
  says(130 + tookS, 'agent', 'Olá, aqui é a Ana. Já li o que você contou.');
  add(900 + tookS, 'acolhe.conversation.closed.v1', { by: 'agent' });
  return events;
}

/**
 * Sends the day to crm-sync as a workspace's app does.
 * @param place tenant and workspace, and the key they sign with
 */
export async function sendEarlierDay(
  crmUrl: string,
  place: { tenant: string; workspace: string; secret: string },
  nowMs: number,
): Promise<void> {
  const random = numbers(2020);
  const path = `/tenants/${place.tenant}/workspaces/${place.workspace}`;
  const starts = Array.from(
    { length: hoursBack },
    (_, index) => nowMs - (hoursBack - index) * hourMs,
  ).flatMap((hourStart) =>
    Array.from(
      { length: byHour[DateTime.fromMillis(hourStart, { zone: timeZone }).hour] ?? 0 },
      () => hourStart + random() * (hourMs - 1_300_000),
    ),
  );
  const events = starts.flatMap((startMs, index) => conversation(index, startMs, random, path));
  for (let from = 0; from < events.length; from += maxBatchEvents) {
    const payload = JSON.stringify(events.slice(from, from + maxBatchEvents));
    const signature = sign(place.secret, { id: `earlier-${from}`, atMs: Date.now(), payload });
    const headers = { 'content-type': 'application/json', ...signature };
    const response = await fetch(`${crmUrl}/v1${path}/events`, { method: 'POST', headers, body: payload });
    const text = await response.text();
    if (!response.ok || text.includes('refused'))
      throw new Error(`ingest answered ${response.status}: ${text}`);
  }
}
