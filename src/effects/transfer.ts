/** Moving a room: to a department, or to one person. What Rocket.Chat answers is read as why it was refused. */
import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom, ILivechatTransferData } from '@rocket.chat/apps-engine/definition/livechat';
import { personOf } from './person';
import type { TransferAnswer } from './room-actions';

const refused = (why: TransferAnswer['why'], name?: string, agentsOnline = false): TransferAnswer => ({
  ...{ result: 'refused', agentsOnline, why },
  ...(name !== undefined && { name }),
});

/**
 * A person who serves the room keeps it: what had to be said was said, and that person was alerted.
 *
 * @param from who gave the room to the bot, and has it only as Rocket.Chat sees it
 */
export const isServed = ({ servedBy }: ILivechatRoom, from?: string): boolean =>
  servedBy !== undefined && servedBy !== null && personOf(servedBy).kind === 'human' && servedBy.id !== from;

export async function toDepartment(
  read: IRead,
  modify: IModify,
  room: ILivechatRoom,
  {
    department,
    waits = false,
    unstaffed = false,
    from,
  }: { department: string; waits?: boolean; unstaffed?: boolean; from?: string },
): Promise<TransferAnswer> {
  const target = await read.getLivechatReader().getLivechatDepartmentByIdOrName(department);
  if (isServed(room, from)) {
    const name = target?.name ?? room.department?.name;
    return { result: 'transferred', agentsOnline: true, ...(name !== undefined && { name }) };
  }
  if (!target?.id || !target.enabled) return refused('gone', target?.name);
  const { id, name } = target;
  if (!unstaffed && !(await hasAgents(read, id))) return refused('unstaffed', name);
  const agentsOnline = await read.getLivechatReader().isOnlineAsync(id);
  if (!agentsOnline && !waits) return refused('away', name);
  const taken: TransferAnswer = { result: 'transferred', agentsOnline, ...(name !== undefined && { name }) };
  if (room.department?.id === id && !room.servedBy) return taken;
  const moved = await move(modify, room, { targetDepartment: id });
  if (moved === 'done') return taken;
  // where somebody is there all the same, all of them have as many as they may
  return refused(moved === 'no-agent' && agentsOnline && !waits ? 'full' : 'refused', name, agentsOnline);
}

/**
 * Whether anybody belongs to it. Asked beside who is online: where Rocket.Chat takes chats without agents it calls every
 * department online. Not told, it is taken to have some.
 */
async function hasAgents(read: IRead, department: string): Promise<boolean> {
  try {
    const staffed = await read.getLivechatReader().getDepartmentsEnabledWithAgents();
    return staffed.length === 0 || staffed.some(({ id }) => id === department);
  } catch {
    return true;
  }
}

export async function toPerson(
  read: IRead,
  modify: IModify,
  room: ILivechatRoom,
  { agent, from }: { agent: string; from?: string },
): Promise<TransferAnswer> {
  const user = await read.getUserReader().getByUsername(agent);
  if (!user?.id || user.isEnabled === false) return refused('gone');
  const name = user.name || user.username;
  if (isServed(room, from)) return { result: 'transferred', agentsOnline: true, name };
  if (user.status === 'offline') return refused('away', name);
  const moved = await move(modify, room, { targetAgent: user });
  if (moved === 'done') return { result: 'transferred', agentsOnline: true, name };
  // an error is how Rocket.Chat says that somebody takes no conversations now
  return refused(moved === 'no-agent' ? 'full' : 'away', name);
}

/** `no-agent`: refused, or with the error that nobody can take it. `failed`: any other error. */
async function move(
  modify: IModify,
  room: ILivechatRoom,
  to: Pick<ILivechatTransferData, 'targetAgent' | 'targetDepartment'>,
): Promise<'done' | 'no-agent' | 'failed'> {
  const updater = modify.getUpdater().getLivechatUpdater();
  try {
    return (await updater.transferVisitor(room.visitor, { currentRoom: room, ...to })) ? 'done' : 'no-agent';
  } catch (error) {
    return /no-agents?-/.test(String((error as Error).message)) ? 'no-agent' : 'failed';
  }
}
