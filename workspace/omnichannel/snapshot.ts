import * as z from 'zod';

import { isBot } from './availability';
import type {
  ChannelRecord,
  CustomFieldRecord,
  DepartmentRecord,
  InquiryRecord,
  MessageRecord,
  RoomRecord,
  UserRecord,
  VisitorRecord,
} from './documents';
import type { Passwords } from './people';
import type { OmnichannelState } from './state';

// Loose objects, so that a field somebody adds to a record is kept before it is described here.
const named = z.looseObject({ _id: z.string(), username: z.string() });
const user = z.looseObject({
  _id: z.string(),
  username: z.string(),
  name: z.string(),
  type: z.enum(['user', 'bot', 'app']),
  roles: z.array(z.string()),
  emails: z.array(z.object({ address: z.string(), verified: z.boolean() })),
  active: z.boolean(),
  status: z.enum(['online', 'away', 'busy', 'offline']),
  statusLivechat: z.enum(['available', 'not-available']).optional(),
  maxNumberSimultaneousChat: z.number(),
  appId: z.string().optional(),
  createdAt: z.date(),
}) satisfies z.ZodType<UserRecord>;
const department = z.looseObject({
  _id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  enabled: z.boolean(),
  email: z.string(),
  showOnRegistration: z.boolean(),
  showOnOfflineForm: z.boolean(),
  allowReceiveForwardOffline: z.boolean(),
  agents: z.array(z.string()),
}) satisfies z.ZodType<DepartmentRecord>;
const visitor = z.looseObject({
  _id: z.string(),
  token: z.string(),
  username: z.string(),
  name: z.string().optional(),
  visitorEmails: z.array(z.object({ address: z.string() })).optional(),
  phone: z.array(z.object({ phoneNumber: z.string() })).optional(),
  department: z.string().optional(),
  status: z.enum(['online', 'away', 'offline']),
  livechatData: z.record(z.string(), z.string()).optional(),
  ts: z.date(),
}) satisfies z.ZodType<VisitorRecord>;
const roomVisitor = named.extend({ token: z.string(), name: z.string().optional(), status: z.string() });
const room = z.looseObject({
  _id: z.string(),
  t: z.literal('l'),
  fname: z.string(),
  open: z.boolean(),
  ts: z.date(),
  lm: z.date().optional(),
  msgs: z.number(),
  v: roomVisitor,
  departmentId: z.string().optional(),
  servedBy: named.extend({ ts: z.date() }).optional(),
  waitingResponse: z.boolean(),
  source: z.looseObject({
    type: z.enum(['widget', 'app', 'api', 'email', 'sms', 'other']),
    alias: z.string().optional(),
  }),
  closedAt: z.date().optional(),
  closedBy: z.looseObject({ _id: z.string(), username: z.string().optional() }).optional(),
  closer: z.enum(['user', 'visitor', 'bot']).optional(),
  closingComment: z.string().optional(),
  tags: z.array(z.string()).optional(),
  priorityId: z.string().optional(),
  livechatData: z.record(z.string(), z.string()).optional(),
  customFields: z.record(z.string(), z.unknown()).optional(),
  crmData: z.unknown().optional(),
  _updatedAt: z.date(),
}) satisfies z.ZodType<RoomRecord>;
const inquiry = z.looseObject({
  _id: z.string(),
  rid: z.string(),
  name: z.string(),
  ts: z.date(),
  department: z.string().optional(),
  status: z.enum(['ready', 'queued', 'taken']),
  message: z.string(),
  v: roomVisitor,
  queueOrder: z.number(),
  _updatedAt: z.date(),
}) satisfies z.ZodType<InquiryRecord>;
const message = z.looseObject({
  _id: z.string(),
  rid: z.string(),
  t: z.string().optional(),
  msg: z.string(),
  ts: z.date(),
  u: named.extend({ name: z.string().optional() }),
  token: z.string().optional(),
  alias: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  customFields: z.record(z.string(), z.unknown()).optional(),
  transferData: z.unknown().optional(),
  file: z
    .looseObject({ _id: z.string(), name: z.string(), type: z.string(), size: z.number().optional() })
    .optional(),
  editedAt: z.date().optional(),
  editedBy: named.optional(),
  _updatedAt: z.date(),
}) satisfies z.ZodType<MessageRecord>;

const customField = z.looseObject({
  _id: z.string(),
  label: z.string(),
  scope: z.enum(['visitor', 'room']),
  visibility: z.enum(['visible', 'hidden']),
  regexp: z.string(),
  _updatedAt: z.date(),
}) satisfies z.ZodType<CustomFieldRecord>;
const channel = z.looseObject({
  _id: z.string(),
  t: z.enum(['p', 'd']),
  name: z.string(),
  usernames: z.array(z.string()).optional(),
  u: named,
  ts: z.date(),
  messages: z.array(message),
}) satisfies z.ZodType<ChannelRecord>;

/** All that an omnichannel knows, as plain data with Dates; messages in the order of each room. */
export const omnichannelSnapshot = z
  .object({
    settings: z.object({
      routing: z.enum(['manual', 'auto']),
      assignNewConversationToBot: z.boolean(),
      acceptChatsWithNoAgents: z.boolean(),
    }),
    serverSettings: z
      .array(z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean()])]))
      .default([]),
    customFields: z.array(customField).default([]),
    channels: z.array(channel).default([]),
    users: z.array(user),
    /** Salted hashes of 32 bytes, base64. */
    passwords: z.array(z.object({ userId: z.string(), salt: z.base64(), hash: z.base64().length(44) })),
    departments: z.array(department),
    visitors: z.array(visitor),
    rooms: z.array(room),
    inquiries: z.array(inquiry),
    messages: z.array(message),
    deletedMessages: z
      .array(z.object({ _id: z.string(), rid: z.string(), _deletedAt: z.date() }))
      .default([]),
    toldPositions: z.array(z.object({ rid: z.string(), position: z.number() })),
  })
  .superRefine(({ rooms, inquiries, messages }, context) => {
    const known = new Set(rooms.map(({ _id }) => _id));
    for (const [kind, items] of Object.entries({ inquiries, messages })) {
      const at = items.findIndex(({ rid }) => !known.has(rid));
      if (at >= 0) context.addIssue({ code: 'custom', path: [kind, at, 'rid'], message: 'no such room' });
    }
  });
export type OmnichannelSnapshot = z.infer<typeof omnichannelSnapshot>;

export function takeSnapshot(state: OmnichannelState, passwords: Passwords): OmnichannelSnapshot {
  return structuredClone({
    settings: state.settings,
    serverSettings: [...state.serverSettings],
    customFields: [...state.customFields.values()],
    channels: [...state.channels.values()],
    users: [...state.users.values()],
    passwords: passwords.list(),
    departments: [...state.departments.values()],
    visitors: [...state.visitors.values()],
    rooms: [...state.rooms.values()],
    inquiries: [...state.inquiries.values()],
    messages: [...state.messages.values()].flat(),
    deletedMessages: state.deletedMessages,
    toldPositions: [...state.toldPosition].map(([rid, position]) => ({ rid, position })),
  }) as unknown as OmnichannelSnapshot;
}

/** Fills an empty state. People come back offline, as their connections have gone; bots and apps as they were. Tells nobody. */
export function restoreSnapshot(
  state: OmnichannelState,
  passwords: Passwords,
  given: OmnichannelSnapshot,
): void {
  const kept = structuredClone(given);
  Object.assign(state.settings, kept.settings);
  for (const [id, value] of kept.serverSettings) state.serverSettings.set(id, value);
  for (const record of kept.customFields) state.customFields.set(record._id, record);
  for (const record of kept.channels) state.channels.set(record._id, record);
  for (const record of kept.users) {
    if (record.type === 'user' && !isBot(record)) record.status = 'offline';
    state.users.set(record._id, record);
  }
  passwords.restore(kept.passwords);
  for (const record of kept.departments) state.departments.set(record._id, record);
  for (const record of kept.visitors) state.visitors.set(record._id, record);
  for (const record of kept.rooms) state.rooms.set(record._id, record);
  for (const record of kept.inquiries) state.inquiries.set(record._id, record);
  for (const record of kept.messages) {
    const ofRoom = state.messages.get(record.rid) ?? [];
    ofRoom.push(record);
    state.messages.set(record.rid, ofRoom);
    state.messageById.set(record._id, record);
  }
  state.deletedMessages.push(...kept.deletedMessages);
  for (const { rid, position } of kept.toldPositions) state.toldPosition.set(rid, position);
}
