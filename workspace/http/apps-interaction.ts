import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import { requireUser, userOf } from './authenticate';
import type { HttpContext } from './context';
import { ApiError } from './errors';
import { roomOf, visitorOf } from './livechat-visitors';
import { roomFor } from './agent-rooms';

const text = z.string().max(10_000);
const value = z.union([text, z.number().transform(String), z.boolean().transform(String)]);
const body = z.object({
  type: z.enum(['blockAction', 'viewSubmit', 'viewClosed', 'actionButton']),
  actionId: z.string().max(200).optional(),
  triggerId: z.string().min(1).max(200),
  rid: z.string().max(200).nullish(),
  mid: z.string().max(200).nullish(),
  container: z.object({ type: z.enum(['message', 'view']), id: z.string().max(200) }).optional(),
  payload: z
    .looseObject({
      value: value.nullish(),
      blockId: z.string().max(200).nullish(),
      view: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
});

/** Presses and forms: of patients in the widget, of agents in their client. */
export function appsInteractionRoutes(app: FastifyInstance, context: HttpContext): void {
  const { engine } = context;

  app.get('/api/apps/actionButtons', async (request) => {
    requireUser(context, request);
    return engine.actionButtons();
  });

  app.get('/api/apps/languages', async () => ({ apps: await engine.languages(), success: true }));

  app.post<{ Params: { appId: string } }>('/api/apps/ui.interaction/:appId', async (request) => {
    const { appId } = request.params;
    const visitorToken = request.headers['x-visitor-token'];
    const user = userOf(context, request);
    if (!user && typeof visitorToken !== 'string') throw new ApiError(401, 'unauthorized');
    const given = body.parse(request.body);
    if (!engine.apps().some(({ id }) => id === appId))
      throw new ApiError(404, 'error-app-not-found', `No App found by the id of: ${appId}`);
    const common = {
      appId,
      triggerId: given.triggerId,
      actionId: given.actionId ?? '',
      blockId: given.payload?.blockId ?? undefined,
      value: given.payload?.value ?? undefined,
    };
    if (user) {
      if (typeof given.rid === 'string') roomFor(context, user, given.rid);
      const answer = await engine.userInteraction({
        ...common,
        userId: user._id,
        type: given.type,
        rid: given.rid ?? undefined,
        mid: given.mid ?? undefined,
        view: given.payload?.view,
        container: given.container,
      });
      return answer ?? { success: true };
    }
    const visitor = visitorOf(context, String(visitorToken));
    const room = roomOf(context, visitor, given.rid ?? '');
    const mid = given.mid ?? given.container?.id ?? '';
    const pressed = context.omnichannel.messagesOf(room._id).find((message) => message._id === mid);
    if (!pressed) throw new ApiError(400, 'error-invalid-message', 'mid: no such message in this room');
    if (given.type !== 'blockAction')
      throw new ApiError(400, 'invalid-params', 'type: a visitor can only press buttons');
    const answer = await engine.livechatInteraction({
      ...common,
      visitorToken: visitor.token,
      rid: room._id,
      mid,
    });
    return answer ?? { success: true };
  });

  /** `/command words` of an agent's composer. */
  app.post('/api/v1/commands.run', async (request) => {
    const user = requireUser(context, request);
    const call = z
      .object({
        command: z.string().min(1).max(100),
        roomId: z.string(),
        params: z.string().max(5_000).default(''),
        triggerId: z.string().max(200).optional(),
      })
      .parse(request.body);
    const rid = context.omnichannel.channels.has(call.roomId)
      ? call.roomId
      : roomFor(context, user, call.roomId)._id;
    const params = call.params.split(' ').filter((word) => word !== '');
    await engine.slashCommand({
      command: call.command,
      params,
      userId: user._id,
      rid,
      triggerId: call.triggerId ?? context.id(),
    });
    return { result: {}, success: true };
  });
}
