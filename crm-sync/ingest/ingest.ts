/** Takes a batch of events: each is stored, known already, or refused with the reason; the answer keeps the batch's order. */
import type { FastifyBaseLogger } from 'fastify';
import { eventBatch, maxBatchEvents, type EventEnvelope, type IngestAnswer } from '../../contract/event';
import type { Metrics } from '../metrics/metrics';
import { parseEvent } from './parse-event';
import { RefusedRequest, type SignedHandler } from './signed-routes';
import { storeEvents } from './store-events';

export interface IngestDeps {
  metrics: Metrics;
  log: FastifyBaseLogger;
  now: () => Date;
  /** Called once the events are on disk. */
  nudge: (tenantId: string, conversation: string) => void;
}

function batchOf(body: unknown): unknown[] {
  const batch = eventBatch.safeParse(body);
  if (batch.success) return batch.data;
  if (Array.isArray(body) && body.length > maxBatchEvents) {
    throw new RefusedRequest(400, 'too-many-events', `a batch holds at most ${maxBatchEvents} events`);
  }
  throw new RefusedRequest(400, 'malformed-batch', 'the body is not a list of at least one event');
}

export function ingestHandler({ metrics, log, now, nudge }: IngestDeps): SignedHandler {
  return async ({ tenant, workspace, body }): Promise<IngestAnswer> => {
    const at = now();
    const parsed = batchOf(body).map((raw) =>
      parseEvent(raw, `/tenants/${tenant.id}/workspaces/${workspace.id}`, at),
    );
    const events: EventEnvelope[] = parsed.flatMap((one) => (one.ok ? [one.event] : []));
    const fates = await storeEvents(tenant, events, at);
    for (const conversation of new Set(events.map((event) => event.subject))) nudge(tenant.id, conversation);
    let next = 0;
    const results = parsed.map((one): IngestAnswer['results'][number] => {
      if (!one.ok) return { id: one.id, fate: 'refused', reason: one.reason };
      const { fate, conflict } = fates[next++]!;
      if (conflict) {
        metrics.conflicts.inc();
        log.warn(
          { tenant: tenant.id, workspace: workspace.id, type: one.event.type },
          'same event id, other content',
        );
      }
      return { id: one.event.id, fate };
    });
    for (const { fate } of results) metrics.ingested.inc({ fate });
    return { results };
  };
}
