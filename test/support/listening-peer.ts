/** A Rocket.Chat that knows nothing, and remembers what it was asked. */
import { createServer } from 'http';
import type { AddressInfo } from 'net';

export interface Asked {
  url: string;
  token: string | undefined;
  body: string;
}

export async function listeningPeer() {
  const requests: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const token = request.headers['x-auth-token'];
      requests.push({ url: request.url ?? '', token: token?.toString(), body });
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end('{"success":false}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, requests, stop };
}
