/**
 * Rocket.Chat's omnichannel webhook: `POST /v1/tenants/:tenant/workspaces/:workspace/webhook` with a static token. What it
 * proves becomes events, the rest is a reason to look at the room. Answered once it is on disk.
 */
import { createHash, createHmac, timingSafeEqual } from 'crypto';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import type { EventEnvelope } from '../../contract/event';
import type { WorkspaceConfig } from '../config/config';
import { parseEvent } from '../ingest/parse-event';
import { maxBodyBytes, RefusedRequest } from '../ingest/signed-routes';
import { storeEvents } from '../ingest/store-events';
import type { Store, Tenant } from '../store/tenant';
import type { ReconcilerMetrics } from './reconciler-metrics';
import { webhookShape, type WebhookBody } from './shapes';
import { markRoom } from './state';
import { offlineMessageEvents, webhookEvents } from './webhook-events';

export interface WebhookOptions {
  store: Store;
  metrics: ReconcilerMetrics;
  log: FastifyBaseLogger;
  now: () => Date;
  nudge: (tenantId: string, conversation: string) => void;
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** In constant time, whatever the lengths. */
export function isToken(given: unknown, wanted: string): boolean {
  return typeof given === 'string' && timingSafeEqual(hashOf(given), hashOf(wanted));
}

function authenticated(
  request: FastifyRequest,
  store: Store,
): { tenant: Tenant; workspace: WorkspaceConfig } {
  const names = request.params as { tenant: string; workspace: string };
  const tenant = store.tenant(names.tenant);
  const workspace = tenant?.workspaces.find((one) => one.id === names.workspace);
  if (!tenant || !workspace)
    throw new RefusedRequest(404, 'unknown-workspace', 'no such tenant or workspace');
  const { webhookToken } = workspace;
  if (webhookToken === undefined)
    throw new RefusedRequest(401, 'webhook-not-set', 'this workspace has no webhook token');
  if (!isToken(request.headers['x-rocketchat-livechat-token'], webhookToken))
    throw new RefusedRequest(401, 'webhook-token', 'the webhook token is wrong');
  return { tenant, workspace };
}

function bodyOf(request: FastifyRequest): WebhookBody {
  const parsed = webhookShape.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.map(String).join('.') || 'body';
  throw new RefusedRequest(
    400,
    'malformed-webhook',
    `${where}: ${parsed.error.issues[0]?.code ?? 'invalid'}`,
  );
}

/** Names a message of no room; keyed, since it is readable and what it names is personal. */
async function offlineName(tenant: Tenant, { sentAt, message, visitor }: WebhookBody): Promise<string> {
  const key = await tenant.keyring.secret('tenant/blind-index');
  const said = JSON.stringify(['offline-message', sentAt, message, visitor?.email]);
  return createHmac('sha256', key).update(said).digest('hex').slice(0, 32);
}

export async function registerWebhook(app: FastifyInstance, options: WebhookOptions): Promise<void> {
  const { store, metrics, log, now, nudge } = options;
  app.addHook('onError', async (_request, _reply, error) => {
    metrics.webhooks.inc({ result: 'code' in error ? String(error.code) : 'error' });
  });
  app.post(
    '/v1/tenants/:tenant/workspaces/:workspace/webhook',
    {
      bodyLimit: maxBodyBytes,
      // before the body is read: who has no token costs little
      onRequest: async (request) => void authenticated(request, store),
    },
    async (request, reply) => {
      const { tenant, workspace } = authenticated(request, store);
      const body = bodyOf(request);
      const at = now();
      const language = workspace.rocketchat?.language ?? 'pt-BR';
      const where = { tenant: tenant.id, workspace: workspace.id, language };
      const made =
        body._id === undefined
          ? offlineMessageEvents(where, body, await offlineName(tenant, body))
          : webhookEvents(where, body);
      const source = `/tenants/${tenant.id}/workspaces/${workspace.id}`;
      // the same door as the app's events: ids, times and lengths are checked alike
      const events = made.flatMap((event): EventEnvelope[] => {
        const parsed = parseEvent(event, source, at);
        return parsed.ok ? [parsed.event] : [];
      });
      if (events.length < made.length)
        log.warn({ tenant: tenant.id, workspace: workspace.id }, 'webhook: not all could be kept');
      await storeEvents(tenant, events, at);
      if (body._id !== undefined && workspace.rocketchat) {
        const graceMs = workspace.rocketchat.graceSeconds * 1000;
        await markRoom(tenant, workspace.id, body._id, new Date(at.getTime() + graceMs + 1_000));
      }
      for (const conversation of new Set(events.map(({ subject }) => subject)))
        nudge(tenant.id, conversation);
      metrics.webhooks.inc({ result: 'taken' });
      // Rocket.Chat keeps the answer on the room
      return reply.header('cache-control', 'no-store').send({});
    },
  );
}
