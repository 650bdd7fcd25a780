/** Sends signed batches, some at once, as apps do. */
import { randomUUID } from 'crypto';
import { Agent, request } from 'http';
import type { EventEnvelope } from '../../contract/event';
import { sign } from '../../contract/signature';

export interface Target {
  url: string;
  path: string;
  secret: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** @throws Error unless every event was stored */
export function post({ url, path, secret }: Target, events: readonly EventEnvelope[]): Promise<void> {
  const payload = JSON.stringify(events);
  const headers = {
    'content-type': 'application/json',
    ...sign(secret, { id: randomUUID(), atMs: Date.now(), payload }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method: 'POST', headers, agent }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        const stored = body.split('"fate":"stored"').length - 1;
        if (response.statusCode === 200 && stored === events.length) resolve();
        else reject(new Error(`ingest answered ${response.statusCode}: ${body.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}

/** @param each called after each batch with the number of events acknowledged so far */
export async function sendAll(
  target: Target,
  events: Iterator<EventEnvelope>,
  { batchSize, inFlight }: { batchSize: number; inFlight: number },
  each: (acknowledged: number) => void = () => undefined,
): Promise<number> {
  let acknowledged = 0;
  const sender = async (): Promise<void> => {
    for (;;) {
      const batch: EventEnvelope[] = [];
      for (let next; batch.length < batchSize && !(next = events.next()).done;) batch.push(next.value);
      if (batch.length === 0) return;
      await post(target, batch);
      acknowledged += batch.length;
      each(acknowledged);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, sender));
  return acknowledged;
}
