/** What a supervisor's desk reads of Rocket.Chat: its published OpenAPI description of omnichannel and direct messages. */
import * as z from 'zod';
import { customFieldShape, listOf, maybe, roomShape } from './shapes';

const id = customFieldShape.shape._id;
const text = z.string();

/** Written as a number, as text, or not at all. */
const limit = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => Number(value ?? 0) || 0);

const agent = z.object({
  _id: id,
  username: text,
  name: maybe(text),
  status: maybe(text),
  statusLivechat: maybe(text),
  emails: maybe(z.array(z.object({ address: text }))),
  livechat: maybe(z.object({ maxNumberSimultaneousChat: limit })),
  departments: maybe(z.array(text)),
});

const department = z.object({
  _id: id,
  name: text,
  enabled: maybe(z.boolean()),
  numAgents: maybe(z.number()),
});

const inquiry = z.object({
  _id: id,
  rid: id,
  ts: maybe(z.coerce.date()),
  status: maybe(text),
  department: maybe(text),
});

const done = z.object({});
export const deskAnswers = {
  agents: listOf('users', agent),
  departments: listOf('departments', department),
  inquiries: listOf('inquiries', inquiry),
  inquiry: z.object({ inquiry: maybe(inquiry) }),
  rooms: listOf('rooms', roomShape),
  done,
  returned: z.object({ result: maybe(z.boolean()) }),
  directRoom: z.object({ room: z.object({ _id: maybe(id), rid: maybe(id) }) }),
  message: z.object({ message: z.object({ _id: id }) }),
} as const;
