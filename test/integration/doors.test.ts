/** Every cell of the permission table against every route the service really has. */
import { mintPatientId } from '../../contract/patient-id';
import type { RouteOptions } from 'fastify';
import { pino } from 'pino';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { columns, roles, type Cell, type Column, type Role } from '../../crm-sync/access/permissions';
import { addStaff } from '../../crm-sync/access/staff';
import { startCrm, type RunningCrm } from '../../crm-sync/server';
import { testConfig } from '../support/crm';
import { documentedRoles } from '../support/documented-roles';
import { testMongo, type TestMongo } from '../support/mongo';

type Route = Pick<RouteOptions, 'url' | 'config'> & { method: string };

/** Not pages: what a workspace signs or proves by its token, and what monitoring asks. */
const signed =
  /^\/v1\/tenants\/:tenant\/workspaces\/:workspace\/(events|knowledge|ping|webhook|questions\/(who-is|wait|card|slots|appointment)|agents\/takes-chats)$/;
const open = ['/healthz', '/readyz', '/metrics', '/openapi.json'];

const password = 'Chuva-Mansa-77';
const table = documentedRoles();
const routes: Route[] = [];
let mongo: TestMongo;
let crm: RunningCrm;

/** A browser of one person: their session and the token their forms carry. */
class Person {
  private readonly cookies = new Map<string, string>();
  private token = '';
  signedIn = false;
  /** An investigation of their own that is open. */
  investigation = 'none0000000000';

  async send(method: string, url: string, body?: string): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(crm.url + url, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie,
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(method === 'POST' ? { body: body ?? '' } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  async open(page: string): Promise<void> {
    const text = await (await this.send('GET', page)).text();
    this.token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  }

  post(url: string, form: Record<string, string> = {}): Promise<Response> {
    return this.send('POST', url, String(new URLSearchParams({ _csrf: this.token, ...form })));
  }

  async signIn(role: Role): Promise<this> {
    await this.open('/sign-in');
    const answer = await this.post('/sign-in', { email: `${role}@example.org`, password });
    expect([role, answer.status]).toEqual([role, 303]);
    await this.open('/account');
    this.signedIn = true;
    return this;
  }

  /** Asks a route; what it says is not read, so that a stream ends too. */
  async status(route: Route): Promise<{ status: number; location: string }> {
    const url = addressOf(route, this.investigation);
    const answer = route.method === 'POST' ? await this.post(url) : await this.send(route.method, url);
    await answer.body?.cancel();
    return { status: answer.status, location: answer.headers.get('location') ?? '' };
  }
}

const values: Record<string, string> = {
  patientId: mintPatientId(() => Buffer.from([9, 9, 9, 9, 9])),
  staffId: 'S00000000',
  reportId: 'none0000000000',
};

function addressOf({ url }: Route, investigation: string): string {
  return url
    .replace(':investigationId', investigation)
    .replace(/:(\w+)/g, (_whole, name: string) => values[name] ?? 'none');
}

const isPage = (route: Route): boolean => !signed.test(route.url) && !open.includes(route.url);
const nameOf = (route: Route): string => `${route.method} ${route.url}`;

/** What the table says of a column at a route. */
function cellAt(column: Column, route: Route): Cell | 'public' | undefined {
  const access = route.config?.access;
  if (access === 'public') return 'public';
  if (access === 'signed-in') return column === 'patient' ? 'no' : 'yes';
  return access === undefined ? undefined : table[access]?.[column];
}

/** What a person in a session meets. `signed-out` is how the service receives who is nobody. */
async function met(person: Person, route: Route): Promise<'in' | 'refused' | 'signed-out'> {
  const { status, location } = await person.status(route);
  if (status === 403) return 'refused';
  // Who signs out is sent there too.
  const signedOutNow = route.url === '/sign-out' && person.signedIn;
  if (status === 401 || (location.startsWith('/sign-in') && !signedOutNow)) return 'signed-out';
  return 'in';
}

beforeAll(async () => {
  mongo = await testMongo();
  crm = await startCrm(testConfig(mongo.uri), {
    log: pino({ level: 'silent' }),
    onRoute: ({ method, url, config }) => {
      for (const one of [method].flat()) routes.push({ method: String(one), url, config });
    },
  });
  const shelves = accessShelves(crm.store.tenant('t1')!);
  for (const role of roles) {
    const person = { email: `${role}@example.org`, name: `Pessoa ${role}`, role, password };
    expect(await addStaff(shelves, person, { by: 'command', now: new Date() })).toEqual({ ok: true });
  }
});
afterAll(async () => {
  await crm?.stop();
  await mongo?.stop();
});

/** Signing out comes last: it ends the session all other routes are asked with. */
const pages = (): Route[] =>
  routes.filter(isPage).sort((a, b) => Number(a.url === '/sign-out') - Number(b.url === '/sign-out'));

describe('the doors', () => {
  it('every route names an action of the table, or is declared open or signed', () => {
    expect(routes.length).toBeGreaterThan(50);
    const without = pages().filter((route) => cellAt('attendant', route) === undefined);
    expect(without.map(nameOf)).toEqual([]);
    for (const url of open) expect(routes.filter((route) => route.url === url)).not.toEqual([]);
  });

  it('every action of the table guards a route', () => {
    const used = new Set<unknown>(pages().map((route) => route.config?.access));
    expect(Object.keys(table).filter((action) => !used.has(action))).toEqual([]);
  });

  it.each(roles)('%s: each route as the table says', async (role) => {
    const person = await new Person().signIn(role);
    const wrong: string[] = [];
    for (const route of pages()) {
      const cell = cellAt(role, route);
      if (cell === 'investigation') {
        // Closed without one of their own; opened by it.
        person.investigation = 'none0000000000';
        if ((await met(person, route)) !== 'refused') wrong.push(`${nameOf(route)} without investigation`);
        person.investigation = await investigationOf(person);
      }
      const meeting = await met(person, route);
      if (route.url === '/sign-in/code') continue;
      if (meeting !== (cell === 'no' ? 'refused' : 'in'))
        wrong.push(`${nameOf(route)}: ${meeting}, the table says ${cell}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(columns.filter((column) => column === 'patient'))(
    '%s: nobody without a session gets in',
    async () => {
      const nobody = new Person();
      await nobody.open('/sign-in');
      const wrong: string[] = [];
      for (const route of pages()) {
        const cell = cellAt('patient', route);
        const meeting = await met(nobody, route);
        if (cell === 'public' ? meeting === 'refused' : meeting !== 'signed-out')
          wrong.push(`${nameOf(route)}: ${meeting}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('nobody’s investigation opens for another epidemiologist, nor after it was ended', async () => {
    const shelves = accessShelves(crm.store.tenant('t1')!);
    const other = { email: 'epidemiologist2@example.org', name: 'Outra', role: 'epidemiologist', password };
    await addStaff(shelves, other, { by: 'command', now: new Date() });
    const owner = await new Person().signIn('epidemiologist');
    const stranger = await new Person().signIn('epidemiologist2' as Role);
    const id = await investigationOf(owner);
    const page = `/investigations/${id}`;
    expect((await owner.send('GET', page)).status).toBe(200);
    expect((await stranger.send('GET', page)).status).toBe(403);
    expect((await owner.post(`${page}/close`)).status).toBe(303);
    expect((await owner.send('GET', page)).status).toBe(403);
  });

  it('what a workspace signs is closed to everybody in a browser', async () => {
    const person = await new Person().signIn('administrator');
    const asked = routes.filter((route) => signed.test(route.url) && route.method === 'POST');
    expect(asked.length).toBeGreaterThan(3);
    for (const { url } of asked) {
      const answer = await fetch(crm.url + url.replace(':tenant', 't1').replace(':workspace', 'w1'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '[]',
      });
      expect([url, answer.status]).toEqual([url, 401]);
    }
    expect((await person.status({ method: 'GET', url: '/account' })).status).toBe(200);
  });
});

async function investigationOf(person: Person): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const day = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  const answer = await person.post('/investigations/open', {
    disease: 'covid-19',
    fromDay: day,
    toDay: day,
    reason: 'Busca de contatos de um surto numa escola.',
  });
  return (answer.headers.get('location') ?? '').replace('/investigations/', '');
}

describe('forms and pages, as many as there are', () => {
  /** Somebody whom the table lets in. */
  const insiderOf = (route: Route): Role => roles.find((role) => cellAt(role, route) !== 'no') ?? 'manager';

  it('every form is refused without its token, and with that of another session', async () => {
    const wrong: string[] = [];
    const [people, others] = [new Map<Role, Person>(), new Map<Role, Person>()];
    for (const role of roles) {
      people.set(role, await new Person().signIn(role));
      others.set(role, await new Person().signIn(role));
    }
    const forms = pages().filter((route) => route.method === 'POST');
    expect(forms.length).toBeGreaterThan(15);
    for (const route of forms) {
      const role = insiderOf(route);
      const person = people.get(role)!;
      if (cellAt(role, route) === 'investigation') person.investigation = await investigationOf(person);
      const url = addressOf(route, person.investigation);
      const theirs = (others.get(role) as unknown as { token: string }).token;
      for (const body of ['', '_csrf=forged', String(new URLSearchParams({ _csrf: theirs }))]) {
        const answer = await person.send('POST', url, body);
        const text = await answer.text();
        if (answer.status !== 403 || !text.includes('O formulário venceu'))
          wrong.push(`${nameOf(route)}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('every page allows its own scripts and styles only, and holds none inline', async () => {
    const wrong: string[] = [];
    const people = new Map<Role, Person>();
    for (const role of roles) people.set(role, await new Person().signIn(role));
    const shown = pages().filter((route) => route.method === 'GET' && route.url !== '/live');
    for (const route of shown) {
      const role = insiderOf(route);
      const person = people.get(role)!;
      if (cellAt(role, route) === 'investigation') person.investigation = await investigationOf(person);
      const answer = await person.send('GET', addressOf(route, person.investigation));
      const body = await answer.text();
      const policy = answer.headers.get('content-security-policy') ?? '';
      const isHtml = /text\/html/.test(answer.headers.get('content-type') ?? '');
      const problems = [
        !/default-src 'none'/.test(policy) && 'no default-src',
        !/script-src 'self'(;|$)/.test(policy) && 'script-src',
        !/style-src 'self'(;|$)/.test(policy) && 'style-src',
        /unsafe-|\*|https?:/.test(policy) && 'a loose policy',
        isHtml && /<script(?![^>]*\ssrc="\/assets\/)[^>]*>/.test(body) && 'inline script',
        isHtml && /<style|\sstyle="|\son[a-z]+="|javascript:/.test(body) && 'inline style or handler',
        answer.status >= 500 && 'failed',
      ].filter(Boolean);
      if (problems.length > 0) wrong.push(`${nameOf(route)}: ${problems.join(', ')}`);
    }
    expect(wrong).toEqual([]);
  });
});
