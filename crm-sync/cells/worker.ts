/** Keeps cells right: at once when told of a change, and by polling for what other processes left behind. Several may run side by side. */
import type { FastifyBaseLogger } from 'fastify';
import { failureOf } from '../projector/project';
import type { Tenant } from '../store/tenant';
import { recountTouched } from './recount';

export interface CellsWorker {
  /** Encounters of this tenant were written. */
  nudge(): void;
  /** False when a round hangs for 30 s. */
  healthy(): boolean;
  /** Ends the round under way and begins no other. */
  stop(): Promise<void>;
}

export interface CellsWorkerOptions {
  tenant: Tenant;
  log: FastifyBaseLogger;
  /** Cells of these encounters are right now. */
  counted: (encounters: readonly { _id: string }[]) => void;
  pollMs?: number;
}

/** Changes come in bursts: one recount serves those of this time. */
const gatherMs = 50;
/** At most a quarter of the time is spent recounting, however full the hour is. */
const restShare = 3;
const restAtMostMs = 500;
const roundLimit = 1_000;
const hangsAfterMs = 30_000;

export function startCellsWorker({ tenant, log, counted, pollMs = 1_000 }: CellsWorkerOptions): CellsWorker {
  let stopped = false;
  let away = false;
  let timer: NodeJS.Timeout | undefined;
  let dueAtMs = Infinity;
  let notBeforeMs = 0;
  let turnedAtMs = performance.now();
  let running: Promise<void> | undefined;

  function schedule(inMs: number): void {
    const at = Math.max(performance.now() + inMs, notBeforeMs);
    if (stopped || running || at >= dueAtMs) return;
    clearTimeout(timer);
    dueAtMs = at;
    timer = setTimeout(turn, at - performance.now());
  }

  let again = false;
  function turn(): void {
    dueAtMs = Infinity;
    again = false;
    const beganMs = performance.now();
    running = round().finally(() => {
      running = undefined;
      turnedAtMs = performance.now();
      const restMs = away ? 0 : Math.min(restAtMostMs, restShare * (turnedAtMs - beganMs));
      notBeforeMs = turnedAtMs + restMs;
      schedule(again ? gatherMs : pollMs);
    });
  }

  async function round(): Promise<void> {
    try {
      const right = await recountTouched(tenant, roundLimit);
      if (right.length > 0) counted(right);
      if (right.length >= roundLimit) again = true;
      if (away) log.info({ tenant: tenant.id }, 'cells are counted again');
      away = false;
    } catch (error) {
      if (!away) log.error({ tenant: tenant.id, reason: failureOf(error).reason }, 'cells cannot be counted');
      away = true;
    }
  }

  schedule(0);
  return {
    nudge() {
      again = true;
      schedule(gatherMs);
    },
    healthy: () => performance.now() - turnedAtMs < hangsAfterMs,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
