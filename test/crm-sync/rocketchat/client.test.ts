import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'http';
import type { AddressInfo } from 'net';
import { rocketChatClient } from '../../../crm-sync/rocketchat/client';
import type { ClientOptions } from '../../../crm-sync/rocketchat/http';
import { RocketChatError } from '../../../crm-sync/rocketchat/failure';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let url: string;
let answers: Answer[] = [];
let asked: IncomingMessage[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    (answers.length > 1 ? answers.shift()! : answers[0]!)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const noRooms = json(200, { rooms: [], total: 0, offset: 0, success: true });

function client(options: Partial<ClientOptions> = {}) {
  const slept: number[] = [];
  const codes: string[] = [];
  const made = rocketChatClient({
    ...{ url, userId: 'crm.sync', token: 'a-secret-token', random: () => 0, tries: 3, timeoutMs: 300 },
    sleep: async (ms) => void slept.push(ms),
    answered: (code) => codes.push(code),
    ...options,
  });
  return { ...made, slept, codes };
}
const failureOf = async (work: Promise<unknown>): Promise<RocketChatError> => {
  const error: unknown = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(RocketChatError);
  return error as RocketChatError;
};

describe('asking Rocket.Chat', () => {
  it('signs in with user and token, and asks for the last changed first', async () => {
    answers = [noRooms];
    await client().rooms(50, 25);
    const [request] = asked;
    expect(request?.headers).toMatchObject({ 'x-user-id': 'crm.sync', 'x-auth-token': 'a-secret-token' });
    const { pathname, searchParams } = new URL(request?.url ?? '', url);
    expect(pathname).toBe('/api/v1/livechat/rooms');
    expect(Object.fromEntries(searchParams)).toEqual({
      offset: '50',
      count: '25',
      sort: '{"_updatedAt":-1,"_id":1}',
    });
  });

  it('reads every page of a list', async () => {
    const pageOf = (...names: string[]): Answer =>
      json(200, {
        departments: names.map((name) => ({ _id: name, name })),
        total: 3,
        offset: 0,
        success: true,
      });
    answers = [pageOf('a', 'b'), pageOf('c')];
    expect((await client().departments()).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['500', json(500, { success: false }), 'temporary', 'http-500', 3],
    [
      '502 in HTML',
      ((_q, r) => r.writeHead(502).end('<h1>Bad gateway</h1>')) satisfies Answer,
      'temporary',
      'http-502',
      3,
    ],
    [
      '200 in HTML',
      ((_q, r) => r.writeHead(200).end('<h1>Welcome</h1>')) satisfies Answer,
      'temporary',
      'not-json',
      3,
    ],
    [
      'half an answer',
      ((_q, r) => r.writeHead(200).end('{"rooms":[{"_id":"secr')) satisfies Answer,
      'temporary',
      'not-json',
      3,
    ],
    ['a connection that ends', ((q) => q.socket.destroy()) satisfies Answer, 'temporary', 'cut-off', 3],
    ['silence', (() => undefined) satisfies Answer, 'temporary', 'timeout', 3],
    [
      'another shape',
      json(200, { success: true, rooms: [{ _id: 'secret' }] }),
      'permanent',
      'wrong-shape',
      1,
    ],
    ['success: false', json(200, { success: false }), 'permanent', 'refused', 1],
    ['401', json(401, { status: 'error' }), 'permission', 'http-401', 1],
    ['403', json(403, { success: false }), 'permission', 'http-403', 1],
    [
      'an address that is none',
      ((_q, r) => r.writeHead(404).end('Not found')) satisfies Answer,
      'permanent',
      'http-404',
      1,
    ],
    [
      'a redirect',
      ((_q, r) => r.writeHead(302, { location: 'https://elsewhere.example/' }).end()) satisfies Answer,
      'permanent',
      'http-302',
      1,
    ],
    [
      'a room that is gone',
      json(400, { success: false, errorType: 'error-invalid-room' }),
      'gone',
      'http-400',
      1,
    ],
    [
      'bad parameters',
      json(400, { success: false, errorType: 'invalid-params' }),
      'permanent',
      'http-400',
      1,
    ],
  ] as [string, Answer, string, string, number][])(
    'Given %s, then it is %3$s: %4$s',
    async (_name, answer, kind, code, tries) => {
      answers = [answer];
      const error = await failureOf(client().rooms(0, 50));
      expect(error).toMatchObject({ kind, code, endpoint: 'livechat/rooms' });
      expect(asked).toHaveLength(tries);
      expect(`${error.message} ${JSON.stringify(error)}`).not.toMatch(/secret|127\.0\.0\.1/);
    },
  );

  it('Given nobody listens, then it is unreachable', async () => {
    const error = await failureOf(client({ url: 'http://127.0.0.1:1' }).rooms(0, 50));
    expect(error).toMatchObject({ kind: 'temporary', code: 'unreachable' });
  });

  it('Given 429 with Retry-After, then it waits that long and asks again', async () => {
    answers = [json(429, { success: false }, { 'retry-after': '7' }), noRooms];
    let nowMs = 1_000_000;
    const slept: number[] = [];
    const { rooms, codes } = client({
      now: () => nowMs,
      sleep: async (ms) => {
        slept.push(ms);
        nowMs += ms;
      },
    });
    await rooms(0, 50);
    expect(slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(7_000);
    expect(codes).toEqual(['rate-limited', 'ok']);
  });

  it('Given no call is left in the window, then the next waits for it to end', async () => {
    let nowMs = 1_000_000;
    const left = { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1004000' };
    answers = [json(200, { rooms: [], total: 0, offset: 0 }, left)];
    const slept: number[] = [];
    const { rooms } = client({
      now: () => nowMs,
      sleep: async (ms) => {
        slept.push(ms);
        nowMs += ms;
      },
    });
    await rooms(0, 50);
    await rooms(0, 50);
    expect(slept).toEqual([4_000]);
  });

  it('Given it is stopped while it asks, then it ends at once', async () => {
    answers = [() => undefined];
    const stopping = new AbortController();
    const work = failureOf(client({ signal: stopping.signal, timeoutMs: 60_000 }).rooms(0, 50));
    setImmediate(() => stopping.abort());
    expect(await work).toMatchObject({ code: 'stopped' });
  });
});
