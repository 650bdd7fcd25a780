/** One function per hook: from the engine's object to an input, and a turn with it. */
import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type {
  ILivechatEventContext,
  ILivechatRoom,
  ILivechatTransferEventContext,
  IVisitor,
} from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { UIKitLivechatBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit/livechat';
import { inputIds } from '../../contract/event-ids';
import type { Named, Person } from '../dialog/input';
import { personOf } from '../effects/person';
import { noteOnTeam } from '../turn/team';
import { buttonInput, closedInput, departmentOf, messageInput, visitorFacts, visitorInput } from './inputs';
import { readFieldNames } from './settings';
import { ensureStarted, tellOfVisitor, turnInRoom } from './room-turns';
import type { World } from './world';
import { orLastResort, unlessDenied } from './last-resort';

export async function onRoomStarted(world: World, read: IRead, room: ILivechatRoom): Promise<void> {
  await unlessDenied(world, () => ensureStarted(world, read, room));
}

export async function onMessage(world: World, read: IRead, message: IMessage): Promise<void> {
  if (message.room.type !== RoomType.LIVE_CHAT) return;
  const input = messageInput(message, world.now());
  if (!input) return;
  const room = message.room as ILivechatRoom;
  const taken = await orLastResort(world, room, input, () => turnInRoom(world, read, room, input));
  if (!taken) return;
  // after the answer: no hook tells of custom fields
  if (input.kind === 'patient-message' && room.isOpen) await tellOfVisitor(world, read, room);
}

export async function onAgentAssigned(
  world: World,
  read: IRead,
  { room, agent }: ILivechatEventContext,
): Promise<void> {
  const at = world.now().toISOString();
  const department = departmentOf(room.department);
  const person = personOf(agent);
  if (department && person.kind === 'human') await noteOnTeam(world, department.name, namedOf(person));
  await turnInRoom(world, read, room, {
    kind: 'assigned',
    id: inputIds.assigned(agent.id, at),
    at,
    conversation: room.id,
    agent: person,
    ...(department ? { department } : {}),
  });
}

const namedOf = ({ username, name = username }: Person): Named => ({ username, name });

export async function onAgentUnassigned(
  world: World,
  read: IRead,
  { room, agent }: ILivechatEventContext,
): Promise<void> {
  // Rocket.Chat also tells of the agent that a closed room is taken from
  if (!room.isOpen || !agent) return;
  const at = world.now().toISOString();
  const id = `unassigned/${agent.id}/${at}`;
  await turnInRoom(world, read, room, {
    kind: 'unassigned',
    id,
    at,
    conversation: room.id,
    agent: personOf(agent),
  });
}

export async function onTransferred(
  world: World,
  read: IRead,
  context: ILivechatTransferEventContext,
): Promise<void> {
  const room = context.room as ILivechatRoom;
  const at = world.now().toISOString();
  const side = (party: unknown) => {
    if (!party) return {};
    if (String(context.type) === 'agent') return { agent: personOf(party as IUser) };
    const department = departmentOf(party as { id?: string; name?: string });
    return department ? { department } : {};
  };
  await turnInRoom(world, read, room, {
    kind: 'transferred',
    id: inputIds.transferred(at),
    at,
    conversation: room.id,
    from: side(context.from),
    to: side(context.to),
  });
}

export async function onRoomClosed(world: World, read: IRead, room: ILivechatRoom): Promise<void> {
  await turnInRoom(world, read, room, closedInput(room, world.now()));
}

export async function onGuestSaved(world: World, read: IRead, visitor: IVisitor): Promise<void> {
  // a guest without an open room is told of when a room starts
  for (const room of (await read.getLivechatReader().getLivechatRooms(visitor)) ?? []) {
    const facts = visitorFacts({ visitor, source: room.source }, await readFieldNames(read));
    await turnInRoom(world, read, room, visitorInput(facts, room.id, world.now().toISOString(), world.now()));
  }
}

export async function onButton(
  world: World,
  read: IRead,
  context: UIKitLivechatBlockInteractionContext,
): Promise<void> {
  const { room, message, container, actionId, value } = context.getInteractionData();
  if (!room?.id) return;
  const messageId = message?.id ?? (container as { id?: string } | undefined)?.id ?? 'unknown';
  const fresh = (await read.getRoomReader().getById(room.id)) as ILivechatRoom | undefined;
  if (!fresh) return;
  const pressed = String(value ?? actionId ?? '');
  await turnInRoom(world, read, fresh, buttonInput(fresh.id, messageId, pressed, world.now()));
}
