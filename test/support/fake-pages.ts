/** The pages on a tenant in memory, and a browser that keeps cookies and posts forms as a person would. */
import { hash } from '@node-rs/argon2';
import { createHash } from 'crypto';
import fastify, { type FastifyInstance, type LightMyRequestResponse, type RouteOptions } from 'fastify';
import type { Role } from '../../crm-sync/access/permissions';
import type { SecondFactorPolicy } from '../../crm-sync/access/second-factor';
import { mintStaffId } from '../../crm-sync/access/staff-id';
import { entryId, type AuditContent } from '../../crm-sync/audit/entry';
import { knowledgeStore } from '../../crm-sync/knowledge/knowledge-store';
import { figuresOf } from '../../crm-sync/supervision/figures';
import { builtInMeasures } from '../../crm-sync/supervision/wait-measures';
import { createChanges } from '../../crm-sync/projector/changes';
import type { SetAside } from '../../crm-sync/projector/set-aside';
import type { SetAsideShelf } from '../../crm-sync/set-aside/set-aside-routes';
import type { PageDeps, PageTenant } from '../../crm-sync/web/page';
import { registerPagesWith } from '../../crm-sync/web/register-pages';
import { expectDescribed } from './described';
import { fakePapers } from './fake-papers';
import { fakePatientChanges, fakePatientReads, type FakePatient } from './fake-patients';
import { fakeRescreens } from './fake-rescreens';
import { fakeShelves } from './fake-shelves';
import { memoryKnowledge } from './memory-knowledge';
import { quickCheck } from './quick-check';
import { fakeSupervision } from './fake-supervision';
import { fakeChatTasks, type FakeChatTasks } from './fake-chat-tasks';
import { fakeOutcomes } from './fake-outcomes';
import { fakeTasks, type FakeTasks } from './fake-tasks';

export const goodPassword = 'Chuva-Mansa-77';
/** With little work, since every test signs in; what the real parameters are is a test of its own. */
const goodHash = hash(goodPassword, { memoryCost: 64, timeCost: 1, parallelism: 1 });

export { fakeShelves };

function fakeSetAside(rows: SetAside[]): SetAsideShelf {
  return {
    list: async () => rows,
    retry: async (stream) => {
      const tried = rows.filter((row) => stream === undefined || row.stream === stream);
      rows.splice(0, rows.length, ...rows.filter((row) => !tried.includes(row)));
      return tried.map((row) => row.stream);
    },
  };
}

export async function fakePages({
  tenantIds = ['demo'],
  secondFactor = 'optional' as SecondFactorPolicy,
  nowMs = Date.parse('2026-05-04T15:00:00.000Z'),
  check = quickCheck,
} = {}) {
  const clock = { nowMs };
  const changes = createChanges();
  const store = new Map(
    tenantIds.map((id) => [
      id,
      {
        ...fakeShelves(),
        patients: new Map<string, FakePatient>(),
        audited: [] as AuditContent[],
        setAside: [] as SetAside[],
        tasks: { open: [], done: [] } as FakeTasks,
        chatTasks: { open: [], told: [] } as FakeChatTasks,
        knowledge: memoryKnowledge(),
      },
    ]),
  );
  const all = (id: string) => [...(store.get(id)?.patients.values() ?? [])];
  const encountersOf = (id: string) => all(id).flatMap((patient) => patient.encounters);
  const tenants: PageTenant[] = tenantIds.map((id) => ({
    id,
    name: `Unidade ${id}`,
    timeZone: 'America/Fortaleza',
    secondFactor,
    access: store.get(id)!.shelves,
    patients: fakePatientReads(store.get(id)!.patients),
    patientChanges: fakePatientChanges(),
    files: { find: async () => ({ state: 'none' }) },
    rescreens: fakeRescreens(id, store.get(id)!.patients, store.get(id)!.knowledge),
    ...fakePapers(),
    knowledge: knowledgeStore({ tenant: id, shelf: store.get(id)!.knowledge, check }),
    followUps: fakeTasks(store.get(id)!.tasks),
    conversationTasks: fakeChatTasks(store.get(id)!.chatTasks),
    setAside: fakeSetAside(store.get(id)!.setAside),
    audit: {
      append: async (entry) => void store.get(id)!.audited.push(entry),
      entries: async (_filter, limit) =>
        store
          .get(id)!
          .audited.map((entry, seq) => ({
            ...entry,
            ...{ _id: entryId('w', seq), writer: 'w', seq, prev: '', mac: 'm', at: new Date(clock.nowMs) },
          }))
          .reverse()
          .slice(0, limit),
      state: async () => ({ entries: store.get(id)!.audited.length, lastHolds: true }),
    },
    outcomes: fakeOutcomes(() => encountersOf(id)),
    desk: fakeSupervision(() => encountersOf(id)),
    supervision: {
      waiting: async () => encountersOf(id).filter((one) => one.state === 'queued'),
      measures: async () => builtInMeasures,
      countWaiting: async () => encountersOf(id).filter((one) => one.state === 'queued').length,
      figures: async (period) => figuresOf(encountersOf(id), period),
      pulse: async () => encountersOf(id),
    },
  }));
  let random = 0;
  const archived: string[] = [];
  const deps: PageDeps = {
    tenants,
    archived: () => archived,
    changes,
    sessionKey: Buffer.alloc(32, 5),
    now: () => new Date(clock.nowMs),
    randomBytes: (count) => Buffer.alloc(count, (random += 1)),
  };
  const app = fastify();
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  await registerPagesWith(app, deps);
  const hire = async (
    role: Role,
    email = `${role}@example.org`,
    name = `Pessoa ${role}`,
    tenant = 'demo',
  ) => {
    const passwordHash = await goodHash;
    const createdAt = new Date(clock.nowMs);
    store.get(tenant)!.people.set(email, {
      _id: email,
      staffId: mintStaffId(() => createHash('sha256').update(email).digest().subarray(0, 8)),
      name,
      role,
      passwordHash,
      createdAt,
      createdBy: 'command',
    });
    return email;
  };
  return {
    app,
    routes,
    clock,
    changes,
    hire,
    of: (id = 'demo') => store.get(id)!,
    /** From now on it is served no more. */
    archive(id: string) {
      tenants.splice(
        tenants.findIndex((tenant) => tenant.id === id),
        1,
      );
      archived.push(id);
    },
    browser: () => new FakeBrowser(app),
  };
}

export class FakeBrowser {
  readonly cookies = new Map<string, string>();
  constructor(private readonly app: FastifyInstance) {}

  async send(
    method: 'GET' | 'POST',
    url: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ) {
    const answer = await this.app.inject({
      method,
      url,
      headers: {
        accept: 'text/html',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    });
    await expectDescribed({
      ...{ method, url, status: answer.statusCode, body: answer.body },
      contentType: answer.headers['content-type'] as string | undefined,
    });
    for (const cookie of answer.cookies as { name: string; value: string }[]) {
      if (cookie.value === '') this.cookies.delete(cookie.name);
      else this.cookies.set(cookie.name, cookie.value);
    }
    return answer;
  }

  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse> {
    return this.send('GET', url, undefined, headers);
  }

  /** Opens `page`, then posts its form's token with `form` to `action`. */
  async submit(page: string, action: string, form: Record<string, string>): Promise<LightMyRequestResponse> {
    const token = /name="_csrf" value="([^"]+)"/.exec((await this.get(page)).body)?.[1] ?? '';
    return this.send('POST', action, { _csrf: token, ...form });
  }

  signIn(
    email: string,
    password = goodPassword,
    more: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    return this.submit('/sign-in', '/sign-in', { email, password, ...more });
  }
}
