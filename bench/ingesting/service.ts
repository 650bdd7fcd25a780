/** The service under measurement: a throw-away database and `acolhe crm --workers N` as operators start it. */
import { execFile, spawn } from 'child_process';
import { randomBytes } from 'crypto';
import type { Db, MongoClient } from 'mongodb';
import path from 'path';
import { promisify } from 'util';
import { someUncounted } from '../../crm-sync/cells/touch';
import type { Target } from './send';

const run = promisify(execFile);
const root = path.join(__dirname, '..', '..');

export interface Service {
  db: Db;
  /** Of the process that was started; with one worker it is the service itself. */
  pid: number;
  target: Target;
  source: string;
  /** Resident memory of all its processes, in MiB. */
  memoryMiB(): Promise<number>;
  /** Everything acknowledged is in its documents. */
  projected(): Promise<boolean>;
  /** The dashboard's cells show it too. */
  counted(): Promise<boolean>;
  stop(): Promise<void>;
}

export async function startService(
  client: MongoClient,
  uri: string,
  workers: number,
  { profile, memoryFile }: { profile?: string | undefined; memoryFile?: string } = {},
): Promise<Service> {
  const database = `bench_${randomBytes(4).toString('hex')}`;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const tenant = {
    ...{ id: 'bench', name: 'Bench', database },
    sealingKeys: [{ id: 'k', key: randomBytes(32).toString('base64') }],
    workspaces: [{ id: 'main', url: 'http://127.0.0.1:9', secrets: [secret] }],
  };
  const child = spawn(
    process.execPath,
    [
      ...(profile
        ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, '--require', path.join(__dirname, 'count-commands.cjs')]
        : []),
      ...(memoryFile !== undefined
        ? ['--expose-gc', '--require', path.join(__dirname, 'tell-memory.cjs')]
        : []),
      ...[path.join('cli', 'acolhe.mjs'), 'crm', '--workers', String(workers)],
    ],
    {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        MONGODB_URI: uri,
        ACOLHE_TENANTS: JSON.stringify([tenant]),
        ACOLHE_SESSION_KEY: randomBytes(32).toString('base64'),
        ACOLHE_CRM_PORT: '0',
        ACOLHE_LOG_LEVEL: 'error',
        ...(memoryFile !== undefined && { ACOLHE_BENCH_MEMORY: memoryFile }),
        ...(profile && { ACOLHE_BENCH_COMMANDS: path.join(profile, 'commands') }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      // What it complains about would explain a strange figure.
      if (/"level":[56]0/.test(chunk.toString('utf8'))) process.stderr.write(chunk);
      const ready = /^ready (http:\S+)$/m.exec(output)?.[1];
      if (ready) resolve(ready);
    });
    void ended.then(() => reject(new Error('the service did not start')));
  });
  const db = client.db(database);
  return {
    db,
    pid: child.pid ?? 0,
    target: { url, path: '/v1/tenants/bench/workspaces/main/events', secret },
    source: '/tenants/bench/workspaces/main',
    async memoryMiB() {
      const { stdout } = await run('ps', ['-ww', '-eo', 'pid=,ppid=,rss=,args=']);
      const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/));
      const own = rows.filter(
        ([pid, ppid, , ...args]) =>
          (Number(pid) === child.pid || Number(ppid) === child.pid) && args.join(' ').includes('acolhe.mjs'),
      );
      const workersOnly = own.length > 1 ? own.filter(([pid]) => Number(pid) !== child.pid) : own;
      return Math.round(workersOnly.reduce((sum, [, , rss]) => sum + Number(rss), 0) / 1024);
    },
    async projected() {
      const waiting = await db
        .collection('streams')
        .findOne({ dueAt: { $gt: new Date(0) } }, { projection: { _id: 1 } });
      return waiting === null;
    },
    async counted() {
      const waiting = { encounters: db.collection('encounters'), touches: db.collection('touches') };
      return (await someUncounted(waiting as unknown as Parameters<typeof someUncounted>[0])) === undefined;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
