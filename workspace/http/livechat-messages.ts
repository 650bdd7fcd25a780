import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import { userOf } from './authenticate';
import { mayReadRoom, type HttpContext } from './context';
import { ApiError, checkMessageSize } from './errors';
import { roomOf, visitorOf } from './livechat-visitors';
import { presentMessage } from './present';
import { Uploads } from './uploads';

const token = z.string().min(1).max(200);
const rid = z.string().min(1).max(200);
const messageBody = z.object({ token, rid, msg: z.string(), _id: z.string().min(1).max(200).optional() });
const historyQuery = z.object({
  token,
  ls: z.coerce.date().optional(),
  end: z.coerce.date().optional(),
  limit: z.coerce.number().int().min(0).max(1_000).default(20),
  offset: z.coerce.number().int().min(0).default(0),
});

/** The patient's messages and files. */
export function livechatMessageRoutes(app: FastifyInstance, context: HttpContext): void {
  const { omnichannel } = context;
  const uploads = new Uploads(50 * 1024 * 1024);

  app.post('/api/v1/livechat/message', (request) => {
    const body = messageBody.parse(request.body);
    const visitor = visitorOf(context, body.token);
    roomOf(context, visitor, body.rid);
    checkMessageSize(body.msg);
    if (body.msg.trim() === '') throw new ApiError(400, 'invalid-params', 'msg: must not be empty');
    return { message: presentMessage(omnichannel.sendVisitorMessage(body)), success: true };
  });

  app.get<{ Params: { id: string } }>('/api/v1/livechat/message/:id', (request) => {
    const query = z.object({ token, rid }).parse(request.query);
    const room = roomOf(context, visitorOf(context, query.token), query.rid);
    const message = omnichannel.messagesOf(room._id).find((item) => item._id === request.params.id);
    if (!message) throw new ApiError(400, 'invalid-message');
    return { message: presentMessage(message), success: true };
  });

  /** Newest first; `ls` and `end` bound the time, as the widget asks when it scrolls or comes back. */
  app.get<{ Params: { rid: string } }>('/api/v1/livechat/messages.history/:rid', (request) => {
    const query = historyQuery.parse(request.query);
    const room = roomOf(context, visitorOf(context, query.token), request.params.rid);
    const wanted = omnichannel
      .messagesOf(room._id)
      .filter(
        ({ ts }) => (query.ls === undefined || ts > query.ls) && (query.end === undefined || ts < query.end),
      )
      .reverse();
    const messages = wanted.slice(query.offset, query.limit === 0 ? undefined : query.offset + query.limit);
    return { messages: messages.map(presentMessage), success: true };
  });

  app.post<{ Params: { rid: string } }>('/api/v1/livechat/upload/:rid', async (request) => {
    const given = request.headers['x-visitor-token'];
    const visitor = visitorOf(context, typeof given === 'string' ? given : '');
    const room = roomOf(context, visitor, request.params.rid);
    if (!room.open) throw new ApiError(400, 'room-closed');
    if (!request.isMultipart())
      throw new ApiError(415, 'error-unsupported-media-type', 'multipart/form-data expected');
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new ApiError(400, 'error-no-file', 'file: missing');
    const bytes = await part.toBuffer();
    const _id = context.id();
    uploads.keep(_id, part.mimetype, bytes);
    const file = { _id, name: part.filename.slice(0, 200), type: part.mimetype, size: bytes.length };
    const message = omnichannel.sendVisitorMessage({ token: visitor.token, rid: room._id, msg: '', file });
    return { ...presentMessage(message), success: true };
  });

  /** To who may read the room it was sent in: an agent by sign-in, the patient by token. */
  app.get<{ Params: { id: string } }>('/file-upload/:id/:name', (request, reply) => {
    const room = [...omnichannel.rooms.values()].find(({ _id }) =>
      omnichannel.messagesOf(_id).some(({ file }) => file?._id === request.params.id),
    );
    const user = userOf(context, request);
    const { rc_token: given } = z.object({ rc_token: token.optional() }).parse(request.query);
    const isTheirs = room !== undefined && given !== undefined && room.v.token === given;
    if (!room || !(isTheirs || (user && mayReadRoom(omnichannel, user, room))))
      return reply.code(403).type('text/plain; charset=utf-8').send('Forbidden');
    const file = uploads.get(request.params.id);
    if (!file) return reply.code(404).type('text/plain; charset=utf-8').send('Not found');
    return reply
      .header('content-disposition', 'attachment')
      .header('x-content-type-options', 'nosniff')
      .type(file.type)
      .send(file.bytes);
  });
}
