/** Counters of reconciliation. Labels are codes and event types. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { Store } from '../store/tenant';
import { workspaceState } from './state';

export interface ReconcilerMetrics {
  restored: Counter<'type'>;
  /** Passes that did not end well, by code. */
  failures: Counter<'code'>;
  /** Answers of Rocket.Chat, `ok` or a code. */
  requests: Counter<'code'>;
  webhooks: Counter<'result'>;
}

export function createReconcilerMetrics(registry: Registry, store: Store): ReconcilerMetrics {
  const registers = [registry];
  new Gauge({
    name: 'acolhe_reconcile_lag_seconds',
    help: 'Longest time since a workspace was last read to its end',
    registers,
    async collect() {
      const named = store.tenants.flatMap((tenant) =>
        tenant.workspaces.filter((one) => one.rocketchat).map((one) => ({ tenant, workspace: one.id })),
      );
      const states = await Promise.all(
        named.map(({ tenant, workspace }) => workspaceState(tenant, workspace).catch(() => undefined)),
      );
      const lags = states.flatMap((state) =>
        state?.passedAt ? (Date.now() - state.passedAt.getTime()) / 1000 : [],
      );
      this.set(Math.max(0, ...lags));
    },
  });
  const counter = <L extends string>(name: string, help: string, label: L) =>
    new Counter({ name, help, labelNames: [label], registers });
  return {
    restored: counter('acolhe_reconcile_restored_events_total', 'Events that were missing, by type', 'type'),
    failures: counter('acolhe_reconcile_failures_total', 'Passes that failed, by code', 'code'),
    requests: counter('acolhe_reconcile_requests_total', 'Answers of Rocket.Chat, by code', 'code'),
    webhooks: counter('acolhe_webhook_total', 'Calls of the omnichannel webhook, by result', 'result'),
  };
}
