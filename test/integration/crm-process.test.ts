/** The service as operators run it: a process that is configured, killed, started again and ended. */
import { spawn, type ChildProcess } from 'child_process';
import { createServer } from 'net';
import { join } from 'path';
import { MongoClient } from 'mongodb';
import type { EventEnvelope } from '../../contract/event';
import { sendEvents, testConfig, testEvent } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { eventually } from '../support/wait';

interface CrmProcess {
  child: ChildProcess;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  output(): string;
}

let mongo: TestMongo;
const started: CrmProcess[] = [];

beforeAll(async () => {
  mongo = await testMongo();
});
afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  await mongo?.stop();
});

function environment(): Record<string, string> {
  const config = testConfig(mongo.uri);
  const tenants = config.tenants.map((tenant) => ({
    ...tenant,
    sealingKeys: tenant.sealingKeys.map(({ id, key }) => ({ id, key: Buffer.from(key).toString('base64') })),
  }));
  return {
    MONGODB_URI: mongo.uri,
    ACOLHE_TENANTS: JSON.stringify(tenants),
    ACOLHE_SESSION_KEY: config.sessionKey.toString('base64'),
    ACOLHE_CRM_PORT: '0',
  };
}

function run(env: Record<string, string>): CrmProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', join('crm-sync', 'main.ts')], {
    cwd: join(__dirname, '..', '..'),
    env: { PATH: process.env['PATH'], ...env },
  });
  let output = '';
  const listen = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const running = { child, ended, output: () => output };
  started.push(running);
  return running;
}

async function ready(crm: CrmProcess): Promise<string> {
  return (await eventually(() => /^ready (http:\/\/\S+)$/m.exec(crm.output()), 60_000))[1]!;
}

/** Events of ten conversations, in the order they happen. */
function tenConversations(): EventEnvelope[] {
  const rooms = Array.from({ length: 10 }, (_, index) => `room-${index}`);
  const startMs = Date.UTC(2026, 4, 4, 12);
  return Array.from({ length: 20 }, (_, turn) =>
    rooms.map((subject) =>
      testEvent(
        'acolhe.message.recorded.v1',
        {
          messageId: `${subject}-${turn}`,
          from: turn % 2 ? 'bot' : 'patient',
          text: `texto ${turn}`,
          via: 'text',
        },
        { subject, timeMs: startMs + turn * 1_000 },
      ),
    ),
  ).flat();
}

it('killed in the middle of ten conversations and started again: nothing missing, nothing twice, order kept', async () => {
  const env = environment();
  const database = (JSON.parse(env['ACOLHE_TENANTS']!) as { database: string }[])[0]!.database;
  const events = tenConversations();
  const first = run(env);
  const firstUrl = await ready(first);
  const acknowledged = new Set<string>();
  // As the app does: what is not acknowledged is sent again.
  const deliver = async (url: string): Promise<void> => {
    for (let from = 0; from < events.length; from += 10) {
      const batch = events.slice(from, from + 10).filter(({ id }) => !acknowledged.has(id));
      if (batch.length === 0) continue;
      for (const { id } of await sendEvents(url, batch)) acknowledged.add(id!);
    }
  };
  const interrupted = deliver(firstUrl).catch(() => 'interrupted');
  await eventually(() => acknowledged.size >= 60);
  first.child.kill('SIGKILL');
  expect(await interrupted).toBe('interrupted');
  await first.ended;

  const second = run(env);
  await deliver(await ready(second));
  expect(acknowledged.size).toBe(200);
  const client = new MongoClient(mongo.uri);
  try {
    const db = client.db(database);
    await eventually(
      async () => (await db.collection('streams').countDocuments({ dueAt: { $exists: true } })) === 0,
      60_000,
    );
    expect(await db.collection('events').countDocuments()).toBe(200);
    expect(await db.collection('messages').countDocuments()).toBe(200);
    for (let room = 0; room < 10; room += 1) {
      const conversation = `room-${room}`;
      const messages = await db.collection('messages').find({ conversation }).sort({ order: 1 }).toArray();
      const wanted = Array.from({ length: 20 }, (_, turn) => `${conversation}\u0000${conversation}-${turn}`);
      expect(messages.map(({ _id }) => String(_id))).toEqual(wanted);
      expect(messages.map(({ order }) => order as number)).toEqual(wanted.map((_, order) => order));
    }
  } finally {
    await client.close();
  }
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(second.output()).not.toContain('texto');
});

it.each(['/healthz', '/readyz'])('answers %s', async (path) => {
  const crm = run(environment());
  const response = await fetch(`${await ready(crm)}${path}`);
  expect(response.status).toBe(200);
  crm.child.kill('SIGINT');
  expect(await crm.ended).toBe(0);
});

it('says which variables are wrong, and ends with 2', async () => {
  const crm = run({ ACOLHE_CRM_PORT: 'x' });
  expect(await crm.ended).toBe(2);
  for (const name of ['ACOLHE_CRM_PORT', 'MONGODB_URI', 'ACOLHE_TENANTS', 'ACOLHE_SESSION_KEY']) {
    expect(crm.output()).toContain(name);
  }
});

it('says in one sentence that its port is taken, and ends with 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await eventually(() => taken.listening);
  const { port } = taken.address() as { port: number };
  const crm = run({ ...environment(), ACOLHE_CRM_PORT: String(port), ACOLHE_LOG_LEVEL: 'silent' });
  expect(await crm.ended).toBe(1);
  expect(crm.output()).toBe(`Port ${port} on 127.0.0.1 is taken: set ACOLHE_CRM_PORT to a free one.\n`);
  taken.close();
});

it('says in one sentence that MongoDB does not answer, and ends with 1', async () => {
  const crm = run({ ...environment(), MONGODB_URI: 'mongodb://127.0.0.1:9/', ACOLHE_LOG_LEVEL: 'silent' });
  expect(await crm.ended).toBe(1);
  expect(crm.output()).toBe('MongoDB does not answer: check MONGODB_URI and that the server runs.\n');
});
