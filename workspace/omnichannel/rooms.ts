import type { StartRoomOptions } from './api';
import { botFor, leastBusyAgent, onlineAgents } from './availability';
import type { InquiryRecord, MessageRecord, RoomRecord, VisitorRecord } from './documents';
import { OmnichannelError } from './errors';
import { addSystemMessage } from './messages';
import { assign, drainQueue, enqueue, tellPositions } from './queue';
import type { OmnichannelState } from './state';

export function openRoomOf(state: OmnichannelState, token: string): RoomRecord | undefined {
  return [...state.rooms.values()].find((room) => room.open && room.v.token === token);
}

/**
 * The visitor's open room, or a new one: written "started" and told, then served by a bot agent, by the least busy agent
 * (auto), or queued. With nobody online and no bot first, Rocket.Chat refuses: `no-agent-online`.
 */
export function startRoom(
  state: OmnichannelState,
  visitor: VisitorRecord,
  options: StartRoomOptions,
): { room: RoomRecord; newRoom: boolean } {
  const open = openRoomOf(state, visitor.token);
  if (open !== undefined) return { room: open, newRoom: false };
  const wanted = options.departmentId ?? visitor.department;
  const departmentId = wanted === undefined ? undefined : state.department(wanted)._id;
  const bot = botFor(state, departmentId);
  if (!state.settings.acceptChatsWithNoAgents && !bot && onlineAgents(state, departmentId).length === 0) {
    throw new OmnichannelError('no-agent-online');
  }
  const room = newRoom(state, visitor, departmentId, options);
  const inquiry = newInquiry(state, room);
  addSystemMessage(state, room, 'livechat-started', room.v, { token: visitor.token });
  state.tell({ kind: 'room-started', room });
  const agent = bot ?? (state.settings.routing === 'auto' ? leastBusyAgent(state, departmentId) : undefined);
  if (agent === undefined) enqueue(state, inquiry);
  else assign(state, room, inquiry, agent);
  return { room, newRoom: true };
}

function newRoom(
  state: OmnichannelState,
  visitor: VisitorRecord,
  departmentId: string | undefined,
  options: StartRoomOptions,
): RoomRecord {
  const now = state.edge.clock();
  const { _id, token, username, name, status } = visitor;
  const room: RoomRecord = {
    _id: state.edge.id(),
    t: 'l',
    fname: name ?? username,
    open: true,
    ts: now,
    lm: now,
    msgs: 0,
    v: { _id, token, username, name, status },
    departmentId,
    waitingResponse: true,
    source: options.source ?? { type: 'other', alias: 'unknown' },
    customFields: options.customFields,
    _updatedAt: now,
  };
  state.rooms.set(room._id, room);
  return room;
}

function newInquiry(state: OmnichannelState, room: RoomRecord): InquiryRecord {
  const inquiry: InquiryRecord = {
    _id: state.edge.id(),
    rid: room._id,
    name: room.fname,
    ts: room.ts,
    department: room.departmentId,
    status: 'ready',
    message: '',
    v: room.v,
    queueOrder: 0,
    _updatedAt: room.ts,
  };
  state.inquiries.set(inquiry._id, inquiry);
  return inquiry;
}

/** Closes once: the inquiry goes, "closed" is written, the close is told, and whoever is free now is given the next room. */
export function closeRoom(
  state: OmnichannelState,
  room: RoomRecord,
  by: MessageRecord['u'] & { closer: NonNullable<RoomRecord['closer']>; token?: string },
  comment = '',
  tags?: string[],
): RoomRecord {
  if (!room.open) throw new OmnichannelError(by.closer === 'visitor' ? 'room-closed' : 'error-room-closed');
  const inquiry = state.inquiryOf(room._id);
  if (inquiry !== undefined) state.inquiries.delete(inquiry._id);
  room.open = false;
  room.waitingResponse = false;
  room.closedAt = state.edge.clock();
  room.closedBy = { _id: by._id, username: by.username };
  room.closer = by.closer;
  room.closingComment = comment;
  if (tags?.length) room.tags = [...new Set([...(room.tags ?? []), ...tags])];
  const token = by.token === undefined ? {} : { token: by.token };
  addSystemMessage(state, room, 'livechat-close', by, { msg: comment, ...token });
  state.tell({ kind: 'room-closed', room });
  tellPositions(state);
  drainQueue(state);
  return room;
}
