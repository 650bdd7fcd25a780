/** MongoDB and the processes of the service: killed as by `kill -9`, and started again as a supervisor would. */
import path from 'path';
import { findMongo, type FoundMongo } from '../../cli/mongodb';
import { startService, type Service } from '../../cli/starting/service';

const root = path.join(__dirname, '..', '..');
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

export interface Killable {
  /** @returns when it answers again */
  kill(downMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** One thing after another: what is being started is not killed before it runs. */
function inTurn(): (work: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

export interface KillableMongo extends Killable {
  uri: string;
  kind: FoundMongo['kind'];
}

/** @throws NoMongoError; Error for a server given by MONGODB_URI, which is not ours to kill */
export async function startMongo(dataDir: string, port: number): Promise<KillableMongo> {
  const { MONGODB_URI: _given, ...env } = process.env;
  const start = (): Promise<FoundMongo> =>
    findMongo({ dataDir, home: path.join(root, '.acolhe'), env, port, say: () => undefined });
  let server = await start();
  const take = inTurn();
  let ending = false;
  return {
    uri: server.uri,
    kind: server.kind,
    kill: (downMs) =>
      take(async () => {
        if (ending) return;
        await server.kill?.();
        await pause(downMs);
        server = await start();
      }),
    async stop() {
      ending = true;
      await take(() => server.stop());
    },
  };
}

export async function startCrmProcess(env: Record<string, string>, logFile: string): Promise<Killable> {
  let ending = false;
  let service: Service;
  const start = async (): Promise<void> => {
    while (!ending) {
      service = startService({
        ...{ name: 'crm-sync', args: ['--import', 'tsx', 'crm-sync/main.ts'], cwd: root, logFile },
        env: { ...process.env, NODE_ENV: 'production', ...env },
      });
      // it ends when MongoDB is away, and is started again
      const ready = await service.ready.then(
        () => true,
        () => false,
      );
      if (ready) return;
      await service.stop();
      await pause(250);
    }
  };
  await start();
  const take = inTurn();
  return {
    kill: (downMs) =>
      take(async () => {
        if (ending) return;
        process.kill(service.pid, 'SIGKILL');
        await service.gone;
        await pause(downMs);
        await start();
      }),
    async stop() {
      ending = true;
      await take(() => service.stop());
    },
  };
}
