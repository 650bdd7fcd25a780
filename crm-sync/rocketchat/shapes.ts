/**
 * Rocket.Chat's REST objects, as far as they are read here (its published OpenAPI descriptions of omnichannel, messaging
 * and user management). What else an answer holds is left out.
 */
import * as z from 'zod';

/** Ids name streams and documents: none holds what separates those. */
const id = z
  .string()
  .max(100)
  .regex(/^[^/\u0000-\u001f\u007f]+$/);
const instant = z.coerce.date();
const text = z.string();
/** Rocket.Chat writes null for much that is absent. */
export const maybe = <T extends z.ZodType>(schema: T) =>
  schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional();

const user = z.object({ _id: id, username: maybe(text), name: maybe(text) });

export const roomShape = z.object({
  _id: id,
  t: z.literal('l'),
  ts: instant,
  _updatedAt: instant,
  lm: maybe(instant),
  open: maybe(z.boolean()),
  v: z.object({ _id: id, name: maybe(text), username: maybe(text) }),
  servedBy: maybe(user.extend({ ts: maybe(instant) })),
  departmentId: maybe(text),
  department: maybe(z.object({ _id: id, name: maybe(text) })),
  source: maybe(z.object({ type: maybe(text), id: maybe(text), alias: maybe(text), label: maybe(text) })),
  tags: maybe(z.array(text)),
  contactId: maybe(text),
  priorityId: maybe(text),
  livechatData: maybe(z.record(z.string(), z.unknown())),
  closedAt: maybe(instant),
  closer: maybe(text),
});
export type Room = z.infer<typeof roomShape>;

const file = z.object({ _id: id, name: maybe(text), type: maybe(text), size: maybe(z.number()) });
export type RoomFile = z.infer<typeof file>;

export const messageShape = z.object({
  _id: id,
  rid: id,
  t: maybe(text),
  msg: maybe(text),
  ts: instant,
  _updatedAt: maybe(instant),
  u: user,
  token: maybe(text),
  editedAt: maybe(instant),
  editedBy: maybe(user),
  file: maybe(file),
  files: maybe(z.array(file)),
  attachments: maybe(z.array(z.object({ description: maybe(text), text: maybe(text) }))),
  transferData: z.unknown().optional(),
});
export type Message = z.infer<typeof messageShape>;

export const transferShape = z.object({
  ts: instant,
  scope: maybe(text),
  previousDepartment: maybe(text),
  nextDepartment: maybe(z.object({ _id: id, name: maybe(text) })),
  transferredBy: maybe(z.object({ _id: maybe(text), type: maybe(text) })),
  transferredTo: maybe(user),
});
export type Transfer = z.infer<typeof transferShape>;

export const visitorShape = z.object({
  _id: id,
  name: maybe(text),
  username: maybe(text),
  visitorEmails: maybe(z.array(z.object({ address: maybe(text) }))),
  phone: maybe(z.array(z.object({ phoneNumber: maybe(text) }))),
  livechatData: maybe(z.record(z.string(), z.unknown())),
  contactId: maybe(text),
  _updatedAt: maybe(instant),
  ts: maybe(instant),
});
export type Visitor = z.infer<typeof visitorShape>;

/** A contact: several visitors (channels) of one person, where the workspace keeps contacts (7.0 on). */
export const contactShape = z.object({
  _id: id,
  name: maybe(text),
  emails: maybe(z.array(z.object({ address: maybe(text) }))),
  phones: maybe(z.array(z.object({ phoneNumber: maybe(text) }))),
  customFields: maybe(z.record(z.string(), z.unknown())),
  channels: maybe(
    z.array(
      z.object({
        visitor: maybe(z.object({ visitorId: id })),
        verified: maybe(z.boolean()),
        field: maybe(text),
      }),
    ),
  ),
});
export type Contact = z.infer<typeof contactShape>;

export const departmentShape = z.object({ _id: id, name: text });
export const agentShape = user.extend({ username: text });
export const userShape = user.extend({ username: text, type: maybe(text), roles: maybe(z.array(text)) });
export type RocketUser = z.infer<typeof userShape>;
export const priorityShape = z.object({
  _id: id,
  name: maybe(text),
  i18n: maybe(text),
  sortItem: maybe(z.number()),
});
export const customFieldShape = z.object({ _id: id, label: maybe(text), scope: maybe(text) });

export const listOf = <K extends string, T extends z.ZodType>(key: K, item: T) =>
  z.object({ [key]: z.array(item), total: z.number().int().min(0), offset: z.number().int().min(0) } as {
    [P in K]: z.ZodArray<T>;
  } & { total: z.ZodNumber; offset: z.ZodNumber });

/** Whole answers, by what they answer. */
export const answers = {
  rooms: listOf('rooms', roomShape),
  room: z.object({ room: roomShape }),
  messages: z.object({
    result: z.object({
      updated: z.array(messageShape),
      deleted: z.array(z.object({ _id: id, _deletedAt: maybe(instant) })),
    }),
  }),
  transfers: listOf('history', transferShape),
  visitor: z.object({ visitor: visitorShape }),
  contact: z.object({ contact: contactShape.nullable() }),
  user: z.object({ user: userShape }),
  agents: listOf('users', agentShape),
  departments: listOf('departments', departmentShape),
  priorities: listOf('priorities', priorityShape),
  customFields: listOf('customFields', customFieldShape),
} as const;

/** What the omnichannel webhook sends. Loose: its types and fields grow with every version, and its test sends samples. */
export const webhookShape = z.object({
  /** The room; absent for what is told of none. */
  _id: maybe(id),
  type: z.string().min(1).max(100),
  visitor: maybe(
    z.object({ _id: maybe(text), name: maybe(text), username: maybe(text), email: z.unknown().optional() }),
  ),
  closedAt: maybe(instant),
  closer: maybe(text),
  /** Of a message left while nobody was there. */
  sentAt: maybe(instant),
  message: maybe(text),
  messages: maybe(
    z.array(
      z.object({
        _id: maybe(id),
        t: maybe(text),
        msg: maybe(text),
        ts: maybe(instant),
        username: maybe(text),
        agentId: maybe(text),
        editedAt: maybe(instant),
        closingMessage: maybe(z.boolean()),
        navigation: z.unknown().optional(),
        file: maybe(file),
        attachments: maybe(z.array(z.object({ description: maybe(text), text: maybe(text) }))),
      }),
    ),
  ),
});
export type WebhookBody = z.infer<typeof webhookShape>;
