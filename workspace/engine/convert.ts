/**
 * From the omnichannel's records to the shapes the Apps-Engine hands to apps, as Rocket.Chat's converters make them.
 * Rooms, users, visitors and departments are read again at every conversion: an app sees them as they are now.
 */
import type { DepartmentRecord, MessageRecord, UserRecord, VisitorRecord } from '../omnichannel/documents';
import type { Omnichannel } from '../omnichannel/omnichannel';

type Shape = Record<string, unknown>;

export interface Converters {
  user(id: string | undefined): Shape | undefined;
  visitor(id: string | undefined): Shape | undefined;
  department(id: string | undefined): Shape | undefined;
  room(id: string | undefined): Shape | undefined;
  message(record: MessageRecord): Shape;
  rawMessage(record: MessageRecord): Shape;
}

export function createConverters(omnichannel: Omnichannel): Converters {
  const user = (id: string | undefined): Shape | undefined => {
    const record = id === undefined ? undefined : omnichannel.users.get(id);
    return record && userShape(record);
  };
  const visitor = (id: string | undefined): Shape | undefined => {
    const record = id === undefined ? undefined : omnichannel.visitors.get(id);
    return record && visitorShape(record);
  };
  const department = (id: string | undefined): Shape | undefined => {
    const record = id === undefined ? undefined : omnichannel.departments.get(id);
    return record && departmentShape(record);
  };

  const channel = (id: string): Shape | undefined => {
    const record = omnichannel.channels.get(id);
    return (
      record && {
        id: record._id,
        displayName: record.name,
        slugifiedName: record.name,
        type: record.t,
        creator: user(record.u._id),
        usernames: record.usernames ?? [record.u.username],
        messageCount: record.messages.length,
        createdAt: record.ts,
        customFields: {},
      }
    );
  };
  const room = (id: string | undefined): Shape | undefined => {
    const record = id === undefined ? undefined : omnichannel.rooms.get(id);
    if (id !== undefined && !record) return channel(id);
    return (
      record && {
        id: record._id,
        displayName: record.fname,
        slugifiedName: undefined,
        type: record.t,
        usernames: record.servedBy ? [record.servedBy.username] : [],
        visitor: visitor(record.v._id),
        department: department(record.departmentId),
        servedBy: user(record.servedBy?._id),
        isWaitingResponse: record.waitingResponse,
        isOpen: record.open,
        closedAt: record.closedAt,
        closedBy: user(record.closedBy?._id),
        closer: record.closer,
        messageCount: record.msgs,
        createdAt: record.ts,
        updatedAt: record._updatedAt,
        lastModifiedAt: record.lm,
        customFields: record.customFields ?? {},
        source: record.source,
      }
    );
  };

  const message = (record: MessageRecord): Shape => ({
    id: record._id,
    room: room(record.rid),
    // A visitor is no user: the sender is then made of what the message itself says of its author.
    sender: user(record.u._id) ?? { id: record.u._id, username: record.u.username, name: record.u.name },
    ...messageFields(record),
  });
  const rawMessage = (record: MessageRecord): Shape => ({
    id: record._id,
    roomId: record.rid,
    sender: record.u,
    ...messageFields(record),
  });
  return { user, visitor, department, room, message, rawMessage };
}

const messageFields = (record: MessageRecord): Shape => ({
  text: record.msg,
  createdAt: record.ts,
  updatedAt: record._updatedAt,
  alias: record.alias,
  token: record.token,
  blocks: record.blocks,
  customFields: record.customFields,
  file: record.file,
  type: record.t,
});

const userShape = (record: UserRecord): Shape => ({
  id: record._id,
  username: record.username,
  name: record.name,
  emails: record.emails,
  type: record.type,
  isEnabled: record.active,
  roles: record.roles,
  status: record.status,
  statusConnection: record.status,
  utcOffset: 0,
  settings: { preferences: record.language ? { language: record.language } : {} },
  createdAt: record.createdAt,
  updatedAt: record.createdAt,
  lastLoginAt: undefined,
  appId: record.appId,
});

const visitorShape = (record: VisitorRecord): Shape => ({
  id: record._id,
  token: record.token,
  username: record.username,
  name: record.name,
  department: record.department,
  phone: record.phone,
  visitorEmails: record.visitorEmails,
  status: record.status,
  updatedAt: record.ts,
  livechatData: record.livechatData,
});

const departmentShape = (record: DepartmentRecord): Shape => ({
  id: record._id,
  name: record.name,
  email: record.email,
  description: record.description,
  enabled: record.enabled,
  numberOfAgents: record.agents.length,
  showOnOfflineForm: record.showOnOfflineForm,
  showOnRegistration: record.showOnRegistration,
  updatedAt: undefined,
});
