/** What a workspace's app may call: JSON, signed over its raw bytes, under the tenant and workspace it names. */
import type * as z from 'zod';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { verify } from '../../contract/signature';
import type { WorkspaceConfig } from '../config/config';
import type { Metrics } from '../metrics/metrics';
import type { Store, Tenant } from '../store/tenant';

export const maxBodyBytes = 1_048_576;

export interface SignedRequest {
  tenant: Tenant;
  workspace: WorkspaceConfig;
  /** Parsed, not validated. */
  body: unknown;
}

export interface SignedRoutesOptions {
  store: Store;
  metrics: Metrics;
  now: () => Date;
}

/** A request that is refused whole. `code` is stable; `message` names no value that was sent. */
export class RefusedRequest extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'RefusedRequest';
  }
}

/** @throws RefusedRequest naming the first member that does not fit, never its value */
export function parsedQuestion<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const question = schema.safeParse(body);
  if (question.success) return question.data;
  const [issue] = question.error.issues;
  throw new RefusedRequest(400, 'malformed-question', `${issue?.path.join('.') || 'body'}: ${issue?.code}`);
}

/** Workspace → when its clock was last complained of, in milliseconds of `performance.now()`. */
type Noted = Map<string, number>;

/** Once a minute at most for each workspace: anybody can send an old timestamp. */
function noteClocks(request: FastifyRequest, workspace: string, now: Date, noted: Noted): void {
  const last = noted.get(workspace);
  if (last !== undefined && performance.now() - last < 60_000) return;
  noted.set(workspace, performance.now());
  const behindSeconds = Math.round(now.getTime() / 1000) - Number(request.headers['webhook-timestamp']);
  request.log.warn(
    { workspace, behindSeconds: Number.isFinite(behindSeconds) ? behindSeconds : undefined },
    'a signature is too old or of the future: do both clocks tell the same time?',
  );
}

function authenticated(
  request: FastifyRequest,
  { store, now }: SignedRoutesOptions,
  noted: Noted,
): SignedRequest {
  const names = request.params as { tenant: string; workspace: string };
  const tenant = store.tenant(names.tenant);
  // 503 and not 4xx: the app keeps what it could not deliver, and the tenant may be restored.
  if (!tenant && store.refusal(names.tenant))
    throw new RefusedRequest(503, 'tenant-not-served', 'this tenant is not served at present');
  const workspace = tenant?.workspaces.find((one) => one.id === names.workspace);
  if (!tenant || !workspace)
    throw new RefusedRequest(404, 'unknown-workspace', 'no such tenant or workspace');
  const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const payload = raw.toString('utf8');
  const verification = verify(workspace.secrets, request.headers, payload, now().getTime());
  if (!verification.ok) {
    if (verification.reason === 'stale') noteClocks(request, `${tenant.id}/${workspace.id}`, now(), noted);
    throw new RefusedRequest(
      401,
      `signature-${verification.reason}`,
      `the signature is ${verification.reason}`,
    );
  }
  try {
    return { tenant, workspace, body: JSON.parse(payload) };
  } catch {
    throw new RefusedRequest(400, 'malformed-json', 'the body is not JSON');
  }
}

export type SignedHandler = (request: SignedRequest) => Promise<unknown>;

/** Adds `POST /v1/tenants/:tenant/workspaces/:workspace/{path}` for each handler. */
export async function registerSignedRoutes(
  app: FastifyInstance,
  options: SignedRoutesOptions,
  handlers: Record<string, SignedHandler>,
): Promise<void> {
  await app.register(async (scope) => {
    const noted: Noted = new Map();
    scope.removeAllContentTypeParsers();
    const types = ['application/json', 'application/cloudevents-batch+json'];
    scope.addContentTypeParser(
      types,
      { parseAs: 'buffer', bodyLimit: maxBodyBytes },
      async (_request: unknown, body: Buffer) => body,
    );
    scope.addHook('onError', async (_request, _reply, error) => {
      options.metrics.refusedRequests.inc({ code: 'code' in error ? String(error.code) : 'error' });
    });
    for (const [path, handle] of Object.entries(handlers)) {
      scope.post(
        `/v1/tenants/:tenant/workspaces/:workspace/${path}`,
        { bodyLimit: maxBodyBytes },
        async (request: FastifyRequest, reply: FastifyReply) => {
          const answer = await handle(authenticated(request, options, noted));
          return reply.header('cache-control', 'no-store').send(answer);
        },
      );
    }
  });
}
