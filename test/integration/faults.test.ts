import { cellsOf } from '../../crm-sync/cells/count';
import { expectAllThere, personalStory, startFaultyCrm, type FaultyCrm } from '../support/faulty-crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { eventually } from '../support/wait';
import { diskFull, notWritablePrimary, shuttingDown, type Fault, type Rule } from '../support/wire-proxy';

// The pages have tests of their own.
jest.mock('../../crm-sync/web/register-pages', () => ({ registerPages: () => Promise.resolve() }));

let mongo: TestMongo;
let faulty: FaultyCrm;
let number = 0;
const freshRoom = (): string => `sala-${(number += 1)}`;

beforeAll(async () => {
  mongo = await testMongo();
  faulty = await startFaultyCrm(mongo.uri);
});
afterAll(async () => {
  await faulty?.stop();
  await mongo?.stop();
});
afterEach(async () => {
  faulty.proxy.heal();
  faulty.proxy.up();
  await eventually(async () => (await faulty.readiness()) === 200, 60_000);
  faulty.lines.length = 0;
});

const writeConcern: Fault = { kind: 'write-concern-error', code: 91, codeName: 'ShutdownInProgress' };
const inserted: Pick<Rule, 'commands' | 'collection'> = { commands: ['insert'], collection: 'events' };

describe('what the app sends', () => {
  // The driver itself tries once more where that is safe: the faults last longer than that.
  it.each<[string, Rule, string]>([
    ['a primary that steps down', { ...inserted, fault: notWritablePrimary, times: 3 }, '10107'],
    ['a full disk', { ...inserted, fault: diskFull, times: 2 }, '14031'],
    ['a server that shuts down', { ...inserted, fault: shuttingDown, times: 3 }, '11600'],
    ['writes that no majority has', { ...inserted, fault: writeConcern, times: 2 }, ''],
    ['connections that break before a write', { ...inserted, fault: { kind: 'cut-before' }, times: 3 }, ''],
    ['connections that break after a write', { ...inserted, fault: { kind: 'cut-after' }, times: 3 }, ''],
    ['answers that break off', { ...inserted, fault: { kind: 'cut-middle' }, times: 3 }, ''],
    [
      'a full disk when the stream is marked',
      { commands: ['update', 'insert'], collection: 'streams', fault: diskFull, times: 2 },
      '14031',
    ],
  ])('meets %s: refused with 503, sent again, there once', async (_what, rule, code) => {
    const room = freshRoom();
    const applied = faulty.proxy.break(rule);
    const statuses = await faulty.deliver(personalStory(room));
    expect(applied()).toBeGreaterThan(0);
    expect(new Set(statuses)).toEqual(new Set([503, 200]));
    const told = faulty.lines.find(({ msg }) => msg === 'the store does not answer');
    expect(told).toMatchObject({ level: 50, route: '/v1/tenants/:tenant/workspaces/:workspace/events' });
    if (code) expect(told).toMatchObject({ code: Number(code) });
    await expectAllThere(faulty, [room]);
  });

  it('meets a slow server: it waits', async () => {
    const room = freshRoom();
    faulty.proxy.break({ ...inserted, fault: { kind: 'delay', ms: 300 }, times: 1 });
    expect(await faulty.deliver(personalStory(room))).toEqual([200]);
    await expectAllThere(faulty, [room]);
  });
});

describe('projection', () => {
  it.each<[string, Rule]>([
    ['a primary that steps down', { fault: notWritablePrimary, times: 6 }],
    ['a full disk', { fault: diskFull, times: 4 }],
    ['connections that break after a write', { fault: { kind: 'cut-after' }, times: 6 }],
    ['answers that break off', { fault: { kind: 'cut-middle' }, times: 6 }],
  ])('meets %s: tried again until every document and cell is right', async (_what, rule) => {
    const rooms = [freshRoom(), freshRoom(), freshRoom()];
    const applied = (['encounters', 'messages', 'cells', 'streams'] as const).map((collection) =>
      faulty.proxy.break({
        ...rule,
        commands: ['update', 'insert', 'findAndModify'],
        collection,
      }),
    );
    for (const room of rooms) await faulty.deliver(personalStory(room));
    await expectAllThere(faulty, rooms);
    expect(applied.map((count) => count() > 0)).toEqual([true, true, true, true]);
    const errors = faulty.lines.filter(({ level }) => level === 50);
    expect(errors.length).toBeGreaterThan(0);
    for (const line of errors) if ('reason' in line) expect(line['reason']).toMatch(/^store-/);
    const { tenant } = faulty;
    const recount = cellsOf(await tenant.encounters.find().toArray());
    for (const { _id, n } of await tenant.cells.find().toArray())
      expect([_id, n]).toEqual([_id, recount.get(_id)?.n ?? 0]);
  });
});

describe('MongoDB', () => {
  it('is gone for 20 s and comes back: readiness follows, and nothing needs a restart', async () => {
    const { proxy, lines } = faulty;
    const before = freshRoom();
    await faulty.deliver(personalStory(before));
    proxy.down();
    const downAtMs = Date.now();
    await eventually(async () => (await faulty.readiness()) === 503);
    const after = freshRoom();
    expect(await faulty.post(personalStory(after))).toBe(503);
    expect(await (await fetch(`${faulty.url}/readyz`)).json()).toMatchObject({
      status: 'not-ready',
      mongodb: false,
    });
    expect((await fetch(`${faulty.url}/healthz`)).status).toBe(200);
    await eventually(() => Date.now() - downAtMs >= 20_000, 60_000);
    proxy.up();
    await eventually(async () => (await faulty.readiness()) === 200, 60_000);
    await faulty.deliver(personalStory(after));
    await expectAllThere(faulty, [before, after]);
    const told = lines.map(({ msg }) => msg);
    expect(told).toEqual(
      expect.arrayContaining([
        'the store does not answer',
        'projector cannot read its queue',
        'projector reads its queue again',
        'cells cannot be counted',
        'cells are counted again',
      ]),
    );
    // Once each, however long it lasts.
    expect(told.filter((one) => one === 'projector cannot read its queue')).toHaveLength(1);
  });

  it('falls silent with connections open: readiness goes, and comes back with it', async () => {
    const { proxy } = faulty;
    const everything = ['hello', 'ping', 'insert', 'update', 'find', 'aggregate', 'delete', 'findAndModify'];
    proxy.break({ commands: everything, fault: { kind: 'silence' } });
    await eventually(async () => (await faulty.readiness()) === 503);
    const room = freshRoom();
    expect(await faulty.post(personalStory(room))).toBe(503);
    proxy.heal();
    await eventually(async () => (await faulty.readiness()) === 200, 60_000);
    await faulty.deliver(personalStory(room));
    await expectAllThere(faulty, [room]);
  });
});
