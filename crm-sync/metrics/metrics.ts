/** Counters for operators (Prometheus). Labels are codes: no ids, no personal data. */
import { createReconcilerMetrics, type ReconcilerMetrics } from '../rocketchat/reconciler-metrics';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { countStreams } from '../store/streams';
import type { Store } from '../store/tenant';

export interface Metrics {
  registry: Registry;
  ingested: Counter<'fate'>;
  /** Events sent again under the same id with other content. */
  conflicts: Counter;
  /** Requests refused before their events were looked at. */
  refusedRequests: Counter<'code'>;
  refolds: Counter<'result'>;
  projectorLag: Histogram;
  commands: Counter<'result'>;
  reconciler: ReconcilerMetrics;
}

export function createMetrics(store: Store): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  for (const state of ['dirty', 'claimed', 'poisoned'] as const) {
    new Gauge({
      name: `acolhe_projector_${state}`,
      help: `Streams whose projection is ${state}`,
      registers,
      async collect() {
        const counts = await Promise.all(store.tenants.map((tenant) => countStreams(tenant, state)));
        this.set(counts.reduce((sum, count) => sum + count, 0));
      },
    });
  }
  return {
    registry,
    reconciler: createReconcilerMetrics(registry, store),
    ingested: new Counter({
      name: 'acolhe_ingest_events_total',
      help: 'Events by fate',
      labelNames: ['fate'],
      registers,
    }),
    conflicts: new Counter({
      name: 'acolhe_ingest_conflicts_total',
      help: 'Same id, other content',
      registers,
    }),
    refusedRequests: new Counter({
      name: 'acolhe_ingest_refused_requests_total',
      help: 'Requests refused whole, by code',
      labelNames: ['code'],
      registers,
    }),
    refolds: new Counter({
      name: 'acolhe_projector_refolds_total',
      help: 'Refolds by result',
      labelNames: ['result'],
      registers,
    }),
    projectorLag: new Histogram({
      name: 'acolhe_projector_lag_seconds',
      help: 'Time from an event being stored to its documents being written',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 5, 30, 300],
      registers,
    }),
    commands: new Counter({
      name: 'acolhe_commands_total',
      help: 'Commands by result',
      labelNames: ['result'],
      registers,
    }),
  };
}
