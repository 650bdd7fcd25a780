/** The room and the bot, as whatever is done in a room needs them. */
import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

export class RoomGoneError extends Error {
  public readonly code = 'room-gone';
}

/** @throws RoomGoneError */
export async function roomNamed(read: IRead, id: string): Promise<ILivechatRoom> {
  const room = (await read.getRoomReader().getById(id)) as ILivechatRoom | undefined;
  if (!room) throw new RoomGoneError(`room ${id} is gone`);
  return room;
}

/** @throws Error when the engine has not made it */
export async function botUserOf(read: IRead, appId: string): Promise<IUser> {
  const user = await read.getUserReader().getAppUser(appId);
  if (!user) throw new Error('the app has no user');
  return user;
}
