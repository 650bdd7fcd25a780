import { sealEvents } from '../../crm-sync/store/sealed-events';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { projectStreams } from '../../crm-sync/projector/project';
import type { RocketChat } from '../../crm-sync/rocketchat/client';
import { createDirectory } from '../../crm-sync/rocketchat/directory';
import { RocketChatError } from '../../crm-sync/rocketchat/failure';
import { reconcileRoom, type RoomWork } from '../../crm-sync/rocketchat/reconcile-room';
import { roomShape } from '../../crm-sync/rocketchat/shapes';
import { dueRooms, leaseMs, markRoom, takeLease } from '../../crm-sync/rocketchat/state';
import { connectStore } from '../../crm-sync/store/connect';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import { testConfig, testEvent } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';

let mongo: TestMongo;
let store: Store;
let tenant: Tenant;
const startMs = Date.UTC(2026, 4, 4, 12);
const after = (ms: number): Date => new Date(startMs + ms);

beforeAll(async () => {
  mongo = await testMongo();
  store = await connectStore(testConfig(mongo.uri));
  tenant = store.tenants[0]!;
});
afterAll(async () => {
  await store?.close();
  await mongo?.stop();
});

/** Rocket.Chat knows the room and nothing of it that is old enough to be told. */
function workOver(told: string[]): RoomWork {
  const client = {
    messages: () => Promise.resolve({ messages: [], deleted: [] }),
    departments: () => Promise.resolve([]),
    visitor: () => Promise.reject(new RocketChatError('gone', 'visitor-not-found', 'visitors.info')),
  } as unknown as RocketChat;
  return {
    ...{ tenant, client, workspace: tenant.workspaces[0]!, now: () => after(30_000) },
    directory: createDirectory(client, () => startMs, []),
    ...{
      graceMs: 60_000,
      identifyAfterMs: 0,
      stored: (conversation: string) => void told.push(conversation),
    },
  };
}

const room = (id: string) =>
  roomShape.parse({
    ...{ _id: id, t: 'l', ts: after(0), _updatedAt: after(0), open: true },
    v: { _id: 'v1', username: 'guest' },
  });

const said = (subject: string, id: string) =>
  testEvent(
    'acolhe.message.recorded.v1',
    { messageId: id, from: 'patient', text: 'olá', via: 'text' },
    { subject, id },
  );

const project = (subject: string) =>
  projectStreams(tenant, [subject], 'token', { now: () => new Date(), random: () => 0 });

describe('events whose process died before it marked their stream', () => {
  it.each([
    ['of a conversation that nobody knew', false],
    ['of a conversation that is shown', true],
  ])('%s are shown once reconciliation looks at the room', async (_name, known) => {
    const subject = `unmarked-${known}`;
    if (known) {
      await storeEvents(tenant, [said(subject, 'first')], new Date());
      await project(subject);
    }
    await tenant.events.insertMany(await sealEvents(tenant, [said(subject, 'unmarked')], new Date()));
    const told: string[] = [];
    expect(await reconcileRoom(workOver(told), room(subject))).toBe(0);
    expect(told).toEqual([subject]);
    await project(subject);
    const encounter = await tenant.encounters.findOne({ _id: subject });
    expect(encounter?.messageCount).toBe(known ? 2 : 1);
    told.length = 0;
    await reconcileRoom(workOver(told), room(subject));
    expect(told).toEqual([]);
  });

  it('Given a stream that was set aside, then it stays so', async () => {
    const subject = 'unmarked-poisoned';
    await storeEvents(tenant, [said(subject, 'first')], new Date());
    await tenant.streams.updateOne(
      { _id: subject },
      { $set: { state: 'poisoned', poisonedAt: new Date() }, $unset: { dueAt: '' } },
    );
    await reconcileRoom(workOver([]), room(subject));
    expect(await tenant.streams.findOne({ _id: subject })).toMatchObject({ state: 'poisoned', mark: 1 });
  });
});

describe('a clock that was ahead', () => {
  const yearMs = 365 * 86_400_000;

  it('leaves no lease that nobody else can take', async () => {
    expect(await takeLease(tenant, 'w-lease', 'ahead', after(yearMs))).toBeDefined();
    expect(await takeLease(tenant, 'w-lease', 'right', after(0))).toMatchObject({ leaseBy: 'right' });
    expect(await takeLease(tenant, 'w-lease', 'other', after(leaseMs / 2))).toBeUndefined();
    expect(await takeLease(tenant, 'w-lease', 'other', after(leaseMs + 1))).toBeDefined();
  });

  it('puts no room off until then', async () => {
    await markRoom(tenant, 'w-rooms', 'ahead', after(yearMs));
    await markRoom(tenant, 'w-rooms', 'later', after(3_600_000));
    await markRoom(tenant, 'w-rooms', 'now', after(0));
    const due = await dueRooms(tenant, 'w-rooms', after(0), 10);
    expect(due.map((row) => row.room).sort()).toEqual(['ahead', 'now']);
  });
});
