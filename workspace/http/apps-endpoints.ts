import type { FastifyInstance } from 'fastify';

import type { HttpContext } from './context';
import { ApiError } from './errors';

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;

/** The apps' own public endpoints. Registered apart: they take any body, parsed only when it is JSON, as in Rocket.Chat. */
export function appsEndpointRoutes(app: FastifyInstance, context: HttpContext): void {
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
  app.route<{ Params: { appId: string; '*': string }; Querystring: Record<string, unknown> }>({
    method: [...methods],
    url: '/api/apps/public/:appId/*',
    handler: async (request, reply) => {
      const { appId } = request.params;
      if (!context.engine.apps().some(({ id }) => id === appId)) {
        throw new ApiError(404, 'error-app-not-found', `No App found by the id of: ${appId}`);
      }
      const answer = await context.engine.callEndpoint(appId, request.params['*'], {
        method: request.method.toLowerCase(),
        headers: flat(request.headers),
        query: flat(request.query),
        content: request.body ?? {},
      });
      for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value);
      const { content } = answer;
      return reply
        .code(answer.status)
        .send(
          content !== null && typeof content === 'object'
            ? content
            : content === undefined
              ? ''
              : String(content),
        );
    },
  });
}

function flat(values: Record<string, unknown>): Record<string, string> {
  const pairs = Object.entries(values).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : String(value ?? ''),
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}
