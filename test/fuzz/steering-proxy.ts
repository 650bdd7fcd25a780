/**
 * Stands between the fuzzer and the CRM and gives its requests what chance would hardly hit: signatures, sessions of every
 * role, form tokens, tenants, patients and people that exist. Some requests of each kind pass as they are.
 */
import { randomUUID } from 'crypto';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'http';
import { sign } from '../../contract/signature';

export interface Steering {
  crmUrl: string;
  secret: string;
  tenant: string;
  workspace: string;
  /** `undefined` = nobody signed in. */
  roles: readonly (string | undefined)[];
  /** A new session's cookie. */
  openSession(role: string): Promise<string>;
  /** Paths as the description has them, `/patients/{patientId}`. */
  paths: readonly string[];
  /** Values that exist, by parameter. */
  known: Readonly<Record<string, string>>;
  /** Answers of this path become 500: proof that the run would notice. */
  plant?: string;
}

interface Door {
  cookie: string;
  token: string;
}

/** At most so many conversations, so that the events of one meet. */
const rooms = 6;

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length && wanted.every((part, i) => part.startsWith('{') || part === given[i])
  );
}

/** Puts what exists where the path has parameters. */
function steerPath({ paths, known }: Steering, url: string): string {
  const [path = '', query] = url.split('?');
  const byParameters = [...paths].sort((a, b) => a.split('{').length - b.split('{').length);
  const template = byParameters.find((one) => matches(one, path));
  const given = path.split('/');
  const parts = template?.split('/').map((part, i) => known[part.slice(1, -1)] ?? given[i]) ?? given;
  return parts.join('/') + (query === undefined ? '' : `?${query}`);
}

interface Answered {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** As it is: `fetch` refuses methods and headers that fuzzers like. */
function send(
  origin: string,
  path: string,
  options: { method: string; headers: object; body: Buffer },
): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const { method, headers, body } = options;
    const sent = httpRequest({ host: hostname, port, path, method, headers: { ...headers } }, (answer) => {
      readBody(answer).then(
        (text) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        reject,
      );
    });
    sent.once('error', reject).end(body);
  });
}

function steerEvents(payload: string, { tenant, workspace }: Steering, turn: number): string {
  let events: unknown;
  try {
    events = JSON.parse(payload);
  } catch {
    return payload;
  }
  if (!Array.isArray(events)) return payload;
  const source = `/tenants/${tenant}/workspaces/${workspace}`;
  return JSON.stringify(
    events.map((event: unknown, index) =>
      typeof event === 'object' && event !== null && 'source' in event
        ? { ...event, source, subject: `room-${(turn + index) % rooms}` }
        : event,
    ),
  );
}

export async function startSteeringProxy(steering: Steering) {
  const { crmUrl, roles } = steering;
  const doors = new Map<string | undefined, Door>();
  const counts = new Map<string, number>();
  let turn = 0;

  async function doorOf(role: string | undefined): Promise<Door> {
    const door = doors.get(role);
    if (door) return door;
    const session = role === undefined ? '' : `acolhe_session=${await steering.openSession(role)}; `;
    const page = await fetch(`${crmUrl}${role === undefined ? '/sign-in' : '/account'}`, {
      headers: { cookie: session, accept: 'text/html' },
      redirect: 'manual',
    });
    const csrf = /acolhe_csrf=([^;]+)/.exec(page.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const made = { cookie: `${session}acolhe_csrf=${csrf}`, token };
    doors.set(role, made);
    return made;
  }

  function signed(path: string, body: Buffer): { path: string; headers: object; body: Buffer } {
    const parts = path.split('/');
    if (turn % 5 !== 0) [parts[3], parts[5]] = [steering.tenant, steering.workspace];
    const text = body.toString('utf8');
    const payload = path.endsWith('/events') && turn % 3 !== 0 ? steerEvents(text, steering, turn) : text;
    const message = { id: randomUUID(), atMs: Date.now(), payload };
    const headers = turn % 11 === 0 ? {} : sign(steering.secret, message);
    return { path: parts.join('/'), headers, body: Buffer.from(payload) };
  }

  async function asPerson(role: string | undefined, path: string, body: Buffer) {
    const door = await doorOf(role);
    const text = body.toString('utf8');
    const form = turn % 13 === 0 ? text : text.replace(/(^|&)_csrf=[^&]*/, `$1_csrf=${door.token}`);
    const steered = turn % 4 === 0 ? path : steerPath(steering, path);
    return { path: steered, headers: { cookie: door.cookie }, body: Buffer.from(form) };
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    turn += 1;
    const given = await readBody(request);
    const url = request.url ?? '/';
    const role = roles[turn % roles.length];
    const { path, headers, body } = url.startsWith('/v1/')
      ? signed(url, given)
      : await asPerson(role, url, given);
    const {
      host: _host,
      connection: _c,
      'content-length': _l,
      'transfer-encoding': _t,
      ...others
    } = request.headers;
    const length = body.length > 0 || request.method === 'POST' ? { 'content-length': body.length } : {};
    const answer = await send(crmUrl, path, {
      method: request.method ?? 'GET',
      headers: { ...others, ...headers, ...length },
      body,
    });
    const signedOut = answer.status === 401 || answer.headers.location?.startsWith('/sign-in');
    if (signedOut || request.method === 'POST') doors.delete(role);
    const status = steering.plant === url.split('?')[0] ? 500 : answer.status;
    counts.set(String(status), (counts.get(String(status)) ?? 0) + 1);
    const type = answer.headers['content-type'];
    response.writeHead(status, type ? { 'content-type': type } : {}).end(answer.body);
  }

  const server = createServer((request, response) => {
    pass(request, response).catch((error: Error) => {
      // What the fuzzer says of this is wrong: end the run instead.
      console.error('the steering proxy failed:', error.message);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    /** status → answers */
    counts,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
