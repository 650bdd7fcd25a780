/** The service in one process: ingest, projector, command delivery, pages. */
import fastifyHelmet from '@fastify/helmet';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
} from 'fastify';
import { readFileSync } from 'fs';
import { MongoError } from 'mongodb';
import path from 'path';
import { startCells, type Cells } from './cells/cells';
import { registerAuditMetrics } from './audit/audit-metrics';
import { startCheckpointer } from './audit/checkpointer';
import { startCommandSender } from './commands/send-commands';
import type { CrmConfig } from './config/config';
import type { CrmDeps } from './deps';
import { ingestHandler } from './ingest/ingest';
import { pingHandler } from './ingest/ping';
import { RefusedRequest, registerSignedRoutes } from './ingest/signed-routes';
import { whoIsHandler } from './ingest/who-is';
import { createMetrics, type Metrics } from './metrics/metrics';
import { createChanges } from './projector/changes';
import { startProjector, type Projector } from './projector/worker';
import { connectStore } from './store/connect';
import type { Store } from './store/tenant';
import { registerPages } from './web/register-pages';

export interface RunningCrm {
  /** `http://host:port`, without a slash at the end. */
  url: string;
  store: Store;
  /** Takes no more requests, ends those under way, stops the workers, closes the database. */
  stop(): Promise<void>;
}

const drainMs = 3_000;

const { version } = JSON.parse(readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8')) as {
  version: string;
};

/** Fastify's own refusals under names of ours. */
const codes: Record<number, string> = {
  400: 'malformed-request',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
};

/** Logs a request by its route's pattern: addresses hold ids. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    request.log.debug(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    if (error instanceof MongoError) {
      request.log.error({ route: request.routeOptions.url, code: error.code }, 'the store does not answer');
      return reply
        .code(503)
        .header('retry-after', '5')
        .send({ error: { code: 'store-unavailable', message: 'try again later' } });
    }
    const status = error.statusCode ?? 500;
    if (status >= 500 && !(error instanceof RefusedRequest)) {
      request.log.error(
        { route: request.routeOptions.url, error: error.name, stack: error.stack?.split('\n').slice(1, 8) },
        'failed',
      );
      return reply.code(status).send({ error: { code: 'internal', message: 'this request failed' } });
    }
    const ours = error.code?.startsWith('FST_') ? codes[status] : error.code;
    return reply.code(status).send({ error: { code: ours ?? 'refused', message: error.message } });
  });
}

function registerHealth(
  app: FastifyInstance,
  store: Store,
  workers: readonly Pick<Projector | Cells, 'healthy'>[],
  metrics: Metrics,
): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const mongodb = await store.ping().then(
      () => true,
      () => false,
    );
    const turning = workers.every((worker) => worker.healthy());
    return reply
      .code(mongodb && turning ? 200 : 503)
      .send({ status: mongodb && turning ? 'ready' : 'not-ready', mongodb, workers: turning });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}

/**
 * @throws MongoError when a tenant's database does not answer; Error with `code` EADDRINUSE when the port is taken
 */
export async function startCrm(config: CrmConfig, { log }: { log: FastifyBaseLogger }): Promise<RunningCrm> {
  const store = await connectStore(config, undefined, 'crm');
  const now = (): Date => new Date();
  const changes = createChanges();
  const metrics = createMetrics(store);
  const deps: CrmDeps = { config, store, changes, log, now };
  const app = Fastify({
    loggerInstance: log,
    // Its lines hold addresses, and addresses hold ids; `logRequests` writes lines that do not.
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    trustProxy: config.trustProxy.length > 0 && config.trustProxy,
  });
  const projector = startProjector({ store, changes, metrics, log });
  const cells = startCells({ store, changes, log });
  const commands = startCommandSender({ store, metrics, log });
  const checkpointer = startCheckpointer({ store, folder: config.auditCheckpoints, log, now });
  registerAuditMetrics(metrics.registry, { store, checkpointer, now });
  const stop = async (): Promise<void> => {
    // What still talks after this (a live page's stream) is cut off.
    const cut = setTimeout(() => app.server.closeAllConnections(), drainMs);
    await app.close();
    clearTimeout(cut);
    await Promise.all([projector.stop(), cells.stop(), commands.stop()]);
    // the last entry is the last request's
    await checkpointer.stop();
    await store.close();
  };
  try {
    logRequests(app);
    answerErrors(app);
    await app.register(async (api) => {
      await api.register(fastifyHelmet, { strictTransportSecurity: false });
      registerHealth(api, store, [projector, cells], metrics);
      await registerSignedRoutes(
        api,
        { store, metrics, now },
        {
          events: ingestHandler({
            metrics,
            log,
            now,
            nudge: (tenant, conversation) => projector.nudge(tenant, conversation),
          }),
          'questions/who-is': whoIsHandler({ now }),
          ping: pingHandler({ now, version }),
        },
      );
    });
    await registerPages(app, deps);
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await stop();
    throw error;
  }
  const { port } = app.server.address() as { port: number };
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return { url: `http://${host}:${port}`, store, stop };
}
