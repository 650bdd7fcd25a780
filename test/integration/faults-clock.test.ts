import { expectAllThere, personalStory, startFaultyCrm, type FaultyCrm } from '../support/faulty-crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { eventually } from '../support/wait';
import { diskFull } from '../support/wire-proxy';

// The pages have tests of their own.
jest.mock('../../crm-sync/web/register-pages', () => ({ registerPages: () => Promise.resolve() }));

const hourMs = 3_600_000;
let mongo: TestMongo;
let faulty: FaultyCrm;

beforeAll(async () => {
  mongo = await testMongo();
  faulty = await startFaultyCrm(mongo.uri);
});
afterAll(async () => {
  await faulty?.stop();
  await mongo?.stop();
});

describe('a service whose clock jumps', () => {
  it.each([hourMs, -hourMs])(
    'by %i ms refuses what the app signs, says why, and takes it afterwards',
    async (ms) => {
      const room = `relogio-${ms}`;
      faulty.clock.aheadMs = ms;
      expect(await faulty.post(personalStory(room))).toBe(401);
      expect(await faulty.readiness()).toBe(200);
      faulty.clock.aheadMs = 0;
      await faulty.deliver(personalStory(room));
      await expectAllThere(faulty, [room]);
      const told = faulty.lines.filter(({ msg }) =>
        String(msg).includes('do both clocks tell the same time?'),
      );
      // Once a minute at most.
      expect(told).toHaveLength(1);
      expect(Math.abs(Number(told[0]!['behindSeconds']))).toBeGreaterThan(3_590);
    },
  );

  it('ahead and back again does not leave for an hour what failed meanwhile', async () => {
    const room = 'relogio-volta';
    const { proxy, clock, tenant } = faulty;
    clock.aheadMs = hourMs;
    proxy.break({ commands: ['update', 'insert'], collection: 'encounters', fault: diskFull });
    expect(await faulty.post(personalStory(room), Date.now() + hourMs)).toBe(200);
    await eventually(() => tenant.streams.findOne({ _id: room, attempts: { $gt: 0 } }));
    clock.aheadMs = 0;
    proxy.heal();
    await expectAllThere(faulty, [room]);
  });

  it('while a worker holds a stream, another worker or the same takes it again: nothing twice', async () => {
    const room = 'relogio-lease';
    const { proxy, clock } = faulty;
    proxy.break({
      commands: ['update', 'insert'],
      collection: 'encounters',
      fault: { kind: 'delay', ms: 2_000 },
      times: 1,
    });
    await faulty.deliver(personalStory(room));
    clock.aheadMs = hourMs;
    await expectAllThere(faulty, [room]);
    clock.aheadMs = 0;
    await eventually(async () => (await faulty.readiness()) === 200);
  });
});
