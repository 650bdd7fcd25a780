/** Everything Rocket.Chat says of one room. */
import type { EventEnvelope } from '../../contract/event';
import { botsTold } from './bots';
import type { RocketChat } from './client';
import { unlessAbsent, type Directory } from './directory';
import type { Person, RoomFacts } from './facts';
import type { Message, Room, Transfer } from './shapes';

/** Users whose kind (person or bot) matters. */
function usersOf(room: Room, messages: readonly Message[], transfers: readonly Transfer[]): Set<string> {
  const wrote = messages.filter(({ token, u }) => token === undefined && u._id !== room.v._id);
  return new Set([
    ...wrote.map(({ u }) => u._id),
    ...(room.servedBy ? [room.servedBy._id] : []),
    ...transfers.flatMap(({ transferredTo }) => transferredTo?._id ?? []),
  ]);
}

/**
 * @param stored what the CRM was told of the room
 * @throws RocketChatError
 */
export async function readRoom(
  client: RocketChat,
  directory: Directory,
  room: Room,
  stored: readonly EventEnvelope[],
): Promise<RoomFacts> {
  const { messages, deleted } = await client.messages(room._id);
  const wasMoved = messages.some(({ t }) => t === 'livechat_transfer_history');
  const transfers = wasMoved ? await client.transfers(room._id) : [];
  const visitor = await unlessAbsent(client.visitor(room.v._id), undefined);
  const contact = room.contactId ? await directory.contact(room.contactId) : undefined;
  directory.noteBots(botsTold(stored, messages));
  const people = new Map<string, Person>();
  for (const id of usersOf(room, messages, transfers)) {
    const person = await directory.person(id);
    if (person) people.set(id, person);
  }
  return {
    ...{ room, messages, deleted, transfers, people, bots: directory.bots },
    departments: await directory.departments(),
    // asked for only where they are used: the free plan has none
    priorities: room.priorityId ? await directory.priorities() : new Map<string, string>(),
    fieldLabels: room.livechatData ? await directory.fieldLabels() : new Map<string, string>(),
    ...(visitor ? { visitor } : {}),
    ...(contact ? { contact } : {}),
  };
}
