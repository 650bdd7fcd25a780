/** What the audit log tells operators' monitoring. No ids. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { Store } from '../store/tenant';
import type { Checkpointer } from './checkpointer';

export function registerAuditMetrics(
  registry: Registry,
  {
    store,
    checkpointer,
    now,
  }: { store: Pick<Store, 'tenants'>; checkpointer: Checkpointer; now: () => Date },
): void {
  const registers = [registry];
  const counts = (of: 'appended' | 'failed') =>
    store.tenants.reduce((sum, tenant) => sum + tenant.audit.counts()[of], 0);
  const counter = (name: string, help: string, of: 'appended' | 'failed') =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(counts(of));
      },
    });
  counter('acolhe_audit_entries_total', 'Entries of the audit log this process has appended', 'appended');
  counter(
    'acolhe_audit_failures_total',
    'Entries that could not be kept: what they were about was refused',
    'failed',
  );
  const states = () => store.tenants.flatMap((tenant) => checkpointer.state(tenant.id) ?? []);
  new Gauge({
    name: 'acolhe_audit_checkpoint_age_seconds',
    help: 'Age of the newest checkpoint, of the tenant whose is oldest; none is made while nothing is new',
    registers,
    collect() {
      const ages = states().flatMap(({ lastAt }) => (lastAt ? now().getTime() - lastAt.getTime() : []));
      this.set(Math.max(0, ...ages) / 1_000);
    },
  });
  new Gauge({
    name: 'acolhe_audit_broken_chains',
    help: 'Chains found changed while making checkpoints',
    registers,
    collect() {
      this.set(states().reduce((sum, { broken }) => sum + broken, 0));
    },
  });
}
