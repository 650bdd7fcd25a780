import type { Job } from './jobs';

export interface Loop {
  readonly job: Job;
  /** When a turn last ended (or the loop began), in milliseconds of `performance.now()`, which no clock change moves. */
  turnedAtMs(): number;
  /** Ends after the turn under way. */
  stop(): Promise<void>;
}

/**
 * Does the work again and again, never twice at once.
 * @param work must not reject
 */
export function startLoop(job: Job, work: () => Promise<void>, pauseMs: number): Loop {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let turn = Promise.resolve();
  let turnedAtMs = performance.now();
  const tick = (): void => {
    turn = work().finally(() => {
      turnedAtMs = performance.now();
      if (!stopped) timer = setTimeout(tick, pauseMs);
    });
  };
  tick();
  return {
    job,
    turnedAtMs: () => turnedAtMs,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
