/**
 * Personal data are looked for in everything that the service writes: documents of every database, files in GridFS,
 * log lines, metrics, and the database's own files. The app's memory is Rocket.Chat's side and is not looked at.
 */
import { randomBytes, randomUUID } from 'crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import path from 'path';
import { Readable } from 'stream';
import { buffer } from 'stream/consumers';
import { pipeline } from 'stream/promises';
import { BSON, GridFSBucket, MongoClient, type Db } from 'mongodb';
import { findMongo, type FoundMongo } from '../../cli/mongodb';
import { Owned } from '../../cli/starting/owned';
import { startService, type Service } from '../../cli/starting/service';
import { mintPatientId } from '../../contract/patient-id';
import { queueCommand } from '../../crm-sync/commands/queue-command';
import { keepFile, readFile as readKept } from '../../crm-sync/files/file-store';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { changeWorkspaces } from '../../crm-sync/tenants/change-workspaces';
import { createTenant } from '../../crm-sync/tenants/create-tenant';
import { openStore } from '../../crm-sync/tenants/open-store';
import { canaries } from '../support/canaries';
import { postSigned } from '../support/crm';
import { finder, needlesFor } from '../support/needles';
import { personalEvents } from '../support/personal-events';
import { workInPages } from '../support/work-in-pages';
import { registryConfig, testAdmin } from '../support/tenant-admin';
import { eventually } from '../support/wait';

const root = path.join(__dirname, '..', '..');
const tenantId = 'clinica';
const where = { tenant: tenantId, workspace: 'w1' };
const mine = canaries();
/** The same kinds of data, written in clear: what finds these would find the others. */
const control = canaries();
const owned = new Owned();
let dataDir: string;
let mongo: FoundMongo;
let crm: Service;
let url: string;
let mongodbUri: string;
const logFile = (): string => path.join(dataDir, 'crm.log');
const secret = `whsec_${randomBytes(32).toString('base64')}`;
const webhookToken = `hook-${randomBytes(18).toString('hex')}`;
const masterKey = randomBytes(32);
/** What an auditor keeps elsewhere: copied to machines that hold no keys. */
const checkpoints = (): string => path.join(dataDir, 'checkpoints');
const quiet = { info: () => undefined, error: () => undefined };

const traces = (haystack: Buffer, what = mine): string[] => {
  const names = new Map(what.all().map((one) => [one.canary, one.what]));
  const find = finder(what.all().flatMap(({ canary }) => needlesFor(canary)));
  return find(haystack).map(({ canary, how }) => `${names.get(canary)} in ${how}`);
};

/** Secrets of the service's own, which are to be found nowhere either. */
const ownSecrets: string[] = [secret, webhookToken, masterKey.toString('base64')];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'acolhe-sealed-'));
  await mkdir(checkpoints());
  const storage = path.join(dataDir, 'mongodb');
  // A server that is given keeps its files elsewhere: one of our own is needed.
  const { MONGODB_URI: _given, ...env } = process.env;
  const home = path.join(root, '.acolhe');
  mongo = await findMongo({ dataDir: storage, home, env, say: () => undefined, uncompressed: true });
  await owned.own(mongo);
  mongodbUri = mongo.uri;
  const config = registryConfig(mongo.uri, masterKey);
  const admin = testAdmin(config);
  await owned.own(admin);
  await createTenant(admin, {
    id: tenantId,
    name: 'Clínica',
    timeZone: 'America/Fortaleza',
    database: 'clinica',
  });
  await changeWorkspaces(admin, tenantId, 'workspace-add', () => [
    { id: 'w1', url: 'http://127.0.0.1:9', appId: 'app', secrets: [secret], webhookToken },
  ]);
  crm = await owned.own(
    startService({
      name: 'crm-sync',
      args: ['--import', 'tsx', 'crm-sync/main.ts'],
      cwd: root,
      env: {
        ...process.env,
        ...{ MONGODB_URI: mongo.uri, ACOLHE_MASTER_KEY: masterKey.toString('base64') },
        ...{ ACOLHE_CONTROL_DATABASE: config.registry!.database, ACOLHE_CRM_PORT: '0' },
        ...{ ACOLHE_SESSION_KEY: randomBytes(32).toString('base64'), ACOLHE_LOG_LEVEL: 'trace' },
        ACOLHE_AUDIT_CHECKPOINTS: checkpoints(),
      },
      logFile: logFile(),
    }),
  );
  url = (await crm.ready).replace(/\/+$/, '');
  const store = await openStore(config, 'command', quiet);
  await owned.own({ stop: () => store.close() });
  const tenant = store.tenant(tenantId)!;
  const send = (body: unknown, path?: string) =>
    postSigned(url, body, { ...where, secret, ...(path && { path }) });

  const asked = await send({ conversation: 'room-1', visitor: 'visitor-1' }, 'questions/who-is');
  const { patientId } = asked.body as { patientId: string };
  await send(
    { conversation: 'room-1', visitor: 'visitor-1', dependent: { name: mine.dependentName } },
    'questions/who-is',
  );
  const other = mintPatientId(() => randomBytes(5));
  const events = personalEvents(mine, { ...where, conversation: 'room-1', patientId, other });
  const stored = await send(events.conversation);
  expect(stored.body).toMatchObject({ results: events.conversation.map(() => ({ fate: 'stored' })) });
  await storeEvents(tenant, events.own, new Date());
  // What does not fit is refused, what differs is kept as it was, what is not known is kept whole.
  const [first] = events.conversation;
  await send([
    { ...first, id: mine.text('refused id'), data: { visitor: mine.text('refused event') } },
    { ...first, data: { ...first!.data, visitor: { id: 'visitor-1', name: mine.text('other content') } } },
    {
      ...first,
      id: randomUUID(),
      type: 'acolhe.thing.unknown.v1',
      data: { what: mine.text('unknown type') },
    },
  ]);
  await send(mine.text('no batch'));
  await fetch(`${url}/v1/tenants/${tenantId}/workspaces/w1/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-rocketchat-livechat-token': webhookToken },
    body: JSON.stringify({
      ...{ type: 'LivechatOfflineMessage', sentAt: new Date().toISOString() },
      visitor: { name: mine.name, email: mine.email, phone: mine.phone },
      message: mine.text('offline message'),
    }),
  });
  const command = {
    id: randomUUID(),
    conversation: 'room-1',
    kind: 'say',
    text: mine.text('command'),
  } as const;
  await queueCommand(tenant, 'w1', command, new Date());
  // As reconciliation keeps it: in several pieces, its name in the conversation's event, as every file's.
  const scan = scanOf(mine);
  await keepFile(tenant, 'room-1', 'f1', () => Promise.resolve(Readable.from([scan])));
  const kept = await readKept(tenant, 'room-1', 'f1');
  expect((await buffer(kept!)).equals(scan)).toBe(true);
  ownSecrets.push(...(await workInPages(url, { tenant, canaries: mine, patientId, other })));
  const unfinished = () => tenant.streams.find({ state: { $ne: 'clean' } }).toArray();
  await eventually(async () => (await unfinished()).length === 0, 60_000).catch(async () => {
    const rows = (await unfinished()).map(({ _id, state, reason }) => `${_id} ${state} ${reason}`);
    throw new Error(`not projected: ${rows.join(', ')}`);
  });
  await clearControl(admin.client(undefined).db('control_write'));
});

/** A picture with words in it, of several GridFS chunks. */
function scanOf(c: typeof mine): Buffer {
  const words = Buffer.from(` ${c.text('words in a file')} ${c.cpf} ${c.name} `);
  const pieces = Array.from({ length: 6 }, () => [randomBytes(100_000), words]);
  return Buffer.concat(pieces.flat());
}

/** The control, beside the others and in every shape: documents with text and coded, a file in GridFS, a checkpoint. */
async function clearControl(db: Db): Promise<void> {
  const clear = db.collection<{ _id: string }>('clear');
  const file = scanOf(control);
  const name = `exame ${control.text('file name')}.png`;
  await pipeline(Readable.from([file]), new GridFSBucket(db).openUploadStream(name));
  for (const { canary, what } of controls())
    await clear.insertOne({
      ...{ _id: `${what} ${canary}`, text: canary },
      coded: Buffer.from(canary).toString('base64'),
    } as { _id: string });
  const words = controls().map(({ canary }) => canary);
  await writeFile(path.join(checkpoints(), 'control.jsonl'), JSON.stringify({ words }));
}

afterAll(async () => {
  await owned.stopAll();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

const controls = (): { what: string; canary: string }[] => {
  if (!control.all().some(({ what }) => what === 'message')) control.text('message');
  return control.all();
};
const everything = (): { what: string; canary: string }[] => [
  ...mine.all(),
  ...ownSecrets.map((canary) => ({ what: 'secret', canary })),
];

describe('personal data', () => {
  it('is in no document of any database', async () => {
    const client = new MongoClient(mongodbUri);
    const find = finder(everything().flatMap(({ canary }) => needlesFor(canary)));
    const names = new Map(everything().map((one) => [one.canary, one.what]));
    const leaks = new Set<string>();
    const read = new Set<string>();
    const controlFound = new Set<string>();
    try {
      const { databases } = await client.db('admin').admin().listDatabases();
      // the first checkpoint is made within a minute
      await eventually(async () => {
        const there = databases.map(({ name }) => client.db(name).collection('auditCheckpoints').findOne());
        return (await Promise.all(there)).find(Boolean);
      }, 90_000);
      for (const { name } of databases)
        for (const { name: collection } of await client.db(name).listCollections().toArray()) {
          const documents = await client
            .db(name)
            .collection(collection)
            .find()
            .toArray()
            .catch(() => []);
          if (documents.length > 0) read.add(`${name}.${collection}`);
          for (const document of documents) {
            const bytes = Buffer.from(BSON.serialize(document));
            if (name === 'control_write')
              for (const trace of traces(bytes, control)) controlFound.add(`${collection}: ${trace}`);
            for (const { canary, how } of find(bytes))
              leaks.add(`${name}.${collection}: ${names.get(canary)} in ${how}`);
          }
        }
    } finally {
      await client.close();
    }
    expect([...leaks]).toEqual([]);
    for (const { what } of controls()) expect([...controlFound]).toContain(`clear: ${what} in plain`);
    expect([...controlFound]).toEqual(
      expect.arrayContaining([
        'fs.files: file name in plain',
        ...['words in a file', 'cpf', 'name'].map((what) => `fs.chunks: ${what} in plain`),
      ]),
    );
    const collections = [...read].map((one) => one.split('.').slice(1).join('.'));
    expect(collections).toEqual(
      expect.arrayContaining([
        'events',
        'messages',
        'commands',
        'staff',
        'sessions',
        'dataKeys',
        'tenants',
        'audit',
        'auditCheckpoints',
        'patients',
        'sources',
        'notes',
        'files.files',
        'files.chunks',
      ]),
    );
  });

  it('is in no line of the log, at its most talkative, nor in the metrics', async () => {
    const log = await readFile(logFile());
    expect(log.length).toBeGreaterThan(1_000);
    expect(traces(log)).toEqual([]);
    expect(traces(Buffer.from(await (await fetch(`${url}/metrics`)).text()))).toEqual([]);
    for (const own of ownSecrets) expect(log.includes(own)).toBe(false);
  });

  it('is in no checkpoint of the audit log that is kept elsewhere, where the control is', async () => {
    const own = await eventually(async () => {
      const names = await readdir(checkpoints());
      return names.find((name) => name !== 'control.jsonl');
    }, 60_000);
    const kept = await readFile(path.join(checkpoints(), own));
    expect(kept.length).toBeGreaterThan(100);
    expect(traces(kept)).toEqual([]);
    for (const one of ownSecrets) expect(kept.includes(one)).toBe(false);
    const clear = await readFile(path.join(checkpoints(), 'control.jsonl'));
    for (const { what } of controls()) expect(traces(clear, control)).toContain(`${what} in plain`);
  });

  it('is in no file of the database, written without compression, where the control is', async () => {
    await crm.stop();
    await owned.stopAll();
    const folder = path.join(dataDir, 'mongodb');
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    const find = finder(everything().flatMap(({ canary }) => needlesFor(canary)));
    const names = new Map(everything().map((one) => [one.canary, one.what]));
    const leaks = new Set<string>();
    const found = new Set<string>();
    for (const file of files) {
      const bytes = await readFile(path.join(file.parentPath, file.name));
      for (const { canary, how } of find(bytes)) leaks.add(`${file.name}: ${names.get(canary)} in ${how}`);
      for (const trace of traces(bytes, control)) found.add(trace);
    }
    expect([...leaks]).toEqual([]);
    for (const { what } of controls()) {
      expect([...found]).toContain(`${what} in plain`);
      expect([...found].some((trace) => trace.startsWith(`${what} in base64`))).toBe(true);
    }
  });
});
