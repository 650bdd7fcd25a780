/** Who is shown a patient's card, and who may act on it. Pure. */
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

const managers = ['admin', 'livechat-manager'];
const agents = ['livechat-agent', 'livechat-monitor'];

const has = ({ roles = [] }: Pick<IUser, 'roles'>, wanted: readonly string[]): boolean =>
  roles.some((role) => wanted.includes(role));

type Room = Pick<ILivechatRoom, 'servedBy'>;

/** Whoever serves it or served it last, managers, and agents while nobody has it: they may be the next. */
export function maySee({ servedBy }: Room, user: IUser): boolean {
  if (has(user, managers)) return true;
  return servedBy ? servedBy.id === user.id : has(user, agents);
}

/** Managers, and whoever serves it or served it last. */
export function mayAct({ servedBy }: Room, user: IUser): boolean {
  return has(user, managers) || (servedBy?.id === user.id && has(user, ['livechat-agent']));
}
