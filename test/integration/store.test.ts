/** Indexes, data keys and the separation of tenants on a real server; and what the service says and does when it is away. */
import { Writable } from 'stream';
import { pino } from 'pino';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { startCrm } from '../../crm-sync/server';
import { connectStore } from '../../crm-sync/store/connect';
import type { SealedPlace } from '../../crm-sync/store/data-keys';
import { indexes } from '../../crm-sync/store/indexes';
import type { Store } from '../../crm-sync/store/tenant';
import { eventually, postSigned, sendEvents, testConfig, testEvent, testTenant } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';

// The pages have tests of their own.
jest.mock('../../crm-sync/web/register-pages', () => ({ registerPages: () => Promise.resolve() }));

let mongo: TestMongo;
beforeAll(async () => {
  mongo = await testMongo();
});
afterAll(async () => mongo?.stop());

const place: SealedPlace = {
  owner: 'conversation/r1',
  collection: 'messages',
  id: 'r1\u0000m1',
  field: 'sealedText',
};

describe('a tenant’s database', () => {
  const config = () => testConfig(mongo.uri, [testTenant('t1'), testTenant('t2')]);
  const stores: Store[] = [];
  const connected = async (to: ReturnType<typeof config>): Promise<Store> => {
    const store = await connectStore(to);
    stores.push(store);
    return store;
  };
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });

  it('has every index, however often it is connected', async () => {
    const one = config();
    await connected(one);
    const { db } = (await connected(one)).tenant('t2')!;
    for (const [collection, wanted] of Object.entries(indexes)) {
      const there = (await db.collection(collection).indexes()).map(({ name }) => name);
      expect(there).toEqual(expect.arrayContaining(wanted.map(({ name }) => name)));
    }
  });

  it('keeps one key per owner, whoever seals first, and no text opens at another place', async () => {
    const one = config();
    const [a, b] = [(await connected(one)).tenant('t1')!, (await connected(one)).tenant('t1')!];
    const sealed = await Promise.all([a, b, a, b].map(({ sealing }) => sealing.seal(place, 'falta de ar')));
    expect(await a.dataKeys.countDocuments({ _id: place.owner })).toBe(1);
    const third = (await connected(one)).tenant('t1')!;
    for (const text of sealed) expect(await third.sealing.open(place, text)).toBe('falta de ar');
    for (const other of [{ collection: 'events' }, { id: 'r1\u0000m2' }, { field: 'sealedAuthor' }]) {
      await expect(third.sealing.open({ ...place, ...other }, sealed[0]!)).rejects.toMatchObject({
        code: 'wrong-binding',
      });
    }
    await expect(
      third.sealing.open({ ...place, owner: 'conversation/r2' }, sealed[0]!),
    ).rejects.toMatchObject({ code: 'unknown-key' });
  });

  it('opens nothing of another tenant, even with its key document and its tenant key', async () => {
    const one = config();
    one.tenants[1]!.sealingKeys = one.tenants[0]!.sealingKeys;
    const store = await connected(one);
    const [mine, theirs] = [store.tenant('t1')!, store.tenant('t2')!];
    const sealed = await mine.sealing.seal(place, 'falta de ar');
    await theirs.dataKeys.insertOne((await mine.dataKeys.findOne({ _id: place.owner }))!);
    await expect(theirs.sealing.open(place, sealed)).rejects.toMatchObject({ code: 'wrong-binding' });
  });

  it('opens what an older tenant key wrapped, and wraps anew with the current one', async () => {
    const one = config();
    const sealed = await (await connected(one)).tenant('t1')!.sealing.seal(place, 'antes');
    const keys = one.tenants[0]!.sealingKeys;
    one.tenants[0]!.sealingKeys = [{ id: 'k2', key: Buffer.alloc(32, 9) }, ...keys];
    const rotated = (await connected(one)).tenant('t1')!;
    expect(await rotated.sealing.open(place, sealed)).toBe('antes');
    await rotated.sealing.seal({ ...place, owner: 'conversation/r2' }, 'depois');
    expect((await rotated.dataKeys.findOne({ _id: 'conversation/r2' }))!.wrappedKey).toMatch(/^v1\.k2\./);
  });
});

describe('a running service', () => {
  it('logs no id, no address and no word of a patient, whatever happens', async () => {
    let logged = '';
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        logged += chunk.toString('utf8');
        done();
      },
    });
    const crm = await startCrm(testConfig(mongo.uri), { log: pino({ level: 'trace' }, stream) });
    try {
      const tenant = crm.store.tenant('t1')!;
      const event = testEvent(
        'acolhe.message.recorded.v1',
        { messageId: 'mSecret', from: 'patient', text: 'wSecret', via: 'text' },
        { subject: 'rSecret', id: 'eSecret' },
      );
      await sendEvents(crm.url, [
        event,
        { ...event, data: { ...event.data, text: 'xSecret' } },
        { ...event, type: 'Secret' },
      ]);
      await postSigned(
        crm.url,
        { conversation: 'rSecret', visitor: 'vSecret' },
        { path: 'questions/who-is' },
      );
      await postSigned(crm.url, 'Secret');
      await postSigned(crm.url, [event], { secret: 'Secret', tenant: 'Secret' });
      await fetch(`${crm.url}/Secret?q=Secret`);
      await eventually(() => tenant.messages.findOne({ conversation: 'rSecret' }));
      await tenant.events.insertOne({
        ...(await tenant.events.findOne())!,
        _id: 'rSecret\u0000x',
        sealedData: 'Secret',
      });
      await sendEvents(crm.url, [event]);
      await eventually(() => logged.includes('sealing-malformed'));
    } finally {
      await crm.stop();
    }
    expect(logged).toContain('/v1/tenants/:tenant/workspaces/:workspace/events');
    expect(logged).toContain('same event id, other content');
    expect(logged).not.toContain('Secret');
  });

  it('says that its store is away, and acknowledges nothing', async () => {
    const own = await testMongo();
    const crm = await startCrm(testConfig(own.uri), { log: pino({ level: 'silent' }) });
    try {
      expect((await fetch(`${crm.url}/readyz`)).status).toBe(200);
      await own.stop();
      const event = testEvent('acolhe.conversation.closed.v1', { by: 'bot' });
      const [stored, asked] = await Promise.all([
        postSigned(crm.url, [event]),
        postSigned(crm.url, { conversation: 'c', visitor: 'v' }, { path: 'questions/who-is' }),
      ]);
      expect(stored).toMatchObject({ status: 503, body: { error: { code: 'store-unavailable' } } });
      expect(asked.status).toBe(503);
      expect((await fetch(`${crm.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${crm.url}/healthz`)).status).toBe(200);
    } finally {
      await crm.stop();
    }
  });

  it('goes on for other tenants while the database of one is away', async () => {
    const own = await testMongo();
    const config = testConfig(mongo.uri, [testTenant('gone', { uri: own.uri }), testTenant('t1')]);
    const crm = await startCrm(config, { log: pino({ level: 'silent' }) });
    const beside = await connectStore({ ...config, tenants: [config.tenants[1]!] });
    try {
      await own.stop();
      // Stored by another process: only polling finds it.
      await storeEvents(
        beside.tenant('t1')!,
        [testEvent('acolhe.conversation.closed.v1', { by: 'bot' })],
        new Date(),
      );
      await eventually(() => beside.tenant('t1')!.encounters.findOne({ state: 'closed' }));
    } finally {
      await beside.close();
      await crm.stop();
    }
  });
});
