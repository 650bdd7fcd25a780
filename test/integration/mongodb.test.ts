/** Finding a MongoDB server for development: what is taken, what is kept, and that nothing stays behind. */
import { spawn } from 'child_process';
import { mkdtemp, rm } from 'fs/promises';
import { createConnection } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { MongoClient } from 'mongodb';
import { findMongo, NoMongoError } from '../../cli/mongodb';
import { eventually } from '../support/wait';

const root = join(__dirname, '..', '..');
const home = join(root, '.acolhe');
const dataDir = join(tmpdir(), `acolhe-find-${process.pid}`);
// A server whose parent was killed may still be writing its last page.
afterAll(async () => rm(dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 }));

async function listens(uri: string): Promise<boolean> {
  const port = Number(new URL(uri).port);
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function withClient<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(uri);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

it('takes the given server, and leaves it alone', async () => {
  const said: string[] = [];
  const env = { MONGODB_URI: 'mongodb://10.1.2.3:27017' };
  const found = await findMongo({ dataDir, home, env, say: (line) => said.push(line) });
  expect(found).toMatchObject({ kind: 'given', uri: env.MONGODB_URI });
  expect(said).toEqual(['MongoDB: the one in MONGODB_URI.']);
  await found.stop();
});

it('names all four ways when there is none', async () => {
  const home = await mkdtemp(join(tmpdir(), 'acolhe-'));
  try {
    const none = findMongo({
      dataDir: join(home, 'data'),
      env: { PATH: home },
      say: () => {},
      allowDownload: false,
    });
    const error = (await none.catch((reason: unknown) => reason)) as NoMongoError;
    expect(error).toBeInstanceOf(NoMongoError);
    for (const way of ['MONGODB_URI', 'mongod on the PATH: none there', 'download', 'SecantusDB'])
      expect(error.message).toContain(way);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});

const { MONGODB_URI: given, ...env } = process.env;
const ours = given ? it.skip : it;

ours('keeps the data between runs, says which server was taken, and ends it on stop', async () => {
  const said: string[] = [];
  const first = await findMongo({ dataDir, home, env, say: (line) => said.push(line) });
  expect(said.at(-1)).toMatch(/^MongoDB: .+; data in /);
  await withClient(first.uri, (client) =>
    client.db('kept').collection('things').insertOne({ word: 'ficou' }),
  );
  await first.stop();
  expect(await listens(first.uri)).toBe(false);
  const second = await findMongo({ dataDir, home, env, say: () => {} });
  try {
    const kept = await withClient(second.uri, (client) => client.db('kept').collection('things').findOne());
    expect(kept).toMatchObject({ word: 'ficou' });
  } finally {
    await second.stop();
  }
});

ours('leaves no server behind when its parent is killed', async () => {
  const script = `
    const { findMongo } = require('./cli/mongodb.ts');
    findMongo({ dataDir: ${JSON.stringify(dataDir)}, home: ${JSON.stringify(home)}, env: process.env, say: () => {} })
      .then(({ uri }) => { console.log(uri); setInterval(() => {}, 1000); });`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '-e', script], { cwd: root, env });
  let output = '';
  parent.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const uri = await eventually(() => /^mongodb:\S+/m.exec(output)?.[0], 60_000);
  expect(await listens(uri)).toBe(true);
  parent.kill('SIGKILL');
  await eventually(async () => !(await listens(uri)), 60_000);
});
