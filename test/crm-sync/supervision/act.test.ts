import { carryOut } from '../../../crm-sync/supervision/act';
import type { ActWorld, Order } from '../../../crm-sync/supervision/plan';
import type { DeskAgent } from '../../../crm-sync/rocketchat/desk';
import { fakeDesk, silence, type FakeDesk } from '../../support/fake-desk';

const agent = (id: string, changes: Partial<DeskAgent> = {}): DeskAgent => ({
  ...{ id, username: id, name: id, emails: [`${id}@clinica.example`], status: 'online' },
  ...{ available: true, limit: 0, departments: ['general'] },
  ...changes,
});
const room = (id: string, servedBy?: string, department = 'general') => ({
  ...{ id, open: true, department },
  ...(servedBy && { servedBy: { id: servedBy, username: servedBy } }),
});

let desk: FakeDesk;
let world: ActWorld;
let nowMs: number;
beforeEach(() => {
  desk = fakeDesk({
    agents: [
      agent('ana', { departments: ['urgent', 'general'] }),
      agent('bruno'),
      agent('carla'),
      agent('bot'),
    ],
    departments: [
      { id: 'urgent', name: 'Urgência', enabled: true },
      { id: 'general', name: 'Geral', enabled: true },
    ],
    rooms: [room('a', 'ana'), room('b', 'ana'), room('c', 'ana', 'urgent'), room('w'), room('x', 'bruno')],
  });
  nowMs = 0;
  world = {
    desk,
    bots: new Set(['bot']),
    linkTo: (id) => `https://chat.example/live/${id}`,
    nowMs: () => nowMs,
  };
});
const order = (given: Order, ...rooms: string[]) => carryOut(world, given, rooms);
const servedBy = (id: string) => desk.state.rooms.find((one) => one.id === id)?.servedBy?.id;

describe('moving conversations', () => {
  it('Given all of an agent, then each goes to the least busy of its department, else back into its queue', async () => {
    const outcomes = await order({ action: 'transfer', to: 'least-busy' }, 'a', 'b', 'c');
    expect(outcomes).toEqual([
      { room: 'a', result: 'done', to: 'carla' },
      { room: 'b', result: 'done', to: 'bruno' },
      { room: 'c', result: 'done', to: 'urgent' },
    ]);
    expect([servedBy('a'), servedBy('b'), servedBy('c')]).toEqual(['carla', 'bruno', undefined]);
  });

  it('passes over who is full, away or a bot', async () => {
    desk.state.agents[1]!.limit = 1;
    desk.state.agents[2]!.status = 'offline';
    expect(await order({ action: 'transfer', to: 'least-busy' }, 'a')).toEqual([
      { room: 'a', result: 'done', to: 'general' },
    ]);
    expect(servedBy('a')).toBeUndefined();
    desk.state.agents[0]!.available = false;
    expect(await order({ action: 'transfer', to: 'least-busy' }, 'w')).toEqual([
      { room: 'w', result: 'refused', why: 'no-agents' },
    ]);
  });

  it('Given the agent has gone meanwhile, then it says so and nothing has moved', async () => {
    desk.before = (endpoint) => {
      if (endpoint === 'livechat/room.forward') desk.state.agents[1]!.status = 'offline';
    };
    expect(await order({ action: 'transfer', to: { agent: 'bruno' } }, 'a', 'w')).toEqual([
      { room: 'a', result: 'refused', why: 'agent-away' },
      { room: 'w', result: 'refused', why: 'agent-away' },
    ]);
    expect(servedBy('a')).toBe('ana');
  });

  it('Given it is ordered twice, then the second finds it done and acts no more', async () => {
    const given: Order = { action: 'transfer', to: { agent: 'bruno' } };
    await order(given, 'a');
    const acts = desk.state.acts.length;
    expect(await order(given, 'a')).toEqual([{ room: 'a', result: 'done', already: true, to: 'bruno' }]);
    expect(desk.state.acts).toHaveLength(acts);
  });

  it('Given some cannot be moved, then each is told by itself', async () => {
    desk.state.rooms.find((one) => one.id === 'b')!.open = false;
    desk.before = (endpoint, id) => {
      if (endpoint === 'livechat/room.forward' && id === 'c') throw silence(endpoint);
    };
    expect(await order({ action: 'transfer', to: { agent: 'bruno' } }, 'a', 'b', 'c', 'nobody')).toEqual([
      { room: 'a', result: 'done', to: 'bruno' },
      { room: 'b', result: 'refused', why: 'closed' },
      { room: 'c', result: 'unknown', to: 'bruno' },
      { room: 'nobody', result: 'refused', why: 'gone' },
    ]);
  });

  it('Given the answer was lost and yet it came about, then it is done', async () => {
    const { forward } = desk;
    desk.forward = async (id, to) => {
      await forward(id, to);
      throw silence('livechat/room.forward');
    };
    expect(await order({ action: 'transfer', to: { agent: 'bruno' } }, 'a')).toEqual([
      { room: 'a', result: 'done', to: 'bruno' },
    ]);
  });

  it('Given it cannot be looked at again, then it is not known', async () => {
    let looks = 0;
    desk.before = (endpoint) => {
      if (endpoint === 'livechat/rooms' && (looks += 1) > 1) throw silence(endpoint);
    };
    expect(await order({ action: 'transfer', to: { agent: 'bruno' } }, 'a')).toEqual([
      { room: 'a', result: 'unknown', to: 'bruno' },
    ]);
  });

  it('Given time runs out, then what was not begun is told as such', async () => {
    desk.before = () => void (nowMs += 10_000);
    const outcomes = await order({ action: 'transfer', to: { agent: 'bruno' } }, 'a', 'b', 'c');
    expect(outcomes.map(({ why }) => why ?? 'done')).toContain('too-fast');
    expect(outcomes.every(({ result }) => result !== 'unknown')).toBe(true);
  });

  it('Given Rocket.Chat is out of reach, then nothing is done and all is told', async () => {
    desk.before = (endpoint) => {
      throw silence(endpoint);
    };
    expect(await order({ action: 'return-to-queue' }, 'a', 'b')).toEqual([
      { room: 'a', result: 'refused', why: 'unreachable' },
      { room: 'b', result: 'refused', why: 'unreachable' },
    ]);
  });
});

describe('other acts', () => {
  it.each<[string, Order, string, object]>([
    [
      'take over',
      { action: 'take-over', email: 'Bruno@Clinica.example' },
      'a',
      { result: 'done', to: 'bruno' },
    ],
    [
      'take over by who is no agent',
      { action: 'take-over', email: 'x@y.example' },
      'a',
      { result: 'refused', why: 'no-account' },
    ],
    ['a priority', { action: 'priority', urgency: 'orange' }, 'a', { result: 'done' }],
    ['closing', { action: 'close', reason: 'duplicada' }, 'a', { result: 'done' }],
    ['back to the queue', { action: 'return-to-queue' }, 'a', { result: 'done', to: 'general' }],
    [
      'back to the queue of who waits',
      { action: 'return-to-queue' },
      'w',
      { result: 'done', already: true, to: 'general' },
    ],
    [
      'to its own department',
      { action: 'transfer', to: { department: 'general' } },
      'a',
      { result: 'done', to: 'general' },
    ],
    [
      'to another department',
      { action: 'transfer', to: { department: 'urgent' } },
      'w',
      { result: 'done', to: 'urgent' },
    ],
    [
      'to an agent nobody knows',
      { action: 'transfer', to: { agent: 'zoe' } },
      'a',
      { result: 'refused', why: 'agent-gone' },
    ],
    [
      'a message to nobody',
      { action: 'message', text: 'x' },
      'w',
      { result: 'refused', why: 'nobody-serves' },
    ],
  ])('%s', async (_name, given, id, wanted) => {
    expect(await order(given, id)).toEqual([{ room: id, ...wanted }]);
  });

  it('writes to each agent once, with the way into every conversation', async () => {
    expect(
      (await order({ action: 'message', text: 'Vejam' }, 'a', 'b', 'x')).map(({ result }) => result),
    ).toEqual(['done', 'done', 'done']);
    expect(desk.state.told).toEqual([
      { username: 'ana', text: 'Vejam\nhttps://chat.example/live/a\nhttps://chat.example/live/b' },
      { username: 'bruno', text: 'Vejam\nhttps://chat.example/live/x' },
    ]);
  });

  it('Given the answer to a message was lost, then it is not known: what is open tells nothing of it', async () => {
    desk.before = (endpoint) => {
      if (endpoint === 'im.create') throw silence(endpoint);
    };
    expect(await order({ action: 'message', text: 'x' }, 'a')).toEqual([
      { room: 'a', result: 'unknown', to: 'ana' },
    ]);
  });

  it('Given a plan without priorities, then the refusal names it', async () => {
    desk.plan = 'community';
    expect(await order({ action: 'priority', urgency: 'red' }, 'a')).toEqual([
      { room: 'a', result: 'refused', why: 'premium' },
    ]);
  });

  it('Given it is closed twice, then the second finds it done', async () => {
    const given: Order = { action: 'close', reason: 'duplicada' };
    await order(given, 'a');
    expect(await order(given, 'a')).toEqual([{ room: 'a', result: 'done', already: true }]);
  });

  it('Given an account that may not, then the refusal names it', async () => {
    desk.isManager = false;
    expect(await order({ action: 'close', reason: 'x' }, 'a')).toEqual([
      { room: 'a', result: 'refused', why: 'permission' },
    ]);
  });
});
