/** A room as it is now: what no hook told of is found here. */
import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { personOf } from '../effects/person';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Input, InputOf } from '../dialog/input';
import type { RoomNow } from '../turn/room-compared';
import type { WatchedRoom } from '../turn/sweep';
import { closedInput, departmentOf, messageInput } from './inputs';
import { readTriageEnabled } from './settings';

/**
 * @param inputs of its messages, oldest first
 * @returns nothing where a person serves; `back`: all is well; `none`: the room names no department, or none that is there any more
 */
async function placeOf(
  read: IRead,
  room: ILivechatRoom,
  inputs: readonly Input[],
  now: Date,
): Promise<WatchedRoom['place']> {
  if (room.servedBy && personOf(room.servedBy).kind === 'human')
    return isLeftAlone(room.servedBy, inputs, now) ? 'agent-gone' : undefined;
  const id = room.department?.id;
  if (id === undefined) return 'none';
  const livechat = read.getLivechatReader();
  const department = await livechat.getLivechatDepartmentByIdOrName(id);
  if (!department?.enabled) return 'gone';
  if (await livechat.isOnlineAsync(id)) return 'back';
  return (await livechat.isOnlineAsync()) ? 'away' : 'nobody';
}

/** Whose browser died is “away” for ever: what they left unanswered for so long tells it. */
const awayForMs = 10 * 60_000;

/** Rocket.Chat leaves a room with whoever has it, also when they are gone. */
function isLeftAlone({ status }: IUser, inputs: readonly Input[], now: Date): boolean {
  const last = inputs.findLastIndex((input) => input.kind === 'agent-message');
  const asked = inputs.slice(last + 1).find(isPatients);
  if (!asked) return false;
  return status === 'offline' || (status === 'away' && now.getTime() - Date.parse(asked.at) >= awayForMs);
}

async function roomNow(read: IRead, { servedBy, department }: ILivechatRoom): Promise<RoomNow> {
  const there = department && (await read.getLivechatReader().getLivechatDepartmentByIdOrName(department.id));
  const named = departmentOf(there);
  return { ...(servedBy && { servedBy: personOf(servedBy) }), ...(named && { department: named }) };
}

export const isPatients = (input: Input): input is InputOf<'patient-message' | 'button'> =>
  input.kind === 'patient-message' || input.kind === 'button';

/** The switch is told with what the patient does, so that the same inputs give the same conversation for ever. */
export function switchedOff(input: Input): Input {
  return isPatients(input) ? { ...input, triageOff: true } : input;
}

export async function watchedRoom(
  read: IRead,
  conversation: string,
  now: Date,
): Promise<WatchedRoom | undefined> {
  const room = (await read.getRoomReader().getById(conversation)) as ILivechatRoom | undefined;
  if (!room) return undefined;
  const messages: IMessage[] =
    (await read.getLivechatReader()._fetchLivechatRoomMessages(conversation)) ?? [];
  const isOn = await readTriageEnabled(read);
  const inputs = messages
    .map((message) => messageInput(message, now))
    .filter((input): input is Input => input !== undefined)
    .map((input) => (isOn ? input : switchedOff(input)))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  if (!room.isOpen) return { open: false, messages: inputs, closed: closedInput(room, now) };
  const place = await placeOf(read, room, inputs, now);
  return { open: true, messages: inputs, ...(place && { place }), now: await roomNow(read, room) };
}
