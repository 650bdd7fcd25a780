/** The stream all pages of a browser share (server-sent events). One page holds it and passes on what it hears. */
import type { FastifyInstance } from 'fastify';
import { insider } from '../access/guard';
import { resumeSession } from '../access/session';
import { topicsFor } from './live-topics';
import type { PageTools } from './page';

/** Also how soon a stream ends after its session did. */
const heartbeatEveryMs = 2_000;

export function registerLive(app: FastifyInstance, tools: PageTools): void {
  // A stream answers GET alone: the answer to a HEAD would never end.
  const options = { exposeHeadRoute: false, config: { access: 'signed-in', background: true } } as const;
  app.get('/live', options, (request, reply) => {
    const { tenant, signedIn } = insider(request);
    let { role } = signedIn.person;
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 1000\n\n');
    const unwatch = tools.live.watch(
      { tenant: tenant.id, read: () => tenant.supervision.pulse(tools.now()) },
      {
        ready: () => raw.write('event: ready\ndata: 1\n\n'),
        changed(topics) {
          const heard = topicsFor(role, topics);
          if (heard.length > 0) raw.write(`event: changed\ndata: ${JSON.stringify(heard)}\n\n`);
        },
      },
    );
    const checkSession = async (): Promise<void> => {
      const served = tools.tenants.includes(tenant);
      const still = served && (await resumeSession(tenant.access, signedIn.sessionId, tools.now(), false));
      if (still) {
        role = still.person.role;
        return;
      }
      raw.write('event: ended\ndata: 1\n\n');
      end();
    };
    const heartbeat = setInterval(() => {
      raw.write(': here\n\n');
      // A database that does not answer ends nobody's session.
      checkSession().catch(() => undefined);
    }, heartbeatEveryMs);
    const forget = tools.live.onClose(() => end());
    const end = (): void => {
      clearInterval(heartbeat);
      unwatch();
      forget();
      raw.end();
    };
    request.raw.on('close', end);
  });
}
