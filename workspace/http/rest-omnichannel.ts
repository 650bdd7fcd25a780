/** What a CRM reads of the omnichannel over REST, in the shapes of Rocket.Chat's published OpenAPI descriptions. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import type { UserRecord, VisitorRecord } from '../omnichannel/documents';
import { roomFor } from './agent-rooms';
import { agentRoles, requireUser } from './authenticate';
import { isManager } from './context';
import type { HttpContext } from './context';
import { ApiError } from './errors';
import { contactIdOf, page, presentMessage } from './present';

const id = z.string().min(1).max(200);
const paging = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  /** Rocket.Chat gives at most 100 at once, unless set otherwise. */
  count: z.coerce
    .number()
    .int()
    .min(0)
    .default(50)
    .transform((count) => Math.min(count, 100)),
});
const saveInfoBody = z.object({
  guestData: z.object({ _id: id }),
  roomData: z.object({
    _id: id,
    tags: z.array(z.string().min(1).max(200)).max(50).optional(),
    livechatData: z.record(z.string().max(100), z.string().max(1_000)).optional(),
  }),
});
const managerRoles = ['livechat-manager', 'admin'] as const;

/** The five priorities every workspace starts with. */
const priorities = ['Lowest', 'Low', 'Medium', 'High', 'Highest'].map((i18n, index) => ({
  _id: `priority-${i18n.toLowerCase()}`,
  i18n,
  sortItem: 5 - index,
  dirty: false,
}));

/** Without `view-full-other-user-info` a user's roles are nobody's business. */
function presentUser(user: UserRecord, mayKnowRoles: boolean): Record<string, unknown> {
  const { _id, username, name, type, active, status, roles } = user;
  return { _id, username, name, type, active, status, ...(mayKnowRoles ? { roles } : {}) };
}

function contactOf(visitor: VisitorRecord): Record<string, unknown> {
  return {
    _id: contactIdOf(visitor._id),
    createdAt: visitor.ts,
    name: visitor.name ?? visitor.username,
    emails: visitor.visitorEmails ?? [],
    phones: visitor.phone ?? [],
    channels: [{ name: 'widget', visitor: { visitorId: visitor._id }, blocked: false, verified: false }],
    customFields: visitor.livechatData ?? {},
    unknown: visitor.visitorEmails === undefined && visitor.phone === undefined,
    conflictingFields: [],
    _updatedAt: visitor.ts,
  };
}

export function restOmnichannelRoutes(app: FastifyInstance, context: HttpContext): void {
  const { omnichannel } = context;

  /** What changed in a room since an instant, system messages included, and what was deleted. */
  app.get('/api/v1/chat.syncMessages', (request) => {
    const user = requireUser(context, request);
    const query = z.object({ roomId: id, lastUpdate: z.coerce.date() }).parse(request.query);
    const room = roomFor(context, user, query.roomId);
    const updated = omnichannel
      .messagesOf(room._id)
      .filter(({ _updatedAt }) => _updatedAt > query.lastUpdate);
    const deleted = omnichannel
      .deletedMessagesOf(room._id)
      .filter(({ _deletedAt }) => _deletedAt > query.lastUpdate)
      .map(({ _id, _deletedAt }) => ({ _id, _deletedAt }));
    return { result: { updated: updated.reverse().map(presentMessage), deleted }, success: true };
  });

  app.get<{ Params: { rid: string } }>('/api/v1/livechat/transfer.history/:rid', (request) => {
    requireUser(context, request, managerRoles);
    const { rid } = request.params;
    if (!omnichannel.rooms.has(rid)) throw new ApiError(400, 'invalid-room');
    const history = omnichannel
      .messagesOf(rid)
      .filter(({ t }) => t === 'livechat_transfer_history')
      .map(({ transferData }) => transferData);
    const { items, ...rest } = page(history, paging.parse(request.query));
    return { history: items, ...rest, success: true };
  });

  app.get('/api/v1/omnichannel/contacts.get', (request) => {
    requireUser(context, request, agentRoles);
    const { contactId } = z.object({ contactId: id }).parse(request.query);
    const visitor = [...omnichannel.visitors.values()].find(({ _id }) => contactIdOf(_id) === contactId);
    return { contact: visitor ? contactOf(visitor) : null, success: true };
  });

  app.get('/api/v1/users.info', (request) => {
    const asking = requireUser(context, request);
    const query = z.object({ userId: id.optional(), username: id.optional() }).parse(request.query);
    const user = [...omnichannel.users.values()].find(
      ({ _id, username }) => _id === query.userId || username === query.username,
    );
    if (!user)
      throw new ApiError(
        400,
        'error-invalid-user',
        'The required "userId" or "username" param provided does not match any users',
      );
    return { user: presentUser(user, isManager(asking)), success: true };
  });

  /** Tags need a plan to be kept as a list; here it is those in use. */
  app.get('/api/v1/livechat/tags', (request) => {
    requireUser(context, request, agentRoles);
    const names = [...new Set([...omnichannel.rooms.values()].flatMap(({ tags }) => tags ?? []))].sort();
    const tags = names.map((name) => ({ _id: `tag-${name}`, name, numDepartments: 0, departments: [] }));
    const { items, ...rest } = page(tags, paging.parse(request.query));
    return { tags: items, ...rest, success: true };
  });

  /** Priorities come with a plan: without it their endpoints are not there. */
  const requirePlan = (): void => {
    if (context.plan === 'community') throw new ApiError(404, 'error-not-found', 'API endpoint not found');
  };

  app.get('/api/v1/livechat/priorities', (request) => {
    requireUser(context, request, agentRoles);
    requirePlan();
    const { items, ...rest } = page(priorities, paging.parse(request.query));
    return { priorities: items, ...rest, success: true };
  });

  app.post<{ Params: { rid: string } }>('/api/v1/livechat/room/:rid/priority', (request) => {
    const user = requireUser(context, request, agentRoles);
    requirePlan();
    const { priorityId } = z.object({ priorityId: id }).parse(request.body);
    const room = roomFor(context, user, request.params.rid);
    if (!priorities.some(({ _id }) => _id === priorityId)) throw new ApiError(400, 'error-invalid-priority');
    omnichannel.saveRoomData(room._id, { priorityId });
    return { success: true };
  });

  /** Tags and custom fields of a room; the visitor is changed elsewhere. */
  app.post('/api/v1/livechat/room.saveInfo', (request) => {
    const user = requireUser(context, request, agentRoles);
    const { roomData } = saveInfoBody.parse(request.body);
    const { _id, ...given } = roomData;
    omnichannel.saveRoomData(roomFor(context, user, _id)._id, given);
    return { success: true };
  });

  app.post('/api/v1/chat.update', (request) => {
    const user = requireUser(context, request);
    const body = z.object({ roomId: id, msgId: id, text: z.string().max(5_000) }).parse(request.body);
    roomFor(context, user, body.roomId);
    if (omnichannel.messageById(body.msgId)?.rid !== body.roomId)
      throw new ApiError(
        400,
        'error-invalid-message',
        'The room id provided does not match where the message is from',
      );
    const mayAny = user.roles.includes('admin');
    const message = omnichannel.editMessage({
      messageId: body.msgId,
      userId: user._id,
      msg: body.text,
      mayAny,
    });
    return { message: presentMessage(message), success: true };
  });

  app.post('/api/v1/chat.delete', (request) => {
    const user = requireUser(context, request);
    const body = z.object({ roomId: id, msgId: id }).parse(request.body);
    roomFor(context, user, body.roomId);
    if (omnichannel.messageById(body.msgId)?.rid !== body.roomId)
      throw new ApiError(
        400,
        'error-invalid-message',
        'The room id provided does not match where the message is from',
      );
    const mayAny = user.roles.includes('admin');
    const message = omnichannel.deleteMessage({ messageId: body.msgId, userId: user._id, mayAny });
    return { _id: message._id, ts: context.clock(), message: presentMessage(message), success: true };
  });
}
