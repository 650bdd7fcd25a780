import cookie from '@fastify/cookie';
import csrfProtection from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import { randomBytes } from 'crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MongoError } from 'mongodb';
import { ZodError } from 'zod';
import { ArchivedPage } from '../access/archived-page';
import { ArchivedError, registerGuard } from '../access/guard';
import { accessShelves } from '../access/mongo-shelves';
import { registerSignIn } from '../access/sign-in-routes';
import { registerStaff } from '../access/staff-routes';
import { auditReads } from '../audit/audit-reads';
import { registerAudit } from '../audit/audit-routes';
import { registerRouteAudit } from '../audit/route-audit';
import type { CrmDeps } from '../deps';
import { registerFiles } from '../files/file-routes';
import { fileReads } from '../files/kept-files';
import { followUpShelf } from '../follow-up/task-reads';
import { registerTasks } from '../follow-up/task-routes';
import { patientChanges } from '../patients/patient-changes';
import { registerInvestigations } from '../investigations/investigation-routes';
import { investigationStore } from '../investigations/investigation-store';
import { registerKnowledge } from '../knowledge/knowledge-routes';
import { knowledgeShelf } from '../knowledge/knowledge-shelf';
import { knowledgeStore } from '../knowledge/knowledge-store';
import { tellApps } from '../knowledge/tell-apps';
import { patientReads } from '../patients/patient-reads';
import { registerPatients } from '../patients/patient-routes';
import type { Store, Tenant } from '../store/tenant';
import { registerRescreen } from '../rescreen/rescreen-routes';
import { rescreenStore } from '../rescreen/rescreen-store';
import { registerReports } from '../reports/report-routes';
import { reportStore } from '../reports/report-store';
import { registerSetAside, setAsideShelf } from '../set-aside/set-aside-routes';
import { supervisionDesk } from '../supervision/supervision-desk';
import { supervisionReads } from '../supervision/supervision-reads';
import { registerSupervision } from '../supervision/supervision-routes';
import { registerChatTasks } from '../tasks/chat-task-routes';
import { registerOutcomes } from '../tasks/outcome-routes';
import { outcomeShelf } from '../tasks/outcome-shelf';
import { conversationTasks } from '../tasks/task-shelf';
import { registerAssets } from './assets';
import { ErrorPage, type ErrorKind } from './error-page';
import { createLiveHub } from './live';
import { registerLive } from './live-routes';
import type { PageDeps, PageTenant } from './page';
import { contextOf, csrfCookie, sendPage } from './render';

/** Forms are short; nothing else is posted to pages. */
const maxFormBytes = 32_768;

const contentPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

function kindOf(error: FastifyError): { kind: ErrorKind; status: number } {
  if (error.code?.startsWith('FST_CSRF')) return { kind: 'Csrf', status: 403 };
  if (error.statusCode === 403) return { kind: '403', status: 403 };
  if (error instanceof MongoError) return { kind: '500', status: 503 };
  if (error instanceof ZodError) return { kind: '400', status: 400 };
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500 ? { kind: '400', status } : { kind: '500', status: 500 };
}

async function protect(app: FastifyInstance, deps: PageDeps): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    // The proxy that ends TLS knows whether this host is only ever https.
    strictTransportSecurity: false,
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: maxFormBytes });
  await app.register(csrfProtection, {
    cookieKey: csrfCookie,
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto' },
    csrfOpts: { hmacKey: deps.sessionKey.toString('base64') },
    getUserInfo: (request) => request.signedIn?.sessionId ?? 'signed-out',
    logLevel: 'info',
  });
  registerGuard(app, deps);
  app.addHook('preHandler', (request, reply, done) => {
    if (request.method === 'POST' && !request.is404) app.csrfProtection(request, reply, done);
    else done();
  });
}

/** Adds every page to the server, in a context of its own: cookies, forms and security headers do not reach ingest. */
export async function registerPagesWith(server: FastifyInstance, deps: PageDeps): Promise<void> {
  await server.register(async (app) => {
    const live = createLiveHub(deps.changes);
    app.addHook('preClose', async () => live.close());
    await protect(app, deps);
    registerRouteAudit(app, deps);
    const assets = registerAssets(app);
    const contextFor = (request: FastifyRequest, reply: FastifyReply) =>
      contextOf(request, reply, assets, deps.now());
    app.setErrorHandler((error: FastifyError, request, reply) => {
      if (error instanceof ArchivedError) {
        const props = { context: contextFor(request, reply), code: error.tenant };
        return sendPage(reply, <ArchivedPage {...props} />, error.statusCode);
      }
      const { kind, status } = kindOf(error);
      // Messages of failures may hold what was typed: the place is enough to find the cause.
      const where = {
        route: request.routeOptions.url,
        error: error.name,
        stack: error.stack?.split('\n').slice(1, 8),
      };
      if (status >= 500) request.log.error({ ...where, code: request.id }, 'a page failed');
      return sendPage(
        reply,
        <ErrorPage context={contextFor(request, reply)} kind={kind} code={request.id} />,
        status,
      );
    });
    app.setNotFoundHandler((request, reply) => {
      const wantsPage = /text\/html/.test(request.headers.accept ?? '');
      if (!wantsPage)
        return reply
          .code(404)
          .send({ error: { code: 'not-found', message: 'there is nothing at this address' } });
      return sendPage(
        reply,
        <ErrorPage context={contextFor(request, reply)} kind="404" code={request.id} />,
        404,
      );
    });
    const tools = { ...deps, live };
    registerSignIn(app, tools, contextFor);
    registerStaff(app, tools, contextFor);
    registerPatients(app, tools, contextFor);
    registerRescreen(app, tools, contextFor);
    registerFiles(app, contextFor);
    registerSupervision(app, tools, contextFor);
    registerTasks(app, tools, contextFor);
    registerChatTasks(app, tools, contextFor);
    registerOutcomes(app, tools, contextFor);
    registerAudit(app, tools, contextFor);
    registerInvestigations(app, tools, contextFor);
    registerReports(app, tools, contextFor);
    await registerKnowledge(app, tools, contextFor);
    registerSetAside(app, tools, contextFor);
    registerLive(app, tools);
  });
}

/** 128 random bits. */
const newId = (): string => randomBytes(16).toString('hex');

function pageTenant(tenant: Tenant, now: () => Date): PageTenant {
  const desk = supervisionDesk(tenant, now);
  const supervision = supervisionReads(tenant);
  return {
    id: tenant.id,
    // The registry may change these while the service runs.
    get name() {
      return tenant.name;
    },
    get timeZone() {
      return tenant.timeZone;
    },
    get secondFactor() {
      return tenant.secondFactor ?? 'optional';
    },
    access: accessShelves(tenant),
    patients: patientReads(tenant),
    patientChanges: patientChanges(tenant),
    files: fileReads(tenant),
    supervision: {
      ...supervision,
      pulse: async (at) => [...(await supervision.pulse(at)), ...desk.pulse()],
    },
    desk,
    followUps: followUpShelf(tenant),
    conversationTasks: conversationTasks(tenant),
    outcomes: outcomeShelf(tenant),
    investigations: investigationStore(tenant, newId),
    reports: reportStore(tenant, newId),
    rescreens: rescreenStore(tenant),
    knowledge: knowledgeStore({
      tenant: tenant.id,
      shelf: knowledgeShelf(tenant),
      published: () => void tellApps(tenant.workspaces),
    }),
    setAside: setAsideShelf(tenant),
    audit: { append: (content) => tenant.audit.append(content), ...auditReads(tenant) },
  };
}

/** The tenants as the pages see them, in a list that follows the store's. */
function followTenants(app: FastifyInstance, store: Store, now: () => Date): PageTenant[] {
  const made = new WeakMap<Tenant, PageTenant>();
  const list: PageTenant[] = [];
  const follow = (): void => {
    const served = store.tenants.map((tenant) => {
      const page = made.get(tenant) ?? pageTenant(tenant, now);
      made.set(tenant, page);
      return page;
    });
    list.splice(0, list.length, ...served);
  };
  const unfollow = store.onChange(follow);
  app.addHook('onClose', async () => unfollow());
  follow();
  return list;
}

/** Adds every page of the CRM to the server. */
export async function registerPages(app: FastifyInstance, deps: CrmDeps): Promise<void> {
  await registerPagesWith(app, {
    tenants: followTenants(app, deps.store, deps.now),
    archived: () => deps.store.archived(),
    changes: deps.changes,
    sessionKey: deps.config.sessionKey,
    now: deps.now,
    randomBytes: (count) => randomBytes(count),
  });
}
