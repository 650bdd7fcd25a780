/** Finds a MongoDB server for development and tests: given, on this machine, downloaded, or the stand-in. */
import { execFile } from 'child_process';
import { constants } from 'fs';
import { access, mkdir, readFile, writeFile } from 'fs/promises';
import { delimiter, dirname, join } from 'path';
import { promisify } from 'util';
import { startGuarded } from './guarded-server';
import { secantusProgram } from './secantus';

export type Say = (line: string) => void;

export interface FoundMongo {
  uri: string;
  kind: 'given' | 'mongod' | 'downloaded' | 'secantus';
  /** Ends what was started here; a given server is left alone. */
  stop(): Promise<void>;
  /** Ends a server started here as a power cut would. */
  kill?(): Promise<void>;
  /** Resolves when a server started here has gone, whoever ended it. */
  gone?: Promise<void>;
}

export interface FindMongoOptions {
  /** Where a server started here keeps its data. */
  dataDir: string;
  /** Where downloads and notes are kept (default: the parent folder of `dataDir`). */
  home?: string;
  env: Record<string, string | undefined>;
  say: Say;
  /** Whether the real mongod may be downloaded (default true). */
  allowDownload?: boolean;
  /** Whether data files are written without compression, so that they can be searched (default false). */
  uncompressed?: boolean;
  /** Where a server started here listens (default: any free port). */
  port?: number;
}

const run = promisify(execFile);
const downloadLimitMs = 120_000;
const failureRememberedMs = 24 * 3_600_000;

export class NoMongoError extends Error {
  readonly code = 'no-mongodb';
  constructor(tried: readonly string[]) {
    super(
      'No MongoDB to be had: set MONGODB_URI, or put mongod on the PATH, or allow its download (fastdl.mongodb.org), ' +
        `or give Python 3 with pip for SecantusDB.${tried.map((line) => `\n  ${line}`).join('')}`,
    );
    this.name = 'NoMongoError';
  }
}

async function onPath(program: string, path: string | undefined): Promise<string | undefined> {
  const names = process.platform === 'win32' ? [`${program}.exe`] : [program];
  for (const folder of (path ?? '').split(delimiter).filter(Boolean)) {
    for (const name of names) {
      const file = join(folder, name);
      if (
        await access(file, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return file;
    }
  }
  return undefined;
}

/** The path of a downloaded mongod. In a process of its own, so that a download that hangs can be ended. */
async function downloadedMongod(home: string, say: Say): Promise<string> {
  const note = join(home, 'mongod-download-failed.json');
  const failed = await readFile(note, 'utf8').then(
    (text) => JSON.parse(text) as { atMs: number },
    () => undefined,
  );
  if (failed && Date.now() - failed.atMs < failureRememberedMs)
    throw new Error(`failed before; delete ${note} to try again`);
  say('Looking for a mongod to download …');
  const script =
    "require('mongodb-memory-server-core').MongoBinary.getPath({ downloadDir: process.argv[1], checkMD5: false })" +
    '.then((path) => process.stdout.write(path), (error) => { console.error(error.message); process.exit(1); });';
  try {
    const { stdout } = await run(process.execPath, ['-e', script, join(home, 'mongod')], {
      cwd: join(__dirname, '..'),
      timeout: downloadLimitMs,
    });
    return stdout.trim().split('\n').at(-1)!;
  } catch (error) {
    await writeFile(note, JSON.stringify({ atMs: Date.now() }));
    const told = (error as { stderr?: string }).stderr?.trim().split('\n')[0];
    throw new Error(told || `nothing within ${downloadLimitMs / 1000} s`);
  }
}

/** SecantusDB compresses neither its pages nor its journal. */
const uncompressedFlags = [
  ...['--wiredTigerCollectionBlockCompressor', 'none', '--wiredTigerJournalCompressor', 'none'],
  ...['--wiredTigerIndexPrefixCompression', 'false'],
];

async function startMongod(program: string, dataDir: string, uncompressed: boolean, port?: number) {
  const folder = join(dataDir, 'mongod');
  await mkdir(folder, { recursive: true });
  const argumentsFor = (chosen: number): string[] => [
    ...['--dbpath', folder, '--bind_ip', '127.0.0.1', '--port', String(chosen), '--quiet'],
    ...(uncompressed ? uncompressedFlags : []),
  ];
  return startGuarded(program, argumentsFor, { port });
}

async function startSecantus(program: string, dataDir: string, port?: number) {
  const folder = join(dataDir, 'secantus');
  await mkdir(folder, { recursive: true });
  const argumentsFor = (chosen: number): string[] => [
    ...['--host', '127.0.0.1', '--port', String(chosen)],
    ...['--storage-path', folder, '--log-level', 'WARNING'],
  ];
  return startGuarded(program, argumentsFor, { port });
}

/**
 * Tries in turn: `MONGODB_URI`, `mongod` on the PATH, a downloaded mongod, SecantusDB; says which was taken.
 * @throws NoMongoError naming all four and why each could not be had
 */
export async function findMongo({
  dataDir,
  home = dirname(dataDir),
  env,
  say,
  allowDownload = true,
  uncompressed = false,
  port,
}: FindMongoOptions): Promise<FoundMongo> {
  if (env['MONGODB_URI']) {
    say('MongoDB: the one in MONGODB_URI.');
    return { uri: env['MONGODB_URI'], kind: 'given', stop: async () => {} };
  }
  await mkdir(home, { recursive: true });
  await mkdir(dataDir, { recursive: true });
  const tried: string[] = ['MONGODB_URI: not set'];
  const ways: { kind: FoundMongo['kind']; name: string; start: () => ReturnType<typeof startGuarded> }[] = [
    {
      kind: 'mongod',
      name: 'mongod on the PATH',
      start: async () => {
        const program = await onPath('mongod', env['PATH']);
        if (!program) throw new Error('none there');
        return startMongod(program, dataDir, uncompressed, port);
      },
    },
    {
      kind: 'downloaded',
      name: 'a downloaded mongod',
      start: async () => {
        if (!allowDownload) throw new Error('not allowed here');
        return startMongod(await downloadedMongod(home, say), dataDir, uncompressed, port);
      },
    },
    {
      kind: 'secantus',
      name: 'SecantusDB, a stand-in for development',
      start: async () => startSecantus(await secantusProgram(home, env, say), dataDir, port),
    },
  ];
  for (const way of ways) {
    try {
      const server = await way.start();
      say(`MongoDB: ${way.name}; data in ${dataDir}.`);
      return { kind: way.kind, ...server };
    } catch (error) {
      tried.push(`${way.name}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  throw new NoMongoError(tried);
}
