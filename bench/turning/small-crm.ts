/** A CRM that takes every event at once and knows nobody. */
import { randomBytes } from 'crypto';
import { createServer } from 'http';
import type { AddressInfo } from 'net';
import { mintPatientId } from '../../contract/patient-id';

export interface SmallCrm {
  url: string;
  stop: () => void;
}

/** @param port 0: any that is free */
export async function startSmallCrm(port = 0): Promise<SmallCrm> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = (status: number, content: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(content));
      };
      if (request.url?.endsWith('/who-is'))
        return answer(200, { patientId: mintPatientId(() => randomBytes(5)), earlierConversations: 0 });
      if (!request.url?.endsWith('/events')) return answer(404, {});
      const events = JSON.parse(Buffer.concat(chunks).toString()) as { id: string }[];
      return answer(200, { results: events.map(({ id }) => ({ id, fate: 'stored' })) });
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
