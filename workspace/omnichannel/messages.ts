import type { UserMessage, VisitorMessage } from './api';
import type { MessageRecord, RoomRecord, UserRecord } from './documents';
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

/** The record as it stands, a message somebody wrote; its author or `mayAny` may change it. */
function changeable(
  state: OmnichannelState,
  messageId: string,
  user: UserRecord,
  mayAny: boolean,
): { room: RoomRecord; message: MessageRecord } {
  const message = state.messageById.get(messageId);
  if (message === undefined || message.t !== undefined) throw new OmnichannelError('invalid-message');
  if (message.u._id !== user._id && !mayAny) throw new OmnichannelError('error-not-allowed');
  return { room: state.room(message.rid), message };
}

/** As in Rocket.Chat the room is touched only when its last message changes. */
export function editMessage(
  state: OmnichannelState,
  given: { messageId: string; userId: string; msg: string; mayAny?: boolean },
): MessageRecord {
  const user = state.user(given.userId);
  const { room, message } = changeable(state, given.messageId, user, given.mayAny === true);
  const at = state.edge.clock();
  Object.assign(message, {
    msg: given.msg,
    editedAt: at,
    editedBy: { _id: user._id, username: user.username },
    _updatedAt: at,
  });
  if (state.messages.get(room._id)?.at(-1) === message) room._updatedAt = at;
  state.tell({ kind: 'message-edited', room, message });
  return message;
}

export function deleteMessage(
  state: OmnichannelState,
  given: { messageId: string; userId: string; mayAny?: boolean },
): MessageRecord {
  const user = state.user(given.userId);
  const { room, message } = changeable(state, given.messageId, user, given.mayAny === true);
  const at = state.edge.clock();
  const ofRoom = state.messages.get(room._id) ?? [];
  ofRoom.splice(ofRoom.indexOf(message), 1);
  state.messageById.delete(message._id);
  state.deletedMessages.push({ _id: message._id, rid: room._id, _deletedAt: at });
  room.msgs -= 1;
  room._updatedAt = at;
  state.tell({ kind: 'message-deleted', room, messageId: message._id });
  return message;
}
