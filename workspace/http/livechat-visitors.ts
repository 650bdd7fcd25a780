import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import type { RoomRecord, VisitorRecord } from '../omnichannel/documents';
import type { HttpContext } from './context';
import { ApiError } from './errors';
import { agentOfRoom, lastAgentOfRoom, presentVisitor } from './present';

const token = z.string().min(1).max(200);
const rid = z.string().min(1).max(200);

const customField = z.object({
  key: z.string().max(100),
  value: z.string().max(1_000),
  overwrite: z.boolean(),
});
const visitorBody = z.object({
  visitor: z.object({
    token,
    name: z.string().max(200).optional(),
    email: z.union([z.email().max(320), z.literal('')]).optional(),
    phone: z.string().max(40).optional(),
    department: z.string().max(200).optional(),
    customFields: z.array(customField).max(50).optional(),
  }),
});
const roomQuery = z.object({ token, rid: rid.optional(), agentId: z.string().optional() });
const closeBody = z.object({ token, rid, comment: z.string().max(5_000).optional() });
const statusBody = z.object({ token, status: z.enum(['online', 'away', 'offline', 'busy']) });
const visitedBody = z.object({
  token,
  rid: rid.optional(),
  pageInfo: z.object({ change: z.string(), title: z.string(), location: z.looseObject({}) }),
});

/** @throws ApiError `invalid-token`, as Rocket.Chat answers a token it does not know */
export function visitorOf(context: HttpContext, given: string): VisitorRecord {
  const visitor = context.omnichannel.visitorByToken(given);
  if (!visitor) throw new ApiError(400, 'invalid-token');
  return visitor;
}

/** @throws ApiError `invalid-room` when there is none of this id or it is another visitor's */
export function roomOf(context: HttpContext, visitor: VisitorRecord, id: string): RoomRecord {
  const room = context.omnichannel.rooms.get(id);
  if (!room || room.v.token !== visitor.token) throw new ApiError(400, 'invalid-room');
  return room;
}

/** What the widget asks about the patient, their room and who serves it. */
export function livechatVisitorRoutes(app: FastifyInstance, context: HttpContext): void {
  const { omnichannel } = context;

  app.post('/api/v1/livechat/visitor', (request) => {
    const { customFields, ...visitor } = visitorBody.parse(request.body).visitor;
    const registered = omnichannel.registerVisitor({
      ...visitor,
      email: visitor.email === '' ? undefined : visitor.email,
    });
    if (customFields) omnichannel.saveVisitorFields(registered.token, customFields);
    return { visitor: presentVisitor(registered), success: true };
  });

  app.get<{ Params: { token: string } }>('/api/v1/livechat/visitor/:token', (request) => ({
    visitor: presentVisitor(visitorOf(context, request.params.token)),
    success: true,
  }));

  app.get('/api/v1/livechat/room', (request) => {
    const wanted = roomQuery.parse(request.query);
    const visitor = visitorOf(context, wanted.token);
    if (wanted.rid !== undefined)
      return { room: roomOf(context, visitor, wanted.rid), newRoom: false, success: true };
    const { room, newRoom } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
    return { room, newRoom, success: true };
  });

  app.post('/api/v1/livechat/room.close', (request) => {
    const close = closeBody.parse(request.body);
    roomOf(context, visitorOf(context, close.token), close.rid);
    const room = omnichannel.closeByVisitor(close);
    return { rid: room._id, comment: room.closingComment ?? '', success: true };
  });

  app.get<{ Params: { rid: string; token: string } }>(
    '/api/v1/livechat/agent.info/:rid/:token',
    (request) => {
      const visitor = visitorOf(context, request.params.token);
      const room = roomOf(context, visitor, request.params.rid);
      const agent = agentOfRoom(omnichannel, room) ?? lastAgentOfRoom(omnichannel, room);
      if (!agent) throw new ApiError(400, 'invalid-agent');
      return { agent, success: true };
    },
  );

  app.post('/api/v1/livechat/visitor.status', (request) => {
    const change = statusBody.parse(request.body);
    const visitor = visitorOf(context, change.token);
    omnichannel.setVisitorStatus(visitor._id, change.status === 'busy' ? 'away' : change.status);
    return { token: change.token, status: change.status, success: true };
  });

  /** The pages a patient looked at are nobody's business here: answered and dropped. */
  app.post('/api/v1/livechat/page.visited', (request) => {
    visitedBody.parse(request.body);
    return { page: { msg: '', navigation: {} }, success: true };
  });

  app.post('/api/v1/livechat/custom.field', (request) => {
    const field = customField.extend({ token }).parse(request.body);
    omnichannel.saveVisitorFields(visitorOf(context, field.token).token, [field]);
    return { field: { key: field.key, value: field.value, overwrite: field.overwrite }, success: true };
  });

  app.post('/api/v1/livechat/custom.fields', (request) => {
    const body = z.object({ token, customFields: z.array(customField).max(50) }).parse(request.body);
    omnichannel.saveVisitorFields(visitorOf(context, body.token).token, body.customFields);
    return {
      fields: body.customFields.map(({ key, value, overwrite }) => ({ Key: key, value, overwrite })),
      success: true,
    };
  });
}
