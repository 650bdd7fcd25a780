/**
 * Our own dispatcher, where a workspace is set to it: takes conversations for agents through Rocket.Chat's REST, in the
 * product's order. Never beside Rocket.Chat's own: where that assigns by itself, this one says so and does nothing. Who waits is
 * marked with how urgent they are whoever gives them out.
 */
import { randomUUID } from 'crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { WorkspaceConfig } from '../config/config';
import { rocketChatDesk, type Desk } from '../rocketchat/desk';
import { RocketChatError } from '../rocketchat/failure';
import { assignsByItself } from '../rocketchat/routing-config';
import type { Store, Tenant } from '../store/tenant';
import { readMeasures } from '../supervision/wait-measures';
import { startTenantLoops } from '../tenant-loops';
import { stateKeeper } from './dispatch-state';
import { giveUpLease, holdLease } from './lease';
import { markMemory, markRound, type MarkMemory, type MarkRow } from './marks';
import { dispatchRound } from './round';
import { waitingFields } from './waiting-row';

export interface DispatcherOptions {
  store: Pick<Store, 'tenants' | 'onChange'>;
  log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>;
  now: () => Date;
  random?: () => number;
  pollMs?: number;
  /** Pause after a round in which nobody could be given to anybody. */
  idleMs?: number;
}

export interface Dispatcher {
  stop(): Promise<void>;
}

const defaultPlaces = 3;
const checkRoutingEveryMs = 10 * 60_000;
const afterFailureMs = 15_000;
/** A round waits this long for its turn at Rocket.Chat's rate limit, and for an answer: less than the lease. */
const limits = { longestTurnMs: 3_000, timeoutMs: 8_000, tries: 2 };

interface Peer {
  config: string;
  desk: Desk;
  assigns: () => Promise<boolean>;
  lastTakenMs: Map<string, number>;
  marks: MarkMemory;
  quietUntilMs: number;
  /** Until when Rocket.Chat's own routing is known to be off. */
  manualUntilMs: number;
  failing?: string;
}

export function startDispatcher({
  store,
  log,
  now,
  random = Math.random,
  pollMs = 1_000,
  idleMs = 7_000,
}: DispatcherOptions): Dispatcher {
  const holder = randomUUID();
  const stopping = new AbortController();
  const { signal } = stopping;
  const peers = new Map<string, Peer>();
  const keep = stateKeeper(now);

  function peerOf(tenant: Tenant, { id, url, rocketchat }: WorkspaceConfig): Peer {
    const key = `${tenant.id} ${id}`;
    const config = JSON.stringify([url, rocketchat]);
    const known = peers.get(key);
    if (known?.config === config) return known;
    const options = { url, userId: rocketchat!.userId, token: rocketchat!.token, ...limits, signal };
    const peer: Peer = {
      ...{ config, desk: rocketChatDesk(options), assigns: () => assignsByItself(options) },
      ...{ lastTakenMs: new Map(), marks: markMemory(), quietUntilMs: 0, manualUntilMs: 0 },
    };
    peers.set(key, peer);
    return peer;
  }

  const nowMs = (): number => now().getTime();

  /** Exactly one hands out: where Rocket.Chat does, we do not. */
  async function isOursToDo(peer: Peer, named: object): Promise<boolean> {
    if (nowMs() < peer.manualUntilMs) return true;
    const assigns = await peer.assigns();
    if (!assigns) {
      peer.manualUntilMs = nowMs() + checkRoutingEveryMs;
      return true;
    }
    peer.quietUntilMs = nowMs() + 60_000;
    if (peer.failing !== 'assigns')
      log.warn(
        named,
        'Rocket.Chat assigns by itself: set its routing to manual selection, or our dispatcher off',
      );
    peer.failing = 'assigns';
    return false;
  }

  async function round(tenant: Tenant, workspace: WorkspaceConfig): Promise<void> {
    const peer = peerOf(tenant, workspace);
    if (signal.aborted || nowMs() < peer.quietUntilMs) return;
    const named = { tenant: tenant.id, workspace: workspace.id };
    try {
      const rows = await waitingRows(tenant, workspace.id);
      if (rows.length === 0 || !(await holdLease(tenant, workspace.id, holder, now()))) return;
      if (!(await isOursToDo(peer, named))) {
        await keep(tenant, workspace.id, 'dispatcher', 'assigns');
        return;
      }
      const measures = (await readMeasures(tenant))(workspace.id);
      const { taken, left, refused } = await dispatchRound({
        ...{ desk: peer.desk, rows, nowMs, lastTakenMs: peer.lastTakenMs, measures },
        placesPerAgent: workspace.rocketchat?.placesPerAgent ?? defaultPlaces,
        isOurs: async () => !signal.aborted && (await holdLease(tenant, workspace.id, holder, now())),
      });
      if (taken > 0) log.info({ ...named, taken, left }, 'conversations given to agents');
      if (refused.length > 0)
        log.warn({ ...named, refused: [...new Set(refused)] }, 'Rocket.Chat refused to give');
      if (peer.failing !== undefined) log.info(named, 'conversations are given again');
      delete peer.failing;
      await keep(tenant, workspace.id, 'dispatcher', 'working');
      if (taken === 0) peer.quietUntilMs = nowMs() + idleMs;
    } catch (error) {
      if (signal.aborted) return;
      const code =
        error instanceof RocketChatError ? error.code : error instanceof Error ? error.name : 'unknown';
      const { endpoint, reason } = error instanceof RocketChatError ? error : {};
      if (peer.failing !== code)
        log.error({ ...named, code, endpoint, reason }, 'conversations cannot be given to agents');
      peer.failing = code;
      peer.quietUntilMs = nowMs() + afterFailureMs;
      await keep(tenant, workspace.id, 'dispatcher', 'failing', code).catch(() => undefined);
    }
  }

  /** Whoever hands out: so that Rocket.Chat's own queue and lists have the urgent first. */
  async function mark(tenant: Tenant, workspace: WorkspaceConfig): Promise<void> {
    if (signal.aborted) return;
    const named = { tenant: tenant.id, workspace: workspace.id };
    try {
      const rows = await waitingRows(tenant, workspace.id);
      if (rows.length === 0 || !(await holdLease(tenant, marksOf(workspace.id), holder, now()))) return;
      const { desk, marks: memory } = peerOf(tenant, workspace);
      for (const { part, is, code } of await markRound({ tenant, desk, rows, memory, now, random })) {
        const isNew = await keep(tenant, workspace.id, part, is, code);
        if (isNew && is !== 'working')
          log.warn({ ...named, part, is, code }, 'Rocket.Chat takes no such mark');
      }
    } catch (error) {
      if (!signal.aborted) log.error({ ...named, code: (error as Error).name }, 'marks cannot be kept');
    }
  }

  const connected = ({ workspaces }: Tenant): WorkspaceConfig[] =>
    workspaces.filter(({ rocketchat }) => rocketchat !== undefined);
  const own = (tenant: Tenant): WorkspaceConfig[] =>
    connected(tenant).filter(({ rocketchat }) => rocketchat?.dispatcher === 'acolhe');
  const loops = startTenantLoops(
    'dispatcher',
    store,
    async (tenant) => {
      await Promise.all([
        ...own(tenant).map((workspace) => round(tenant, workspace)),
        ...connected(tenant).map((workspace) => mark(tenant, workspace)),
      ]);
    },
    pollMs,
  );
  return {
    async stop() {
      stopping.abort();
      await loops.stop();
      const given = store.tenants.flatMap((tenant) =>
        connected(tenant).flatMap(({ id }) =>
          [id, marksOf(id)].map((lease) => giveUpLease(tenant, lease, holder).catch(() => undefined)),
        ),
      );
      // without it the lease runs out by itself
      await Promise.all(given);
    },
  };
}

/** The lease of who marks: another than of who gives out. */
const marksOf = (workspace: string): string => `${workspace}/marks`;

async function waitingRows(tenant: Tenant, workspace: string): Promise<MarkRow[]> {
  const rows = await tenant.encounters
    .find({ state: 'queued' })
    .project<MarkRow & { workspace: string }>({ ...waitingFields, ruleTags: 1 })
    .toArray();
  return rows.filter((row) => row.workspace === workspace);
}
