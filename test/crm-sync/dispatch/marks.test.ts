import { markMemory, markRound, type MarkRow } from '../../../crm-sync/dispatch/marks';
import { failureOf } from '../../../crm-sync/rocketchat/failure';
import type { Tenant } from '../../../crm-sync/store/tenant';
import type { Urgency } from '../../../src/routing/urgency';
import { fakeDesk } from '../../support/fake-desk';

interface Kept {
  _id: string;
  [field: string]: unknown;
}

/** What the database keeps, in memory. */
function memoryTenant() {
  const rows = new Map<string, Kept>();
  const collection = () => ({
    find: ({ _id }: { _id: { $in: string[] } }) => ({
      toArray: async () => _id.$in.flatMap((id) => rows.get(id) ?? []),
    }),
    updateOne: async ({ _id }: Kept, { $set }: { $set: object }) =>
      void rows.set(_id, { ...rows.get(_id), _id, ...$set }),
    deleteMany: async () => undefined,
  });
  return { tenant: { db: { collection } } as unknown as Tenant, rows };
}

const row = (id: string, urgency: Urgency, ruleTags?: string[]): MarkRow => ({
  ...{ _id: id, urgency, redFlags: [], waitingSince: new Date(0) },
  ...(ruleTags && { ruleTags }),
});

function world(rows: MarkRow[]) {
  const desk = fakeDesk({ rooms: rows.map(({ _id }) => ({ id: _id, open: true })) });
  const { tenant } = memoryTenant();
  let nowMs = Date.parse('2026-11-22T12:00:00.000Z');
  const acts = { tenant, desk, rows, now: () => new Date(nowMs), random: () => 0.5 };
  let memory = markMemory();
  return {
    desk,
    round: (given: MarkRow[] = rows) => markRound({ ...acts, rows: given, memory }),
    wait: (ms: number) => void (nowMs += ms),
    restart: () => void (memory = markMemory()),
    priorities: () => Object.fromEntries(desk.state.rooms.map(({ id, priority }) => [id, priority])),
  };
}

describe('marks of who waits', () => {
  it('Given several urgencies, Then each has its priority, the most urgent first, and once', async () => {
    const rows = [row('g', 'green'), row('r', 'red'), row('o', 'orange')];
    const { desk, round, priorities, restart } = world(rows);
    expect(await round()).toContainEqual({ part: 'priorities', is: 'working' });
    expect(priorities()).toEqual({ r: 'priority-1', o: 'priority-2', g: 'priority-4' });
    expect(desk.state.acts.map((act) => act.split(' ')[1])).toEqual(['r', 'o', 'g']);
    restart();
    expect(await round()).toEqual([]);
    expect(desk.state.acts).toHaveLength(3);
  });

  it('Given an urgency that changed, or a red flag, Then the priority follows', async () => {
    const { round, priorities } = world([row('a', 'yellow')]);
    await round();
    await round([row('a', 'orange')]);
    expect(priorities()).toEqual({ a: 'priority-2' });
    await round([{ ...row('a', 'orange'), redFlags: ['dyspnea'] }]);
    expect(priorities()).toEqual({ a: 'priority-1' });
  });

  it('Given a plan without priorities, Then that is found once and tried again after an hour; tags go on', async () => {
    const { desk, round, wait, priorities } = world([row('a', 'red', ['dengue'])]);
    desk.plan = 'community';
    expect(await round()).toEqual([
      { part: 'priorities', is: 'premium' },
      { part: 'tags', is: 'working' },
    ]);
    expect(await round()).toEqual([]);
    expect(desk.state.rooms[0]).toMatchObject({ tags: ['dengue'] });
    desk.plan = 'starter';
    expect(await round()).toEqual([]);
    wait(3_600_000);
    expect(await round()).toEqual([{ part: 'priorities', is: 'working' }]);
    expect(priorities()).toEqual({ a: 'priority-1' });
  });

  it('Given Rocket.Chat does not answer, Then it is tried again, each time later, and goes on', async () => {
    const { desk, round, wait } = world([row('a', 'red'), row('b', 'green')]);
    let asked = 0;
    const away = (endpoint: string): void => {
      asked += 1;
      throw failureOf(endpoint, 503, {}) ?? new Error('no failure');
    };
    desk.before = away;
    expect(await round()).toMatchObject([{ part: 'priorities', is: 'failing' }]);
    for (const ms of [1_400, 2_900, 5_900]) {
      wait(ms);
      expect(await round()).toEqual([]);
      wait(200);
      expect(await round()).toMatchObject([{ part: 'priorities', is: 'failing' }]);
    }
    expect(asked).toBe(4);
    desk.before = () => undefined;
    wait(300_000);
    expect(await round()).toContainEqual({ part: 'priorities', is: 'working' });
    expect(desk.state.acts).toHaveLength(2);
  });

  it('Given one that has ended, Then the others have theirs all the same', async () => {
    const { desk, round, priorities } = world([row('a', 'red'), row('b', 'green')]);
    desk.state.rooms[0]!.open = false;
    expect(await round()).toEqual([{ part: 'priorities', is: 'working' }]);
    expect(priorities()['b']).toBe('priority-4');
  });

  it('Given an account that may not, Then it is refused, and said with why', async () => {
    const { desk, round } = world([row('a', 'red')]);
    desk.isManager = false;
    expect(await round()).toMatchObject([{ part: 'priorities', is: 'refused' }]);
    expect(await round()).toEqual([]);
  });
});
