import { agentOf, botOf, omnichannelForTests, patientOf } from '../support/omnichannel';

const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('online', () => {
  const cases: [string, Partial<Record<'bot' | 'agent' | 'accept' | 'botFirst', boolean>>, boolean][] = [
    ['nobody', {}, false],
    ['nobody, chats accepted without agents', { accept: true }, true],
    ['a person', { agent: true }, true],
    ['a bot that goes first', { bot: true, botFirst: true }, true],
    ['a bot that does not go first', { bot: true }, true],
  ];
  it.each(cases)('with %s', (_name, has, expected) => {
    const { omnichannel } = omnichannelForTests();
    omnichannel.settings.assignNewConversationToBot = has.botFirst ?? false;
    omnichannel.settings.acceptChatsWithNoAgents = has.accept ?? false;
    if (has.bot) botOf(omnichannel);
    if (has.agent) agentOf(omnichannel, 'bia');
    expect(omnichannel.isOnline()).toBe(expected);
  });

  it.each([
    ['online', 'available', true],
    ['away', 'available', true],
    ['busy', 'available', true],
    ['offline', 'available', false],
    ['online', 'not-available', false],
  ] as const)('an agent who is %s and %s: %s', (status, service, expected) => {
    const { omnichannel } = omnichannelForTests();
    const agent = agentOf(omnichannel, 'bia');
    const department = omnichannel.addDepartment({ name: 'General', agents: [agent._id] });
    const empty = omnichannel.addDepartment({ name: 'Empty' });
    omnichannel.setPresence(agent._id, status, service);
    expect([omnichannel.isOnline(), omnichannel.isOnline(department._id)]).toEqual([expected, expected]);
    expect(omnichannel.isOnline(empty._id)).toBe(false);
    department.enabled = false;
    expect(omnichannel.isOnline(department._id)).toBe(false);
  });
});

describe('manual selection', () => {
  const waiting = () => {
    const world = omnichannelForTests();
    world.omnichannel.settings.acceptChatsWithNoAgents = true;
    const rooms = ['a', 'b'].map((token) => patientOf(world.omnichannel, token).room);
    return { ...world, rooms };
  };

  it('keeps rooms waiting, oldest first, and tells each its place', () => {
    const { omnichannel, rooms, happenings } = waiting();
    const bia = agentOf(omnichannel, 'bia');
    expect(omnichannel.queue().map((inquiry) => inquiry.rid)).toEqual(rooms.map((room) => room._id));
    omnichannel.takeInquiry(omnichannel.queue()[0]!._id, bia._id);
    const places = happenings.flatMap((h) => (h.kind === 'queue-position' ? [[h.rid, h.position]] : []));
    expect(places).toEqual([
      [rooms[0]?._id, 1],
      [rooms[1]?._id, 2],
      [rooms[1]?._id, 1],
    ]);
  });

  it('gives a room to the one who takes it, once', () => {
    const { omnichannel, rooms, kinds } = waiting();
    const bia = agentOf(omnichannel, 'bia');
    const caio = agentOf(omnichannel, 'caio');
    const inquiry = omnichannel.queue()[0]!;
    expect(omnichannel.takeInquiry(inquiry._id, bia._id)).toBe(rooms[0]);
    expect(rooms[0]?.servedBy?.username).toBe('bia');
    expect(kinds()).toContain('agent-assigned');
    expect(codeOf(() => omnichannel.takeInquiry(inquiry._id, caio._id))).toBe('error-inquiry-taken');
    expect(rooms[0]?.servedBy?.username).toBe('bia');
  });

  it('refuses whoever is no agent, not there, or full', () => {
    const { omnichannel } = waiting();
    const [first, second] = omnichannel.queue();
    const nobody = omnichannel.addUser({ username: 'x', name: 'x', roles: ['user'] });
    const offline = agentOf(omnichannel, 'off');
    omnichannel.setPresence(offline._id, 'offline');
    const full = agentOf(omnichannel, 'full', 1);
    omnichannel.takeInquiry(first!._id, full._id);
    const take = (userId: string, inquiryId = second!._id) =>
      codeOf(() => omnichannel.takeInquiry(inquiryId, userId));
    expect(take(nobody._id)).toBe('error-not-allowed');
    expect(take(offline._id)).toBe('error-agent-status-service-offline');
    expect(take(full._id)).toBe('error-max-number-simultaneous-chats-reached');
    expect(take(full._id, 'none')).toBe('error-invalid-inquiry');
    expect(omnichannel.queue()).toHaveLength(1);
  });
});

describe('auto selection', () => {
  const auto = () => {
    const world = omnichannelForTests();
    Object.assign(world.omnichannel.settings, { routing: 'auto', acceptChatsWithNoAgents: true });
    return world;
  };

  it('gives each room to the least busy person below the limit', () => {
    const { omnichannel } = auto();
    agentOf(omnichannel, 'ada', 1);
    agentOf(omnichannel, 'bia', 2);
    const served = ['1', '2', '3', '4'].map((token) => patientOf(omnichannel, token).room.servedBy?.username);
    expect(served).toEqual(['ada', 'bia', 'bia', undefined]);
  });

  it('hands a waiting room to whoever comes online or frees up', () => {
    const { omnichannel } = auto();
    const first = patientOf(omnichannel, '1').room;
    const second = patientOf(omnichannel, '2').room;
    const ada = agentOf(omnichannel, 'ada', 1);
    expect([first.servedBy?._id, second.servedBy?._id]).toEqual([ada._id, undefined]);
    omnichannel.closeByAgent({ rid: first._id, userId: ada._id });
    expect(second.servedBy?._id).toBe(ada._id);
  });

  it('never chooses a bot, nor anybody of another department', () => {
    const { omnichannel } = auto();
    omnichannel.settings.assignNewConversationToBot = false;
    botOf(omnichannel);
    const bia = agentOf(omnichannel, 'bia');
    omnichannel.setPresence(bia._id, 'offline');
    const general = omnichannel.addDepartment({ name: 'General', agents: [bia._id] });
    const caio = agentOf(omnichannel, 'caio');
    const { room } = patientOf(omnichannel, '1', general._id);
    expect(room.servedBy).toBeUndefined();
    omnichannel.closeByAgent({ rid: room._id, userId: caio._id });
    omnichannel.setPresence(caio._id, 'offline');
    expect(patientOf(omnichannel, '2').room.servedBy).toBeUndefined();
  });
});
