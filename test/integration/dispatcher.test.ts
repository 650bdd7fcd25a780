/** Our own dispatcher over the workspace's REST: two agents, three urgencies, two processes. */
import { randomUUID } from 'crypto';
import { startDispatcher, type Dispatcher } from '../../crm-sync/dispatch/dispatcher';
import { dispatchStates } from '../../crm-sync/dispatch/dispatch-state';
import { crmEvent } from '../../crm-sync/identity/crm-event';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import type { Tenant } from '../../crm-sync/store/tenant';
import type { Urgency } from '../../src/routing/urgency';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

let system: System;
let running: Dispatcher[] = [];
let ana: string;
let bruno: string;
let general: string;
beforeAll(async () => {
  system = await startSystem({ reconcile: { everySeconds: 3_600 } });
  const { omnichannel } = system.workspace;
  const userOf = (name: string) =>
    [...omnichannel.users.values()].find(({ username }) => username === name)!._id;
  [ana, bruno] = [userOf('ana'), userOf('bruno')];
  const department = [...omnichannel.departments.values()].find(({ name }) => name === 'Atendimento geral')!;
  department.agents = [ana, bruno];
  general = department._id;
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  running = [];
  presence('offline');
});
afterAll(() => system?.stop());

function presence(status: 'online' | 'offline'): void {
  for (const agent of [ana, bruno])
    system.workspace.omnichannel.setPresence(
      agent,
      status,
      status === 'online' ? 'available' : 'not-available',
    );
}

const said: string[] = [];
/** As many processes as wanted, each with a lease of its own. */
function dispatch(processes = 1): void {
  const { tenant } = system;
  const workspaces = tenant.workspaces.map((one) => ({
    ...one,
    rocketchat: { ...one.rocketchat!, dispatcher: 'acolhe' as const, placesPerAgent: 1 },
  }));
  const own = Object.create(tenant, { workspaces: { value: workspaces } }) as Tenant;
  const log = { info: () => undefined, warn: note, error: note };
  for (let n = 0; n < processes; n += 1) {
    const store = { tenants: [own], onChange: () => () => undefined };
    running.push(startDispatcher({ store, log, now: () => new Date(), pollMs: 100, idleMs: 300 }));
  }
}
const note = (_about: unknown, words?: unknown): void => void said.push(String(words));

let visitors = 0;
async function waits(urgency: Urgency): Promise<string> {
  const { omnichannel } = system.workspace;
  const visitor = omnichannel.registerVisitor({ token: `v-${(visitors += 1)}`, name: 'Maria da Silva' });
  const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
  omnichannel.forward({ rid: room._id, byUserId: room.servedBy!._id, departmentId: general });
  await eventually(() => system.tenant.encounters.findOne({ _id: room._id, state: 'queued' }), 30_000);
  const told = crmEvent(system.tenant.id, {
    ...{ id: randomUUID(), type: 'acolhe.urgency.changed.v1', subject: room._id, time: new Date() },
    data: { urgency, reason: 'staff' },
  });
  await storeEvents(system.tenant, [told], new Date());
  await eventually(() => system.tenant.encounters.findOne({ _id: room._id, urgency }), 30_000);
  return room._id;
}

const own = (): Tenant => {
  const workspaces = system.tenant.workspaces.map((one) => ({
    ...one,
    rocketchat: { ...one.rocketchat!, dispatcher: 'acolhe' as const },
  }));
  return Object.create(system.tenant, { workspaces: { value: workspaces } }) as Tenant;
};
const dispatcherState = async () => (await dispatchStates(own()))[0]?.dispatcher;

const servedBy = (rid: string) => system.workspace.omnichannel.rooms.get(rid)!.servedBy?._id;
const close = (rid: string) =>
  void system.workspace.omnichannel.closeByAgent({ rid, userId: servedBy(rid)!, comment: 'Resolvido.' });

describe('our own dispatcher', () => {
  it('Given two agents and three urgencies, Then the most urgent are given first, and the last when somebody is free', async () => {
    presence('offline');
    const [green, orange, yellow] = [await waits('green'), await waits('orange'), await waits('yellow')];
    presence('online');
    dispatch();
    await eventually(() => servedBy(orange!) && servedBy(yellow!), 30_000);
    expect(servedBy(green!)).toBeUndefined();
    expect(new Set([servedBy(orange!), servedBy(yellow!)])).toEqual(new Set([ana, bruno]));
    const who = servedBy(orange!);
    close(orange!);
    await eventually(() => servedBy(green!), 30_000);
    expect(servedBy(green!)).toBe(who);
    [green, yellow].forEach((rid) => close(rid!));
  });

  it('Given two processes, Then nobody is ever given twice', async () => {
    const { omnichannel } = system.workspace;
    const rooms = [await waits('yellow'), await waits('yellow'), await waits('orange'), await waits('green')];
    said.length = 0;
    const takes = jest.spyOn(omnichannel, 'takeInquiry');
    presence('online');
    dispatch(2);
    const pending = new Set(rooms);
    await eventually(() => {
      for (const rid of pending) {
        if (!servedBy(rid)) continue;
        pending.delete(rid);
        close(rid);
      }
      return pending.size === 0;
    }, 60_000);
    // a second taking is refused, and told: there was none
    expect(said).toEqual([]);
    expect(takes.mock.calls.map(([inquiry]) => inquiry).sort()).toEqual(
      [...new Set(takes.mock.calls.map(([inquiry]) => inquiry))].sort(),
    );
    expect(takes).toHaveBeenCalledTimes(rooms.length);
    takes.mockRestore();
    expect(await system.tenant.db.collection('dispatch').countDocuments({ _id: /^[a-z]+$/ } as never)).toBe(
      1,
    );
  });

  it('Given Rocket.Chat assigns by itself, Then we do nothing and say so', async () => {
    const { omnichannel } = system.workspace;
    const rid = await waits('yellow');
    said.length = 0;
    omnichannel.settings.routing = 'auto';
    try {
      dispatch();
      await eventually(() => said.length > 0, 30_000);
      expect(said[0]).toContain('Rocket.Chat assigns by itself');
      expect(servedBy(rid)).toBeUndefined();
      await eventually(async () => (await dispatcherState())?.is === 'assigns', 30_000);
    } finally {
      omnichannel.settings.routing = 'manual';
    }
  });
});

describe('marks of who waits, with whatever dispatcher', () => {
  const roomOf = (rid: string) => system.workspace.omnichannel.rooms.get(rid)!;

  it('Given Rocket.Chat gives out, Then each has the priority of its urgency, and another when that changes', async () => {
    const [red, green] = [await waits('red'), await waits('green')];
    await eventually(() => roomOf(red).priorityId === 'priority-highest', 30_000);
    await eventually(() => roomOf(green).priorityId === 'priority-low', 30_000);
    const tried = crmEvent(system.tenant.id, {
      ...{ id: randomUUID(), type: 'acolhe.routing.tried.v1', subject: green, time: new Date() },
      data: { rung: 'department', result: 'taken', rule: '1', tags: ['gestante'] },
    });
    const changed = crmEvent(system.tenant.id, {
      ...{ id: randomUUID(), type: 'acolhe.urgency.changed.v1', subject: green, time: new Date() },
      data: { urgency: 'orange', reason: 'staff' },
    });
    roomOf(green).tags = ['de antes'];
    await storeEvents(system.tenant, [tried, changed], new Date());
    await eventually(() => roomOf(green).priorityId === 'priority-high', 30_000);
    await eventually(() => roomOf(green).tags?.includes('gestante'), 30_000);
    expect(roomOf(green).tags).toEqual(['de antes', 'gestante']);
    await eventually(async () => {
      const [state] = await dispatchStates(system.tenant);
      return state?.priorities?.is === 'working' && state.tags?.is === 'working';
    }, 30_000);
    for (const rid of [red, green])
      system.workspace.omnichannel.closeByAgent({ rid, userId: ana, comment: 'Resolvido.' });
  });

  it('Given a plan without priorities, Then that is kept for whoever looks, and nobody waits for it', async () => {
    system.workspace.faults.next = (route) =>
      /^\/api\/v1\/livechat\/(priorities|room\/.*\/priority)$/.test(route)
        ? { kind: 'status', status: 404 }
        : undefined;
    try {
      dispatch();
      const rid = await waits('orange');
      presence('online');
      await eventually(() => servedBy(rid), 30_000);
      await eventually(
        async () => (await dispatchStates(system.tenant))[0]?.priorities?.is === 'premium',
        30_000,
      );
    } finally {
      system.workspace.faults.next = undefined;
    }
  });
});
