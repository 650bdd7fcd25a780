/**
 * Stands between the fuzzer and the CRM and gives its requests what chance would hardly hit: signatures, sessions of every
 * role, form tokens, tenants, patients and people that exist. Some requests of each kind pass as they are.
 */
import { randomUUID } from 'crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'http';
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
  /** IDs that exist, by the path segment before them. */
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
  const { crmUrl, roles, known } = steering;
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
    const [, capability = ''] = path.split('/');
    const steered =
      known[capability] && turn % 4 !== 0
        ? path.replace(/^(\/[^/]+\/)(?!latest|search)[^/?]+/, `$1${known[capability]}`)
        : path;
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
    const { host: _host, connection: _c, 'content-length': _length, ...others } = request.headers;
    const answer = await fetch(`${crmUrl}${path}`, {
      method: request.method ?? 'GET',
      headers: { ...(others as Record<string, string>), ...headers },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
      redirect: 'manual',
    });
    const text = Buffer.from(await answer.arrayBuffer());
    const signedOut = answer.status === 401 || answer.headers.get('location')?.startsWith('/sign-in');
    if (signedOut || request.method === 'POST') doors.delete(role);
    const status = steering.plant === url.split('?')[0] ? 500 : answer.status;
    counts.set(String(status), (counts.get(String(status)) ?? 0) + 1);
    const type = answer.headers.get('content-type');
    response.writeHead(status, type ? { 'content-type': type } : {}).end(text);
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
