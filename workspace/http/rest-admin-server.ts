/** The server's settings, plan and channels, as an administrator handles them over REST. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import type { ChannelRecord } from '../omnichannel/documents';
import { serverSettingIds } from '../omnichannel/server-settings';
import { requireUser } from './authenticate';
import type { HttpContext } from './context';
import { ApiError } from './errors';
import { page } from './present';

const admin = ['admin'] as const;

function present(channel: ChannelRecord): Record<string, unknown> {
  const { messages, ...rest } = channel;
  return {
    ...rest,
    fname: channel.name,
    msgs: messages.length,
    ro: false,
    sysMes: true,
    _updatedAt: channel.ts,
  };
}

export function restAdminServerRoutes(app: FastifyInstance, context: HttpContext): void {
  const { omnichannel } = context;

  app.get('/api/v1/settings', (request) => {
    requireUser(context, request, admin);
    const query = z
      .object({
        offset: z.coerce.number().int().min(0).default(0),
        count: z.coerce.number().int().min(0).default(50),
      })
      .parse(request.query);
    const all = serverSettingIds.map((_id) => ({ _id, value: omnichannel.serverSetting(_id) }));
    const { items, ...rest } = page(all, query);
    return { settings: items, ...rest, success: true };
  });

  app.get<{ Params: { id: string } }>('/api/v1/settings/:id', (request) => {
    requireUser(context, request, admin);
    const { id } = request.params;
    const value = omnichannel.serverSetting(id);
    // Rocket.Chat does not say which setting it does not have
    if (value === undefined) throw new ApiError(400, 'error-not-found');
    return { _id: id, value, success: true };
  });

  app.post<{ Params: { id: string } }>('/api/v1/settings/:id', (request) => {
    requireUser(context, request, admin);
    const { value } = z.object({ value: z.union([z.string(), z.number(), z.boolean()]) }).parse(request.body);
    if (!omnichannel.setServerSetting(request.params.id, value))
      throw new ApiError(400, 'error-invalid-setting');
    return { success: true };
  });

  app.get('/api/v1/licenses.info', (request) => {
    requireUser(context, request);
    const activeModules = context.plan === 'community' ? [] : ['livechat-enterprise'];
    return { license: { activeModules, tags: [], trial: false }, success: true };
  });

  const named = z.object({ roomId: z.string().optional(), roomName: z.string().optional() });
  const find = (given: unknown): ChannelRecord => {
    const { roomId, roomName } = named.parse(given);
    const channel = [...omnichannel.channels.values()].find(
      ({ _id, name }) => _id === roomId || name === roomName,
    );
    if (!channel)
      throw new ApiError(
        400,
        'error-room-not-found',
        'The required "roomId" or "roomName" param provided does not match any channel',
      );
    return channel;
  };

  app.get('/api/v1/groups.info', (request) => {
    requireUser(context, request);
    return { group: present(find(request.query)), success: true };
  });

  app.post('/api/v1/groups.create', (request) => {
    const user = requireUser(context, request, ['admin', 'user']);
    const { name } = z
      .object({
        name: z
          .string()
          .regex(/^[0-9a-zA-Z-_.]+$/)
          .max(100),
      })
      .parse(request.body);
    return { group: present(omnichannel.addChannel({ name, userId: user._id })), success: true };
  });

  app.post('/api/v1/groups.delete', (request) => {
    requireUser(context, request, admin);
    omnichannel.removeChannel(find(request.body)._id);
    return { success: true };
  });
}
