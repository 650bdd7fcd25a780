import type { UserMessage, VisitorMessage } from './api';
import type { MessageRecord, RoomRecord } from './documents';
import { OmnichannelError } from './errors';
import type { OmnichannelState } from './state';

type NewMessage = Pick<MessageRecord, 'msg' | 'u'> &
  Partial<Omit<MessageRecord, 'rid' | 'ts' | '_updatedAt'>>;

/** Adds a message with a time later than any other of its room, whatever the clock says. */
export function addMessage(state: OmnichannelState, room: RoomRecord, given: NewMessage): MessageRecord {
  const ofRoom = state.messages.get(room._id) ?? [];
  state.messages.set(room._id, ofRoom);
  const last = ofRoom.at(-1)?.ts.getTime() ?? 0;
  const ts = new Date(Math.max(state.edge.clock().getTime(), last + 1));
  const message: MessageRecord = { _id: state.edge.id(), ...given, rid: room._id, ts, _updatedAt: ts };
  ofRoom.push(message);
  state.messageById.set(message._id, message);
  room.msgs += 1;
  room.lm = ts;
  room._updatedAt = ts;
  return message;
}

/** System messages are told as they are written, like any other. */
export function addSystemMessage(
  state: OmnichannelState,
  room: RoomRecord,
  t: string,
  u: MessageRecord['u'],
  extra: Partial<Pick<MessageRecord, 'msg' | 'transferData' | 'token' | 'alias'>> = {},
): MessageRecord {
  const author = { _id: u._id, username: u.username, name: u.name };
  const message = addMessage(state, room, { msg: '', ...extra, t, u: author });
  state.tell({ kind: 'message-sent', room, message });
  return message;
}

export function sendVisitorMessage(state: OmnichannelState, given: VisitorMessage): MessageRecord {
  const visitor = state.visitorByToken(given.token);
  if (visitor === undefined) throw new OmnichannelError('invalid-token');
  const room = state.rooms.get(given.rid);
  if (room === undefined || room.v.token !== given.token) throw new OmnichannelError('invalid-room');
  const known = given._id === undefined ? undefined : state.messageById.get(given._id);
  if (known !== undefined) {
    if (known.rid === room._id && known.token === given.token) return known;
    throw new OmnichannelError('invalid-message', given._id);
  }
  if (!room.open) throw new OmnichannelError('room-closed');
  const message = addMessage(state, room, {
    ...(given._id === undefined ? {} : { _id: given._id }),
    msg: given.msg,
    token: visitor.token,
    alias: visitor.name ?? visitor.username,
    u: { _id: visitor._id, username: visitor.username, name: visitor.name ?? visitor.username },
    ...(given.file === undefined ? {} : { file: given.file }),
  });
  room.waitingResponse = true;
  const inquiry = state.inquiryOf(room._id);
  if (inquiry !== undefined) inquiry.message = given.msg;
  state.tell({ kind: 'message-sent', room, message });
  return message;
}

/** An agent, a bot or an app's user writes. */
export function sendUserMessage(state: OmnichannelState, given: UserMessage): MessageRecord {
  const user = state.user(given.userId);
  const room = state.room(given.rid);
  if (!room.open) throw new OmnichannelError('room-closed');
  const message = addMessage(state, room, {
    msg: given.msg,
    u: { _id: user._id, username: user.username, name: user.name },
    ...(given.blocks === undefined ? {} : { blocks: given.blocks }),
    ...(given.customFields === undefined ? {} : { customFields: given.customFields }),
  });
  room.waitingResponse = false;
  state.tell({ kind: 'message-sent', room, message });
  return message;
}
