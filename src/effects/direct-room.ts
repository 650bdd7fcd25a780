import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { type IRoom, RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

/** The direct messages of the bot with somebody, begun when there are none. @throws Error when they cannot be */
export async function directRoom(read: IRead, modify: IModify, bot: IUser, other: IUser): Promise<IRoom> {
  const both = [bot.username, other.username];
  const rooms = read.getRoomReader();
  const there = (await rooms.getDirectByUsernames(both)) as IRoom | undefined;
  if (there) return there;
  const creator = modify.getCreator();
  const made = creator.startRoom().setType(RoomType.DIRECT_MESSAGE).setCreator(bot);
  const id = await creator.finish(made.setMembersToBeAddedByUsernames(both));
  const room = await rooms.getById(id);
  if (!room) throw new Error('no direct message could be begun');
  return room;
}
