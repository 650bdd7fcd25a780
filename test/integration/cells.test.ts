import fc from 'fast-check';
import type { Document } from 'mongodb';
import { cellsOf, noFigures } from '../../crm-sync/cells/count';
import { rebuildCells } from '../../crm-sync/cells/rebuild';
import { recountTouched, type Shelf } from '../../crm-sync/cells/recount';
import { firstEncounter, replaceEncounter, someUncounted, touchesOf } from '../../crm-sync/cells/touch';
import { rebuild } from '../../crm-sync/projector/rebuild';
import { connectStore } from '../../crm-sync/store/connect';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import { anyFacts } from '../crm-sync/cells/arbitrary-facts';
import { testConfig, testTenant } from '../support/crm';
import { encounter } from '../support/encounters';
import { testMongo, type TestMongo } from '../support/mongo';
import { eventually } from '../support/wait';

// The pages have tests of their own.
jest.mock('../../crm-sync/web/register-pages', () => ({ registerPages: () => Promise.resolve() }));

let mongo: TestMongo;
let store: Store;
let tenant: Tenant;

beforeAll(async () => {
  mongo = await testMongo();
  store = await connectStore(testConfig(mongo.uri, [testTenant('t1')]));
  tenant = store.tenant('t1')!;
});
afterAll(async () => {
  await store?.close();
  await mongo?.stop();
});

/** All writes happen within two hours, so that cells are fought for. */
const from = new Date('2026-05-04T22:00:00.000Z');
const anyStory = fc.array(
  fc.record({
    room: fc.constantFrom('a', 'b', 'c'),
    facts: anyFacts(from).map((facts) => ({
      ...facts,
      startedAt: new Date(from.getTime() + ((facts.startedAt.getTime() - from.getTime()) % 7_200_000)),
    })),
  }),
  { minLength: 1, maxLength: 12 },
);

let token = 0;
async function write(room: string, version: number, facts: object): Promise<void> {
  const document = { ...encounter(room), ...facts, version };
  if (!(await tenant.encounters.findOne({ _id: room }))) {
    const first = firstEncounter(document);
    await tenant.touches.insertOne(touchesOf([first], `note-${(token += 1)}`, new Date()));
    await tenant.encounters.insertOne(first);
    return;
  }
  await tenant.encounters.updateOne(
    { _id: room, version: { $lte: version } },
    replaceEncounter(document, `token-${(token += 1)}`),
    { upsert: true },
  );
}

class Died extends Error {}

/** The shelf as a worker sees it: every step takes a while, and at step `diesAt` the worker dies, before it or after it. */
function slowShelf(delays: () => number, diesAt: number): Shelf {
  let step = 0;
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    step += 1;
    if (step === diesAt) throw new Died();
    const result = await work();
    if (step === diesAt - 1 && diesAt % 2) throw new Died();
    await new Promise((resolve) => setTimeout(resolve, delays()));
    return result;
  };
  const wrap = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(found, name) {
        const value = Reflect.get(found, name) as unknown;
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          const result = () => (value as (...all: unknown[]) => unknown).apply(found, given);
          if (name === 'find' || name === 'project') return wrap(result() as object);
          return around(result as () => Promise<unknown>);
        };
      },
    });
  return {
    cells: wrap(tenant.cells),
    encounters: wrap(tenant.encounters),
    touches: wrap(tenant.touches),
  };
}

async function expectEveryCellToEqualARecount(): Promise<void> {
  const expected = cellsOf(await tenant.encounters.find().toArray());
  const stored = await tenant.cells.find().toArray();
  for (const { _id, version: _version, ...figures } of stored)
    expect({ _id, ...figures }).toEqual({ _id, ...(expected.get(_id) ?? noFigures()) });
  for (const key of expected.keys()) expect(stored.map(({ _id }) => _id)).toContain(key);
}

describe('cells', () => {
  const empty = async (): Promise<void> => {
    await tenant.encounters.deleteMany({});
    await tenant.cells.deleteMany({});
    await tenant.touches.deleteMany({});
  };
  beforeEach(empty);

  it('equal a recount whatever the story, with two workers that die anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyStory,
        fc.array(fc.nat(12), { minLength: 8, maxLength: 8 }),
        fc.nat(8),
        fc.nat(8),
        async (story, delays, oneDiesAt, otherDiesAt) => {
          await empty();
          let turn = 0;
          const delay = () => delays[(turn += 1) % delays.length]!;
          let writing = true;
          const work = async (diesAt: number): Promise<void> => {
            let shelf = slowShelf(delay, diesAt);
            while (writing) {
              await recountTouched(shelf, 2).catch((error: unknown) => {
                if (!(error instanceof Died)) throw error;
                shelf = slowShelf(delay, 0);
              });
            }
          };
          const workers = [work(oneDiesAt), work(otherDiesAt)];
          try {
            for (const [index, { room, facts }] of story.entries()) {
              await write(room, index + 1, facts);
              await new Promise((resolve) => setTimeout(resolve, delay()));
            }
          } finally {
            writing = false;
            await Promise.all(workers);
          }
          while ((await recountTouched(tenant, 100)).length > 0);
          expect(await tenant.encounters.countDocuments({ touched: { $exists: true } })).toBe(0);
          await expectEveryCellToEqualARecount();
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keep what was counted last, when a worker that read before writes after', async () => {
    const open = { startedAt: from, state: 'bot' };
    await write('first', 1, open);
    await recountTouched(tenant, 100);
    await write('a', 1, open);
    let goOn = (): void => undefined;
    const mayWrite = new Promise<void>((resolve) => (goOn = resolve));
    let writes = 0;
    const slow = slowShelf(() => 0, 0);
    const cells = new Proxy(slow.cells, {
      get: (found, name) =>
        name === 'bulkWrite'
          ? async (...given: Parameters<typeof found.bulkWrite>) => {
              if ((writes += 1) === 1) await mayWrite;
              return found.bulkWrite(...given);
            }
          : (Reflect.get(found, name) as unknown),
    });
    const late = recountTouched({ ...slow, cells }, 100);
    await eventually(() => writes === 1);
    await write('b', 1, open);
    await recountTouched(tenant, 100);
    goOn();
    await late;
    expect(writes).toBe(2);
    expect(await tenant.encounters.countDocuments({ touched: { $exists: true } })).toBe(0);
    await expectEveryCellToEqualARecount();
  });

  it('of new encounters are noted before these are there, and the note stays until they are counted', async () => {
    const at = new Date();
    const later = new Date(at.getTime() + 60_000);
    const documents = ['n1', 'n2'].map((room) =>
      firstEncounter({ ...encounter(room), startedAt: from, state: 'bot' }),
    );
    await tenant.touches.insertOne(touchesOf(documents, 'note', at));
    expect(await recountTouched(tenant, 100, at)).toEqual([]);
    await tenant.encounters.insertOne(documents[0]!);
    expect(await recountTouched(tenant, 100, at)).toEqual([]);
    await expectEveryCellToEqualARecount();
    // whoever wrote the note may have died: what is there is counted once, what is not there is waited for
    expect(await recountTouched(tenant, 100, later)).toEqual([{ _id: 'n1' }]);
    expect(await recountTouched(tenant, 100, later)).toEqual([]);
    expect(await someUncounted(tenant)).toBe('n2');
    await tenant.encounters.insertOne(documents[1]!);
    expect(await recountTouched(tenant, 100, later)).toEqual([{ _id: 'n2' }]);
    expect(await someUncounted(tenant)).toBeUndefined();
    await expectEveryCellToEqualARecount();
  });

  it('of new encounters that never came are forgotten after a day', async () => {
    const at = new Date();
    await tenant.touches.insertOne(touchesOf([firstEncounter(encounter('never'))], 'note', at));
    await recountTouched(tenant, 100, new Date(at.getTime() + 23 * 3_600_000));
    expect(await someUncounted(tenant)).toBe('never');
    await recountTouched(tenant, 100, new Date(at.getTime() + 25 * 3_600_000));
    expect(await someUncounted(tenant)).toBeUndefined();
  });

  it('are left alone by a write that changes no figure', async () => {
    const facts = { startedAt: from, state: 'bot', messageCount: 1 };
    await write('a', 1, facts);
    await recountTouched(tenant, 100);
    await write('a', 2, { ...facts, messageCount: 2 });
    expect(await tenant.encounters.findOne({ _id: 'a' })).not.toHaveProperty('touched');
    expect(await tenant.encounters.findOne({ _id: 'a' })).toMatchObject({ version: 2, messageCount: 2 });
  });

  it('are touched on both sides by an encounter that moves, and the empty one says 0', async () => {
    await write('a', 1, { startedAt: from, state: 'bot' });
    await recountTouched(tenant, 100);
    await write('a', 2, { startedAt: new Date(from.getTime() + 3_600_000), state: 'bot' });
    const { touched } = (await tenant.encounters.findOne({ _id: 'a' }))!;
    expect(touched).toEqual([
      'conversations/2026-05-04T22//widget/none/open',
      'conversations/2026-05-04T23//widget/none/open',
    ]);
    await recountTouched(tenant, 100);
    const cells = await tenant.cells.find().sort({ _id: 1 }).project({ _id: 0, n: 1 }).toArray();
    expect(cells).toEqual([{ n: 0 }, { n: 1 }]);
  });

  it('are right after a rebuild of everything, which removes what has no events', async () => {
    await write('ghost', 1, { startedAt: from, state: 'bot' });
    await recountTouched(tenant, 100);
    const effects = { now: () => new Date(), random: () => 0.5, pause: async () => undefined };
    const { removed } = await rebuild(tenant, { name: 'r1', ...effects });
    expect(removed).toBe(1);
    expect(await tenant.cells.find().project({ _id: 0, n: 1 }).toArray()).toEqual([{ n: 0 }]);
  });

  it('come back from nothing, and from wrong figures, by a rebuild', async () => {
    for (const [index, room] of ['a', 'b', 'c', 'd'].entries())
      await write(room, 1, {
        startedAt: new Date(from.getTime() + index * 7_200_000),
        state: 'closed',
        firstResponseMs: 1_000 * index,
      });
    const wrong: Document[] = [
      { _id: 'conversations/2020-01-01T00//widget/none/open', version: 3, n: 7 },
      { _id: 'conversations/2026-05-04T22//widget/none/finished', version: 9, n: 7 },
    ];
    await tenant.cells.insertMany(wrong as never);
    const told: number[] = [];
    await rebuildCells(tenant, ({ hoursDone, hoursTotal }) => told.push(hoursDone, hoursTotal));
    expect(told).toEqual([1, 5, 2, 5, 3, 5, 4, 5, 5, 5]);
    await expectEveryCellToEqualARecount();
  });
});
