/** The service in one process: ingest, projector, command delivery, pages. */
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type RouteOptions,
} from 'fastify';
import { MongoError } from 'mongodb';
import { startCells } from './cells/cells';
import { registerAuditMetrics } from './audit/audit-metrics';
import { startCheckpointer } from './audit/checkpointer';
import { startCommandSender } from './commands/send-commands';
import type { CrmConfig } from './config/config';
import type { CrmDeps } from './deps';
import { startDispatcher } from './dispatch/dispatcher';
import { startFollowUps } from './follow-up/follow-up-job';
import { RefusedRequest } from './ingest/signed-routes';
import { createMetrics } from './metrics/metrics';
import { createChanges } from './projector/changes';
import { startProjector } from './projector/worker';
import { startReconciler } from './rocketchat/reconciler';
import { registerRoutes } from './routes';
import type { Siblings } from './siblings';
import { SealingError } from './store/sealing';
import type { Store } from './store/tenant';
import { openStore } from './tenants/open-store';

export interface RunningCrm {
  /** `http://host:port`, without a slash at the end. */
  url: string;
  store: Store;
  /** Takes no more requests, ends those under way, stops the workers, closes the database. */
  stop(): Promise<void>;
}

const drainMs = 3_000;

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

/** What the store lacks just now: nothing was taken, and whoever asks again is served. Undefined: it is another fault. */
function whatIsAbsent(error: Error): string | undefined {
  if (error instanceof MongoError) return 'the store does not answer';
  // not there yet, or not any more: the tenant is being deleted
  return error instanceof SealingError && error.code === 'unknown-key' ? 'a key is not there' : undefined;
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const absent = whatIsAbsent(error);
    if (absent) {
      request.log.error({ route: request.routeOptions.url, code: error.code }, absent);
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

/**
 * @throws MongoError when a tenant's database does not answer; Error with `code` EADDRINUSE when the port is taken
 */
export async function startCrm(
  config: CrmConfig,
  {
    log,
    now = () => new Date(),
    siblings,
    onRoute,
  }: {
    log: FastifyBaseLogger;
    now?: () => Date;
    /** Other processes of this service, that one command started. */
    siblings?: Siblings;
    onRoute?: (route: RouteOptions) => void;
  },
): Promise<RunningCrm> {
  const store = await openStore(config, 'crm', log);
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
  const projector = startProjector({ store, changes, metrics, log, now, ...(siblings && { siblings }) });
  const cells = startCells({ store, changes, log });
  const commands = startCommandSender({ store, metrics, log, now });
  const nudge = (tenant: string, conversation: string): void => projector.nudge(tenant, conversation);
  const reconciler = startReconciler({ store, metrics: metrics.reconciler, log, nudge, now });
  const followUps = startFollowUps({ store, log, nudge, now });
  const dispatcher = startDispatcher({ store, log, now });
  const checkpointer = startCheckpointer({ store, folder: config.auditCheckpoints, log, now });
  registerAuditMetrics(metrics.registry, { store, checkpointer, now });
  const stop = async (): Promise<void> => {
    // What still talks after this (a live page's stream) is cut off.
    const cut = setTimeout(() => app.server.closeAllConnections(), drainMs);
    await app.close();
    clearTimeout(cut);
    await Promise.all([
      dispatcher.stop(),
      reconciler.stop(),
      followUps.stop(),
      projector.stop(),
      cells.stop(),
      commands.stop(),
    ]);
    // the last entry is the last request's
    await checkpointer.stop();
    await store.close();
  };
  try {
    if (onRoute) app.addHook('onRoute', onRoute);
    logRequests(app);
    answerErrors(app);
    await registerRoutes(app, {
      ...deps,
      metrics,
      healthy: () => projector.healthy() && cells.healthy(),
      nudge,
    });
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await stop();
    throw error;
  }
  const { port } = app.server.address() as { port: number };
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return { url: `http://${host}:${port}`, store, stop };
}
