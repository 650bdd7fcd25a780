/** Several processes started by one command: what a dead one held is taken over, and all end together. */
import { spawn, type ChildProcess } from 'child_process';
import { MongoClient, type Db } from 'mongodb';
import { join } from 'path';
import { sendEvents, testConfig, testEvent } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { eventually } from '../support/wait';

const root = join(__dirname, '..', '..');
let mongo: TestMongo;
let client: MongoClient;
let db: Db;
let child: ChildProcess | undefined;
let output = '';

beforeAll(async () => {
  mongo = await testMongo();
  client = new MongoClient(mongo.uri);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await client?.close();
  await mongo?.stop();
});

function start(workers: string): ChildProcess {
  const config = testConfig(mongo.uri);
  const [tenant] = config.tenants;
  db = client.db(tenant!.database);
  const sealingKeys = tenant!.sealingKeys.map(({ id, key }) => ({
    id,
    key: Buffer.from(key).toString('base64'),
  }));
  output = '';
  const started = spawn(process.execPath, [join('cli', 'acolhe.mjs'), 'crm', '--workers', workers], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      MONGODB_URI: mongo.uri,
      ACOLHE_TENANTS: JSON.stringify([{ ...tenant, sealingKeys }]),
      ACOLHE_SESSION_KEY: config.sessionKey.toString('base64'),
      ACOLHE_CRM_PORT: '0',
    },
  });
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk: Buffer) => void (output += chunk.toString('utf8')));
  return started;
}

/** Processes of the service, not those that its tools start beside it. */
async function children(pid: number): Promise<number[]> {
  const { stdout } = spawn('ps', ['-ww', '-o', 'pid=,args=', '--ppid', String(pid)]);
  let text = '';
  for await (const chunk of stdout) text += String(chunk);
  return text
    .split('\n')
    .filter((line) => line.includes('acolhe.mjs'))
    .map((line) => Number.parseInt(line, 10));
}

function events(turn: number, rooms: number) {
  return Array.from({ length: rooms }, (_, room) =>
    testEvent(
      'acolhe.message.recorded.v1',
      { messageId: `m${turn}`, from: 'patient', text: `texto ${turn}`, via: 'text' },
      { subject: `room-${room}`, timeMs: Date.UTC(2026, 4, 4, 12) + turn * 1_000 },
    ),
  );
}

it('two work side by side; one is killed while it holds claims, and all is done within 15 s', async () => {
  const running = (child = start('2'));
  const ended = new Promise<number | null>((resolve) => running.once('close', resolve));
  const url = (await eventually(() => /^ready (http:\/\/\S+)$/m.exec(output), 60_000))[1]!;
  const pids = await eventually(async () => {
    const found = await children(running.pid!);
    return found.length === 2 ? found : undefined;
  });

  const turns = 6;
  const rooms = 150;
  const streams = db.collection<{ _id: string; state: string; claimedBy?: string }>('streams');
  let killed = 0;
  let victim = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    // What has no answer is sent again, the same. A connection handed to a process at its death is never answered.
    const batch = events(turn, rooms);
    const send = () => sendEvents(url, batch, { limitMs: 5_000 });
    const sent = send().catch(send);
    if (turn === 2) {
      // A claim's token begins with the process that holds it.
      const held = await eventually(() => streams.findOne({ state: 'claimed' }));
      victim = Number.parseInt(held.claimedBy ?? '', 10);
      expect(pids).toContain(victim);
      process.kill(victim, 'SIGKILL');
      killed = Date.now();
    }
    await sent.catch(async () => eventually(() => send().catch(() => undefined)));
  }
  await eventually(
    async () =>
      (await db.collection('messages').countDocuments()) === turns * rooms &&
      (await streams.countDocuments({ state: { $ne: 'clean' } })) === 0,
    15_000 - (Date.now() - killed),
  );
  expect(await db.collection('events').countDocuments()).toBe(turns * rooms);
  const orders = await db
    .collection('messages')
    .find({ conversation: 'room-7' })
    .sort({ order: 1 })
    .toArray();
  expect(orders.map((one) => [one['order'] as number, String(one._id)])).toEqual(
    Array.from({ length: turns }, (_, turn) => [turn, `room-7\u0000m${turn}`]),
  );

  await eventually(
    async () => (await children(running.pid!)).filter((pid) => pid !== victim).length === 2,
    60_000,
  );
  expect(output).toMatch(/a process of crm-sync ended \(SIGKILL\); another starts/);
  running.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await children(running.pid!)).toEqual([]);
});

it.each(['0', 'two', '65'])('refuses --workers %s', async (workers) => {
  const refused = start(workers);
  expect(await new Promise((resolve) => refused.once('close', resolve))).toBe(2);
  expect(output).toContain('--workers is a whole number');
});
