/**
 * Personal data are looked for in everything that the service writes: documents of every database, files in GridFS,
 * log lines, metrics, and the database's own files. The app's memory is Rocket.Chat's side and is not looked at.
 */
import { randomBytes, randomUUID } from 'crypto';
import { mkdtemp, readdir, readFile, rm } from 'fs/promises';
import { tmpdir } from 'os';
import path from 'path';
import { BSON, MongoClient } from 'mongodb';
import { findMongo, type FoundMongo } from '../../cli/mongodb';
import { Owned } from '../../cli/starting/owned';
import { startService, type Service } from '../../cli/starting/service';
import { mintPatientId } from '../../contract/patient-id';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { roles } from '../../crm-sync/access/permissions';
import { addStaff } from '../../crm-sync/access/staff';
import { queueCommand } from '../../crm-sync/commands/queue-command';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { changeWorkspaces } from '../../crm-sync/tenants/change-workspaces';
import { createTenant } from '../../crm-sync/tenants/create-tenant';
import { openStore } from '../../crm-sync/tenants/open-store';
import { canaries } from '../support/canaries';
import { postSigned } from '../support/crm';
import { finder, needlesFor } from '../support/needles';
import { PageBrowser } from '../support/page-browser';
import { personalEvents } from '../support/personal-events';
import { registryConfig, testAdmin } from '../support/tenant-admin';
import { eventually } from '../support/wait';

jest.setTimeout(180_000);

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
const quiet = { info: () => undefined, error: () => undefined };

const traces = (haystack: Buffer, what = mine): string[] => {
  const names = new Map(what.all().map((one) => [one.canary, one.what]));
  const find = finder(what.all().flatMap(({ canary }) => needlesFor(canary)));
  return find(haystack).map(({ canary, how }) => `${names.get(canary)} in ${how}`);
};

/** What staff do in the pages, with personal data in every field and address they can be put into. */
async function workInPages(
  staffPassword: string,
  tenant: Parameters<typeof accessShelves>[0],
): Promise<void> {
  for (const role of roles) {
    const email = `${role}@example.org`;
    const input = { email, name: `Pessoa ${role}`, role, password: staffPassword };
    await addStaff(accessShelves(tenant), input, { by: 'command', now: new Date() });
    const browser = new PageBrowser(url);
    await browser.signIn(tenantId, email, mine.text('wrong password'));
    expect((await browser.signIn(tenantId, email, staffPassword)).status).toBe(303);
    for (const [field, value] of Object.entries({ ...mine, text: mine.text('search') })) {
      if (typeof value !== 'string') continue;
      for (const name of ['term', 'patientId', 'q'])
        await browser.submit('/patients', '/patients/search', { [name]: value, field });
      await browser.send(`/patients/${encodeURIComponent(value)}?before=${encodeURIComponent(value)}`);
      await browser.send(`/${encodeURIComponent(value)}`);
    }
    await enrol(browser, staffPassword);
  }
}

/** Sets up an authenticator app: the secret it shows is one more canary. */
async function enrol(browser: PageBrowser, password: string): Promise<void> {
  const answer = await browser.submit('/account', '/account/second-factor/begin', { current: password });
  const shown = /<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(await answer.text())?.[1] ?? '';
  expect(shown).not.toBe('');
  kept.push(shown.replace(/ /g, ''));
}
/** Secrets of the service's own, which are to be found nowhere either. */
const kept: string[] = [secret, webhookToken, masterKey.toString('base64')];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'acolhe-sealed-'));
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
  await workInPages(`Chuva-${mine.text('password')}`, tenant);
  const unfinished = () => tenant.streams.find({ state: { $ne: 'clean' } }).toArray();
  await eventually(async () => (await unfinished()).length === 0, 30_000).catch(async () => {
    const rows = (await unfinished()).map(({ _id, state, reason }) => `${_id} ${state} ${reason}`);
    throw new Error(`not projected: ${rows.join(', ')}`);
  });
  // The control, beside the others and in every shape: documents with text, dates and bytes, a collection's ids.
  const clear = admin.client(undefined).db('control_write').collection<{ _id: string }>('clear');
  for (const { canary, what } of controls())
    await clear.insertOne({
      ...{ _id: `${what} ${canary}`, text: canary },
      coded: Buffer.from(canary).toString('base64'),
    } as { _id: string });
});
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
  ...kept.map((canary) => ({ what: 'second factor', canary })),
];

describe('personal data', () => {
  it('is in no document of any database', async () => {
    const client = new MongoClient(mongodbUri);
    const find = finder(everything().flatMap(({ canary }) => needlesFor(canary)));
    const names = new Map(everything().map((one) => [one.canary, one.what]));
    const leaks = new Set<string>();
    const read = new Set<string>();
    let controlFound = 0;
    try {
      const { databases } = await client.db('admin').admin().listDatabases();
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
            if (name === 'control_write') controlFound += traces(bytes, control).length > 0 ? 1 : 0;
            for (const { canary, how } of find(bytes))
              leaks.add(`${name}.${collection}: ${names.get(canary)} in ${how}`);
          }
        }
    } finally {
      await client.close();
    }
    expect([...leaks]).toEqual([]);
    expect(controlFound).toBe(controls().length);
    const collections = [...read].map((one) => one.split('.')[1]);
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
      ]),
    );
  });

  it('is in no line of the log, at its most talkative, nor in the metrics', async () => {
    const log = await readFile(logFile());
    expect(log.length).toBeGreaterThan(1_000);
    expect(traces(log)).toEqual([]);
    expect(traces(Buffer.from(await (await fetch(`${url}/metrics`)).text()))).toEqual([]);
    for (const secretOfStaff of kept) expect(log.includes(secretOfStaff)).toBe(false);
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
