import type { MessageRecord, OmnichannelHappening, RoomRecord } from '../omnichannel/documents';
import type { Omnichannel } from '../omnichannel/omnichannel';

/** The payload types Rocket.Chat documents for its omnichannel webhook. */
export type WebhookType =
  | 'LivechatSession'
  | 'LivechatSessionStart'
  | 'LivechatSessionQueued'
  | 'LivechatSessionTaken'
  | 'LivechatSessionForwarded'
  | 'LivechatEdit'
  | 'Message';

export interface WebhookPayload extends Record<string, unknown> {
  _id: string;
  type: WebhookType;
  messages: Record<string, unknown>[];
}

/** System messages that are told too; the others are the client's decoration. */
const toldSystemTypes = ['livechat-close', 'livechat_transfer_history'];

/** What to post for something that happened; undefined when Rocket.Chat's webhook does not speak of it. */
export function webhookPayload(
  omnichannel: Omnichannel,
  happening: OmnichannelHappening,
): WebhookPayload | undefined {
  switch (happening.kind) {
    case 'room-started':
      return session(omnichannel, 'LivechatSessionStart', happening.room);
    case 'agent-assigned':
      return session(omnichannel, 'LivechatSessionTaken', happening.room);
    case 'room-transferred':
      return session(omnichannel, 'LivechatSessionForwarded', happening.room);
    case 'room-closed':
      return session(
        omnichannel,
        'LivechatSession',
        happening.room,
        omnichannel.messagesOf(happening.room._id),
      );
    case 'message-sent':
      return happening.message.t === undefined
        ? session(omnichannel, 'Message', happening.room, [happening.message])
        : undefined;
    case 'message-edited':
      return session(omnichannel, 'Message', happening.room, [happening.message]);
    case 'inquiry-changed': {
      const room = omnichannel.rooms.get(happening.inquiry.rid);
      return room && happening.inquiry.status === 'queued'
        ? session(omnichannel, 'LivechatSessionQueued', room)
        : undefined;
    }
    case 'guest-saved': {
      const room = omnichannel.openRoomOf(happening.visitor.token);
      return room && session(omnichannel, 'LivechatEdit', room);
    }
    default:
      return undefined;
  }
}

function session(
  omnichannel: Omnichannel,
  type: WebhookType,
  room: RoomRecord,
  messages: MessageRecord[] = [],
): WebhookPayload {
  const visitor = omnichannel.visitors.get(room.v._id);
  const agent = room.servedBy && omnichannel.users.get(room.servedBy._id);
  const department =
    room.departmentId === undefined ? undefined : omnichannel.departments.get(room.departmentId);
  return {
    _id: room._id,
    label: room.fname,
    createdAt: room.ts,
    lastMessageAt: room.lm,
    tags: room.tags ?? [],
    customFields: room.customFields,
    visitor: {
      _id: room.v._id,
      token: room.v.token,
      name: visitor?.name ?? room.v.name,
      username: room.v.username,
      email: visitor?.visitorEmails,
      phone: visitor?.phone,
      department: department?._id,
      departmentName: department?.name,
      customFields: visitor?.livechatData,
    },
    ...(agent
      ? {
          agent: {
            _id: agent._id,
            username: agent.username,
            name: agent.name,
            email: agent.emails[0]?.address,
          },
        }
      : {}),
    ...(room.crmData === undefined ? {} : { crmData: room.crmData }),
    ...(room.closedAt ? { closedAt: room.closedAt, closedBy: room.closedBy, closer: room.closer } : {}),
    type,
    messages: messages
      .filter(({ t }) => t === undefined || toldSystemTypes.includes(t))
      .map((message) => present(message, room)),
  };
}

function present(message: MessageRecord, room: RoomRecord): Record<string, unknown> {
  return {
    _id: message._id,
    username: message.u.username,
    name: message.u.name,
    msg: message.msg,
    ts: message.ts,
    ...(message.u.username === room.v.username ? {} : { agentId: message.u._id }),
    ...(message.t === undefined ? {} : { t: message.t }),
    ...(message.t === 'livechat-close' ? { closingMessage: true } : {}),
    ...(message.editedAt ? { editedAt: message.editedAt } : {}),
    ...(message.blocks?.length ? { blocks: message.blocks } : {}),
    ...(message.file ? { file: message.file } : {}),
    rid: message.rid,
    _updatedAt: message._updatedAt,
  };
}
