/** Writers and workers of one stream, step by step in any order; some die on the way, some have a clock that is ahead. */
import * as fc from 'fast-check';
import { randomUUID } from 'crypto';
import type { EventEnvelope } from '../../contract/event';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { markDirty } from '../../crm-sync/store/streams';
import { leaseMs } from '../../crm-sync/projector/claims';
import { projectStreams } from '../../crm-sync/projector/project';
import { connectStore } from '../../crm-sync/store/connect';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import { testConfig, testEvent } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { settle } from '../support/visitors';

let mongo: TestMongo;
let store: Store;
let tenant: Tenant;

beforeAll(async () => {
  mongo = await testMongo();
  store = await connectStore(testConfig(mongo.uri));
  tenant = store.tenants[0]!;
});
afterAll(async () => {
  await store?.close();
  await mongo?.stop();
});

const collections = ['events', 'streams', 'encounters', 'messages', 'decisions'] as const;

/** A process: each step to the database waits for its turn, and from the step on at which it dies there is none. */
function processOf(turn: () => Promise<void>, diesAt: number): Tenant {
  let steps = 0;
  const step = async (): Promise<void> => {
    await turn();
    steps += 1;
    if (steps > diesAt) throw new Error('died');
  };
  const gated = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(real, name) {
        const member = Reflect.get(real, name) as unknown;
        if (typeof member !== 'function') return member;
        const call = (...given: unknown[]): unknown =>
          (member as (...all: unknown[]) => unknown).apply(real, given);
        if (name === 'find') return (...given: unknown[]) => gated(call(...given) as object);
        if (name === 'project') return (...given: unknown[]) => gated(call(...given) as object);
        return async (...given: unknown[]) => {
          await step();
          return call(...given);
        };
      },
    });
  return {
    ...tenant,
    ...Object.fromEntries(collections.map((name) => [name, gated(tenant[name] as object)])),
  } as Tenant;
}

function storyOf(subject: string): EventEnvelope[] {
  const at = (order: number) => ({
    subject,
    id: `e${order}`,
    timeMs: Date.UTC(2026, 4, 4, 12) + order * 1_000,
  });
  const said = (order: number) =>
    testEvent(
      'acolhe.message.recorded.v1',
      {
        messageId: `m${order}`,
        from: order % 2 ? 'patient' : 'agent',
        text: `palavras ${order}`,
        via: 'text',
      },
      at(order),
    );
  return [
    said(0),
    said(1),
    testEvent('acolhe.message.edited.v1', { messageId: 'm1', text: 'outras palavras' }, at(2)),
    said(3),
    testEvent('acolhe.message.deleted.v1', { messageId: 'm0' }, at(4)),
    testEvent('acolhe.conversation.closed.v1', { by: 'agent' }, at(5)),
  ];
}

/** What is shown of the stream, without what tells when it was written. */
async function shown(subject: string) {
  const encounter = await tenant.encounters.findOne({ _id: subject });
  const messages = await tenant.messages.find({ conversation: subject }).toArray();
  return {
    version: encounter?.version,
    state: encounter?.state,
    messages: messages
      .sort((a, b) => a.order - b.order)
      .map((one) => [one._id.split('\u0000')[1], one.order, Boolean(one.deletedAt), Boolean(one.editedAt)]),
  };
}

const expected = {
  version: 6,
  state: 'closed',
  messages: [
    ['m0', 0, true, false],
    ['m1', 1, false, true],
    ['m3', 3, false, false],
  ],
};

const life = fc.option(fc.nat(14), { nil: Infinity });
const worker = fc.record({
  aheadMs: fc.constantFrom(0, leaseMs + 1_000),
  diesAt: life,
  rounds: fc.integer({ min: 1, max: 3 }),
});

describe('one stream, many processes', () => {
  it('Given any order of their steps, and some that die, then every event is there once and is shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.record({ places: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), diesAt: life }), {
          minLength: 2,
          maxLength: 3,
        }),
        fc.array(worker, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (scheduler, writers, workers, rebuilt) => {
          const subject = `room-${randomUUID()}`;
          const story = storyOf(subject);
          const told = new Set(writers.flatMap(({ places }) => places));
          const rest = story.flatMap((_event, place) => (told.has(place) ? [] : place));
          const unacknowledged: EventEnvelope[][] = [];
          const turn = (): Promise<void> => scheduler.schedule(Promise.resolve());
          const dead = (error: unknown): void => {
            if ((error as Error).message !== 'died') throw error;
          };
          const all = [
            ...[...writers, { places: rest, diesAt: Infinity }].map(async ({ places, diesAt }) => {
              const events = places.map((place) => story[place]!);
              await storeEvents(processOf(turn, diesAt), events, new Date()).catch((error: unknown) => {
                dead(error);
                unacknowledged.push(events);
              });
            }),
            ...workers.map(async ({ aheadMs, diesAt, rounds }) => {
              const own = processOf(turn, diesAt);
              const now = () => new Date(Date.now() + aheadMs);
              for (let round = 0; round < rounds; round += 1)
                await projectStreams(own, [subject], randomUUID(), { now, random: () => 0 }).catch(dead);
            }),
            ...(rebuilt
              ? [markDirty(processOf(turn, Infinity), [subject], new Date(), { rebuild: 'r' })]
              : []),
          ];
          await scheduler.waitFor(Promise.all(all));
          for (const events of unacknowledged) await storeEvents(tenant, events, new Date());
          await settle(tenant, () => new Date(Date.now() + 120_000));
          expect(await shown(subject)).toEqual(expected);
          expect(await tenant.events.countDocuments({ subject })).toBe(story.length);
          expect(await tenant.streams.findOne({ _id: subject })).toMatchObject({ state: 'clean' });
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 40) },
    );
  });
});
