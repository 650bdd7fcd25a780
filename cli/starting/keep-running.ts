import { backoffMs } from '../../crm-sync/backoff';
import type { Service } from './service';

export interface KeepRunningOptions {
  start: () => Service;
  say: (line: string) => void;
  /** Called once when the service does not come back. */
  givenUp: (why: string) => void;
  wait?: (ms: number) => Promise<void>;
  random?: () => number;
  now?: () => number;
}

export interface KeptService {
  /** Ready for the first time. */
  ready: Promise<string>;
  stop(): Promise<void>;
}

const backoff = { baseMs: 500, capMs: 15_000 };
const maxFailures = 6;
/** A service that ran this long is well again, and its failures are forgotten. */
const healthyMs = 60_000;

const waitFor = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** Starts a service and starts it again whenever it ends by itself, ever later, until it fails too often in a row. */
export function keepRunning(options: KeepRunningOptions): KeptService {
  const { start, say, givenUp, wait = waitFor, random = Math.random, now = Date.now } = options;
  let stopping = false;
  let current = start();
  const first = current;

  const watch = async (): Promise<void> => {
    let failures = 0;
    for (;;) {
      const startedAtMs = now();
      const how = await current.gone;
      await current.stop();
      if (stopping) return;
      if (now() - startedAtMs >= healthyMs) failures = 0;
      failures += 1;
      if (failures >= maxFailures)
        return givenUp(`${current.name} ended ${failures} times in a row (${how})`);
      const pauseMs = backoffMs(backoff, failures, random());
      say(`${current.name} ended (${how}); starting it again in ${(pauseMs / 1000).toFixed(1)} s`);
      await wait(pauseMs);
      // stop() may have been called while waiting
      if (stopping as boolean) return;
      const again = start();
      current = again;
      again.ready.then(
        () => say(`${again.name} is back`),
        // one that hangs is ended, which counts as a failure like any other end
        () => again.stop(),
      );
    }
  };
  const watching = first.ready.then(watch, () => undefined);
  return {
    ready: first.ready,
    async stop() {
      stopping = true;
      await current.stop();
      void watching;
    },
  };
}
