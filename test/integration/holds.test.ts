import { storeEvents } from '../../crm-sync/ingest/store-events';
import { createChanges } from '../../crm-sync/projector/changes';
import { claim, claimable, finish, leaseMs } from '../../crm-sync/projector/claims';
import { projectStreams } from '../../crm-sync/projector/project';
import { startProjector } from '../../crm-sync/projector/worker';
import { createMetrics } from '../../crm-sync/metrics/metrics';
import { connectStore } from '../../crm-sync/store/connect';
import { createHolds, heldForMs, holdNewStreams, type Holds } from '../../crm-sync/store/holds';
import { markDirty } from '../../crm-sync/store/streams';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import { pino } from 'pino';
import { testConfig, testEvent } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { eventually } from '../support/wait';

// The pages have tests of their own.
jest.mock('../../crm-sync/web/register-pages', () => ({ registerPages: () => Promise.resolve() }));

let mongo: TestMongo;
/** Two processes: the first holds rows of new streams. */
let stores: Store[];
let mine: Tenant;
let other: Tenant;
let holds: Holds;
let letGo: () => void;
const log = pino({ level: 'silent' });

beforeAll(async () => {
  mongo = await testMongo();
});
afterAll(() => mongo?.stop());
beforeEach(async () => {
  const config = testConfig(mongo.uri);
  stores = [await connectStore(config), await connectStore(config)];
  mine = stores[0]!.tenant('t1')!;
  other = stores[1]!.tenant('t1')!;
  holds = createHolds('mine', { lease: () => new Date(Date.now() + leaseMs), wake: () => undefined });
  letGo = holdNewStreams(mine, holds);
});
afterEach(async () => {
  letGo();
  jest.restoreAllMocks();
  await Promise.all(stores.map((store) => store.close()));
});

let id = 0;
const said = (subject: string) => {
  const messageId = `m-${(id += 1)}`;
  const data = { messageId, from: 'patient', via: 'text', text: 'oi' };
  return testEvent('acolhe.message.recorded.v1', data, { subject, timeMs: Date.UTC(2026, 4, 4) + id });
};
const begun = (subject: string) => {
  const data = { channel: 'widget', language: 'pt-BR', visitor: { id: `v-${subject}`, name: 'Ana Teste' } };
  return testEvent('acolhe.conversation.started.v1', data, { subject, timeMs: Date.UTC(2026, 4, 3) });
};
const rowOf = (subject: string) => mine.streams.findOne({ _id: subject });
const messagesOf = async (subject: string) => (await mine.encounters.findOne({ _id: subject }))?.messageCount;
const store = (tenant: Tenant, ...events: ReturnType<typeof said>[]) =>
  storeEvents(tenant, events, new Date());
const work = (tenant: Tenant, subject: string, at = new Date(), own?: Holds) =>
  projectStreams(tenant, [subject], `w-${(id += 1)}`, {
    ...{ now: () => at, random: () => 0.5 },
    ...(own && { holds: own }),
  });

describe('several processes of one command', () => {
  it('Given one begins the streams, when another stores events, then only the first inserts, marks and claims', async () => {
    letGo();
    let there = true;
    const lease = () => new Date(Date.now() + leaseMs);
    const beginner = createHolds('mine', { lease, wake: () => undefined });
    const helper = createHolds('other', {
      ...{ lease, wake: () => undefined },
      hand: async (subjects) => {
        if (there) await markDirty(mine, subjects, new Date(), { here: true });
        return there;
      },
    });
    const ends = [holdNewStreams(mine, beginner), holdNewStreams(other, helper)];
    await store(other, begun('side'));
    await store(other, said('side'));
    expect(await rowOf('side')).toMatchObject({ state: 'claimed', claimedBy: 'mine', mark: 1 });
    expect([helper.isElsewhere('side'), helper.isElsewhere('side')]).toEqual([true, false]);
    await work(mine, 'side', new Date(), beginner);
    expect(await messagesOf('side')).toBe(1);
    // given back: it is marked there
    await store(other, said('side'));
    expect(await rowOf('side')).toMatchObject({ state: 'dirty', mark: 2 });
    // away: everybody for himself
    there = false;
    await store(other, begun('alone'));
    expect(await rowOf('alone')).toMatchObject({ state: 'claimed', claimedBy: 'other' });
    expect(helper.isElsewhere('alone')).toBe(false);
    for (const end of ends) end();
  });
});

describe('a new stream that its process holds', () => {
  it('is claimed from the first, and events that follow need no mark', async () => {
    await store(mine, begun('r'), said('r'));
    await store(mine, said('r'));
    expect(await rowOf('r')).toMatchObject({ state: 'claimed', claimedBy: 'mine', mark: 1 });
    expect(await claim(other, ['r'], 'too-early', new Date())).toEqual([]);
    expect(await work(mine, 'r', new Date(), holds)).toMatchObject({ again: [], failed: [] });
    expect(await messagesOf('r')).toBe(2);
    const row = await rowOf('r');
    expect(row).toMatchObject({ state: 'clean', mark: 1, attempts: 0 });
    expect(row).not.toHaveProperty('dueAt');
    // given back: what comes now is marked
    await store(mine, said('r'));
    expect(await rowOf('r')).toMatchObject({ state: 'dirty', mark: 2 });
  });

  it('is taken over when the process dies, with all that it acknowledged', async () => {
    await store(mine, begun('dead'), said('dead'));
    await store(mine, said('dead'));
    await work(other, 'dead', new Date(Date.now() + leaseMs + 1));
    expect(await messagesOf('dead')).toBe(2);
    expect(await rowOf('dead')).toMatchObject({ state: 'clean' });
  });

  it('is read with what another process marked, and again with what it marked later', async () => {
    await store(mine, begun('shared'));
    await store(other, said('shared'));
    expect(await rowOf('shared')).toMatchObject({ state: 'claimed', mark: 2 });
    expect(await work(mine, 'shared', new Date(), holds)).toMatchObject({ again: [] });
    expect(await messagesOf('shared')).toBe(1);
    await store(mine, begun('late'));
    jest.spyOn(mine.encounters, 'insertMany').mockImplementationOnce(async (...given) => {
      await store(other, said('late'));
      return mine.encounters.insertMany(...given);
    });
    expect(await work(mine, 'late', new Date(), holds)).toMatchObject({ again: ['late'] });
    expect(await rowOf('late')).toMatchObject({ state: 'dirty' });
    await work(mine, 'late', new Date(), holds);
    expect(await messagesOf('late')).toBe(1);
  });

  it('stays held when its own process stores more while it is worked on', async () => {
    await store(mine, begun('busy'));
    jest.spyOn(mine.encounters, 'insertMany').mockImplementationOnce(async (...given) => {
      await store(mine, said('busy'));
      return mine.encounters.insertMany(...given);
    });
    expect(await work(mine, 'busy', new Date(), holds)).toMatchObject({ again: ['busy'] });
    expect(await rowOf('busy')).toMatchObject({ state: 'claimed', claimedBy: 'mine', mark: 1 });
    expect(await work(mine, 'busy', new Date(), holds)).toMatchObject({ again: [] });
    expect(await messagesOf('busy')).toBe(1);
    expect(await rowOf('busy')).toMatchObject({ state: 'clean' });
  });

  it('that a clock which is ahead took away is read once more', async () => {
    await store(mine, begun('stolen'));
    const ahead = new Date(Date.now() + 3_600_000);
    const rows = await claim(other, ['stolen'], 'thief', ahead);
    await finish(other, rows, ahead);
    await store(mine, said('stolen'));
    expect(await rowOf('stolen')).toMatchObject({ state: 'clean' });
    await work(mine, 'stolen', new Date(), holds);
    expect(await messagesOf('stolen')).toBe(1);
    expect(await rowOf('stolen')).toMatchObject({ state: 'clean' });
  });

  it('that a clock which is ahead took away is read once more, also when its process dies then', async () => {
    await store(mine, begun('both'));
    const ahead = Date.now() + 3_600_000;
    await work(other, 'both', new Date(ahead));
    await store(mine, said('both'));
    expect(await rowOf('both')).toMatchObject({ state: 'clean', mark: 1 });
    expect(await claimable(other, new Date(ahead + leaseMs), 10)).toContain('both');
    await work(other, 'both', new Date(ahead + leaseMs));
    expect(await messagesOf('both')).toBe(1);
    expect(await rowOf('both')).not.toHaveProperty('dueAt');
  });

  it('is trusted for less than its lease, then marked, and renewed before it is worked on', async () => {
    await store(mine, begun('slow'));
    const nowMs = performance.now();
    jest.spyOn(performance, 'now').mockReturnValue(nowMs + heldForMs + 100);
    await store(mine, said('slow'));
    expect(await rowOf('slow')).toMatchObject({ state: 'claimed', mark: 2 });
    const at = new Date(Date.now() + 5_000);
    const update = jest.spyOn(mine.streams, 'updateMany');
    await work(mine, 'slow', at, holds);
    expect(update.mock.calls[0]?.[1]).toEqual({ $set: { dueAt: new Date(at.getTime() + leaseMs) } });
    expect(await messagesOf('slow')).toBe(1);
  });

  it('is nobody’s when somebody wants it whole, failed or erased: such marks are always written', async () => {
    await store(mine, begun('whole'));
    await markDirty(mine, ['whole'], new Date(), { rebuild: 'r1' });
    expect(await rowOf('whole')).toMatchObject({ mark: 2, rebuild: 'r1', claimedBy: 'mine' });
    await work(mine, 'whole', new Date(), holds);
    expect(await rowOf('whole')).not.toHaveProperty('rebuild');
  });
});

it('a projector that stops gives back what it holds, so that others need not wait for the lease', async () => {
  letGo();
  const changes = createChanges();
  const projector = startProjector({
    ...{ store: stores[0]!, changes, log, metrics: createMetrics(stores[0]!), pollMs: 10 },
  });
  await eventually(async () => {
    const subject = `probe-${(id += 1)}`;
    await store(mine, begun(subject));
    return ((await rowOf(subject))?.claimedMark ?? 0) > 0;
  });
  const stopped = projector.stop();
  await store(mine, begun('after'));
  await stopped;
  expect(await rowOf('after')).toMatchObject({ state: 'dirty' });
  expect(await mine.streams.countDocuments({ state: 'claimed' })).toBe(0);
});
