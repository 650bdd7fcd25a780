/**
 * The supervisor's desk in a Rocket.Chat workspace: who is there, what is open, and the acts a manager may do. An act that
 * is answered was taken; whether it came about is to be read again. Everything throws RocketChatError; `refusal.ts` says why.
 */
import { deskAnswers } from './desk-shapes';
import { allPages, paged, rocketChatHttp, type ClientOptions } from './http';
import { answers, type Room } from './shapes';

export interface DeskAgent {
  id: string;
  username: string;
  name: string;
  emails: string[];
  status: 'online' | 'away' | 'busy' | 'offline';
  /** Takes conversations: the omnichannel service is switched on. */
  available: boolean;
  /** Most conversations at once; 0 = no limit is told. */
  limit: number;
  /** Ids of departments. */
  departments: string[];
}

export interface DeskDepartment {
  id: string;
  name: string;
  enabled: boolean;
}

export interface DeskRoom {
  id: string;
  open: boolean;
  servedBy?: { id: string; username: string };
  department?: string;
  priority?: string;
}

export interface DeskInquiry {
  id: string;
  room: string;
  department?: string;
  since?: Date;
}

export interface DeskPriority {
  id: string;
  /** 1 is the most urgent of five. */
  rank: number;
}

export interface Desk {
  agents(): Promise<DeskAgent[]>;
  /** Rocket.Chat's list of agents does not say it. */
  isBot(agent: string): Promise<boolean>;
  departments(): Promise<DeskDepartment[]>;
  /** None where the plan has no priorities. */
  priorities(): Promise<DeskPriority[]>;
  openRooms(): Promise<DeskRoom[]>;
  /** Conversations nobody has taken (only those Rocket.Chat lists as queued). */
  inquiries(): Promise<DeskInquiry[]>;
  /** Of one conversation; undefined when there is none any more. */
  inquiryOf(room: string): Promise<DeskInquiry | undefined>;
  /** @throws RocketChatError gone */
  room(room: string): Promise<DeskRoom>;
  /** To a department, or to an agent who is there. */
  forward(room: string, to: { department: string } | { agent: string }): Promise<void>;
  /** For an agent who is there. */
  take(inquiry: string, agent: string): Promise<void>;
  close(room: string, comment: string): Promise<void>;
  /** Rocket.Chat 7.12 on. */
  returnToQueue(room: string, department?: string): Promise<void>;
  /** Plans with priorities only. */
  setPriority(room: string, priority: string): Promise<void>;
  /** Beside those it has. */
  addTags(room: string, tags: readonly string[]): Promise<void>;
  /** Whether they take conversations. Outside business hours Rocket.Chat leaves it as it is, and says nothing. */
  setTakesChats(agent: string, takes: boolean): Promise<void>;
  /** A direct message. @returns its id */
  tell(username: string, text: string): Promise<string>;
}

function roomOf(room: Room): DeskRoom {
  const { _id, open, servedBy, departmentId, priorityId } = room;
  return {
    id: _id,
    open: open === true,
    ...(servedBy && { servedBy: { id: servedBy._id, username: servedBy.username ?? servedBy._id } }),
    ...(departmentId && { department: departmentId }),
    ...(priorityId && { priority: priorityId }),
  };
}

const presences = ['online', 'away', 'busy'] as const;

export function rocketChatDesk(options: ClientOptions): Desk {
  const http = rocketChatHttp(options);
  const at = encodeURIComponent;
  const { done } = deskAnswers;
  const inquiryFrom = (one: { _id: string; rid: string; department?: string; ts?: Date }): DeskInquiry => ({
    ...{ id: one._id, room: one.rid },
    ...(one.department && { department: one.department }),
    ...(one.ts && { since: one.ts }),
  });

  return {
    agents: () =>
      allPages(async (offset) => {
        const { users, total } = await http.get(deskAnswers.agents, 'livechat/users/agent', paged(offset));
        const items = users.map((user) => ({
          ...{ id: user._id, username: user.username, name: user.name ?? user.username },
          emails: (user.emails ?? []).map(({ address }) => address.toLowerCase()),
          status: presences.find((one) => one === user.status) ?? ('offline' as const),
          available: user.statusLivechat === 'available',
          limit: user.livechat?.maxNumberSimultaneousChat ?? 0,
          departments: user.departments ?? [],
        }));
        return { items, total };
      }),
    async isBot(agent) {
      const { user } = await http.get(answers.user, 'users.info', { userId: agent });
      return user.type === 'bot' || user.type === 'app' || (user.roles ?? []).includes('bot');
    },
    departments: () =>
      allPages(async (offset) => {
        const answer = await http.get(deskAnswers.departments, 'livechat/department', paged(offset));
        const items = answer.departments.map(({ _id, name, enabled }) => ({
          ...{ id: _id, name, enabled: enabled !== false },
        }));
        return { items, total: answer.total };
      }),
    priorities: () =>
      allPages(async (offset) => {
        const answer = await http.get(answers.priorities, 'livechat/priorities', paged(offset));
        const items = answer.priorities.map(({ _id, sortItem }) => ({ id: _id, rank: sortItem ?? 0 }));
        return { items, total: answer.total };
      }),
    openRooms: () =>
      allPages(async (offset) => {
        const params = { ...paged(offset), open: true, sort: JSON.stringify({ ts: 1 }) };
        const answer = await http.get(deskAnswers.rooms, 'livechat/rooms', params);
        return { items: answer.rooms.map(roomOf), total: answer.total };
      }),
    inquiries: () =>
      allPages(async (offset) => {
        const answer = await http.get(deskAnswers.inquiries, 'livechat/inquiries.list', paged(offset));
        return { items: answer.inquiries.map(inquiryFrom), total: answer.total };
      }),
    async inquiryOf(room) {
      const answer = await http.get(deskAnswers.inquiry, 'livechat/inquiries.getOne', { roomId: room });
      return answer.inquiry && inquiryFrom(answer.inquiry);
    },
    async room(room) {
      return roomOf((await http.get(answers.room, 'rooms.info', { roomId: room })).room);
    },
    async forward(room, to) {
      const target = 'agent' in to ? { userId: to.agent } : { departmentId: to.department };
      await http.post(done, 'livechat/room.forward', { roomId: room, ...target });
    },
    async take(inquiry, agent) {
      await http.post(done, 'livechat/inquiries.take', { inquiryId: inquiry, userId: agent });
    },
    async close(room, comment) {
      await http.post(done, 'livechat/room.closeByUser', { rid: room, comment });
    },
    async returnToQueue(room, department) {
      const body = { roomId: room, ...(department && { departmentId: department }) };
      await http.post(deskAnswers.returned, 'livechat/inquiries.returnAsInquiry', body);
    },
    async setPriority(room, priority) {
      const path = `livechat/room/${at(room)}/priority`;
      await http.post(done, 'livechat/room/:rid/priority', { priorityId: priority }, path);
    },
    async addTags(room, tags) {
      const { room: before } = await http.get(answers.room, 'rooms.info', { roomId: room });
      const all = [...new Set([...(before.tags ?? []), ...tags])];
      if (all.length === (before.tags ?? []).length) return;
      // what is left out stays as it is, but for the tags
      await http.post(done, 'livechat/room.saveInfo', {
        ...{ guestData: { _id: before.v._id }, roomData: { _id: room, tags: all } },
      });
    },
    async setTakesChats(agent, takes) {
      const status = takes ? 'available' : 'not-available';
      await http.post(done, 'livechat/agent.status', { agentId: agent, status });
    },
    async tell(username, text) {
      const { room } = await http.post(deskAnswers.directRoom, 'im.create', { username });
      const answer = await http.post(deskAnswers.message, 'chat.postMessage', {
        ...{ roomId: room._id ?? room.rid, text, parseUrls: false },
      });
      return answer.message._id;
    },
  };
}
