import { isAgentOnline, isBelowLimit, leastBusyAgent } from './availability';
import type { InquiryRecord, RoomRecord, UserRecord } from './documents';
import { OmnichannelError } from './errors';
import { addSystemMessage } from './messages';
import type { OmnichannelState } from './state';

/** Rooms that wait for an agent, the longest waiting first. */
export function waitingInquiries(state: OmnichannelState, departmentId?: string): InquiryRecord[] {
  return [...state.inquiries.values()]
    .filter((inquiry) => inquiry.status !== 'taken')
    .filter((inquiry) => departmentId === undefined || inquiry.department === departmentId)
    .sort((a, b) => a.queueOrder - b.queueOrder);
}

/** Tells each waiting room its place within its department (1 = next) when that place has changed. */
export function tellPositions(state: OmnichannelState): void {
  const waiting = waitingInquiries(state);
  const places = new Map<string | undefined, number>();
  for (const { rid, department } of waiting) {
    const position = (places.get(department) ?? 0) + 1;
    places.set(department, position);
    if (state.toldPosition.get(rid) === position) continue;
    state.toldPosition.set(rid, position);
    state.tell({ kind: 'queue-position', rid, position });
  }
  for (const rid of state.toldPosition.keys()) {
    if (!waiting.some((inquiry) => inquiry.rid === rid)) state.toldPosition.delete(rid);
  }
}

function changed(state: OmnichannelState, inquiry: InquiryRecord, change: Partial<InquiryRecord>): void {
  Object.assign(inquiry, change, { _updatedAt: state.edge.clock() });
  state.tell({ kind: 'inquiry-changed', inquiry });
}

/** Puts the room (back) into the queue of its department, at the end. */
export function enqueue(state: OmnichannelState, inquiry: InquiryRecord): void {
  const last = Math.max(0, ...[...state.inquiries.values()].map((other) => other.queueOrder));
  const status = state.settings.routing === 'auto' ? 'ready' : 'queued';
  changed(state, inquiry, { status, queueOrder: last + 1, ts: state.edge.clock() });
  tellPositions(state);
}

/** The agent now serves the room: the inquiry is taken, "connected" and "joined" are written. */
export function assign(
  state: OmnichannelState,
  room: RoomRecord,
  inquiry: InquiryRecord,
  agent: UserRecord,
): void {
  room.servedBy = { _id: agent._id, username: agent.username, ts: state.edge.clock() };
  room._updatedAt = state.edge.clock();
  changed(state, inquiry, { status: 'taken' });
  addSystemMessage(state, room, 'command', agent, { msg: 'connected' });
  addSystemMessage(state, room, 'uj', agent);
  state.tell({ kind: 'agent-assigned', room, agent });
  tellPositions(state);
}

/** The agent leaves the room: "left" is written, then it is told. */
export function unassign(state: OmnichannelState, room: RoomRecord, agentId: string): void {
  const agent = state.user(agentId);
  if (room.servedBy?._id === agentId) room.servedBy = undefined;
  addSystemMessage(state, room, 'ul', agent, { msg: agent.username });
  state.tell({ kind: 'agent-unassigned', room, agent });
}

export function takeInquiry(state: OmnichannelState, inquiryId: string, userId: string): RoomRecord {
  const agent = state.user(userId);
  const inquiry = state.inquiries.get(inquiryId);
  if (inquiry === undefined) throw new OmnichannelError('error-invalid-inquiry');
  if (inquiry.status === 'taken') throw new OmnichannelError('error-inquiry-taken');
  if (!agent.roles.includes('livechat-agent')) throw new OmnichannelError('error-not-allowed');
  if (!isAgentOnline(agent)) throw new OmnichannelError('error-agent-status-service-offline');
  if (!isBelowLimit(state, agent)) throw new OmnichannelError('error-max-number-simultaneous-chats-reached');
  const room = state.room(inquiry.rid);
  assign(state, room, inquiry, agent);
  return room;
}

/** Auto selection only: hands waiting rooms to agents who have become free, oldest first. */
export function drainQueue(state: OmnichannelState): void {
  if (state.settings.routing !== 'auto') return;
  for (const inquiry of waitingInquiries(state)) {
    const agent = leastBusyAgent(state, inquiry.department);
    if (agent !== undefined) assign(state, state.room(inquiry.rid), inquiry, agent);
  }
}
