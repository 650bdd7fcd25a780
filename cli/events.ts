import { randomUUID } from 'crypto';
import type { Command } from 'commander';
import { rebuild, type Rebuilt, type RebuildProgress } from '../crm-sync/projector/rebuild';
import { listSetAside, retrySetAside } from '../crm-sync/projector/set-aside';
import { Failure } from './failure';
import { withTenants } from './with-tenants';

interface Options {
  tenant?: string;
  stream?: string;
  all?: boolean;
  json?: boolean;
}

const phaseWords: Record<RebuildProgress['phase'], string> = {
  streams: 'streams',
  leftovers: 'streams; looking for documents without events',
  cells: 'streams; counting the dashboard’s cells',
};

/** One line a second, to standard error. */
function reporter(tenant: string, nowMs: () => number): (progress: RebuildProgress) => void {
  const beganMs = nowMs();
  let toldMs = 0;
  return ({ phase, done, total }) => {
    const atMs = nowMs();
    if (atMs - toldMs < 1_000 && phase === 'streams') return;
    toldMs = atMs;
    const perSecond = Math.round((done * 1_000) / Math.max(1, atMs - beganMs));
    console.error(`${tenant}: ${done} of ${total} ${phaseWords[phase]} (${perSecond} a second)`);
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

async function rebuildAll({ tenant: only, json }: Options): Promise<void> {
  await withTenants(only, async (tenants) => {
    const results: (Rebuilt & { tenant: string })[] = [];
    for (const tenant of tenants) {
      await tenant.audit.append({ actor: 'command', action: 'events.rebuild', target: 'tenant' });
      const rebuilt = await rebuild(tenant, {
        ...{ name: randomUUID(), now: () => new Date(), random: Math.random, pause },
        progress: reporter(tenant.id, Date.now),
      });
      results.push({ tenant: tenant.id, ...rebuilt });
      const { streams, healed, removed, unfinished } = rebuilt;
      if (!json)
        console.log(
          `${tenant.id}: ${streams} streams made anew, ${healed} of them had been lost sight of, ` +
            `${removed} without events removed, ${unfinished} not finished`,
        );
    }
    if (json) console.log(JSON.stringify(results));
    if (results.some(({ unfinished }) => unfinished > 0)) {
      const words = 'some streams cannot be projected: npx acolhe events poisoned tells which and why';
      throw new Failure('unfinished', words, 1);
    }
  });
}

async function poisoned({ tenant: only, json }: Options): Promise<void> {
  await withTenants(only, async (tenants) => {
    const rows = [];
    for (const tenant of tenants)
      for (const one of await listSetAside(tenant)) rows.push({ tenant: tenant.id, ...one });
    if (json) return console.log(JSON.stringify(rows));
    if (rows.length === 0) return console.log('Nothing is set aside.');
    for (const { tenant, stream, reason, attempts, since } of rows)
      console.log([tenant, stream, reason, `${attempts} attempts`, since.toISOString()].join('\t'));
  });
}

async function retry({ tenant: only, stream, all, json }: Options): Promise<void> {
  if ((stream === undefined) === !all)
    throw new Failure('bad-choice', 'say which to try again: --stream <id> or --all', 2);
  await withTenants(only, async (tenants) => {
    const tried: { tenant: string; stream: string }[] = [];
    for (const tenant of tenants) {
      await tenant.audit.append({ actor: 'command', action: 'events.retry', target: 'tenant' });
      for (const one of await retrySetAside(tenant, stream, new Date()))
        tried.push({ tenant: tenant.id, stream: one });
    }
    if (stream !== undefined && tried.length === 0)
      throw new Failure('not-set-aside', `--stream: ${stream} is not set aside`, 2);
    console.log(
      json ? JSON.stringify(tried) : `${tried.length} will be tried again as soon as a service runs.`,
    );
  });
}

export function register(program: Command): void {
  const events = program.command('events').description('what the CRM is told, and what is made of it');
  const verb = (name: string, description: string): Command =>
    events
      .command(name)
      .description(description)
      .option('--tenant <id>', 'whose; without it all tenants')
      .option('--json', 'answer in JSON');
  verb('rebuild', 'make all documents anew from the events, while the old ones are served').action(
    (options: Options) => rebuildAll(options),
  );
  verb('poisoned', 'list what was set aside because it could not be projected').action((options: Options) =>
    poisoned(options),
  );
  verb('retry', 'try what was set aside again')
    .option('--stream <id>', 'one of them')
    .option('--all', 'all of them')
    .action((options: Options) => retry(options));
}
