import type { ForwardRequest } from './api';
import { isAgentOnline, isBelowLimit, leastBusyAgent, onlineAgents } from './availability';
import type { DepartmentRecord, InquiryRecord, RoomRecord, UserRecord } from './documents';
import { OmnichannelError } from './errors';
import { addSystemMessage } from './messages';
import { assign, drainQueue, enqueue, tellPositions, unassign } from './queue';
import type { OmnichannelState } from './state';

interface Move {
  room: RoomRecord;
  inquiry: InquiryRecord;
  by: UserRecord;
  comment?: string;
}

/**
 * Rocket.Chat's forwarding rules (its `forwardRoomToAgent` and `forwardRoomToDepartment`). False: refused, nothing has
 * changed; rules it states by an error code throw that code.
 */
export function forward(state: OmnichannelState, request: ForwardRequest): boolean {
  const by = state.user(request.byUserId);
  const room = state.room(request.rid);
  if (!room.open) return false;
  const inquiry = state.inquiryOf(room._id);
  if (inquiry === undefined) throw new OmnichannelError('error-invalid-inquiry');
  const move: Move = { room, inquiry, by, comment: request.comment };
  if (request.departmentId !== undefined) {
    return toDepartment(state, move, state.department(request.departmentId), request.userId);
  }
  return request.userId === undefined ? false : toAgent(state, move, state.user(request.userId));
}

/** Rocket.Chat's `returnRoomAsInquiry`: the one who serves leaves, and the room waits again. */
export function returnToQueue(state: OmnichannelState, rid: string, departmentId?: string): boolean {
  const room = state.room(rid);
  if (!room.open) throw new OmnichannelError('room-closed');
  const inquiry = state.inquiryOf(rid);
  if (!room.servedBy || !inquiry) return false;
  const by = state.user(room.servedBy._id);
  const department = departmentId === undefined ? undefined : state.department(departmentId);
  writeHistory(state, { room, inquiry, by }, { scope: 'queue' });
  if (department) {
    room.departmentId = department._id;
    inquiry.department = department._id;
  }
  unassign(state, room, by._id);
  enqueue(state, inquiry);
  drainQueue(state);
  return true;
}

function toAgent(state: OmnichannelState, move: Move, agent: UserRecord): boolean {
  const { room, inquiry } = move;
  if (!isAgentOnline(agent)) throw new OmnichannelError('error-user-is-offline');
  const before = room.servedBy?._id;
  if (before === agent._id) throw new OmnichannelError('error-selected-agent-room-agent-are-same');
  if (!isBelowLimit(state, agent)) return false;
  const transferredTo = { _id: agent._id, username: agent.username, name: agent.name };
  writeHistory(state, move, { scope: 'agent', transferredTo });
  assign(state, room, inquiry, agent);
  if (before !== undefined) unassign(state, room, before);
  const from = before === undefined ? undefined : state.user(before);
  state.tell({ kind: 'room-transferred', room, type: 'agent', from, to: agent });
  drainQueue(state);
  return true;
}

function toDepartment(
  state: OmnichannelState,
  move: Move,
  department: DepartmentRecord,
  userId?: string,
): boolean {
  const { room, inquiry } = move;
  if (!department.enabled) throw new OmnichannelError('error-invalid-department', department.name);
  if (room.departmentId === department._id)
    throw new OmnichannelError('error-forwarding-chat-same-department');
  const named = userId === undefined ? undefined : state.user(userId);
  if (named !== undefined) {
    if (!isAgentOnline(named)) throw new OmnichannelError('error-user-is-offline');
    if (!department.agents.includes(named._id))
      throw new OmnichannelError('error-user-not-belong-to-department');
  }
  const before = room.servedBy?._id;
  const nobodyOnline = onlineAgents(state, department._id).length === 0;
  // With manual selection every department takes a room, online or not: it waits in that department's queue.
  const toQueue =
    state.settings.routing === 'manual' || (department.allowReceiveForwardOffline && nobodyOnline);
  const agent = toQueue ? undefined : (named ?? leastBusyAgent(state, department._id));
  if (!toQueue && before !== undefined) {
    // With auto selection somebody must be there to take over from the one who serves the room.
    if (agent === undefined || agent._id === before)
      throw new OmnichannelError('error-no-agents-online-in-department');
    if (!isBelowLimit(state, agent)) return false;
  }
  writeHistory(state, move, {
    scope: 'department',
    nextDepartment: { _id: department._id, name: department.name },
    ...(room.departmentId === undefined ? {} : { previousDepartment: room.departmentId }),
  });
  const from = room.departmentId === undefined ? undefined : state.departments.get(room.departmentId);
  room.departmentId = department._id;
  inquiry.department = department._id;
  if (before !== undefined) unassign(state, room, before);
  state.tell({ kind: 'room-transferred', room, type: 'department', from, to: department });
  if (agent === undefined) enqueue(state, inquiry);
  else assign(state, room, inquiry, agent);
  tellPositions(state);
  drainQueue(state);
  return true;
}

function writeHistory(
  state: OmnichannelState,
  { room, by, comment }: Move,
  target: Record<string, unknown>,
): void {
  const type = by._id === room.servedBy?._id ? 'agent' : 'user';
  const transferData = {
    transferredBy: { _id: by._id, username: by.username, name: by.name, type },
    ts: state.edge.clock(),
    ...(comment === undefined ? {} : { comment }),
    ...target,
  };
  addSystemMessage(state, room, 'livechat_transfer_history', by, { transferData });
}
