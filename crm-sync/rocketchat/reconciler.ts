/** Keeps every workspace's conversations complete: a pass a minute, one process at a time, by lease. */
import { randomUUID } from 'crypto';
import type { FastifyBaseLogger } from 'fastify';
import { MongoError } from 'mongodb';
import type { WorkspaceConfig } from '../config/config';
import type { Store, Tenant } from '../store/tenant';
import { startTenantLoops } from '../tenant-loops';
import { rocketChatClient, type RocketChat } from './client';
import { createDirectory, type Directory } from './directory';
import { RocketChatError } from './failure';
import { PassEnded, passOverChanged, passOverMarked, type PassResult, type PassWork } from './pass';
import type { ReconcilerMetrics } from './reconciler-metrics';
import { dueRooms, leaseMs, releaseLease, takeLease, workspaceState, type WorkspaceRow } from './state';

/** Rooms that seem unchanged are read again this often, this far back: edits of older messages touch no room. */
const deepEveryMs = 6 * 3_600_000;
const deepBackMs = 7 * 24 * 3_600_000;
const identifyAfterMs = 3_600_000;

export interface ReconcilerOptions {
  store: Store;
  metrics: ReconcilerMetrics;
  log: FastifyBaseLogger;
  nudge: (tenantId: string, conversation: string) => void;
  now?: () => Date;
  random?: () => number;
  pollMs?: number;
}

export interface Reconciler {
  stop(): Promise<void>;
}

/** What lives between passes over one workspace. */
export interface Peer {
  client: RocketChat;
  directory: Directory;
  seen: Map<string, number>;
}

export interface PassDeps extends Pick<ReconcilerOptions, 'metrics' | 'nudge'> {
  now: () => Date;
  random: () => number;
  isStopping: () => boolean;
  identifyAfterMs?: number;
  progress?: PassWork['progress'];
}

export function peerOf(
  workspace: WorkspaceConfig,
  { metrics, now, signal }: { metrics: ReconcilerMetrics; now: () => Date; signal?: AbortSignal },
): Peer {
  const { userId, token, bots = [] } = workspace.rocketchat!;
  const client = rocketChatClient({
    ...{ url: workspace.url, userId, token },
    answered: (code) => metrics.requests.inc({ code }),
    ...(signal && { signal }),
  });
  return { client, directory: createDirectory(client, () => now().getTime(), bots), seen: new Map() };
}

export type Scope =
  /** As the clock says: told rooms, and all that changed when a pass is due. */
  | { kind: 'due' }
  /** Everything from an instant on; undefined = from the beginning. */
  | { kind: 'since'; since: Date | undefined };

/**
 * One pass under the lease.
 * @returns undefined when another process holds the lease or nothing is due
 * @throws RocketChatError, MongoError: the watermark has not moved
 */
export async function runPass(
  tenant: Tenant,
  workspace: WorkspaceConfig,
  peer: Peer,
  scope: Scope,
  deps: PassDeps,
): Promise<PassResult | undefined> {
  const { now, metrics } = deps;
  const settings = workspace.rocketchat!;
  const holder = randomUUID();
  // reads first: a lease is a write, and most of the time nothing is due
  if (scope.kind === 'due' && !(await isDue(tenant, workspace, now()))) return undefined;
  const state = await takeLease(tenant, workspace.id, holder, now());
  if (!state) return undefined;
  let renewedMs = now().getTime();
  const work: PassWork = {
    ...{ tenant, workspace, now, random: deps.random, seen: peer.seen },
    ...{ client: peer.client, directory: peer.directory },
    graceMs: settings.graceSeconds * 1000,
    identifyAfterMs: deps.identifyAfterMs ?? identifyAfterMs,
    ...(deps.progress && { progress: deps.progress }),
    stored(conversation, types) {
      for (const type of types) metrics.restored.inc({ type });
      deps.nudge(tenant.id, conversation);
    },
    async between() {
      if (deps.isStopping()) throw new PassEnded();
      if (now().getTime() - renewedMs < leaseMs / 4) return;
      if (!(await takeLease(tenant, workspace.id, holder, now()))) throw new PassEnded();
      renewedMs = now().getTime();
    },
  };
  let done: Partial<WorkspaceRow> = {};
  try {
    const told = await passOverMarked(work);
    const plan = planOf(scope, state, settings, now());
    if (!plan) return told;
    const began = now();
    const changed = await passOverChanged(work, plan.since, plan.again);
    done = reached(state, plan, changed.watermark, began, now());
    return {
      read: told.read + changed.read,
      restored: told.restored + changed.restored,
      failed: told.failed + changed.failed,
    };
  } finally {
    // Without it the lease runs out by itself.
    await releaseLease(tenant, workspace.id, holder, done).catch(() => undefined);
  }
}

async function isDue(tenant: Tenant, workspace: WorkspaceConfig, now: Date): Promise<boolean> {
  const state = await workspaceState(tenant, workspace.id);
  if (planOf({ kind: 'due' }, state ?? {}, workspace.rocketchat!, now)) return true;
  return (await dueRooms(tenant, workspace.id, now, 1)).length > 0;
}

/**
 * What a pass that ended well leaves behind. One that did not read on from where the last one ended (a command may begin
 * anywhere) leaves nothing: what it left out is still to be read.
 * @param newest the newest change there was
 * @param began when the pass began
 */
export function reached(
  state: Pick<WorkspaceRow, 'watermark'>,
  { since, again }: { since: Date | undefined; again: boolean },
  newest: Date | undefined,
  began: Date,
  now: Date,
): Pick<Partial<WorkspaceRow>, 'watermark' | 'passedAt' | 'deepAt'> {
  if (since && !(state.watermark && since <= state.watermark)) return {};
  // an instant that is still to come would pass over what changes until then
  const isPast = (mark: Date): boolean => mark <= began;
  const before = state.watermark && isPast(state.watermark) ? state.watermark : undefined;
  const read = newest && (isPast(newest) ? newest : began);
  const watermark = before && read ? (before > read ? before : read) : (read ?? before);
  const isDeep = again && (!since || since.getTime() <= began.getTime() - deepBackMs);
  return {
    passedAt: now,
    ...(watermark && { watermark }),
    ...(isDeep && { deepAt: began }),
  };
}

/** What to read now, if anything. */
export function planOf(
  scope: Scope,
  state: Pick<WorkspaceRow, 'watermark' | 'passedAt' | 'deepAt'>,
  settings: { everySeconds: number; overlapMinutes: number },
  now: Date,
): { since: Date | undefined; again: boolean } | undefined {
  if (scope.kind === 'since') return { since: scope.since, again: true };
  const nowMs = now.getTime();
  // a clock that went back makes a pass due, not impossible
  const agoMs = (at: Date | undefined): number => (at && at <= now ? nowMs - at.getTime() : Infinity);
  if (agoMs(state.passedAt) < settings.everySeconds * 1000) return undefined;
  if (!state.watermark) return { since: undefined, again: true };
  const overlapMs = settings.overlapMinutes * 60_000;
  // a watermark of the future (a clock that jumped) would hide what changes until then
  const since = new Date(Math.min(state.watermark.getTime(), nowMs) - overlapMs);
  if (agoMs(state.deepAt) < deepEveryMs) return { since, again: false };
  return { since: new Date(Math.min(since.getTime(), nowMs - deepBackMs)), again: true };
}

const codeOf = (error: unknown): string =>
  error instanceof RocketChatError
    ? error.code
    : error instanceof MongoError
      ? `store-${String(error.code ?? 'unreachable')}`
      : error instanceof Error
        ? error.name
        : 'unknown';

export function startReconciler(options: ReconcilerOptions): Reconciler {
  const {
    store,
    metrics,
    log,
    nudge,
    now = () => new Date(),
    random = Math.random,
    pollMs = 1_000,
  } = options;
  const peers = new Map<string, { config: string; peer: Peer }>();
  const failing = new Map<string, { code: string; untilMs: number }>();
  const stopping = new AbortController();
  const { signal } = stopping;
  const deps: PassDeps = { metrics, nudge, now, random, isStopping: () => signal.aborted };

  function peer(tenant: Tenant, workspace: WorkspaceConfig): Peer {
    const key = `${tenant.id} ${workspace.id}`;
    const { url, rocketchat } = workspace;
    const config = JSON.stringify([url, rocketchat?.userId, rocketchat?.token]);
    const known = peers.get(key);
    if (known?.config === config) return known.peer;
    const fresh = peerOf(workspace, { metrics, now, signal });
    peers.set(key, { config, peer: fresh });
    return fresh;
  }

  async function round(tenant: Tenant, workspace: WorkspaceConfig): Promise<void> {
    const key = `${tenant.id} ${workspace.id}`;
    const failure = failing.get(key);
    if (signal.aborted || (failure && failure.untilMs > now().getTime())) return;
    const named = { tenant: tenant.id, workspace: workspace.id };
    try {
      const result = await runPass(tenant, workspace, peer(tenant, workspace), { kind: 'due' }, deps);
      if (!result) return;
      if (failing.delete(key)) log.info(named, 'Rocket.Chat is read again');
      if (result.restored > 0) log.info({ ...named, restored: result.restored }, 'events restored');
      if (result.failed > 0) log.warn({ ...named, rooms: result.failed }, 'rooms could not be read');
    } catch (error) {
      if (error instanceof PassEnded || signal.aborted) return;
      const code = codeOf(error);
      metrics.failures.inc({ code });
      const { endpoint, where } = error instanceof RocketChatError ? error : {};
      if (failure?.code !== code)
        log.error({ ...named, code, endpoint, where }, 'Rocket.Chat cannot be read');
      failing.set(key, { code, untilMs: now().getTime() + 10_000 });
    }
  }

  const loops = startTenantLoops(
    'reconciler',
    store,
    async (tenant) => {
      const readable = tenant.workspaces.filter((workspace) => workspace.rocketchat);
      await Promise.all(readable.map((workspace) => round(tenant, workspace)));
    },
    pollMs,
  );
  return {
    async stop() {
      stopping.abort();
      await loops.stop();
    },
  };
}
