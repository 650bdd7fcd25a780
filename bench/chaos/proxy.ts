/** Between app and service: passes requests on to one of several processes, or does to them what the seed says. */
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'http';
import type { RequestFate } from './plan';

export interface ProxyOptions {
  port: number;
  upstreams: readonly URL[];
  /** Asked for each request, counted from 0. */
  fateOf: (n: number) => { fate: RequestFate; delayMs: number };
  /** Sees every request as it came. */
  saw: (path: string, body: string) => void;
  /** A process has answered, and the answer goes back. */
  passed: (path: string, status: number, beganMs: number) => void;
}

export interface FaultProxy {
  counts: Record<string, number>;
  /** From now on everything passes. */
  heal(): void;
  stop(): Promise<void>;
}

interface Taken {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

const lateAtMostMs = 2_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function startFaultProxy(options: ProxyOptions): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true });
  const counts: Record<string, number> = {};
  const late: (() => void)[] = [];
  let healed = false;
  let n = 0;
  let turn = 0;

  const ask = (upstream: URL, from: IncomingMessage, body: Buffer): Promise<Taken> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = upstream;
      const { method, url: path, headers } = from;
      const sent = request({ agent, hostname, port, method, path, headers }, (answer) => {
        bodyOf(answer).then(
          (read) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read }),
          reject,
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  /** As a load balancer does: the next process when one does not take the connection. */
  const forward = async (from: IncomingMessage, body: Buffer): Promise<Taken> => {
    const first = (turn += 1);
    for (let step = 0; ; step += 1) {
      try {
        return await ask(options.upstreams[(first + step) % options.upstreams.length]!, from, body);
      } catch (error) {
        const isClosed = (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';
        if (!isClosed || step + 1 === options.upstreams.length) throw error;
      }
    }
  };
  const badGateway = (to: ServerResponse): void =>
    void to.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
  const pass = async (from: IncomingMessage, to: ServerResponse, body: Buffer): Promise<void> => {
    const beganMs = performance.now();
    const taken = await forward(from, body);
    to.writeHead(taken.status, taken.headers).end(taken.body);
    options.passed(from.url ?? '', taken.status, beganMs);
  };

  const handle: Record<
    RequestFate,
    (from: IncomingMessage, to: ServerResponse, body: Buffer, delayMs: number) => Promise<void>
  > = {
    passed: pass,
    'dropped-before': async (from) => void from.socket.destroy(),
    async 'dropped-after'(from, _to, body) {
      await forward(from, body).catch(() => undefined);
      from.socket.destroy();
    },
    async doubled(from, to, body) {
      await Promise.all([pass(from, to, body), forward(from, body).catch(() => undefined)]);
    },
    async delayed(from, to, body, delayMs) {
      await pause(delayMs);
      await pass(from, to, body);
    },
    /** The sender takes it for lost and goes on; it arrives after what was sent later. */
    async reordered(from, _to, body) {
      from.socket.destroy();
      await Promise.race([new Promise<void>((resolve) => late.push(resolve)), pause(lateAtMostMs)]);
      await forward(from, body).catch(() => undefined);
    },
    'bad-gateway': async (_from, to) => badGateway(to),
    async cut(from, to, body) {
      const taken = await forward(from, body);
      to.writeHead(taken.status, {
        'content-type': 'application/json',
        'content-length': taken.body.length + 9,
      });
      to.write(taken.body.subarray(0, taken.body.length / 2), () => from.socket.destroy());
    },
  };

  const server = createServer((from, to) => {
    void (async () => {
      const body = await bodyOf(from);
      options.saw(from.url ?? '', body.toString('utf8'));
      const { fate, delayMs } = healed ? { fate: 'passed' as const, delayMs: 0 } : options.fateOf(n);
      n += 1;
      counts[fate] = (counts[fate] ?? 0) + 1;
      const overtaken = fate === 'reordered' ? [] : late.splice(0);
      await handle[fate](from, to, body, delayMs).finally(() => overtaken.forEach((go) => go()));
    })().catch(() => (to.headersSent ? to.destroy() : badGateway(to)));
  });
  await new Promise<void>((resolve) => server.listen(options.port, '127.0.0.1', resolve));
  return {
    counts,
    heal: () => void (healed = true),
    async stop() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
