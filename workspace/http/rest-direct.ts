/** Direct messages between staff. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import { requireUser } from './authenticate';
import type { HttpContext } from './context';
import { ApiError, checkMessageSize } from './errors';
import { presentMessage } from './present';

/** Rocket.Chat's permission `create-d` is given to these roles. */
const mayWriteDirectly = ['admin', 'user', 'bot', 'app'] as const;

export function restDirectRoutes(app: FastifyInstance, context: HttpContext): void {
  const { omnichannel } = context;

  for (const name of ['im.create', 'dm.create'])
    app.post(`/api/v1/${name}`, (request) => {
      const user = requireUser(context, request, mayWriteDirectly);
      const { username } = z.object({ username: z.string().min(1).max(200) }).parse(request.body);
      const room = omnichannel.openDirect(user._id, username);
      const { _id, t, usernames } = room;
      return { room: { _id, t, rid: _id, usernames }, success: true };
    });

  /** Into private channels and direct messages: what patients read is written by whoever serves them. */
  app.post('/api/v1/chat.postMessage', (request) => {
    const user = requireUser(context, request);
    const body = z
      .object({ roomId: z.string().min(1).max(400), text: z.string().min(1).max(10_000) })
      .parse(request.body);
    checkMessageSize(body.text);
    const room = omnichannel.channels.get(body.roomId);
    if (!room || (room.usernames && !room.usernames.includes(user.username)))
      throw new ApiError(400, 'error-not-allowed', 'Not allowed');
    const message = omnichannel.writeInChannel(room._id, { userId: user._id, msg: body.text });
    return { ts: message.ts.getTime(), channel: room._id, message: presentMessage(message), success: true };
  });
}
