/** A desk in memory, with the refusals Rocket.Chat has: for tests of those who act through one. */
import type { Desk, DeskAgent, DeskDepartment, DeskRoom } from '../../crm-sync/rocketchat/desk';
import { failureOf, RocketChatError } from '../../crm-sync/rocketchat/failure';

export interface FakeDesk extends Desk {
  state: {
    agents: DeskAgent[];
    departments: DeskDepartment[];
    rooms: (DeskRoom & { comment?: string })[];
    told: { username: string; text: string }[];
    /** Endpoints in the order they acted. */
    acts: string[];
  };
  plan: 'community' | 'starter';
  /** May it act as a manager does? */
  isManager: boolean;
  /** Outside business hours: who takes conversations stays as it is. */
  isClosed: boolean;
  /** Ids of agents that are bots. */
  bots: Set<string>;
  /** Asked before each call: what it throws, the call throws. */
  before: (endpoint: string, room?: string) => void;
}

function refuse(endpoint: string, status: number, reason: string): never {
  const failure = failureOf(endpoint, status, { success: false, error: reason, errorType: reason });
  throw failure ?? new Error(`${status} is no refusal`);
}

export function fakeDesk(given: Partial<FakeDesk['state']> = {}): FakeDesk {
  const state: FakeDesk['state'] = {
    ...{ agents: [], departments: [], rooms: [], told: [], acts: [] },
    ...given,
  };
  const roomAt = (endpoint: string, id: string, closed: string) => {
    const room = state.rooms.find((one) => one.id === id);
    if (!room) return refuse(endpoint, 400, 'error-invalid-room');
    if (!room.open) return refuse(endpoint, 400, closed);
    if (!desk.isManager) return refuse(endpoint, 403, 'error-not-allowed');
    return room;
  };
  const agentAt = (endpoint: string, id: string, away: string) => {
    const agent = state.agents.find((one) => one.id === id);
    if (!agent) return refuse(endpoint, 400, 'error-invalid-user');
    if (!agent.available || agent.status === 'offline') return refuse(endpoint, 400, away);
    return agent;
  };
  const act = (endpoint: string, room?: string): void => {
    desk.before(endpoint, room);
    state.acts.push(room === undefined ? endpoint : `${endpoint} ${room}`);
  };
  const serve = (room: DeskRoom, { id, username }: DeskAgent): void => {
    room.servedBy = { id, username };
  };
  const look = (endpoint: string): void => desk.before(endpoint);
  const desk: FakeDesk = {
    state,
    plan: 'starter',
    isManager: true,
    isClosed: false,
    bots: new Set(),
    before: () => undefined,
    async agents() {
      look('livechat/users/agent');
      return structuredClone(state.agents);
    },
    async isBot(id) {
      look('users.info');
      return desk.bots.has(id);
    },
    async departments() {
      look('livechat/department');
      return structuredClone(state.departments);
    },
    async priorities() {
      if (desk.plan === 'community') return refuse('livechat/priorities', 404, 'error-not-found');
      return [1, 2, 3, 4, 5].map((rank) => ({ id: `priority-${rank}`, rank }));
    },
    async openRooms() {
      look('livechat/rooms');
      return structuredClone(state.rooms.filter(({ open }) => open));
    },
    async inquiries() {
      const waiting = state.rooms.filter(({ open, servedBy }) => open && !servedBy);
      return waiting.map(({ id, department }) => ({
        id: `inquiry-${id}`,
        room: id,
        ...(department && { department }),
      }));
    },
    async inquiryOf(id) {
      const room = state.rooms.find((one) => one.id === id && one.open);
      return room && { id: `inquiry-${id}`, room: id };
    },
    async room(id) {
      look('rooms.info');
      const room = state.rooms.find((one) => one.id === id);
      return room ? structuredClone(room) : refuse('rooms.info', 400, 'error-invalid-room');
    },
    async forward(id, to) {
      const endpoint = 'livechat/room.forward';
      act(endpoint, id);
      const room = roomAt(endpoint, id, 'This_conversation_is_already_closed');
      if ('agent' in to) {
        const agent = agentAt(endpoint, to.agent, 'error-user-is-offline');
        if (room.servedBy?.id === agent.id)
          return refuse(endpoint, 400, 'error-selected-agent-room-agent-are-same');
        serve(room, agent);
        return;
      }
      const department = state.departments.find((one) => one.id === to.department);
      if (!department?.enabled) return refuse(endpoint, 400, 'error-invalid-department');
      if (room.department === department.id)
        return refuse(endpoint, 400, 'error-forwarding-chat-same-department');
      room.department = department.id;
      delete room.servedBy;
    },
    async take(inquiry, agentId) {
      const endpoint = 'livechat/inquiries.take';
      const id = inquiry.replace('inquiry-', '');
      act(endpoint, id);
      const room = state.rooms.find((one) => one.id === id && one.open);
      if (!room) return refuse(endpoint, 400, 'error-not-found');
      if (room.servedBy) return refuse(endpoint, 400, 'error-inquiry-taken');
      serve(room, agentAt(endpoint, agentId, 'error-agent-status-service-offline'));
    },
    async close(id, comment) {
      const endpoint = 'livechat/room.closeByUser';
      act(endpoint, id);
      Object.assign(roomAt(endpoint, id, 'error-room-already-closed'), { open: false, comment });
    },
    async returnToQueue(id, department) {
      const endpoint = 'livechat/inquiries.returnAsInquiry';
      act(endpoint, id);
      const room = roomAt(endpoint, id, 'room-closed');
      delete room.servedBy;
      if (department) room.department = department;
    },
    async setTakesChats(id, takes) {
      const endpoint = 'livechat/agent.status';
      act(endpoint);
      const agent = state.agents.find((one) => one.id === id);
      if (!agent) return refuse(endpoint, 404, 'error-not-found');
      if (!desk.isManager) return refuse(endpoint, 403, 'error-unauthorized');
      if (!desk.isClosed) agent.available = takes;
    },
    async setPriority(id, priority) {
      const endpoint = 'livechat/room/:rid/priority';
      act(endpoint, id);
      if (desk.plan === 'community') return refuse(endpoint, 404, 'error-not-found');
      roomAt(endpoint, id, 'error-room-closed').priority = priority;
    },
    async addTags(id, tags) {
      act('livechat/room.saveInfo', id);
      const room = roomAt('livechat/room.saveInfo', id, 'error-room-closed') as DeskRoom & {
        tags?: string[];
      };
      room.tags = [...new Set([...(room.tags ?? []), ...tags])];
    },
    async tell(username, text) {
      act('im.create');
      if (!state.agents.some((one) => one.username === username))
        return refuse('im.create', 400, 'error-invalid-user');
      state.told.push({ username, text });
      return `message-${state.told.length}`;
    },
  };
  return desk;
}

/** The answer never came. */
export const silence = (endpoint: string): RocketChatError =>
  new RocketChatError('temporary', 'timeout', endpoint);
