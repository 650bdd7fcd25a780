/**
 * Two tenants full of data on one service. Every route, every command and every job of one is tried with the other's
 * ids: nothing of the other shows in any answer, and nothing changes in its database.
 */
import { createHash, randomBytes, randomUUID } from 'crypto';
import { Readable } from 'stream';
import { BSON } from 'mongodb';
import { pino } from 'pino';
import { mintPatientId } from '../../contract/patient-id';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { roles } from '../../crm-sync/access/permissions';
import { addStaff } from '../../crm-sync/access/staff';
import { auditStore } from '../../crm-sync/audit/audit-store';
import { makeCheckpoint } from '../../crm-sync/audit/make-checkpoint';
import { someUncounted } from '../../crm-sync/cells/touch';
import { queueCommand } from '../../crm-sync/commands/queue-command';
import { keepFile } from '../../crm-sync/files/file-store';
import { startDispatcher } from '../../crm-sync/dispatch/dispatcher';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { tenantJobs, type TenantJob } from '../../crm-sync/jobs';
import { knowledgeShelf } from '../../crm-sync/knowledge/knowledge-shelf';
import { knowledgeStore } from '../../crm-sync/knowledge/knowledge-store';
import { startCrm, type RunningCrm } from '../../crm-sync/server';
import { markDirty } from '../../crm-sync/store/streams';
import type { Tenant } from '../../crm-sync/store/tenant';
import { canaries, type Canaries } from '../support/canaries';
import { commandsOf, runCommand, wholeProgram } from '../support/commands';
import { postSigned, testConfig, testTenant } from '../support/crm';
import { commandCases, pageCases, plainRoutes, signedCases } from '../support/isolation-routes';
import { testMongo, type TestMongo } from '../support/mongo';
import { finder, needlesFor } from '../support/needles';
import { listeningPeer } from '../support/listening-peer';
import { PageBrowser } from '../support/page-browser';
import { personalEvents } from '../support/personal-events';
import { sourcesWith } from '../support/sources-with';
import { eventually } from '../support/wait';

interface World {
  tenant: Tenant;
  secret: string;
  webhookToken: string;
  personal: Canaries;
  /** What would betray this tenant: its people’s data, its staff’s names and addresses, its own name. */
  betrays: string[];
  /** Ids and values to be tried elsewhere. */
  ids: Record<string, string>;
  signedIn: Map<string, PageBrowser>;
}

const password = 'Chuva-Mansa-77-noite';
const routes: { name: string; url: string; method: string; access: unknown }[] = [];
/** A command of the other tenant's. */
const foreign = randomUUID();
const rocketchat = {
  ...{ userId: 'sync', token: 'token-of-alfa', language: 'pt-BR' as const },
  ...{ everySeconds: 1, overlapMinutes: 10, graceSeconds: 0 },
} as const;
let peer: Awaited<ReturnType<typeof listeningPeer>>;
let mongo: TestMongo;
let crm: RunningCrm;
let config: ReturnType<typeof testConfig>;
let mine: World;
let theirs: World;

async function settled(tenant: Tenant): Promise<void> {
  await eventually(
    async () => (await tenant.streams.countDocuments({ state: { $in: ['dirty', 'claimed'] } })) === 0,
    60_000,
  );
}

/** A version that two people signed and activated. @returns its hash */
async function knowledgeOf(tenant: Tenant, [first = '', second = '']: string[]): Promise<string> {
  const knowledge = knowledgeStore({ tenant: tenant.id, shelf: knowledgeShelf(tenant) });
  const [ana, rui] = [first, second].map((name, at) => ({ staffId: `S${at}`, name }));
  const body = [{ specialty: 'cardiology', department: `Cardiologia ${tenant.id}` }];
  const proposed = await knowledge.propose('routing', { body }, ana!, new Date());
  if (!proposed.ok) throw new Error(proposed.problem);
  for (const person of [ana!, rui!]) await knowledge.sign(proposed.id, person, new Date());
  expect(await knowledge.activate(proposed.id, ana!, new Date())).toMatchObject({ ok: true });
  return proposed.id.split('/')[2]!;
}

async function world(id: string): Promise<World> {
  const tenant = crm.store.tenant(id)!;
  const personal = canaries();
  const { secrets, webhookToken = '' } = tenant.workspaces[0]!;
  const secret = secrets[0]!;
  const where = { tenant: id, workspace: 'w1' };
  const conversation = `room-${id}`;
  const who = { conversation, visitor: 'visitor-1' };
  const asked = await postSigned(crm.url, who, { ...where, secret, path: 'questions/who-is' });
  const { patientId } = asked.body as { patientId: string };
  const other = mintPatientId(() => randomBytes(5));
  const fileId = `file-${id}`;
  const events = personalEvents(personal, { ...where, conversation, patientId, other, fileId });
  // The last ones would link, close and withdraw what is to be looked at.
  const open = (type: string) => !/(unlinked|linked|closed|withdrawn)\.v1$/.test(type);
  expect((await postSigned(crm.url, events.conversation, { ...where, secret })).status).toBe(200);
  await storeEvents(
    tenant,
    events.own.filter(({ type }) => open(type)),
    new Date(),
  );
  const people = await Promise.all(
    roles.map(async (role) => {
      const [email, name] = [`${role}-${id}@example.org`, `${personal.text('staff')} ${role}`];
      await addStaff(
        accessShelves(tenant),
        { email, name, role, password },
        { by: 'command', now: new Date() },
      );
      return { role, email, name };
    }),
  );
  const words = personal.text('file bytes');
  await keepFile(tenant, conversation, fileId, async () => Readable.from([Buffer.from(words)]));
  await settled(tenant);
  const hash = await knowledgeOf(
    tenant,
    people.map(({ name }) => name),
  );
  const attendant = (await tenant.staff.findOne({ _id: people[0]!.email }))!;
  const signedIn = new Map<string, PageBrowser>();
  for (const { role, email } of people) {
    const browser = new PageBrowser(crm.url);
    expect((await browser.signIn(id, email, password)).status).toBe(303);
    signedIn.set(role, browser);
  }
  const session = await tenant.sessions.findOne({ staff: attendant._id });
  // Made at first use, which may be the service's own at any time.
  for (const own of ['blind-index', 'audit', 'checkpoint'] as const)
    await tenant.keyring.secret(`tenant/${own}`);
  const source = `/tenants/${id}/workspaces/w1`;
  return {
    ...{ tenant, secret, webhookToken, personal, signedIn },
    betrays: [
      ...personal.all().map(({ canary }) => canary),
      ...people.map(({ email }) => email),
      `Unidade ${id}`,
    ],
    ids: {
      ...{ tenant: id, workspace: 'w1', source, patientId, other, conversation, visitor: 'visitor-1' },
      ...{ staffId: attendant.staffId, email: attendant._id, sessionId: session?._id ?? '', password },
      // As the streams of `personalEvents` are called.
      ...{
        investigationId: conversation,
        reportId: conversation,
        noteId: 'n1',
        taskId: 't1',
        ...{ kind: 'routing', part: 'routing', hash, number: '1' },
        fileId,
        disease: 'dengue',
      },
      ...{ cpf: personal.cpf, cns: personal.cns, phone: personal.phone, name: personal.name, file: 'x.css' },
    },
  };
}

const filled = (text: string): string =>
  text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const own = /^my([A-Z]\w*)$/.exec(name)?.[1];
    const value = own ? mine.ids[own[0]!.toLowerCase() + own.slice(1)] : theirs.ids[name];
    if (value === undefined) throw new Error(`no ${name} to try`);
    return value;
  });
const filledIn = <T>(value: T): T => JSON.parse(filled(JSON.stringify(value))) as T;
const addressOf = (url: string): string => filled(url.replace(/:(\w+)/g, '{$1}'));

/** Every document of a tenant's database, hashed. The audit's heartbeat is written by the service itself. */
async function snapshot({ db }: Tenant, without: readonly string[] = []): Promise<Map<string, string>> {
  const left = new Set(['auditWriters', 'auditCheckpoints', ...without]);
  const kept = new Map<string, string>();
  for (const { name } of await db.listCollections().toArray()) {
    if (left.has(name) || name.startsWith('system.')) continue;
    for (const document of await db.collection(name).find().toArray())
      kept.set(
        `${name} ${String(document['_id'])}`,
        createHash('sha1').update(BSON.serialize(document)).digest('base64'),
      );
  }
  return kept;
}

/** What is sent is often shown again; only what was not sent can be a leak. */
function leaksIn(answer: string, sent: string, whose = theirs): string[] {
  const find = finder(whose.betrays.filter((text) => !sent.includes(text)).flatMap(needlesFor));
  return find(Buffer.from(answer)).map(({ canary, how }) => `${canary} (${how})`);
}

async function textOf(answer: Response): Promise<string> {
  const heads = [answer.headers.get('location'), ...answer.headers.getSetCookie()].join('\n');
  // A live stream has no end: its first words are enough.
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    const reader = answer.body!.getReader();
    const first = await reader.read();
    await reader.cancel();
    return heads + Buffer.from(first.value ?? []).toString();
  }
  return heads + (await answer.text());
}

beforeAll(async () => {
  mongo = await testMongo();
  peer = await listeningPeer();
  const tenants = ['alfa', 'beta'].map((id) =>
    testTenant(id, {
      name: `Unidade ${id}`,
      workspaces: [
        {
          ...{ id: 'w1', url: id === 'alfa' ? peer.url : 'http://127.0.0.1:9', appId: 'app' },
          // the other one stands still, so that any change there is somebody's doing
          ...(id === 'alfa' && { rocketchat }),
          secrets: [`whsec_${randomBytes(32).toString('base64')}`],
          webhookToken: randomBytes(24).toString('hex'),
        },
      ],
    }),
  );
  config = testConfig(mongo.uri, tenants);
  crm = await startCrm(config, {
    log: pino({ level: 'silent' }),
    onRoute: ({ method, url, config: routeConfig }) => {
      for (const one of [method].flat())
        if (one !== 'HEAD')
          routes.push({ name: `${one} ${url}`, url, method: one, access: routeConfig?.access });
    },
  });
  mine = await world('alfa');
  theirs = await world('beta');
});
afterAll(async () => {
  await crm?.stop();
  peer?.stop();
  await mongo?.stop();
});

describe('every route', () => {
  it('is one of those tried here', () => {
    const known = [...Object.keys(pageCases), ...Object.keys(signedCases), ...plainRoutes];
    const named = routes.map(({ name }) => name.replace(/\/assets\/[^:]+$/, '/assets/:file'));
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    // nor is there a case for what is no more: it would try nothing
    expect(known.filter((name) => !named.includes(name))).toEqual([]);
  });

  it('shows its own people what it shows nobody else: the test would see it', async () => {
    for (const [name, { shows }] of Object.entries(pageCases)) {
      const route = routes.find((one) => one.name === name)!;
      if (!shows) continue;
      const seen = await Promise.all(
        [...theirs.signedIn.values()].map(async (browser) => {
          const answer = await textOf(await browser.send(addressOf(route.url)));
          return leaksIn(answer, addressOf(route.url)).length;
        }),
      );
      expect([name, Math.max(...seen) > 0]).toEqual([name, true]);
    }
  });

  it('changes for its own people what it changes for nobody else: the test would see it', async () => {
    const before = await snapshot(theirs.tenant);
    const note = addressOf('/patients/:patientId/note');
    const answer = await theirs.signedIn.get('manager')!.submit('/account', note, { text: 'Nota própria.' });
    expect(answer.status).toBe(303);
    await settled(theirs.tenant);
    const after = await snapshot(theirs.tenant);
    expect([...after.keys()].filter((key) => key.startsWith('events ') && !before.has(key))).toHaveLength(1);
  });

  it.each(Object.keys(pageCases))('%s of one tenant with the ids of the other', async (name) => {
    const route = routes.find((one) => one.name === name)!;
    const { bodies = [undefined], queries = [''], mayTouch = [] } = pageCases[name]!;
    const before = await snapshot(theirs.tenant, mayTouch);
    const edited = new PageBrowser(crm.url);
    const token = mine.signedIn.get('manager')!.cookies;
    for (const [cookie, value] of token) edited.cookies.set(cookie, value.replace(/^alfa\./, 'beta.'));
    for (const browser of [...mine.signedIn.values(), edited, new PageBrowser(crm.url)])
      for (const query of queries)
        for (const body of bodies) {
          const address = addressOf(route.url) + (query && `?${filled(query)}`);
          const form = body && filledIn(body);
          // Any page of this browser has the token that its forms carry.
          const page = browser.cookies.has('acolhe_session') ? '/account' : '/sign-in';
          const answer =
            route.method === 'GET'
              ? await browser.send(address)
              : await browser.submit(page, address, form ?? {});
          const sent = `${address} ${JSON.stringify(form)} ${decodeURIComponent(address)}`;
          expect(leaksIn(await textOf(answer), sent)).toEqual([]);
          expect(answer.status).not.toBe(500);
        }
    expect(await snapshot(theirs.tenant, mayTouch)).toEqual(before);
  });

  it.each(Object.keys(signedCases))(
    '%s signed by one workspace under the name of the other',
    async (name) => {
      const route = name.split('/').slice(6).join('/');
      const before = await snapshot(theirs.tenant);
      for (const body of signedCases[name]!) {
        const sent = filledIn(body);
        for (const [signer, tenant] of [
          [mine, 'beta'],
          [mine, 'alfa'],
          [theirs, 'alfa'],
        ] as const) {
          const headers = { 'x-rocketchat-livechat-token': signer.webhookToken };
          const options = { tenant, workspace: 'w1', path: route, secret: signer.secret, headers };
          const answer = await postSigned(crm.url, sent, options);
          expect(leaksIn(JSON.stringify(answer.body), JSON.stringify(sent))).toEqual([]);
          if (tenant === 'beta' || signer === theirs) expect(answer.status).toBe(401);
        }
      }
      await settled(mine.tenant);
      expect(await snapshot(theirs.tenant)).toEqual(before);
    },
  );
});

/** About this machine or a workspace, or about tenants as such: they take no id of anything within a tenant. */
const elsewhere =
  /^(crm|deploy|doctor|facility|openapi|package|setup|start|protocol (?!decisions|replay)\S+|tenant|understand)\b/;

describe('every command', () => {
  const environment = { ...process.env };
  beforeAll(() => {
    const sealed = config.tenants.map((tenant) => ({
      ...tenant,
      sealingKeys: tenant.sealingKeys.map(({ id, key }) => ({ id, key: key.toString('base64') })),
    }));
    Object.assign(process.env, {
      ...{ MONGODB_URI: mongo.uri, ACOLHE_TENANTS: JSON.stringify(sealed) },
      ACOLHE_SESSION_KEY: config.sessionKey.toString('base64'),
    });
  });
  afterAll(() => {
    process.env = environment;
    process.exitCode = undefined;
  });

  it('is one of those tried here, or works on no tenant’s data', () => {
    const known = Object.keys(commandCases);
    const unknown = commandsOf(wholeProgram()).filter((one) => !known.includes(one) && !elsewhere.test(one));
    expect(unknown).toEqual([]);
    expect(known.filter((one) => !commandsOf(wholeProgram()).includes(one))).toEqual([]);
  });

  it.each(Object.keys(commandCases))('%s for one tenant with the ids of the other', async (name) => {
    const before = await snapshot(theirs.tenant);
    for (const given of commandCases[name]!) {
      const args = given.filter((word) => word !== '--password-stdin').map(filled);
      const printed = await runCommand([...name.split(' '), ...args]);
      expect(leaksIn(printed, args.join(' '))).toEqual([]);
    }
    expect(await snapshot(theirs.tenant)).toEqual(before);
  });
});

/** Each job of one tenant, with all documents of the other one in its own database. */
const jobCases: Record<TenantJob, () => Promise<void>> = {
  async projector() {
    const tried = await eventually(
      () => mine.tenant.streams.findOne({ _id: 'room-beta', reason: { $exists: true } }),
      60_000,
    );
    expect(tried.reason).toMatch(/sealing/);
    // what is the tenant's own goes on
    await eventually(() => mine.tenant.encounters.findOne({ _id: 'room-mine' }), 60_000);
  },
  async cells() {
    await eventually(async () => (await someUncounted(mine.tenant)) === undefined, 60_000);
    expect(await mine.tenant.cells.countDocuments()).toBeGreaterThan(0);
  },
  async commands() {
    // taken under a lease, and then it could not be opened
    const soon = new Date(Date.now() + 15_000);
    await eventually(() => mine.tenant.commands.findOne({ _id: foreign, nextTryAt: { $gt: soon } }), 60_000);
    await eventually(() => peer.requests.find(({ url }) => url.endsWith('/command')), 60_000);
    for (const { body } of peer.requests) expect(leaksIn(body, '')).toEqual([]);
    expect(peer.requests.some(({ body }) => body.includes(foreign))).toBe(false);
  },
  async reconciler() {
    const reads = await eventually(() => {
      const found = peer.requests.filter(({ url }) => url.startsWith('/api/v1/'));
      return found.length > 0 ? found : undefined;
    }, 60_000);
    for (const { url, token } of reads) {
      expect(token).toBe('token-of-alfa');
      expect(leaksIn(decodeURIComponent(url), '')).toEqual([]);
    }
  },
  async dispatcher() {
    const [own] = mine.tenant.workspaces;
    const set = { ...own!, rocketchat: { ...own!.rocketchat!, dispatcher: 'acolhe' as const } };
    const tenant = Object.create(mine.tenant, { workspaces: { value: [set] } }) as Tenant;
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const store = { tenants: [tenant], onChange: () => () => undefined };
    await mine.tenant.encounters.updateOne(
      { _id: 'room-beta' },
      { $set: { state: 'queued', workspace: set.id, waitingSince: new Date() } },
    );
    const dispatcher = startDispatcher({ store, log, now: () => new Date(), pollMs: 100 });
    const asked = ({ url }: { url: string }): boolean => url.startsWith('/api/v1/livechat/config/routing');
    await eventually(() => peer.requests.find(asked), 60_000);
    await dispatcher.stop();
    for (const { url, body, token } of peer.requests.filter(asked)) {
      expect(token).toBe('token-of-alfa');
      expect(leaksIn(`${decodeURIComponent(url)} ${body}`, '')).toEqual([]);
    }
  },
  async checkpoints() {
    for (const name of ['audit', 'auditWriters'])
      for (const document of await theirs.tenant.db.collection(name).find().toArray())
        await mine.tenant.db.collection(name).insertOne(document);
    const writers = (await theirs.tenant.db.collection('auditWriters').find().toArray()).map(({ _id }) =>
      String(_id),
    );
    const { last, broken } = await makeCheckpoint({
      ...{ tenant: 'alfa', store: auditStore(mine.tenant.db), sinks: [], now: () => new Date() },
      secret: (owner) => mine.tenant.keyring.secret(owner),
      ownHead: () => undefined,
    });
    expect(broken).toEqual(expect.arrayContaining(writers));
    expect(last?.heads.filter(({ writer }) => writers.includes(writer)) ?? []).toEqual([]);
  },
  async 'follow-up'() {
    // one of theirs is due here, in a room of theirs where the bot could write
    const { followUps, decisions, encounters, commands } = mine.tenant;
    const patientId = theirs.ids['other']!;
    const [conversation, dueAt] = ['room-beta', new Date(Date.now() - 1_000)];
    const [, event = ''] = (await decisions.findOne({ conversation }))!._id.split('\u0000');
    await encounters.updateOne({ _id: conversation }, { $set: { patientId, state: 'bot' } });
    const decision = { conversation, event, at: dueAt };
    await followUps.updateOne({ patientId }, { $set: { state: 'waiting', dueAt, decision, version: 0 } });
    // taken under a lease, and then their answers could not be opened
    await eventually(() => followUps.findOne({ patientId, dueAt: { $gt: new Date() } }), 60_000);
    expect(await commands.countDocuments({ kind: 'follow-up' })).toBe(0);
    for (const { body } of peer.requests) expect(leaksIn(body, '')).toEqual([]);
  },
};

describe('every job', () => {
  let before: Map<string, string>;
  beforeAll(async () => {
    const { db } = mine.tenant;
    const now = new Date();
    const say = { conversation: 'room-beta', kind: 'say', text: theirs.personal.text('command') } as const;
    await queueCommand(theirs.tenant, 'none', { id: foreign, ...say }, now);
    const own = { conversation: 'room-mine', kind: 'say', text: 'Nosso.' } as const;
    await queueCommand(mine.tenant, 'none', { ...own, id: randomUUID() }, now);
    before = await snapshot(theirs.tenant);
    for (const { name } of await theirs.tenant.db.listCollections().toArray()) {
      // Staff and sessions would let the other's people in by the front door: that is not what is asked here.
      if (/^(system\.|audit|staff$|sessions$|signIn|pending)/.test(name)) continue;
      const documents = await theirs.tenant.db.collection(name).find().toArray();
      if (documents.length > 0)
        await db
          .collection(name)
          .insertMany(documents, { ordered: false })
          .catch(() => undefined);
    }
    await markDirty(mine.tenant, ['room-beta', `patient/${theirs.ids['patientId']}`], now);
    await mine.tenant.commands.updateMany(
      {},
      { $set: { workspace: 'w1', state: 'waiting', nextTryAt: now } },
    );
    const closed = { type: 'acolhe.conversation.closed.v1', data: { by: 'bot' } };
    const where = { source: '/tenants/alfa/workspaces/w1', subject: 'room-mine', time: now.toISOString() };
    const event = { ...{ specversion: '1.0' as const, id: randomUUID() }, ...closed, ...where };
    await storeEvents(mine.tenant, [event], now);
  });

  it('is one of those tried here', () => {
    expect(Object.keys(jobCases).sort()).toEqual([...tenantJobs].sort());
    // whoever needs a timer of another kind says here that it is no job
    const timers = sourcesWith(/\b(setInterval|startLoop)\(/);
    expect(timers).toEqual([
      ...['audit/checkpointer.ts', 'loop.ts'],
      'projector/project.ts', // renews the lease of what is worked on
      ...['tenant-loops.ts', 'tenants/follow-registry.ts'],
      ...['web/live-routes.ts', 'web/live.ts'], // of pages that are open
    ]);
  });

  it.each([...tenantJobs])('%s opens nothing of the other tenant', (job) => jobCases[job]());

  it('leaves nothing of the other tenant to be seen, nor anything changed there', async () => {
    const people = new PageBrowser(crm.url);
    await people.signIn('alfa', `manager-alfa@example.org`, password);
    for (const route of routes.filter(({ method, name }) => method === 'GET' && pageCases[name])) {
      const address = addressOf(route.url);
      const answer = await people.send(address);
      expect(leaksIn(await textOf(answer), address)).toEqual([]);
    }
    expect(await snapshot(theirs.tenant)).toEqual(before);
  });
});
