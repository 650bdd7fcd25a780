import type { OmnichannelSettings } from '../../workspace/omnichannel/api';
import { agentOf, botOf, omnichannelForTests, patientOf } from '../support/omnichannel';

/** A room served by the bot; two departments, the second with one agent, who is online or not. */
function world(
  routing: OmnichannelSettings['routing'],
  agent: { online: boolean; limit?: number; receivesOffline?: boolean },
) {
  const base = omnichannelForTests();
  const { omnichannel } = base;
  omnichannel.settings.routing = routing;
  const bot = botOf(omnichannel);
  const bia = agentOf(omnichannel, 'bia', agent.limit);
  if (!agent.online) omnichannel.setPresence(bia._id, 'offline');
  const urgent = omnichannel.addDepartment({
    name: 'Urgent',
    agents: [bia._id],
    allowReceiveForwardOffline: agent.receivesOffline,
  });
  const { room } = patientOf(omnichannel, 't');
  const forward = (to: { departmentId?: string; userId?: string; comment?: string }) => {
    try {
      return omnichannel.forward({ rid: room._id, byUserId: bot._id, ...to });
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  };
  return { ...base, bot, bia, urgent, room, forward };
}

describe('forwarding to a department', () => {
  const cases: [OmnichannelSettings['routing'], boolean, boolean, unknown, 'queue' | 'agent' | 'bot'][] = [
    ['manual', true, false, true, 'queue'],
    ['manual', false, false, true, 'queue'],
    ['auto', true, false, true, 'agent'],
    ['auto', false, true, true, 'queue'],
    ['auto', false, false, 'error-no-agents-online-in-department', 'bot'],
  ];
  it.each(cases)(
    '%s, agent online %s, receives offline %s: %s, then with the %s',
    (routing, online, offline, answer, who) => {
      const { forward, urgent, room, omnichannel } = world(routing, { online, receivesOffline: offline });
      expect(forward({ departmentId: urgent._id })).toBe(answer);
      const served = { queue: undefined, agent: 'bia', bot: 'triage.bot' }[who];
      expect(room.servedBy?.username).toBe(served);
      expect(room.departmentId).toBe(answer === true ? urgent._id : undefined);
      expect(omnichannel.queue(urgent._id)).toHaveLength(who === 'queue' ? 1 : 0);
    },
  );

  it('is written and told in order', () => {
    const { forward, urgent, kinds, happenings, bot } = world('manual', { online: true });
    const before = kinds().length;
    forward({ departmentId: urgent._id, comment: 'urgente' });
    expect(kinds().slice(before)).toEqual([
      'message:livechat_transfer_history',
      'message:ul',
      'agent-unassigned',
      'room-transferred',
      'inquiry-changed',
      'queue-position',
    ]);
    const history = happenings[before];
    expect(history?.kind === 'message-sent' && history.message.transferData).toMatchObject({
      scope: 'department',
      comment: 'urgente',
      nextDepartment: { name: 'Urgent' },
      transferredBy: { _id: bot._id, type: 'agent' },
    });
  });

  it('refuses the department it is in, an unknown one, one that is switched off, and an agent of another', () => {
    const { forward, urgent, omnichannel, kinds } = world('manual', { online: true });
    const caio = agentOf(omnichannel, 'caio');
    const before = kinds().length;
    expect(forward({ departmentId: 'none' })).toBe('error-invalid-department');
    const closed = omnichannel.addDepartment({ name: 'Closed', enabled: false });
    expect(forward({ departmentId: closed._id })).toContain('error-invalid-department');
    expect(forward({ departmentId: urgent._id, userId: caio._id })).toBe(
      'error-user-not-belong-to-department',
    );
    expect(forward({})).toBe(false);
    expect(kinds()).toHaveLength(before);
    expect(forward({ departmentId: urgent._id })).toBe(true);
    expect(forward({ departmentId: urgent._id })).toBe('error-forwarding-chat-same-department');
  });

  it('with auto selection refuses a department whose agents are full', () => {
    const { forward, urgent, room, omnichannel } = world('auto', { online: true, limit: 1 });
    omnichannel.settings.assignNewConversationToBot = false;
    patientOf(omnichannel, 'other');
    expect(forward({ departmentId: urgent._id })).toBe('error-no-agents-online-in-department');
    expect(room.servedBy?.username).toBe('triage.bot');
  });
});

describe('forwarding to an agent', () => {
  it('hands the room over: the new one joins, the old one leaves', () => {
    const { forward, room, bia, kinds } = world('manual', { online: true });
    const before = kinds().length;
    expect(forward({ userId: bia._id })).toBe(true);
    expect(room.servedBy?._id).toBe(bia._id);
    expect(kinds().slice(before)).toEqual([
      'message:livechat_transfer_history',
      'inquiry-changed',
      'message:command',
      'message:uj',
      'agent-assigned',
      'message:ul',
      'agent-unassigned',
      'room-transferred',
    ]);
  });

  it('refuses one who is offline, who has it already, or who is full', () => {
    const { forward, bia, bot, omnichannel } = world('manual', { online: true, limit: 1 });
    expect(forward({ userId: bot._id })).toBe('error-selected-agent-room-agent-are-same');
    omnichannel.setPresence(bia._id, 'offline');
    expect(forward({ userId: bia._id })).toBe('error-user-is-offline');
    omnichannel.setPresence(bia._id, 'online');
    const other = patientOf(omnichannel, 'other').room;
    omnichannel.forward({ rid: other._id, byUserId: bot._id, userId: bia._id });
    expect(forward({ userId: bia._id })).toBe(false);
  });
});
