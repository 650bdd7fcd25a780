import multipart from '@fastify/multipart';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';

import { agentPageRoutes } from '../agent-page/routes';
import { agentAccountRoutes } from './agent-accounts';
import { agentQueueRoutes } from './agent-queue';
import { agentRoomRoutes } from './agent-rooms';
import { appsAdminRoutes } from './apps-admin';
import { appsEndpointRoutes } from './apps-endpoints';
import { appsInteractionRoutes } from './apps-interaction';
import type { HttpContext } from './context';
import { answerOf, maxUploadBytes } from './errors';
import { applyFaults } from './faults';
import { livechatConfigRoutes } from './livechat-config';
import { livechatMessageRoutes } from './livechat-messages';
import { livechatVisitorRoutes } from './livechat-visitors';
import { patientPageRoutes } from './patient-page';
import { restOmnichannelRoutes } from './rest-omnichannel';
import { restDirectRoutes } from './rest-direct';
import { restAdminLivechatRoutes } from './rest-admin-livechat';
import { restAdminPeopleRoutes } from './rest-admin-people';
import { restAdminServerRoutes } from './rest-admin-server';
import { widgetRoutes } from './widget-files';

/** The version of Rocket.Chat whose answers are imitated. */
export const imitatedVersion = '7.5.1';

/** All HTTP of the workspace; DDP is served beside it (ddp.ts). */
export async function buildServer(context: HttpContext): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: true,
  });
  acceptJsonOnly(app);
  await app.register(multipart, { limits: { fileSize: maxUploadBytes, files: 2, fields: 20 } });
  answerErrors(app, context);
  if (context.faults) applyFaults(app, context.faults, context.clock);

  app.get('/api/info', () => ({ version: imitatedVersion.split('.').slice(0, 2).join('.'), success: true }));
  livechatConfigRoutes(app, context);
  livechatVisitorRoutes(app, context);
  livechatMessageRoutes(app, context);
  agentAccountRoutes(app, context);
  agentRoomRoutes(app, context);
  agentQueueRoutes(app, context);
  restOmnichannelRoutes(app, context);
  restDirectRoutes(app, context);
  restAdminLivechatRoutes(app, context);
  restAdminPeopleRoutes(app, context);
  restAdminServerRoutes(app, context);
  appsAdminRoutes(app, context);
  appsInteractionRoutes(app, context);
  await app.register(async (scope) => appsEndpointRoutes(scope, context));
  widgetRoutes(app, context);
  patientPageRoutes(app);
  agentPageRoutes(app, context);
  return app;
}

/** JSON, or nothing at all; any other body is answered 415. */
function acceptJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') done(null, undefined);
    else void parse(request, String(text), done);
  });
}

function answerErrors(app: FastifyInstance, context: HttpContext): void {
  app.setErrorHandler((error, request, reply) => {
    const answer = answerOf(error);
    if (answer) return reply.code(answer.status).send(answer.body);
    // The route's pattern, not its URL: an URL may carry a patient's token.
    const name = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
    context.log(`${request.method} ${request.routeOptions.url ?? '?'} failed: ${name}`);
    return reply
      .code(500)
      .send({ success: false, error: 'Internal server error', errorType: 'error-internal' });
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (!/^\/(api|file-upload|file-decrypt|sockjs)(\/|$)/.test(path))
      return reply.code(404).type('text/plain; charset=utf-8').send('Not found');
    return reply
      .code(501)
      .send({ success: false, error: 'not-implemented', endpoint: `${request.method} ${path}` });
  });
}
