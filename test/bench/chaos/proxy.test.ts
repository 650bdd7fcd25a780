import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';
import { freePort } from '../../../cli/guarded-server';
import type { RequestFate } from '../../../bench/chaos/plan';
import { startFaultProxy, type FaultProxy } from '../../../bench/chaos/proxy';
import { eventually } from '../../support/wait';

let upstream: Server;
let proxy: FaultProxy;
let url: string;
let fate: RequestFate = 'passed';
/** Bodies that reached the service, in the order of arrival. */
let arrived: string[] = [];
const seen: string[] = [];

beforeAll(async () => {
  upstream = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      arrived.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ took: body }));
    });
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const dead = new URL(`http://127.0.0.1:${await freePort()}`);
  const living = new URL(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`);
  const port = await freePort();
  url = `http://127.0.0.1:${port}/v1/x`;
  proxy = await startFaultProxy({
    ...{ port, upstreams: [dead, living], fateOf: () => ({ fate, delayMs: 30 }), passed: () => undefined },
    saw: (_path, body) => void seen.push(body),
  });
});
beforeEach(() => (arrived = []));
afterAll(async () => {
  await proxy.stop();
  upstream.closeAllConnections();
  await new Promise((resolve) => upstream.close(resolve));
});

/** @returns the status, or `none` when there was no whole answer */
async function post(body: string, now: RequestFate): Promise<number | 'none'> {
  fate = now;
  try {
    const response = await fetch(url, { method: 'POST', body });
    await response.text();
    return response.status;
  } catch {
    return 'none';
  }
}

describe('the proxy that fails on purpose', () => {
  it.each<[RequestFate, number | 'none', number]>([
    ['passed', 200, 1],
    ['dropped-before', 'none', 0],
    ['dropped-after', 'none', 1],
    ['doubled', 200, 2],
    ['delayed', 200, 1],
    ['bad-gateway', 502, 0],
    ['cut', 'none', 1],
  ])('Given %s, then the sender gets %s and the service %i', async (now, answer, times) => {
    expect(await post(now, now)).toBe(answer);
    await eventually(() => arrived.length >= times);
    expect(arrived).toEqual(Array.from({ length: times }, () => now));
    expect(proxy.counts[now]).toBe(1);
    expect(seen).toContain(now);
  });

  it('Given reordered, then it arrives after what was sent later', async () => {
    expect(await post('first', 'reordered')).toBe('none');
    expect(await post('second', 'passed')).toBe(200);
    await eventually(() => arrived.length === 2);
    expect(arrived).toEqual(['second', 'first']);
  });

  it('Given it is healed, then everything passes', async () => {
    proxy.heal();
    expect(await post('late', 'dropped-before')).toBe(200);
  });
});
