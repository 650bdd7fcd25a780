/** A CRM that can be away, refuse, and count what it was sent. */
import { createServer } from 'http';
import type { AddressInfo } from 'net';

export interface ToldEvent {
  id: string;
  type: string;
  subject: string;
  time: string;
  data: Record<string, unknown>;
}

export async function fakeCrm() {
  const crm = {
    isUp: true,
    /** Why an event is refused; undefined: it is taken. */
    refuse: (_event: ToldEvent): string | undefined => undefined,
    /** In the order they came, each once. */
    stored: [] as ToldEvent[],
    twice: 0,
    url: '',
    stop: (): void => undefined,
  };
  const known = new Set<string>();
  const fateOf = (event: ToldEvent): object => {
    const reason = crm.refuse(event);
    if (reason !== undefined) return { id: event.id, fate: 'refused', reason };
    if (known.has(event.id)) {
      crm.twice += 1;
      return { id: event.id, fate: 'duplicate' };
    }
    known.add(event.id);
    crm.stored.push(event);
    return { id: event.id, fate: 'stored' };
  };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const is = (name: string): boolean => request.url?.endsWith(`/${name}`) === true;
      const answer = (status: number, content: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(content));
      };
      if (!crm.isUp) return answer(503, {});
      if (is('ping')) return answer(200, { time: new Date().toISOString(), version: '9.9.9' });
      if (is('events')) return answer(200, { results: (JSON.parse(body) as ToldEvent[]).map(fateOf) });
      return answer(404, {});
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  crm.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  crm.stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return crm;
}
