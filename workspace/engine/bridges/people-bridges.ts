import type { UserRecord } from '../../omnichannel/documents';
import type { BridgeContext, BridgeMethods, RoomShape, UserShape } from './bridge-context';

export function userBridge({ omnichannel, convert }: BridgeContext): BridgeMethods {
  const where = (test: (user: UserRecord) => boolean) =>
    convert.user([...omnichannel.users.values()].find(test)?._id);
  return {
    getById: (id: string) => convert.user(id),
    getByUsername: (username: string) => where((user) => user.username === username),
    getAppUser: (appId?: string) => where((user) => user.appId !== undefined && user.appId === appId),
    getActiveUserCount: () => [...omnichannel.users.values()].filter((user) => user.active).length,
    create: (given: Partial<UserRecord> & { isEnabled?: boolean }, appId: string) => {
      const { username = '', name = username, roles = [], type = 'app', status } = given;
      const user = omnichannel.addUser({ username, name, roles, type, appId: given.appId ?? appId });
      if (status !== undefined) omnichannel.setPresence(user._id, status);
      return user._id;
    },
    update: ({ id }: UserShape, change: { status?: UserRecord['status'] }) => {
      if (change.status !== undefined) omnichannel.setPresence(id, change.status);
      return true;
    },
    remove: ({ id }: UserShape) => omnichannel.removeUser(id),
  };
}

interface ReadOptions {
  limit?: number;
  skip?: number;
  sort?: { createdAt?: 'asc' | 'desc' };
}

/** Livechat rooms, and the channels and direct messages of staff. */
export function roomBridge({ omnichannel, convert }: BridgeContext): BridgeMethods {
  return {
    getById: (id: string) => convert.room(id),
    getByName: (name: string) =>
      convert.room([...omnichannel.channels.values()].find((channel) => channel.name === name)?._id),
    getDirectByUsernames: (usernames: string[]) => {
      const isOf = (room: { usernames?: string[] }): boolean =>
        room.usernames?.length === usernames.length &&
        usernames.every((name) => room.usernames?.includes(name));
      return convert.room([...omnichannel.channels.values()].find(isOf)?._id);
    },
    create: ({ type, creator }: { type: string; creator: UserShape }, members: string[]) => {
      if (type !== 'd') throw new Error(`Room.create of type ${type} is not imitated`);
      const other = members.find((name) => name !== creator.username) ?? '';
      return omnichannel.openDirect(creator.id, other)._id;
    },
    getMembers: (id: string) => {
      const agent = convert.user(omnichannel.rooms.get(id)?.servedBy?._id);
      return agent === undefined ? [] : [agent];
    },
    /** Messages people wrote (system messages are left out), oldest first unless asked otherwise. */
    getMessages: (id: string, { limit = 100, skip = 0, sort }: ReadOptions = {}) => {
      const written = omnichannel.messagesOf(id).filter((message) => message.t === undefined);
      if (sort?.createdAt === 'desc') written.reverse();
      return written.slice(skip, skip + limit).map(convert.rawMessage);
    },
    update: (room: RoomShape) => {
      if (!omnichannel.rooms.has(room.id)) throw new Error('A room must exist to update.');
      omnichannel.saveRoomData(room.id, { customFields: room.customFields ?? {} });
    },
  };
}
