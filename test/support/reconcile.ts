/** One pass of reconciliation over the system's workspace, in this process. */
import { createMetrics } from '../../crm-sync/metrics/metrics';
import type { PassResult } from '../../crm-sync/rocketchat/pass';
import { peerOf, runPass, type PassDeps } from '../../crm-sync/rocketchat/reconciler';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import { eventually } from './wait';

/** Everything there is, however young; waits while another process has the lease. */
export async function reconcileAll(
  tenant: Tenant,
  deps: Partial<PassDeps> = {},
  answered: (code: string) => void = () => undefined,
): Promise<PassResult> {
  const workspace = tenant.workspaces[0]!;
  const settings = { ...workspace.rocketchat!, graceSeconds: 0 };
  const store = { tenants: [tenant] } as unknown as Store;
  const metrics = createMetrics(store).reconciler;
  const count = metrics.requests.inc.bind(metrics.requests);
  metrics.requests.inc = (labels?: unknown) => {
    answered((labels as { code: string }).code);
    count(labels as { code: string });
  };
  const now = (): Date => new Date();
  const peer = peerOf(workspace, { metrics, now });
  return eventually(
    () =>
      runPass(
        tenant,
        { ...workspace, rocketchat: settings },
        peer,
        { kind: 'since', since: undefined },
        {
          ...{ metrics, now, random: () => 0, isStopping: () => false, nudge: () => undefined },
          identifyAfterMs: 0,
          ...deps,
        },
      ),
    60_000,
  );
}
