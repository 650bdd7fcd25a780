import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';

import type { RoomRecord, UserRecord } from '../omnichannel/documents';
import { agentRoles, requireUser } from './authenticate';
import { isManager, mayReadRoom } from './context';
import type { HttpContext } from './context';
import { ApiError, checkMessageSize } from './errors';
import { contactIdOf, page, presentMessage } from './present';

const rid = z.string().min(1).max(200);
const paging = {
  offset: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(0).max(1_000).default(50),
};
const list = z.union([z.array(z.string()), z.string().transform((one) => [one])]);
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const roomsQuery = z.object({
  ...paging,
  open: flag.optional(),
  served: flag.optional(),
  queued: flag.optional(),
  agents: list.optional(),
  'agents[]': list.optional(),
  departmentId: z.string().optional(),
  roomName: z.string().max(200).optional(),
  sort: z.string().max(200).optional(),
});
const messagesQuery = z.object({
  ...paging,
  searchTerm: z.string().max(200).optional(),
  sort: z.string().max(200).optional(),
});
const messageBody = z.object({
  message: z.object({ rid, msg: z.string(), _id: z.string().max(200).optional() }),
});
const forwardBody = z.object({
  roomId: rid,
  departmentId: z.string().min(1).optional(),
  userId: z.string().min(1).optional(),
  comment: z.string().max(5_000).optional(),
});
const closeBody = z.object({
  rid,
  comment: z.string().max(5_000).optional(),
  tags: z.array(z.string().min(1).max(200)).max(50).optional(),
});

/** The room, when this user may see it; what they may not see does not exist for them. */
export function roomFor(context: HttpContext, user: UserRecord, id: string): RoomRecord {
  const room = context.omnichannel.rooms.get(id);
  if (!room || !mayReadRoom(context.omnichannel, user, room))
    throw new ApiError(400, 'error-invalid-room', 'Invalid room');
  return room;
}

/** Only whoever serves a room acts in it; managers may close and forward any. */
function actOn(
  context: HttpContext,
  request: FastifyRequest,
  id: string,
  managers: boolean,
  /** Each endpoint names a closed room in its own way. */
  closedCode = 'error-room-closed',
): { user: UserRecord; room: RoomRecord } {
  const user = requireUser(context, request, agentRoles);
  const room = roomFor(context, user, id);
  if (!room.open) throw new ApiError(400, closedCode);
  if (room.servedBy?._id !== user._id && !(managers && isManager(user)))
    throw new ApiError(403, 'error-not-allowed', 'Not allowed');
  return { user, room };
}

export function agentRoomRoutes(app: FastifyInstance, context: HttpContext): void {
  const { omnichannel } = context;

  app.get('/api/v1/livechat/rooms', (request) => {
    const user = requireUser(context, request, agentRoles);
    const query = roomsQuery.parse(request.query);
    const agents = query.agents ?? query['agents[]'];
    const rooms = [...omnichannel.rooms.values()]
      .filter((room) => isManager(user) || room.servedBy?._id === user._id)
      .filter((room) => query.open === undefined || room.open === query.open)
      .filter((room) => query.served === undefined || (room.servedBy !== undefined) === query.served)
      .filter((room) => query.queued !== true || (room.open && room.servedBy === undefined))
      .filter(
        (room) => agents === undefined || (room.servedBy !== undefined && agents.includes(room.servedBy._id)),
      )
      .filter((room) => query.departmentId === undefined || room.departmentId === query.departmentId)
      .filter(
        (room) =>
          query.roomName === undefined || room.fname.toLowerCase().includes(query.roomName.toLowerCase()),
      )
      .sort(roomOrder(query.sort));
    const { items, ...rest } = page(rooms, query);
    return { rooms: items.map((room) => withDepartment(context, room)), ...rest, success: true };
  });

  app.get('/api/v1/rooms.info', (request) => {
    const user = requireUser(context, request);
    const { roomId } = z.object({ roomId: rid }).parse(request.query);
    return { room: withDepartment(context, roomFor(context, user, roomId)), success: true };
  });

  /** Newest first, unless `sort={"ts":1}`. */
  app.get<{ Params: { rid: string } }>('/api/v1/livechat/:rid/messages', (request) => {
    const user = requireUser(context, request, agentRoles);
    const query = messagesQuery.parse(request.query);
    const room = roomFor(context, user, request.params.rid);
    const oldestFirst = query.sort !== undefined && /"ts"\s*:\s*1\b/.test(query.sort);
    const term = query.searchTerm?.toLowerCase();
    const found = omnichannel
      .messagesOf(room._id)
      .filter((message) => term === undefined || message.msg.toLowerCase().includes(term));
    const { items, ...rest } = page(oldestFirst ? found : found.reverse(), query);
    return { messages: items.map(presentMessage), ...rest, success: true };
  });

  app.post('/api/v1/chat.sendMessage', (request) => {
    const { message } = messageBody.parse(request.body);
    const { user, room } = actOn(context, request, message.rid, false);
    checkMessageSize(message.msg);
    if (message.msg.trim() === '')
      throw new ApiError(400, 'invalid-params', 'message.msg: must not be empty');
    return {
      message: presentMessage(
        omnichannel.sendUserMessage({ rid: room._id, userId: user._id, msg: message.msg }),
      ),
      success: true,
    };
  });

  app.post('/api/v1/livechat/room.forward', (request) => {
    const body = forwardBody.parse(request.body);
    if ((body.departmentId === undefined) === (body.userId === undefined)) {
      throw new ApiError(400, 'invalid-params', 'departmentId or userId: exactly one must be given');
    }
    const { user } = actOn(context, request, body.roomId, true, 'This_conversation_is_already_closed');
    const { roomId, ...to } = body;
    if (!omnichannel.forward({ rid: roomId, byUserId: user._id, ...to }))
      throw new ApiError(400, 'error-forwarding-chat');
    return { success: true };
  });

  app.post('/api/v1/livechat/room.closeByUser', (request) => {
    const body = closeBody.parse(request.body);
    const { user } = actOn(context, request, body.rid, true, 'error-room-already-closed');
    omnichannel.closeByAgent({ rid: body.rid, userId: user._id, comment: body.comment, tags: body.tags });
    return { success: true };
  });
}

/** The last started first, unless `sort` names `_updatedAt`, `ts` or `closedAt`: `{"_updatedAt":-1}`, and then maybe `_id`. */
function roomOrder(sort: string | undefined): (a: RoomRecord, b: RoomRecord) => number {
  const wanted = /^\{\s*"(_updatedAt|ts|closedAt)"\s*:\s*(-?1)\s*(?:,\s*"_id"\s*:\s*(-?1)\s*)?\}$/.exec(
    sort ?? '{"ts":-1}',
  );
  if (!wanted) throw new ApiError(400, 'error-invalid-sort', 'Invalid sort parameter provided');
  const field = wanted[1] as '_updatedAt' | 'ts' | 'closedAt';
  const way = Number(wanted[2]);
  const byId = Number(wanted[3] ?? 0);
  return (a, b) =>
    way * ((a[field]?.getTime() ?? 0) - (b[field]?.getTime() ?? 0)) || byId * (a._id < b._id ? -1 : 1);
}

export function withDepartment(context: HttpContext, room: RoomRecord): Record<string, unknown> {
  const department =
    room.departmentId === undefined ? undefined : context.omnichannel.departments.get(room.departmentId);
  return {
    ...room,
    contactId: contactIdOf(room.v._id),
    ...(department ? { department: { _id: department._id, name: department.name } } : {}),
  };
}
