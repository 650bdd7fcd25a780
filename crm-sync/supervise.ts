/** Several processes of the service side by side on one port. A dead one is started anew; all end together. */
import cluster, { type Worker } from 'cluster';
import { backoffMs } from './backoff';
import { carry, introduce, type SiblingWord } from './siblings';

const backoff = { baseMs: 250, capMs: 10_000 };
/** Who lived this long died of something else than its start. */
const provenMs = 30_000;
const stopLimitMs = 20_000;

export interface SuperviseOptions {
  /** Processes side by side. */
  count: number;
  /** Program and arguments of each. */
  exec: string;
  args: readonly string[];
  /** All are ready for the first time. */
  ready: (url: string) => void;
  /** Something worth a line. */
  say: (line: string) => void;
}

/**
 * Runs until it is told to end by SIGTERM or SIGINT.
 * @returns the exit code: 0 after a graceful end; that of a process which ended before any was ready
 */
export function supervise({ count, exec, args, ready, say }: SuperviseOptions): Promise<number> {
  cluster.setupPrimary({ exec, args: [...args] });
  const alive = new Set<Worker>();
  const answering = new Set<Worker>();
  const timers = new Set<NodeJS.Timeout>();
  let announced = false;
  let everReady = false;
  let ending: number | undefined;
  let failures = 0;

  return new Promise((resolve) => {
    function end(code: number): void {
      ending ??= code;
      for (const timer of timers) clearTimeout(timer);
      for (const worker of alive) worker.process.kill('SIGTERM');
      setTimeout(() => {
        for (const worker of alive) worker.process.kill('SIGKILL');
      }, stopLimitMs).unref();
      if (alive.size === 0) resolve(ending);
    }

    /** Those that answer, by their number. */
    function family(): Map<number, (word: SiblingWord) => void> {
      const tell = (to: Worker) => (word: SiblingWord) =>
        void (to.isConnected() && to.send(word, undefined, undefined, () => undefined));
      return new Map([...answering].map((worker) => [worker.id, tell(worker)]));
    }

    function start(): void {
      const worker = cluster.fork();
      const startedMs = Date.now();
      alive.add(worker);
      worker.on('message', (message: { ready?: string }) => {
        if (message.ready === undefined) return carry(message, worker.id, family());
        everReady = true;
        answering.add(worker);
        introduce(family());
        if (announced || answering.size < count) return;
        announced = true;
        ready(message.ready);
      });
      worker.on('exit', (code, signal) => {
        alive.delete(worker);
        answering.delete(worker);
        introduce(family());
        if (ending !== undefined) {
          if (alive.size === 0) resolve(ending);
          return;
        }
        // Wrong settings or a port that is taken: another try would fare the same.
        if (!everReady) return end(code || 1);
        failures = Date.now() - startedMs > provenMs ? 1 : failures + 1;
        const waitMs = backoffMs(backoff, failures, Math.random());
        say(`a process of crm-sync ended (${signal ?? code}); another starts in ${waitMs} ms`);
        const timer = setTimeout(() => {
          timers.delete(timer);
          start();
        }, waitMs);
        timers.add(timer);
      });
    }

    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end(0));
    for (let index = 0; index < count; index += 1) start();
  });
}
