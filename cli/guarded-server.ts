/** Starts a MongoDB-speaking server as a guarded child and waits until it answers. */
import { spawn } from 'child_process';
import { createServer } from 'net';
import { join } from 'path';
import { MongoClient } from 'mongodb';

export interface GuardedServer {
  uri: string;
  /** Ends the server and waits until it has gone; data stay on disk. */
  stop(): Promise<void>;
  /** Ends the server as a power cut would; data stay on disk as they are. */
  kill(): Promise<void>;
  /** Resolves when the server has gone, whoever ended it. */
  gone: Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function answers(uri: string): Promise<boolean> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 500 });
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

/**
 * @param argumentsFor the server's arguments for a port on 127.0.0.1
 * @param options `port`: instead of a free one
 * @throws Error with the server's last words when it ends, or is silent for `limitMs`
 */
export async function startGuarded(
  command: string,
  argumentsFor: (port: number) => string[],
  { limitMs = 30_000, port: givenPort }: { limitMs?: number; port?: number | undefined } = {},
): Promise<GuardedServer> {
  const port = givenPort ?? (await freePort());
  const guard = spawn(
    process.execPath,
    [join(__dirname, 'process-guard.cjs'), command, ...argumentsFor(port)],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    },
  );
  let lastWords = '';
  const listen = (chunk: Buffer): void =>
    void (lastWords = (lastWords + chunk.toString('utf8')).slice(-2_000));
  guard.stdout.on('data', listen);
  guard.stderr.on('data', listen);
  let running = true;
  const gone = new Promise<void>((resolve) =>
    guard.once('close', () => {
      running = false;
      resolve();
    }),
  );
  guard.stdin.on('error', () => {});
  const stop = async (): Promise<void> => {
    guard.ref();
    guard.stdin.end();
    await gone;
  };
  // the guard leads a process group that the server belongs to
  const kill = async (): Promise<void> => {
    guard.ref();
    if (running && guard.pid !== undefined) process.kill(-guard.pid, 'SIGKILL');
    await gone;
  };
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  const untilMs = Date.now() + limitMs;
  while (running && Date.now() < untilMs) {
    if (await answers(uri)) {
      // The parent may end without waiting for this child: its end of the pipe closes, and the guard sees it.
      guard.unref();
      for (const pipe of [guard.stdin, guard.stdout, guard.stderr])
        (pipe as unknown as { unref(): void }).unref();
      return { uri, stop, kill, gone };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  const reason = lastWords.trim().split('\n').slice(-3).join(' ');
  throw new Error(`${command} did not start${reason ? `: ${reason}` : ` within ${limitMs / 1000} s`}`);
}
