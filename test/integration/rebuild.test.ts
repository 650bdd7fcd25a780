/** All documents made anew from the events, while the service runs and more arrives. */
import { randomUUID } from 'crypto';
import * as fc from 'fast-check';
import type { EventEnvelope } from '../../contract/event';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { rebuild, type RebuildOptions } from '../../crm-sync/projector/rebuild';
import { listSetAside, retrySetAside } from '../../crm-sync/projector/set-aside';
import type { RunningCrm } from '../../crm-sync/server';
import { destroyKeys } from '../../crm-sync/store/destroy-keys';
import { keyWithin } from '../../crm-sync/store/sealed-events';
import type { Tenant } from '../../crm-sync/store/tenant';
import { sendEvents, startTestCrm, testConfig, testEvent } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { projectionsOf } from '../support/projections';
import { eventually } from '../support/wait';

// The pages have tests of their own.
jest.mock('../../crm-sync/web/register-pages', () => ({ registerPages: () => Promise.resolve() }));

const startMs = Date.UTC(2026, 4, 4, 12);
const seed = Number(process.env['ACOLHE_TEST_SEED'] ?? Date.now() % 1_000_000);
let mongo: TestMongo;
let crm: RunningCrm;
let tenant: Tenant;

beforeAll(async () => {
  mongo = await testMongo();
  crm = await startTestCrm(testConfig(mongo.uri));
  tenant = crm.store.tenant('t1')!;
});
afterAll(async () => {
  await crm?.stop();
  await mongo?.stop();
});

const agent = { id: 'a1', username: 'bia', name: 'Bia', kind: 'human' };
const bot = { id: 'b', username: 'bot', kind: 'bot' };
const department = { id: 'd1', name: 'Urgência' };
const messageId = fc.constantFrom('m1', 'm2', 'm3');
const word = fc.constantFrom('falta de ar', 'ontem', 'sim', 'obrigada');
const happening: fc.Arbitrary<[string, object]> = fc.oneof(
  fc.tuple(
    fc.constant('message.recorded'),
    fc.record({
      ...{ messageId, text: word, from: fc.constantFrom('patient', 'bot', 'agent') },
      ...{ via: fc.constant('text'), authorName: word },
    }),
  ),
  fc.tuple(fc.constant('message.edited'), fc.record({ messageId, text: word })),
  fc.tuple(fc.constant('message.deleted'), fc.record({ messageId: fc.constant('m3') })),
  fc.tuple(
    fc.constant('file.received'),
    fc.record({ messageId, fileId: fc.constantFrom('f1', 'f2'), name: word, sizeBytes: fc.nat() }),
  ),
  fc.tuple(
    fc.constant('triage.decided'),
    fc.record({
      ...{ pack: fc.constant('p'), packVersion: fc.constant('1'), knowledge: fc.constant('k') },
      ...{ outcome: word, disposition: fc.constantFrom('mild', 'moderate'), row: fc.constant('r') },
      answers: fc.record({ fever: fc.boolean(), age: fc.integer({ min: 0, max: 90 }) }),
    }),
  ),
  fc.constantFrom<[string, object][]>(
    ['conversation.queued', { department }],
    ['conversation.assigned', { agent }],
    ['conversation.assigned', { agent: bot }],
    ['conversation.transferred', { from: {}, to: { department } }],
    ['conversation.tagged', { tags: ['gripe'] }],
    ['red-flag.raised', { concept: 'dyspnea', call: '192', source: 'text' }],
    ['handoff.requested', { reason: 'asked', department: 'd1', result: 'waiting' }],
    ['conversation.closed', { by: 'agent', comment: 'tudo bem' }],
  ) as fc.Arbitrary<[string, object]>,
);

function conversation(subject: string, happenings: [string, object][], fromMs: number): EventEnvelope[] {
  return happenings.map(([type, data], index) =>
    testEvent(`acolhe.${type}.v1`, data as Record<string, unknown>, {
      ...{ subject, timeMs: fromMs + index * 1_000 },
    }),
  );
}

/** Rows that are to be done again in a minute, for the sake of other processes, are not waited for. */
const settled = async (): Promise<boolean> =>
  (await tenant.streams.countDocuments({ dueAt: { $lt: new Date(Date.now() + 30_000) } })) === 0;

const options = (): RebuildOptions => ({
  ...{ name: randomUUID(), now: () => new Date(), random: () => 0.5 },
  pause: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
});

describe('a rebuild', () => {
  it(`gives the same documents, whatever happened to them, while more arrives (seed ${seed})`, async () => {
    const rooms = Array.from({ length: 12 }, (_, index) => `room-${index}`);
    const histories = fc.sample(fc.array(happening, { minLength: 3, maxLength: 14 }), {
      ...{ numRuns: rooms.length, seed },
    });
    for (const [index, room] of rooms.entries())
      await sendEvents(crm.url, conversation(room, histories[index]!, startMs));
    await eventually(settled, 60_000);
    await destroyKeys(tenant, ['conversation/room-0'], new Date());
    // What comes after the erasure is kept without its personal part.
    await sendEvents(crm.url, [
      ...conversation(
        'room-0',
        [
          ['message.recorded', { messageId: 'm9', from: 'patient', text: 'depois', via: 'text' }],
          [
            'triage.decided',
            {
              ...{ pack: 'p', packVersion: '1', knowledge: 'k', outcome: 'o', row: 'r' },
              ...{ disposition: 'mild', answers: { fever: true, age: 47 } },
            },
          ],
        ],
        startMs + 3_600_000,
      ),
    ]);
    await eventually(settled, 60_000);
    const before = await projectionsOf(tenant);
    const erased = before.messages.filter((one) => one.conversation === 'room-0');
    expect(erased.at(-1)).toMatchObject({ erased: true, text: undefined });
    expect(erased.every((one) => one.text === undefined && one.author === undefined)).toBe(true);
    const decided = before.decisions.filter((one) => one.conversation === 'room-0');
    expect(decided.sort((a, b) => a.order - b.order).at(-1)).toMatchObject({
      ...{ findings: ['fever'], ageBand: '40-49', answers: undefined },
    });

    const some = <T>(all: readonly T[], share: number): T[] =>
      all.filter((_one, index) => (index * 7 + seed) % 10 < share * 10);
    const [encounters, messages, decisions] = [before.encounters, before.messages, before.decisions];
    for (const { _id } of some(encounters, 0.3)) await tenant.encounters.deleteOne({ _id });
    for (const { _id } of some(encounters, 0.6))
      await tenant.encounters.updateOne({ _id }, { $set: { state: 'bot', version: 999, visitorId: 'x' } });
    for (const { _id } of some(messages, 0.2)) await tenant.messages.deleteOne({ _id });
    for (const { _id } of some(messages, 0.5))
      await tenant.messages.updateOne(
        { _id },
        { $set: { from: 'system', sealedText: 'damaged', conversation: 'room-1', version: 999 } },
      );
    for (const { _id } of some(decisions, 0.4)) await tenant.decisions.deleteOne({ _id });
    for (const { _id } of some(decisions, 0.9))
      await tenant.decisions.updateOne({ _id }, { $set: { row: 'damaged', version: 999 } });
    const [model] = await tenant.messages.find({ conversation: 'room-2' }).limit(1).toArray();
    for (const room of ['room-2', 'room-never'])
      await tenant.messages.insertOne({ ...model!, _id: keyWithin(room, 'added'), conversation: room });
    const [encounter] = await tenant.encounters.find({}).limit(1).toArray();
    await tenant.encounters.insertOne({ ...encounter!, _id: 'never' });
    await tenant.streams.deleteMany({ _id: { $in: ['room-3', 'room-4'] } });
    expect(await projectionsOf(tenant)).not.toEqual(before);

    let rebuilding = true;
    const arriving = (async () => {
      for (let turn = 0; rebuilding || turn < 3; turn += 1) {
        const [event] = conversation(
          'new-room',
          [['message.recorded', { messageId: `n${turn}`, from: 'patient', text: 'agora', via: 'text' }]],
          startMs + turn * 1_000,
        );
        await sendEvents(crm.url, [event]);
      }
    })();
    const told: number[] = [];
    const rebuilt = await rebuild(tenant, { ...options(), progress: ({ done }) => told.push(done) });
    rebuilding = false;
    await arriving;
    await eventually(settled, 60_000);

    expect(rebuilt).toMatchObject({ healed: 2, removed: 2, unfinished: 0 });
    expect(told.at(-1)).toBe(rebuilt.streams);
    const after = await projectionsOf(tenant);
    // Cells are counted by others meanwhile, the new room among them: rebuild-people.test.ts compares them.
    for (const kind of (Object.keys(before) as (keyof typeof before)[]).filter((one) => one !== 'cells'))
      expect({
        [kind]: (after[kind] as { _id?: string }[]).filter((one) => !one._id?.startsWith('new-room')),
      }).toEqual({ [kind]: before[kind] });
    expect(after.messages.filter((one) => one.conversation === 'new-room').length).toBeGreaterThanOrEqual(3);
  });

  it('tells what cannot be projected, does the rest, and what was repaired is retried', async () => {
    const room = (subject: string) =>
      conversation(
        subject,
        [['message.recorded', { messageId: 'm', from: 'bot', text: 'oi', via: 'text' }]],
        startMs,
      );
    await storeEvents(tenant, [...room('ill'), ...room('well')], new Date());
    await eventually(settled);
    const { sealedData } = (await tenant.events.findOne({ subject: 'ill' }))!;
    await tenant.events.updateOne({ subject: 'ill' }, { $set: { sealedData: 'damaged' } });
    await tenant.messages.deleteMany({ conversation: { $in: ['ill', 'well'] } });
    await tenant.streams.updateOne({ _id: 'ill' }, { $set: { attempts: 7, lastingFailures: 7 } });
    const marked = rebuild(tenant, { ...options(), patienceMs: 500 });
    expect((await marked).unfinished).toBe(1);
    await eventually(() => tenant.messages.findOne({ conversation: 'well' }));
    // Eight failures in a row set it aside; their waiting times are gone through here at once.
    await eventually(async () => {
      await tenant.streams.updateOne({ _id: 'ill', state: 'dirty' }, { $set: { dueAt: new Date(0) } });
      return (await listSetAside(tenant)).length === 1;
    }, 60_000);
    expect(await listSetAside(tenant)).toEqual([
      { stream: 'ill', reason: 'sealing-malformed', attempts: 8, since: expect.any(Date) as Date },
    ]);
    await tenant.events.updateOne({ subject: 'ill' }, { $set: { sealedData } });
    expect(await retrySetAside(tenant, 'other', new Date())).toEqual([]);
    expect(await retrySetAside(tenant, undefined, new Date())).toEqual(['ill']);
    await eventually(() => tenant.messages.findOne({ conversation: 'ill' }));
    expect(await listSetAside(tenant)).toEqual([]);
  });
});
