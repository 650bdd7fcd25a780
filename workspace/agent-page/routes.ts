import { join } from 'path';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import { agentRoles, requireUser } from '../http/authenticate';
import { roomFor } from '../http/agent-rooms';
import type { HttpContext } from '../http/context';
import { serveFile } from '../http/static-file';
import { AgentLive } from './live';

const styles = ['base', 'shell', 'conversation', 'over'] as const;
const scripts = [
  'main',
  'api',
  'dom',
  'live',
  'lists',
  'conversation',
  'dialogs',
  'blocks',
  'panel',
] as const;

/** The page agents work in, and its live stream. */
export function agentPageRoutes(app: FastifyInstance, context: HttpContext): void {
  serveFile(app, '/agent', join(__dirname, 'page.html'));
  for (const name of styles) serveFile(app, `/agent/${name}.css`, join(__dirname, `${name}.css`));
  for (const name of scripts) serveFile(app, `/agent/${name}.js`, join(__dirname, 'client', `${name}.js`));

  const live = new AgentLive(context);
  app.addHook('onClose', () => live.stop());
  app.get('/agent/live', (request, reply) => {
    const user = requireUser(context, request, agentRoles);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const leave = live.join(user._id, (text) => reply.raw.write(text));
    reply.raw.on('close', leave);
    reply.raw.on('error', leave);
  });

  /** Direct messages of apps and colleagues to this agent, newest first. */
  app.get('/agent/direct', (request) => {
    const { username } = requireUser(context, request, agentRoles);
    const messages = [...context.omnichannel.channels.values()]
      .filter(({ t, usernames = [] }) => t === 'd' && usernames.includes(username))
      .flatMap((channel) => channel.messages)
      .filter(({ u }) => u.username !== username)
      .sort((a, b) => b.ts.getTime() - a.ts.getTime());
    return { messages: messages.slice(0, 20), success: true };
  });

  const typing = z.object({ rid: z.string().min(1).max(200), typing: z.boolean() });
  app.post('/agent/typing', (request) => {
    const user = requireUser(context, request, agentRoles);
    const body = typing.parse(request.body);
    const room = roomFor(context, user, body.rid);
    context.typing.tell({ rid: room._id, username: user.username, typing: body.typing, from: user._id });
    return { success: true };
  });
}
