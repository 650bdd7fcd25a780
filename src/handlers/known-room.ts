/** What is known where Rocket.Chat tells an app nothing, for want of a permission. */
import type { ILivechatRead, IRead, IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';

/** A hook brings its room along: where the app may not read rooms, that one is known all the same. */
export function knowing(read: IRead, room: Pick<IRoom, 'id'>): IRead {
  const rooms = (): IRoomRead => {
    const reader = read.getRoomReader();
    const getById = async (id: string): Promise<IRoom | undefined> =>
      (await reader.getById(id)) ?? (id === room.id ? (room as IRoom) : undefined);
    return instead(reader, { getById });
  };
  return instead(read, { getRoomReader: rooms });
}

/** Not told who is online, somebody may be: whoever is not is found out by the transfer. */
export function supposing(read: IRead): IRead {
  const livechat = (): ILivechatRead => {
    const reader = read.getLivechatReader();
    const isOnlineAsync = async (department?: string): Promise<boolean> =>
      ((await reader.isOnlineAsync(department)) as boolean | null | undefined) ?? true;
    return instead(reader, { isOnlineAsync });
  };
  return instead(read, { getLivechatReader: livechat });
}

function instead<T extends object>(of: T, methods: Partial<T>): T {
  return new Proxy(of, {
    get: (target, name) =>
      name in methods ? methods[name as keyof T] : (Reflect.get(target, name) as unknown),
  });
}
