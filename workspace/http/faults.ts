/** Rocket.Chat's rate limit, and how a workspace can misbehave: for tests of those who call it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export type Fault =
  | { kind: 'rate-limited'; retryAfterSeconds?: number }
  | { kind: 'status'; status: number }
  /** What a proxy in between shows. */
  | { kind: 'html'; status?: number }
  /** No answer. */
  | { kind: 'hang' }
  /** The connection ends in the middle of the answer. */
  | { kind: 'cut' }
  /** JSON that is not what the endpoint answers. */
  | { kind: 'shape' };

/** Changed while the workspace runs. */
export interface Faults {
  /** Per user and endpoint, as Rocket.Chat counts. None: unlimited, and no headers. */
  rateLimit?: { calls: number; windowMs: number };
  /** Asked for every REST call of a signed-in user, by the route's pattern. */
  next?: (route: string) => Fault | undefined;
}

function limited(reply: FastifyReply, seconds: number): FastifyReply {
  const error = `Error, too many requests. Please slow down. You must wait ${seconds} seconds before trying this endpoint again. [error-too-many-requests]`;
  return reply.code(429).send({ success: false, error, errorType: 'error-too-many-requests' });
}

function misbehave(fault: Fault, reply: FastifyReply): FastifyReply {
  switch (fault.kind) {
    case 'rate-limited':
      if (fault.retryAfterSeconds !== undefined)
        void reply.header('retry-after', String(fault.retryAfterSeconds));
      return limited(reply, fault.retryAfterSeconds ?? 1);
    case 'status':
      return reply.code(fault.status).send({ success: false, error: 'Internal server error' });
    case 'html':
      return reply
        .code(fault.status ?? 200)
        .type('text/html; charset=utf-8')
        .send('<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>');
    case 'shape':
      return reply.send({ success: true, unexpected: [1, 2, 3] });
    case 'hang':
      return reply.hijack();
    case 'cut': {
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      reply.raw.write('{"success":true,"rooms":[{"_id":"');
      setImmediate(() => reply.raw.destroy());
      return reply;
    }
  }
}

/** Adds both to every REST call that carries a sign-in. */
export function applyFaults(app: FastifyInstance, faults: Faults, clock: () => Date): void {
  const windows = new Map<string, { used: number; resetMs: number }>();
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const route = request.routeOptions.url ?? '';
    const user = request.headers['x-user-id'];
    if (!route.startsWith('/api/v1/') || typeof user !== 'string') return;
    const fault = faults.next?.(route);
    if (fault) return misbehave(fault, reply);
    if (!faults.rateLimit) return;
    const { calls, windowMs } = faults.rateLimit;
    const nowMs = clock().getTime();
    const key = `${user} ${route}`;
    const known = windows.get(key);
    const window = known && known.resetMs > nowMs ? known : { used: 0, resetMs: nowMs + windowMs };
    windows.set(key, window);
    window.used += 1;
    void reply.headers({
      'x-ratelimit-limit': String(calls),
      'x-ratelimit-remaining': String(Math.max(0, calls - window.used)),
      'x-ratelimit-reset': String(window.resetMs),
    });
    if (window.used > calls) return limited(reply, Math.ceil((window.resetMs - nowMs) / 1000));
  });
}
