import { fork } from 'child_process';
import { once } from 'events';
import { createRequire } from 'module';
import { join } from 'path';
import { pathToFileURL } from 'url';

import { createWire, type WireMessage } from './wire';

/** A host process as the workspace sees it. */
export interface Host {
  call<T>(method: string, ...args: unknown[]): Promise<T>;
  stop(): Promise<void>;
}

const stopGraceMs = 5000;

/** Starts one host process and waits until its AppManager is ready; `serve` answers what the process asks. */
export async function startHost(options: {
  env: Record<string, string>;
  start: { tempDir: string; keys: { privateKey: string; publicKey: string } };
  serve: (method: string, args: unknown[]) => unknown;
  log: (line: string) => void;
}): Promise<Host> {
  const tsx = pathToFileURL(createRequire(__filename).resolve('tsx')).href;
  const child = fork(join(__dirname, 'host-process.ts'), [], {
    execArgv: ['--import', tsx],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...options.env, NODE_ENV: 'production' },
  });
  const wire = createWire(
    (message) => child.connected && child.send(message, () => undefined),
    options.serve,
  );
  child.on('message', (message) => wire.receive(message as WireMessage));
  const lines = (chunk: Buffer): void => {
    for (const line of chunk.toString().split('\n')) if (line.trim() !== '') options.log(`host: ${line}`);
  };
  child.stdout?.on('data', lines);
  child.stderr?.on('data', lines);
  const exited = once(child, 'exit').then(() => wire.cut('the app host process has stopped'));

  const stop = async (): Promise<void> => {
    void wire.call('stop').catch(() => undefined);
    const late = setTimeout(() => child.kill('SIGKILL'), stopGraceMs);
    await exited;
    clearTimeout(late);
  };
  try {
    await wire.call('start', options.start);
  } catch (error) {
    await stop();
    throw error;
  }
  return { call: <T>(method: string, ...args: unknown[]) => wire.call(method, ...args) as Promise<T>, stop };
}
