import { createServer } from 'http';
import type { IncomingMessage, Server, ServerResponse } from 'http';
import type { AddressInfo } from 'net';

/** An HTTP server that listens before it can serve: a taken port is known before anything else starts. */
export interface EarlyServer {
  server: Server;
  /** Without a slash at its end. */
  url: string;
  /** Until this is called every request is answered 503. */
  serve: (handler: (request: IncomingMessage, response: ServerResponse) => void) => void;
  close: () => Promise<void>;
}

export async function listen(host: string, port: number): Promise<EarlyServer> {
  const server = createServer(notReady);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const serve: EarlyServer['serve'] = (handler) => {
    server.on('request', handler);
    server.off('request', notReady);
  };
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`, serve, close };
}

function notReady(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' });
  response.end(JSON.stringify({ success: false, error: 'starting' }));
}
