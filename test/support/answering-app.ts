/** An app's command endpoint that answers what it is told to. */
import { createServer } from 'http';
import type { AddressInfo } from 'net';
import { testSecret } from './crm';

export interface AnsweringApp {
  url: string;
  secret: string;
  answer: { status: number; body: object };
  stop(): Promise<void>;
}

export async function answeringApp(): Promise<AnsweringApp> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(app.answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(app.answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const app: AnsweringApp = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secret: testSecret,
    answer: { status: 200, body: { result: 'accepted' } },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
  return app;
}
