import { createServer, type Server } from 'http';
import { pino } from 'pino';
import { canonicalJson } from '../../contract/canonical-json';
import { mintPatientId } from '../../contract/patient-id';
import { verify } from '../../contract/signature';
import type { EventEnvelope } from '../../contract/event';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { createMetrics } from '../../crm-sync/metrics/metrics';
import { createChanges, type Change } from '../../crm-sync/projector/changes';
import { claim, claimable, finish, leaseMs, maxAttempts } from '../../crm-sync/projector/claims';
import { writeConversations } from '../../crm-sync/projector/conversation-kind';
import type { Fold } from '../../crm-sync/projector/fold-state';
import { projectStreams, type ProjectOptions } from '../../crm-sync/projector/project';
import { fold } from '../../crm-sync/projector/fold';
import { startProjector } from '../../crm-sync/projector/worker';
import type { RunningCrm } from '../../crm-sync/server';
import { connectStore } from '../../crm-sync/store/connect';
import { goldenRecord } from '../../crm-sync/identity/golden-record';
import { factsOfPatients } from '../../crm-sync/identity/sources';
import { answersPlace, becausePlace, messagePlace } from '../../crm-sync/store/places';
import { markDirty } from '../../crm-sync/store/streams';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import {
  postSigned,
  sendEvents,
  startTestCrm,
  testConfig,
  testEvent,
  testSecret,
  testTenant,
} from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { eventually } from '../support/wait';

// The pages have tests of their own.
jest.mock('../../crm-sync/web/register-pages', () => ({ registerPages: () => Promise.resolve() }));

const log = pino({ level: 'silent' });
const startMs = Date.UTC(2026, 4, 4, 12);
let mongo: TestMongo;
let seed = 0;
const freshId = (): string => mintPatientId(() => Buffer.from([9, 9, 9, (seed += 1) >> 8, seed & 255]));

beforeAll(async () => {
  mongo = await testMongo();
});
afterAll(async () => mongo?.stop());

/** A screened patient, handed over, answered and closed. 12 events, one second apart. */
function story(subject: string, patientId: string, mintedBy: 'crm' | 'app' = 'crm'): EventEnvelope[] {
  const department = { id: 'd1', name: 'Urgência' };
  const say = (messageId: string, from: string, text: string) =>
    [
      'acolhe.message.recorded.v1',
      { messageId, from, text, via: 'text', authorName: `${from} author` },
    ] as const;
  const steps: (readonly [string, Record<string, unknown>])[] = [
    [
      'acolhe.conversation.started.v1',
      { channel: 'widget', language: 'pt-BR', visitor: { id: `v-${subject}`, name: 'Ana Teste' } },
    ],
    ['acolhe.conversation.assigned.v1', { agent: { id: 'b', username: 'acolhe.bot', kind: 'bot' } }],
    ['acolhe.patient.identified.v1', { patientId, mintedBy }],
    say('m1', 'patient', 'falta de ar'),
    ['acolhe.red-flag.raised.v1', { concept: 'dyspnea', call: '192', source: 'text' }],
    say('m2', 'bot', 'Ligue 192'),
    ['acolhe.handoff.requested.v1', { reason: 'red-flag', department: 'd1', result: 'transferred' }],
    ['acolhe.conversation.transferred.v1', { from: {}, to: { department } }],
    [
      'acolhe.conversation.assigned.v1',
      { agent: { id: 'a', username: 'bia', name: 'Bia', kind: 'human' }, department },
    ],
    say('m3', 'agent', 'Olá, sou a Bia'),
    ['acolhe.visitor.saved.v1', { visitor: { id: `v-${subject}`, emails: ['ana@example.org'] } }],
    ['acolhe.conversation.closed.v1', { by: 'agent' }],
  ];
  return steps.map(([type, data], index) =>
    testEvent(type, data, { subject, timeMs: startMs + index * 1_000 }),
  );
}

async function settled(tenant: Tenant): Promise<boolean> {
  return (await tenant.streams.countDocuments({ dueAt: { $exists: true } })) === 0;
}

/** One stream's turn, told shortly. */
async function project(tenant: Tenant, subject: string, token: string, options: ProjectOptions) {
  const { lagsMs, again, failed } = await projectStreams(tenant, [subject], token, options);
  if (failed[0]) return failed[0];
  return { result: again.length ? 'again' : lagsMs.length ? 'done' : 'none' };
}

async function writeFold(
  tenant: Tenant,
  conversation: string,
  folded: Fold,
  patientId?: string,
): Promise<boolean> {
  const write = { conversation, fold: folded, whole: false, ...(patientId !== undefined && { patientId }) };
  return (await writeConversations(tenant, [write])).length === 1;
}

async function documentsOf(tenant: Tenant, conversation: string) {
  const messages = await tenant.messages.find({ conversation }).sort({ order: 1 }).toArray();
  const decisions = await tenant.decisions.find({ conversation }).sort({ _id: 1 }).toArray();
  return {
    // What was touched is the dashboard's to count, and goes when it is counted.
    encounter: await tenant.encounters.findOne(
      { _id: conversation },
      { projection: { touched: 0, touchToken: 0 } },
    ),
    decisions: await Promise.all(
      decisions.map(async ({ sealedAnswers, sealedBecause, ...rest }) => ({
        ...rest,
        because:
          sealedBecause && (await tenant.sealing.open(becausePlace(conversation, rest._id), sealedBecause)),
        answers:
          sealedAnswers && (await tenant.sealing.open(answersPlace(conversation, rest._id), sealedAnswers)),
      })),
    ),
    messages: await Promise.all(
      messages.map(async ({ sealedText, sealedAuthor, version: _version, ...rest }) => ({
        ...rest,
        text: await tenant.sealing.open(messagePlace(conversation, rest._id, 'sealedText'), sealedText!),
        author:
          sealedAuthor &&
          (await tenant.sealing.open(messagePlace(conversation, rest._id, 'sealedAuthor'), sealedAuthor)),
      })),
    ),
  };
}

describe('projection by a running CRM', () => {
  let crm: RunningCrm;
  let tenant: Tenant;
  beforeAll(async () => {
    crm = await startTestCrm(testConfig(mongo.uri, [testTenant('t1'), testTenant('t2')]));
    tenant = crm.store.tenant('t1')!;
  });
  afterAll(async () => crm?.stop());

  it('shows a conversation as managers need it, with personal text sealed', async () => {
    const patientId = freshId();
    await sendEvents(crm.url, story('story', patientId));
    const encounter = await eventually(() => tenant.encounters.findOne({ _id: 'story', state: 'closed' }));
    expect(encounter).toMatchObject({
      ...{
        version: 12,
        workspace: 'w1',
        patientId,
        visitorId: 'v-story',
        channel: 'widget',
        language: 'pt-BR',
      },
      ...{ department: { id: 'd1', name: 'Urgência' }, agent: { id: 'a', name: 'Bia' } },
      ...{ disposition: 'emergency', redFlags: ['dyspnea'], firstResponseMs: 3_000, closedBy: 'agent' },
      ...{ containedByBot: false, messageCount: 3, startedAt: new Date(startMs) },
    });
    await eventually(() => settled(tenant));
    const { messages } = await documentsOf(tenant, 'story');
    expect(messages.map(({ from, text, author }) => [from, text, author])).toEqual([
      ['patient', 'falta de ar', 'patient author'],
      ['bot', 'Ligue 192', 'bot author'],
      ['agent', 'Olá, sou a Bia', 'agent author'],
    ]);
    const { name, emails } = goldenRecord(await factsOfPatients(tenant, [patientId]));
    expect([name?.value, emails.map((one) => one.value)]).toEqual(['Ana Teste', ['ana@example.org']]);
    for (const { collectionName } of await tenant.db.collections()) {
      const everything = JSON.stringify(await tenant.db.collection(collectionName).find().toArray());
      expect(everything).not.toMatch(/falta de ar|Ana Teste|ana@example\.org|Olá, sou/);
    }
  });

  it('gives the same documents whatever the order, the repetition and the batches', async () => {
    const events = story('shuffled', freshId());
    const batches = [[11, 3], [3, 0, 7], [5, 5], [9, 8, 10], [1], [2, 4, 6, 0]];
    for (const batch of batches)
      await sendEvents(
        crm.url,
        batch.map((index) => events[index]),
      );
    await sendEvents(
      crm.url,
      events.map((event) => ({ ...event, id: `o-${event.id}`, subject: 'ordered' })),
    );
    await eventually(() => settled(tenant));
    const [shuffled, ordered] = [await documentsOf(tenant, 'shuffled'), await documentsOf(tenant, 'ordered')];
    const alike = (value: unknown) =>
      JSON.stringify(value).replaceAll('shuffled', 'x').replaceAll('ordered', 'x').replaceAll('"o-', '"');
    expect(shuffled.encounter!.version).toBe(12);
    // The second conversation has the same visitor and so the same patient.
    expect(alike(shuffled)).toBe(alike(ordered));
  });

  it('answers who-is with the earlier conversations, and tenants never mix', async () => {
    const patientId = freshId();
    const events = story('both', patientId);
    await sendEvents(crm.url, events);
    await eventually(() => tenant.encounters.findOne({ _id: 'both', patientId }));
    const ask = { conversation: 'next', visitor: 'v-both' };
    const answer = await postSigned(crm.url, ask, { path: 'questions/who-is' });
    expect(answer.body).toEqual({
      patientId,
      earlierConversations: 1,
      lastConversationAt: new Date(startMs).toISOString(),
    });
    const other = await postSigned(crm.url, ask, { path: 'questions/who-is', tenant: 't2' });
    expect(other.body).toMatchObject({ earlierConversations: 0 });
    const second = crm.store.tenant('t2')!;
    expect(await second.encounters.countDocuments()).toBe(0);
    // Only that an ID was given.
    expect(await second.events.distinct('type')).toEqual(['acolhe.patient.registered.v1']);
  });
});

describe('when the process dies between storing and projecting', () => {
  it('the next one to start projects what was left, once', async () => {
    const config = testConfig(mongo.uri);
    const before = await connectStore(config);
    const events = story('left', freshId());
    await storeEvents(before.tenant('t1')!, events, new Date());
    expect(await before.tenant('t1')!.encounters.countDocuments()).toBe(0);
    await before.close();
    const crm = await startTestCrm(config);
    try {
      const tenant = crm.store.tenant('t1')!;
      await eventually(() => settled(tenant));
      expect((await documentsOf(tenant, 'left')).messages).toHaveLength(3);
    } finally {
      await crm.stop();
    }
  });

  it('a row claimed by the dead is taken over when its lease ends, and a late finish does no harm', async () => {
    const store = await connectStore(testConfig(mongo.uri));
    try {
      const tenant = store.tenant('t1')!;
      await storeEvents(tenant, story('held', freshId()), new Date());
      const now = new Date();
      const dead = await claim(tenant, ['held'], 'dead', now);
      expect(await claim(tenant, ['held'], 'other', now)).toEqual([]);
      expect(await claimable(tenant, now, 10)).toEqual([]);
      const later = new Date(now.getTime() + leaseMs + 1);
      expect(await claimable(tenant, later, 10)).toEqual(['held']);
      expect(await project(tenant, 'held', 'other', { now: () => later, random: () => 0 })).toMatchObject({
        result: 'done',
      });
      expect(await tenant.streams.findOne({ _id: 'held' })).toMatchObject({ mark: 1, state: 'clean' });
      expect(await finish(tenant, dead, later)).toEqual({ again: [], lost: ['held'] });
      expect(await tenant.streams.findOne({ _id: 'held' })).toMatchObject({ mark: 2, state: 'dirty' });
    } finally {
      await store.close();
    }
  });
});

describe('what a crash or a slow worker could spoil', () => {
  let store: Store;
  let tenant: Tenant;
  beforeEach(async () => {
    store = await connectStore(testConfig(mongo.uri));
    tenant = store.tenant('t1')!;
  });
  afterEach(async () => store?.close());

  it('events stored by a process that died before marking their conversation are marked when sent again', async () => {
    const events = story('unmarked', freshId());
    await storeEvents(tenant, events, new Date());
    await tenant.streams.deleteMany({});
    expect((await storeEvents(tenant, events, new Date())).every(({ fate }) => fate === 'duplicate')).toBe(
      true,
    );
    expect(await claimable(tenant, new Date(), 10)).toEqual(['unmarked']);
  });

  it('events that come while a conversation is worked on keep it dirty', async () => {
    const events = story('busy', freshId());
    await storeEvents(tenant, events.slice(0, 5), new Date());
    const rows = await claim(tenant, ['busy'], 'one', new Date());
    await storeEvents(tenant, events.slice(5), new Date());
    expect(await finish(tenant, rows, new Date())).toEqual({ again: ['busy'], lost: [] });
    expect(await claimable(tenant, new Date(), 10)).toEqual(['busy']);
  });

  it('a row that another worker holds is not given back by a slow one', async () => {
    const [now, later] = [new Date(), new Date(Date.now() + leaseMs + 1)];
    await markDirty(tenant, ['anew', 'mine'], now);
    const slow = await claim(tenant, ['anew', 'mine'], 'slow', now);
    await claim(tenant, ['anew'], 'quick', later);
    expect(await finish(tenant, slow, later)).toEqual({ again: [], lost: ['anew'] });
    expect(await tenant.streams.findOne({ _id: 'anew' })).toMatchObject({
      ...{ mark: 2, state: 'claimed', claimedBy: 'quick' },
    });
    expect(await tenant.streams.findOne({ _id: 'mine' })).toMatchObject({ state: 'clean' });
  });

  it('an older fold never overwrites a newer one', async () => {
    const events = story('aged', freshId());
    const [older, newer] = [fold(events.slice(2, 9))!, fold(events)!];
    expect(await writeFold(tenant, 'aged', newer, 'P-NEW')).toBe(true);
    const before = await documentsOf(tenant, 'aged');
    expect(await writeFold(tenant, 'aged', older, 'P-OLD')).toBe(false);
    expect(await documentsOf(tenant, 'aged')).toEqual(before);
    expect(await writeFold(tenant, 'aged', newer, 'P-NEW')).toBe(true);
    expect(await documentsOf(tenant, 'aged')).toEqual(before);
  });

  it('prefix after prefix ends where the whole does', async () => {
    const events = story('grown', freshId());
    for (let count = 1; count <= events.length; count += 1) {
      await writeFold(tenant, 'grown', fold(events.slice(-count))!, count > 6 ? 'P-1' : undefined);
    }
    const grown = await documentsOf(tenant, 'grown');
    for (const collection of [tenant.encounters, tenant.messages, tenant.decisions])
      await collection.deleteMany({});
    await writeFold(tenant, 'grown', fold(events)!, 'P-1');
    expect(grown).toEqual(await documentsOf(tenant, 'grown'));
  });

  it('nothing is acknowledged before a majority has it in its journal', () => {
    for (const collection of [tenant.events, tenant.streams, tenant.patients, tenant.dataKeys]) {
      expect(collection.writeConcern).toMatchObject({ w: 'majority', journal: true });
    }
  });
});

describe('several workers side by side', () => {
  it('project every conversation, each message once, while events keep coming', async () => {
    const config = testConfig(mongo.uri);
    const stores: Store[] = [await connectStore(config), await connectStore(config)];
    const seen: Change[] = [];
    const workers = stores.map((store) => {
      const changes = createChanges();
      changes.subscribe((change) => seen.push(change));
      return startProjector({ store, changes, metrics: createMetrics(store), log, pollMs: 10 });
    });
    try {
      const tenant = stores[0]!.tenant('t1')!;
      const rooms = Array.from({ length: 12 }, (_, index) => `room-${index}`);
      const stories = rooms.map((subject) => story(subject, freshId()));
      for (let step = 0; step < 12; step += 3) {
        await storeEvents(
          tenant,
          stories.flatMap((events) => events.slice(step, step + 3)),
          new Date(),
        );
        for (const subject of rooms) workers.forEach((worker) => worker.nudge('t1', subject));
      }
      await eventually(() => settled(tenant), 60_000);
      for (const subject of rooms) {
        const { encounter, messages } = await documentsOf(tenant, subject);
        expect(encounter).toMatchObject({ version: 12, state: 'closed', messageCount: 3 });
        expect(messages.map(({ order, text }) => [order, text])).toEqual([
          [3, 'falta de ar'],
          [5, 'Ligue 192'],
          [9, 'Olá, sou a Bia'],
        ]);
      }
      const told = seen.map(({ conversation }) => conversation);
      expect(new Set(told.filter((one) => !one?.startsWith('patient/'))).size).toBe(12);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
      await Promise.all(stores.map((store) => store.close()));
    }
  });
});

describe('a conversation that cannot be projected', () => {
  it('is tried again ever later, then set aside with its reason; others go on, and a new event gives it another try', async () => {
    const config = testConfig(mongo.uri);
    const store = await connectStore(config);
    // A second connection, which has no data key in its memory.
    const fresh = await connectStore(config);
    try {
      const tenant = store.tenant('t1')!;
      await storeEvents(tenant, [...story('broken', freshId()), ...story('sound', freshId())], new Date());
      const key = (await tenant.dataKeys.findOneAndDelete({ _id: 'conversation/broken' }))!;
      const t = fresh.tenant('t1')!;
      let at = new Date();
      for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
        const outcome = await project(t, 'broken', `try-${attempt}`, {
          now: () => at,
          random: () => 0.5,
        });
        expect(outcome).toEqual({
          subject: 'broken',
          result: attempt < maxAttempts ? 'later' : 'poisoned',
          reason: 'sealing-unknown-key',
        });
        expect(await claim(t, ['broken'], 'too-early', at)).toEqual([]);
        at = (await t.streams.findOne({ _id: 'broken' }))!.dueAt ?? at;
      }
      expect(await t.streams.findOne({ _id: 'broken' })).toMatchObject({
        state: 'poisoned',
        reason: 'sealing-unknown-key',
      });
      expect(await claimable(t, new Date(at.getTime() + 1e9), 10)).toEqual(['sound']);
      await t.dataKeys.insertOne(key);
      await markDirty(t, ['broken'], at);
      expect(await project(t, 'broken', 'again', { now: () => at, random: () => 0 })).toMatchObject({
        result: 'done',
      });
      expect(await t.encounters.findOne({ _id: 'broken' })).toMatchObject({ version: 12 });
    } finally {
      await fresh.close();
      await store.close();
    }
  });
});

describe('an ID minted by the app that is taken', () => {
  let app: Server;
  let crm: RunningCrm;
  const received: { path?: string; headers: Record<string, unknown>; body: string }[] = [];
  let status = 503;

  beforeAll(async () => {
    app = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        received.push({ path: request.url!, headers: request.headers, body });
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(JSON.stringify({ result: 'accepted' }));
        status = 200;
      });
    }).listen(0, '127.0.0.1');
    await eventually(() => app.listening);
    const url = `http://127.0.0.1:${(app.address() as { port: number }).port}`;
    const workspaces = [{ id: 'w1', url, appId: 'the-app', secrets: [testSecret] }];
    crm = await startTestCrm(testConfig(mongo.uri, [testTenant('t1', { workspaces })]));
  });
  afterAll(async () => {
    await crm?.stop();
    app?.close();
  });

  it('is replaced by an event of the CRM, and the app is told until it accepts', async () => {
    const tenant = crm.store.tenant('t1')!;
    const taken = freshId();
    await sendEvents(crm.url, story('first', taken, 'app'));
    await eventually(() => tenant.encounters.findOne({ _id: 'first', patientId: taken }));
    const second = story('second', taken, 'app');
    await sendEvents(crm.url, second);
    const done = await eventually(() => tenant.commands.findOne({ state: 'accepted' }), 60_000);
    await sendEvents(crm.url, second);
    await eventually(() => settled(tenant));
    const encounter = (await tenant.encounters.findOne({ _id: 'second' }))!;
    expect(encounter.patientId).not.toBe(taken);
    expect((await tenant.patients.findOne({ visitorIds: 'w1/v-second' }))!._id).toBe(encounter.patientId);
    expect((await tenant.patients.findOne({ _id: taken }))!.visitorIds).toEqual(['w1/v-first']);
    expect(await tenant.messages.distinct('patientId', { conversation: 'second' })).toEqual([
      encounter.patientId,
    ]);
    const subject = { $not: /^patient\// };
    expect(await tenant.events.countDocuments({ source: '/tenants/t1/crm', subject })).toBe(1);
    expect(await tenant.commands.countDocuments()).toBe(1);
    expect(done.attempts).toBe(2);
    expect(received).toHaveLength(2);
    const { path, headers, body } = received[1]!;
    expect(path).toBe('/api/apps/public/the-app/command');
    const command = {
      id: done._id,
      conversation: 'second',
      kind: 'replace-patient-id',
      patientId: encounter.patientId,
    };
    expect(JSON.parse(body)).toEqual(command);
    expect(verify([testSecret], headers, canonicalJson(command), Date.now())).toEqual({ ok: true });
  });
});
