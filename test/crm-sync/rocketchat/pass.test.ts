import * as fc from 'fast-check';
import type { RocketChat } from '../../../crm-sync/rocketchat/client';
import { RocketChatError } from '../../../crm-sync/rocketchat/failure';
import { passOverChanged, type PassWork } from '../../../crm-sync/rocketchat/pass';
import { roomShape, type Room } from '../../../crm-sync/rocketchat/shapes';
import type { Tenant } from '../../../crm-sync/store/tenant';

const startMs = Date.UTC(2026, 4, 4, 12);
const roomOf = (id: number, ageSeconds: number): Room =>
  roomShape.parse({
    ...{ _id: `r${id}`, t: 'l', ts: new Date(startMs), open: true, v: { _id: 'v1', username: 'guest' } },
    _updatedAt: new Date(startMs - ageSeconds * 1_000),
  });

/** What happens to the workspace's rooms before a page is read. */
type Change = { kind: 'removed' | 'changed'; place: number } | { kind: 'began' };

/** A pass over `count` rooms; none can be read, so each that is looked at is noted. */
async function pass(count: number, changes: readonly (readonly Change[])[]) {
  let rooms = Array.from({ length: count }, (_, index) => roomOf(index, index));
  let page = 0;
  let nextId = count;
  const change = (one: Change): void => {
    if (one.kind === 'began') rooms = [roomOf((nextId += 1), -nextId), ...rooms];
    const chosen = one.kind === 'began' ? undefined : rooms[one.place % rooms.length];
    if (!chosen) return;
    rooms = rooms.filter((room) => room !== chosen);
    // told again: a newer change than any before
    if (one.kind === 'changed')
      rooms = [{ ...chosen, _updatedAt: new Date(startMs + (nextId += 1) * 1_000) }, ...rooms];
  };
  const looked = new Set<string>();
  const client = {
    rooms: async (offset: number, size: number) => {
      for (const one of changes[page] ?? []) change(one);
      page += 1;
      return { rooms: rooms.slice(offset, offset + size), total: rooms.length };
    },
    messages: () => Promise.reject(new RocketChatError('permanent', 'wrong-shape', 'chat.syncMessages')),
  } as unknown as RocketChat;
  const none = { find: () => ({ toArray: () => Promise.resolve([]) }) };
  const tenant = {
    ...{ id: 't1', events: none },
    sealing: { prepare: () => Promise.resolve(new Map()) },
    db: {
      collection: () => ({
        updateOne: ({ _id }: { _id: string }) => Promise.resolve(looked.add(_id.replace('room/w1/', ''))),
      }),
    },
  } as unknown as Tenant;
  const work = {
    ...{ tenant, client, workspace: { id: 'w1' }, now: () => new Date(startMs), random: () => 0 },
    ...{ graceMs: 0, identifyAfterMs: 0, seen: new Map(), between: () => Promise.resolve() },
  } as unknown as PassWork;
  const { watermark } = await passOverChanged(work, undefined, true);
  return { looked, left: rooms, watermark: watermark! };
}

describe('a pass over many pages', () => {
  it('Given rooms begin, change and are removed meanwhile, then each is read, or newer than the watermark', async () => {
    const place = fc.nat(200);
    const change = fc.oneof<fc.Arbitrary<Change>[]>(
      fc.record({ kind: fc.constant('removed' as const), place }),
      fc.record({ kind: fc.constant('changed' as const), place }),
      fc.constant({ kind: 'began' as const }),
    );
    const between = fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 40, max: 180 }), between, async (count, changes) => {
        const { looked, left, watermark } = await pass(count, [[], ...changes]);
        const missed = left.filter((room) => !looked.has(room._id) && room._updatedAt <= watermark);
        expect(missed.map((room) => room._id)).toEqual([]);
      }),
    );
  });
});

describe('a room read slowly', () => {
  it.each([
    ['changed just before', 0, 0],
    ['changed longer ago than what is left to the app', 100, 1],
  ])('Given it was %s its reading began, then it is taken for read accordingly', async (_name, age, seen) => {
    let nowMs = startMs + 30_000;
    const client = {
      rooms: async () => ({ rooms: [roomOf(1, age)], total: 1 }),
      messages: async () => {
        nowMs += 60_000;
        return { messages: [], deleted: [] };
      },
      visitor: () => Promise.reject(new RocketChatError('gone', 'visitor-not-found', 'visitors.info')),
    } as unknown as RocketChat;
    const work = {
      client,
      tenant: {
        events: { find: () => ({ toArray: () => Promise.resolve([]) }) },
        sealing: { prepare: () => Promise.resolve(new Map()) },
      },
      directory: { departments: async () => new Map(), bots: new Set(), noteBots: () => undefined },
      ...{ workspace: { id: 'w1' }, seen: new Map() },
      ...{ now: () => new Date(nowMs), random: () => 0, between: () => Promise.resolve() },
      ...{ graceMs: 60_000, identifyAfterMs: 0, stored: () => undefined },
    } as unknown as PassWork;
    expect(await passOverChanged(work, undefined, false)).toMatchObject({ read: 1, failed: 0 });
    expect(work.seen.size).toBe(seen);
  });
});
