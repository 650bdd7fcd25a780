import { setTimeout } from 'timers/promises';
import type { Command } from 'commander';
import { createMetrics } from '../crm-sync/metrics/metrics';
import { RocketChatError } from '../crm-sync/rocketchat/failure';
import type { PassResult } from '../crm-sync/rocketchat/pass';
import { peerOf, runPass, type Scope } from '../crm-sync/rocketchat/reconciler';
import type { Tenant } from '../crm-sync/store/tenant';
import { Failure } from './failure';
import { withTenants } from './with-tenants';

interface Options {
  tenant?: string;
  workspace?: string;
  since?: string;
  full?: boolean;
  json?: boolean;
}

/** A running service holds the lease for one pass at most; then it is this command's turn. */
const waitAtMostMs = 10 * 60_000;
const progressEveryMs = 2_000;

function scopeOf({ since, full }: Options): Scope {
  if (since !== undefined && full) throw new Failure('bad-since', 'give --since or --full, not both', 2);
  if (full) return { kind: 'since', since: undefined };
  if (since === undefined) return { kind: 'since', since: new Date(Date.now() - 24 * 3_600_000) };
  const at = /^\d{4}-\d{2}-\d{2}/.test(since) ? new Date(since) : new Date(NaN);
  if (Number.isNaN(at.getTime()))
    throw new Failure(
      'bad-since',
      '--since is a date such as 2026-01-31 or an instant such as 2026-01-31T08:00:00Z',
      2,
    );
  return { kind: 'since', since: at };
}

type Readable = { tenant: Tenant; workspace: Tenant['workspaces'][number] };

/** The workspaces asked for that hold credentials. */
function readable(tenants: readonly Tenant[], { workspace: name }: Options): Readable[] {
  const all = tenants
    .flatMap((tenant) => tenant.workspaces.map((workspace) => ({ tenant, workspace })))
    .filter(({ workspace }) => name === undefined || workspace.id === name);
  const found = all.filter(({ workspace }) => workspace.rocketchat);
  if (found.length > 0) return found;
  const words =
    all.length > 0
      ? 'no such workspace has credentials to read Rocket.Chat with: "rocketchat" of the workspace, docs/crm-sync.md'
      : 'no such workspace: --workspace';
  throw new Failure('no-workspace', words, 2);
}

/** One line that is written over on a screen, or a line now and then in a file. */
function progressLine(name: string): (facts: { read: number; total: number; restored: number }) => void {
  let saidMs = 0;
  return ({ read, total, restored }) => {
    if (Date.now() - saidMs < progressEveryMs) return;
    saidMs = Date.now();
    console.error(`${name}: ${read} of at most ${total} rooms read, ${restored} events restored`);
  };
}

async function one(
  { tenant, workspace }: Readable,
  scope: Scope,
  metrics: ReturnType<typeof createMetrics>,
): Promise<PassResult> {
  const name = `${tenant.id}/${workspace.id}`;
  await tenant.audit.append({
    actor: 'command',
    action: 'events.reconcile',
    target: 'tenant',
    details: { workspace: workspace.id },
  });
  const now = (): Date => new Date();
  const peer = peerOf(workspace, { metrics: metrics.reconciler, now });
  const deps = {
    ...{ metrics: metrics.reconciler, now, random: Math.random },
    // the running service polls for what is stored here
    nudge: () => undefined,
    isStopping: () => false,
    progress: progressLine(name),
  };
  const untilMs = Date.now() + waitAtMostMs;
  for (;;) {
    try {
      const result = await runPass(tenant, workspace, peer, scope, deps);
      if (result) return result;
    } catch (error) {
      if (!(error instanceof RocketChatError)) throw error;
      const words = `${name}: Rocket.Chat cannot be read (${error.message}). What was restored so far is kept; the next run goes on.`;
      throw new Failure(`rocketchat-${error.code}`, words, 1, { cause: error });
    }
    if (Date.now() > untilMs)
      throw new Failure('busy', `${name}: another process has been reconciling for 10 minutes`);
    await setTimeout(500);
  }
}

async function reconcile(options: Options): Promise<void> {
  const scope = scopeOf(options);
  await withTenants(options.tenant, async (tenants, _config, store) => {
    const metrics = createMetrics(store);
    const results = [];
    for (const peer of readable(tenants, options)) {
      const { read, restored, failed } = await one(peer, scope, metrics);
      results.push({ tenant: peer.tenant.id, workspace: peer.workspace.id, read, restored, failed });
    }
    if (options.json) console.log(JSON.stringify(results));
    else
      for (const { tenant, workspace, read, restored, failed } of results)
        console.log(
          `${tenant}/${workspace}: ${read} rooms read, ${restored} events restored` +
            (failed > 0 ? `, ${failed} rooms could not be read and are tried again by the service` : ''),
        );
    if (results.some(({ failed }) => failed > 0)) process.exitCode = 1;
  });
}

export function register(program: Command): void {
  program
    .command('reconcile')
    .description('read Rocket.Chat and store the events that never reached the CRM')
    .option('--tenant <id>', 'of this tenant only')
    .option('--workspace <id>', 'of this workspace only')
    .option('--since <date>', 'rooms changed since then; default: the last 24 hours')
    .option('--full', 'all rooms there are, also those from before the app was installed')
    .option('--json', 'answer in JSON')
    .action((options: Options) => reconcile(options));
}
