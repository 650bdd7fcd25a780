import { spawn } from 'child_process';
import { createWriteStream, mkdirSync } from 'fs';
import path from 'path';
import { Failure } from '../failure';

export interface ServiceRequest {
  name: string;
  /** Arguments for Node: the script, or options and the script. */
  args: readonly string[];
  cwd: string;
  env: Record<string, string | undefined>;
  /** All that the service writes is added here. */
  logFile: string;
  readyLimitMs?: number;
}

export interface Service {
  name: string;
  pid: number;
  /** Resolves when the process has gone, with words such as `SIGKILL` or `exit code 1`. */
  gone: Promise<string>;
  /** Resolves with the address from its line `ready http://…`. */
  ready: Promise<string>;
  /** Asks it to stop, makes it after a while, and takes along whatever it started. */
  stop(): Promise<void>;
}

const stopLimitMs = 12_000;
const lastWordsLength = 2_000;

/**
 * Starts a service in a process group of its own: Ctrl-C reaches only the caller, who then stops the services in order.
 */
export function startService({
  name,
  args,
  cwd,
  env,
  logFile,
  readyLimitMs = 60_000,
}: ServiceRequest): Service {
  mkdirSync(path.dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  const child = spawn(
    process.execPath,
    ['--require', path.join(__dirname, 'stop-with-parent.cjs'), ...args],
    {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    },
  );
  let lastWords = '';
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const ready = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => refuse(`was not ready within ${readyLimitMs / 1000} s`), readyLimitMs);
    const refuse = (why: string): void => {
      clearTimeout(timer);
      const words = lastWords.trim().split('\n').slice(-8).join('\n');
      reject(
        new Failure(
          'service-not-ready',
          `${name} ${why}. Its log is ${logFile}${words ? `:\n${words}` : '.'}`,
        ),
      );
    };
    const listen = (chunk: Buffer): void => {
      log.write(chunk);
      lastWords = (lastWords + chunk.toString('utf8')).slice(-lastWordsLength);
      const address = /^ready (http:\S+)/m.exec(lastWords)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('close', () => log.end());
    void gone.then((how) => refuse(`ended (${how}) before it was ready`));
  });
  // whoever stops it before it is ready no longer waits for that
  ready.catch(() => undefined);
  return {
    name,
    pid: child.pid ?? 0,
    gone,
    ready,
    async stop() {
      if (child.pid === undefined) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), stopLimitMs);
      await gone;
      clearTimeout(timer);
      signalGroup(child.pid, 'SIGKILL');
    },
  };
}

/** Children of a service share its group; one that outlived it is ended here. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-pid, signal);
  } catch {
    // nobody left
  }
}
