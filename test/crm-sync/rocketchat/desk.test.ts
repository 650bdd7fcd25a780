import { rocketChatDesk, type Desk } from '../../../crm-sync/rocketchat/desk';
import { RocketChatError } from '../../../crm-sync/rocketchat/failure';
import { refusalOf } from '../../../crm-sync/rocketchat/refusal';
import { fakeDesk } from '../../support/fake-desk';
import { listeningStub } from '../../workspace/http-stub';

/** Ana serves `served` in "Urgência"; `waiting` waits in "Atendimento geral"; both agents are there. */
interface World {
  desk: Desk;
  served: string;
  waiting: string;
  ana: string;
  bruno: string;
  urgent: string;
  general: string;
  sendAway(agent: string): void;
  /** The plan without premium features. */
  community(): void;
  /** As somebody who is not a manager. */
  asAgent(): Promise<Desk>;
  told(): string[];
  close(): Promise<void>;
}

async function inMemory(): Promise<World> {
  const agent = (id: string, departments: string[]) => ({
    ...{ id, username: id, name: id, emails: [`${id}@clinica.example`], status: 'online' as const },
    ...{ available: true, limit: 0, departments },
  });
  const desk = fakeDesk({
    agents: [agent('ana', ['urgent', 'general']), agent('bruno', ['general'])],
    departments: [
      { id: 'urgent', name: 'Urgência', enabled: true },
      { id: 'general', name: 'Atendimento geral', enabled: true },
    ],
    rooms: [
      { id: 'served', open: true, department: 'urgent', servedBy: { id: 'ana', username: 'ana' } },
      { id: 'waiting', open: true, department: 'general' },
    ],
  });
  return {
    ...{ desk, served: 'served', waiting: 'waiting', ana: 'ana', bruno: 'bruno' },
    ...{ urgent: 'urgent', general: 'general' },
    sendAway: (id) => void (desk.state.agents.find((one) => one.id === id)!.status = 'offline'),
    community: () => void (desk.plan = 'community'),
    async asAgent() {
      desk.isManager = false;
      return desk;
    },
    told: () => desk.state.told.map(({ text }) => text),
    close: async () => undefined,
  };
}

async function inWorkspace(): Promise<World> {
  const stub = await listeningStub();
  const { omnichannel, context, url } = stub;
  const userOf = (name: string) =>
    [...omnichannel.users.values()].find(({ username }) => username === name)!._id;
  const [ana, bruno] = [userOf('ana'), userOf('bruno')];
  const departmentOf = (wanted: string) =>
    [...omnichannel.departments.values()].find(({ name }) => name === wanted)!._id;
  const [urgent, general] = [departmentOf('Urgência'), departmentOf('Atendimento geral')];
  omnichannel.setPresence(ana, 'online', 'available');
  omnichannel.setPresence(bruno, 'online', 'available');
  omnichannel.addUser({ username: 'crm', name: 'CRM', roles: ['user', 'livechat-manager'], password: 'x' });
  context.sessions.accept(userOf('crm'), 'crm-token');
  context.sessions.accept(bruno, 'bruno-token');
  const open = (token: string, departmentId: string): string => {
    const visitor = omnichannel.registerVisitor({ token, name: 'Maria' });
    const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
    omnichannel.forward({ rid: room._id, byUserId: userOf('triagem.bot'), departmentId });
    return room._id;
  };
  const served = open('v-1', urgent);
  omnichannel.takeInquiry(omnichannel.queue(urgent)[0]!._id, ana);
  const waiting = open('v-2', general);
  const as = (userId: string, token: string): Desk =>
    rocketChatDesk({ url, userId, token, sleep: async () => undefined, tries: 1, timeoutMs: 5_000 });
  return {
    ...{ desk: as(userOf('crm'), 'crm-token'), served, waiting, ana, bruno, urgent, general },
    sendAway: (id) => omnichannel.setPresence(id, 'offline'),
    community: () => void (context.plan = 'community'),
    asAgent: async () => as(bruno, 'bruno-token'),
    told: () => [...omnichannel.channels.values()].flatMap(({ messages }) => messages.map(({ msg }) => msg)),
    close: stub.close,
  };
}

const refused = async (work: Promise<unknown>): Promise<string | undefined> => {
  const error: unknown = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(RocketChatError);
  return refusalOf(error as RocketChatError);
};

describe.each([
  ['in memory', inMemory],
  ['of the workspace', inWorkspace],
])('a desk %s', (_name, open) => {
  let world: World;
  let desk: Desk;
  beforeEach(async () => {
    world = await open();
    ({ desk } = world);
  });
  afterEach(() => world.close());

  it('sets whether somebody takes conversations, and nobody less than a manager may', async () => {
    const isAvailable = async () => (await desk.agents()).find(({ id }) => id === world.ana)?.available;
    await desk.setTakesChats(world.ana, false);
    expect(await isAvailable()).toBe(false);
    await desk.setTakesChats(world.ana, true);
    expect(await isAvailable()).toBe(true);
    await refused(desk.setTakesChats('nobody', false));
    expect(await refused((await world.asAgent()).setTakesChats(world.ana, false))).toBe('permission');
    expect(await isAvailable()).toBe(true);
  });

  it('says who is there, in which departments, and what is open', async () => {
    const agents = await desk.agents();
    const ana = agents.find(({ id }) => id === world.ana);
    expect(ana).toMatchObject({ username: 'ana', status: 'online', available: true, limit: 0 });
    expect(ana?.departments.sort()).toEqual([world.general, world.urgent].sort());
    expect(ana?.emails).toEqual(['ana@clinica.example']);
    expect(await desk.isBot(world.ana)).toBe(false);
    const rooms = await desk.openRooms();
    expect(rooms.find(({ id }) => id === world.served)?.servedBy?.id).toBe(world.ana);
    expect(rooms.find(({ id }) => id === world.waiting)).toMatchObject({
      open: true,
      department: world.general,
    });
    expect((await desk.departments()).map(({ name, enabled }) => [name, enabled]).sort()).toEqual([
      ['Atendimento geral', true],
      ['Urgência', true],
    ]);
    expect((await desk.inquiries()).map(({ room }) => room)).toEqual([world.waiting]);
  });

  it('forwards to an agent, once', async () => {
    await desk.forward(world.served, { agent: world.bruno });
    expect((await desk.room(world.served)).servedBy?.id).toBe(world.bruno);
    expect(await refused(desk.forward(world.served, { agent: world.bruno }))).toBe('same');
  });

  it('forwards to a department, whose queue it waits in', async () => {
    await desk.forward(world.served, { department: world.general });
    const room = await desk.room(world.served);
    expect([room.department, room.servedBy]).toEqual([world.general, undefined]);
    expect(await refused(desk.forward(world.served, { department: world.general }))).toBe('same');
  });

  it('Given an agent who has gone, then neither forwards to them nor takes for them', async () => {
    world.sendAway(world.bruno);
    expect(await refused(desk.forward(world.served, { agent: world.bruno }))).toBe('agent-away');
    const inquiry = await desk.inquiryOf(world.waiting);
    expect(await refused(desk.take(inquiry!.id, world.bruno))).toBe('agent-away');
    expect((await desk.room(world.served)).servedBy?.id).toBe(world.ana);
  });

  it('takes who waits for an agent, once', async () => {
    const inquiry = await desk.inquiryOf(world.waiting);
    await desk.take(inquiry!.id, world.bruno);
    expect((await desk.room(world.waiting)).servedBy?.id).toBe(world.bruno);
    expect(await refused(desk.take(inquiry!.id, world.ana))).toBe('taken');
  });

  it('closes, after which nothing more can be done', async () => {
    await desk.close(world.served, 'duplicada');
    expect((await desk.room(world.served)).open).toBe(false);
    expect((await desk.openRooms()).map(({ id }) => id)).toEqual([world.waiting]);
    expect(await refused(desk.close(world.served, 'duplicada'))).toBe('closed');
    expect(await refused(desk.forward(world.served, { agent: world.bruno }))).toBe('closed');
    expect(await refused(desk.returnToQueue(world.served))).toBe('closed');
  });

  it('returns to the queue', async () => {
    await desk.returnToQueue(world.served);
    expect((await desk.room(world.served)).servedBy).toBeUndefined();
    expect((await desk.inquiries()).map(({ room }) => room).sort()).toEqual(
      [world.served, world.waiting].sort(),
    );
  });

  it('sets a priority, where the plan has any', async () => {
    const [first] = (await desk.priorities()).sort((a, b) => a.rank - b.rank);
    await desk.setPriority(world.served, first!.id);
    expect((await desk.room(world.served)).priority).toBe(first!.id);
    world.community();
    expect(await refused(desk.setPriority(world.served, first!.id))).toBe('premium');
  });

  it('writes to an agent directly', async () => {
    expect(await desk.tell('ana', 'Veja esta conversa')).not.toBe('');
    expect(world.told()).toEqual(['Veja esta conversa']);
    expect(await refused(desk.tell('nobody', 'x'))).toBe('agent-gone');
  });

  it('Given what is gone, or who may not, then it is refused by name', async () => {
    expect(await refused(desk.forward('no-such-room', { agent: world.bruno }))).toBe('gone');
    const agent = await world.asAgent();
    expect(['permission', 'gone']).toContain(await refused(agent.close(world.served, 'x')));
  });
});

describe('why it was refused', () => {
  it.each([
    ['429', new RocketChatError('temporary', 'rate-limited', 'x'), 'too-fast'],
    ['nobody listens', new RocketChatError('temporary', 'unreachable', 'x'), 'unreachable'],
    ['silence after it was sent', new RocketChatError('temporary', 'timeout', 'x'), undefined],
    ['a crash', new RocketChatError('temporary', 'http-500', 'x'), undefined],
    [
      'an older version',
      new RocketChatError('gone', 'http-404', 'livechat/inquiries.returnAsInquiry'),
      'version',
    ],
    ['a setting that wants a comment', reasoned('error-comment-is-required'), 'comment'],
    ['a code nobody knows', reasoned('error-something-new'), 'other'],
  ])('Given %s, then it is told as such', (_what, error, wanted) => {
    expect(refusalOf(error)).toBe(wanted);
  });
});

function reasoned(reason: string): RocketChatError {
  return new RocketChatError('permanent', 'http-400', 'x', undefined, undefined, reason);
}
