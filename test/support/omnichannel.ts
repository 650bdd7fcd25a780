import type { OmnichannelHappening } from '../../workspace/omnichannel/documents';
import { Omnichannel } from '../../workspace/omnichannel/omnichannel';

/** An omnichannel with a clock that stands still until it is moved, ids that count, and all that happened. */
export function omnichannelForTests(): {
  omnichannel: Omnichannel;
  happenings: OmnichannelHappening[];
  kinds: () => string[];
  passMs: (ms: number) => void;
} {
  let now = Date.parse('2026-03-02T12:00:00Z');
  let last = 0;
  const omnichannel = new Omnichannel({ clock: () => new Date(now), id: () => `id-${++last}` });
  const happenings: OmnichannelHappening[] = [];
  omnichannel.on((happening) => happenings.push(happening));
  const kinds = () =>
    happenings.map((h) => (h.kind === 'message-sent' ? `message:${h.message.t ?? h.message.msg}` : h.kind));
  return { omnichannel, happenings, kinds, passMs: (ms) => (now += ms) };
}

export function agentOf(omnichannel: Omnichannel, username: string, limit = 0) {
  const roles = ['livechat-agent'];
  const agent = omnichannel.addUser({ username, name: username, roles, maxNumberSimultaneousChat: limit });
  omnichannel.setPresence(agent._id, 'online', 'available');
  return agent;
}

export const botOf = (omnichannel: Omnichannel) =>
  omnichannel.addUser({ username: 'triage.bot', name: 'Triage', roles: ['bot', 'livechat-agent'] });

/** A visitor with an open room. */
export function patientOf(omnichannel: Omnichannel, token: string, department?: string) {
  const visitor = omnichannel.registerVisitor({ token, name: `Visitor ${token}`, department });
  return { visitor, room: omnichannel.startRoom(visitor, { source: { type: 'widget' } }).room };
}
