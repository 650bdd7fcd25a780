/** Every route of the service. */
import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'fs';
import path from 'path';
import type { CrmDeps } from './deps';
import { appointmentHandler } from './appointments/appointment-asked';
import { slotsHandler } from './appointments/slots-asked';
import { ingestHandler } from './ingest/ingest';
import { pingHandler } from './ingest/ping';
import { registerSignedRoutes } from './ingest/signed-routes';
import { cardHandler } from './ingest/card';
import { takesChatsHandler } from './supervision/takes-chats';
import { waitHandler } from './ingest/wait';
import { whoIsHandler } from './ingest/who-is';
import { knowledgeHandler } from './knowledge/answer-app';
import type { Metrics } from './metrics/metrics';
import { apiDescription, describeRoutes } from './openapi/describe-routes';
import { registerWebhook } from './rocketchat/webhook-route';
import { registerPages } from './web/register-pages';

export const { version } = JSON.parse(readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8')) as {
  version: string;
};

export interface RouteParts extends CrmDeps {
  metrics: Metrics;
  /** Whether all workers turn. */
  healthy: () => boolean;
  /** The events of a conversation are on disk. */
  nudge: (tenantId: string, conversation: string) => void;
}

function registerHealth(app: FastifyInstance, { store, healthy, metrics }: RouteParts): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const mongodb = await store.ping().then(
      () => true,
      () => false,
    );
    const workers = healthy();
    const ready = mongodb && workers;
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', mongodb, workers });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}

export async function registerRoutes(app: FastifyInstance, parts: RouteParts): Promise<void> {
  const { store, metrics, log, now, nudge } = parts;
  await describeRoutes(app, version);
  await app.register(async (api) => {
    await api.register(fastifyHelmet, { strictTransportSecurity: false });
    registerHealth(api, parts);
    // Its text is public anyway, in the service's source.
    api.get('/openapi.json', () => apiDescription(app));
    await registerSignedRoutes(
      api,
      { store, metrics, now },
      {
        events: ingestHandler({ metrics, log, now, nudge }),
        'questions/who-is': whoIsHandler({ now }),
        'questions/wait': waitHandler(now),
        'questions/card': cardHandler(),
        'agents/takes-chats': takesChatsHandler(),
        'questions/slots': slotsHandler(now),
        'questions/appointment': appointmentHandler(now, nudge),
        knowledge: knowledgeHandler({ now }),
        ping: pingHandler({ now, version }),
      },
    );
    await api.register(async (scope) =>
      registerWebhook(scope, { store, metrics: metrics.reconciler, log, now, nudge }),
    );
  });
  await registerPages(app, parts);
}
