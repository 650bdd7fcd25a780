/** What is read of a Rocket.Chat workspace to keep its conversations complete. Acts nowhere. */
import type { Readable } from 'stream';
import { allPages, paged, rocketChatHttp, type ClientOptions } from './http';
import {
  answers,
  type Message,
  type Room,
  type Transfer,
  type Visitor,
  type Contact,
  type RocketUser,
} from './shapes';

export interface RoomsPage {
  rooms: Room[];
  total: number;
}

export interface RocketChat {
  /** A page of rooms, the last changed first. */
  rooms(offset: number, count: number): Promise<RoomsPage>;
  /** @throws RocketChatError gone */
  room(rid: string): Promise<Room>;
  /** Everything said in a room, system messages and edits as they stand, and what was deleted and is still known. */
  messages(rid: string): Promise<{ messages: Message[]; deleted: { _id: string; _deletedAt?: Date }[] }>;
  transfers(rid: string): Promise<Transfer[]>;
  visitor(visitorId: string): Promise<Visitor>;
  contact(contactId: string): Promise<Contact | undefined>;
  user(userId: string): Promise<RocketUser>;
  agents(): Promise<{ _id: string; username: string; name?: string }[]>;
  departments(): Promise<{ _id: string; name: string }[]>;
  priorities(): Promise<{ _id: string; name?: string; i18n?: string }[]>;
  customFields(): Promise<{ _id: string; label?: string; scope?: string }[]>;
  /** A file's bytes. @param path as in the message, `/file-upload/…` */
  file(fileId: string, name: string): Promise<Readable>;
}

export function rocketChatClient(options: ClientOptions): RocketChat {
  const http = rocketChatHttp(options);
  const at = encodeURIComponent;

  return {
    async rooms(offset, count) {
      // rooms changed in one instant keep their order from page to page
      const params = { offset, count, sort: JSON.stringify({ _updatedAt: -1, _id: 1 }) };
      const { rooms, total } = await http.get(answers.rooms, 'livechat/rooms', params);
      return { rooms, total };
    },
    async room(rid) {
      return (await http.get(answers.room, 'rooms.info', { roomId: rid })).room;
    },
    async messages(rid) {
      const params = { roomId: rid, lastUpdate: new Date(0).toISOString() };
      const { result } = await http.get(answers.messages, 'chat.syncMessages', params);
      return { messages: result.updated, deleted: result.deleted };
    },
    transfers: (rid) =>
      allPages(async (offset) => {
        const path = `livechat/transfer.history/${at(rid)}`;
        const answer = await http.get(
          answers.transfers,
          'livechat/transfer.history/:rid',
          paged(offset),
          path,
        );
        return { items: answer.history, total: answer.total };
      }),
    async visitor(visitorId) {
      return (await http.get(answers.visitor, 'livechat/visitors.info', { visitorId })).visitor;
    },
    async contact(contactId) {
      return (
        (await http.get(answers.contact, 'omnichannel/contacts.get', { contactId })).contact ?? undefined
      );
    },
    async user(userId) {
      return (await http.get(answers.user, 'users.info', { userId })).user;
    },
    agents: () =>
      allPages(async (offset) => {
        const answer = await http.get(answers.agents, 'livechat/users/agent', paged(offset));
        return { items: answer.users, total: answer.total };
      }),
    departments: () =>
      allPages(async (offset) => {
        const answer = await http.get(answers.departments, 'livechat/department', paged(offset));
        return { items: answer.departments, total: answer.total };
      }),
    priorities: () =>
      allPages(async (offset) => {
        const answer = await http.get(answers.priorities, 'livechat/priorities', paged(offset));
        return { items: answer.priorities, total: answer.total };
      }),
    customFields: () =>
      allPages(async (offset) => {
        const answer = await http.get(answers.customFields, 'livechat/custom-fields', paged(offset));
        return { items: answer.customFields, total: answer.total };
      }),
    file: (fileId, name) => http.stream('file-upload', `/file-upload/${at(fileId)}/${at(name)}`),
  };
}
