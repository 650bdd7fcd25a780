/** The door of every page: who is asking, and may they? Routes that do not say who may use them are closed. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageDeps, PageTenant } from '../web/page';
import { isOpen } from '../investigations/investigation';
import { readCookie } from './cookies';
import { cellOf, type Action, type Role } from './permissions';
import { parseSessionCookie, resumeSession, sessionIdOf } from './session';

/** Refused by the role, not by the sign-in. The error page says what to do. */
export class ForbiddenError extends Error {
  readonly code = 'forbidden';
  readonly statusCode = 403;
}

/** The browser was signed in to a tenant that is served no more. */
export class ArchivedError extends Error {
  readonly code = 'archived';
  readonly statusCode = 403;
  constructor(readonly tenant: string) {
    super('this tenant is archived');
  }
}

/** The tenant this browser was last signed in to, when that one is archived. */
export function archivedOf(request: FastifyRequest, deps: Pick<PageDeps, 'archived'>): string | undefined {
  const cookie = parseSessionCookie(readCookie(request, 'session'));
  return deps.archived().find((id) => id === cookie?.tenant);
}

async function identify(request: FastifyRequest, deps: PageDeps): Promise<void> {
  const cookie = parseSessionCookie(readCookie(request, 'session'));
  const tenant: PageTenant | undefined = cookie && deps.tenants.find((item) => item.id === cookie.tenant);
  if (!cookie || !tenant) return;
  const extend = request.routeOptions.config.background !== true;
  const id = sessionIdOf(tenant.id, cookie.token);
  const signedIn = await resumeSession(tenant.access, id, deps.now(), extend);
  if (!signedIn) return;
  request.signedIn = signedIn;
  request.pageTenant = tenant;
}

function askToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.routeOptions.config.background) return reply.code(401).type('text/plain').send('signed out');
  const next =
    request.method === 'GET' && request.url !== '/' ? `?next=${encodeURIComponent(request.url)}` : '';
  return reply.redirect(`/sign-in${next}`, 303);
}

/** Within an investigation: one that is open, and that this very person opened. */
async function withinInvestigation(request: FastifyRequest, now: Date): Promise<boolean> {
  const { signedIn, pageTenant, params } = request;
  const id = (params as { investigationId?: string } | undefined)?.investigationId;
  const found = id === undefined ? undefined : await pageTenant?.investigations.find(id);
  return found !== undefined && isOpen(found, now) && found.staff === signedIn?.person.staffId;
}

async function mayEnter(request: FastifyRequest, action: Action, now: Date): Promise<boolean> {
  const cell = request.signedIn ? cellOf(request.signedIn.person.role, action) : 'no';
  return cell === 'investigation' ? withinInvestigation(request, now) : cell === 'yes';
}

export function registerGuard(app: FastifyInstance, deps: PageDeps): void {
  app.decorateRequest('signedIn', undefined);
  app.decorateRequest('pageTenant', undefined);
  app.addHook('onRequest', async (request, reply) => {
    await identify(request, deps);
    if (request.is404) return;
    const access = request.routeOptions.config.access;
    if (access === 'public') return;
    if (!request.signedIn) {
      const archived = archivedOf(request, deps);
      if (archived !== undefined && !request.routeOptions.config.background)
        throw new ArchivedError(archived);
      return askToSignIn(request, reply);
    }
    if (access === 'signed-in') return;
    if (!access || !(await mayEnter(request, access, deps.now())))
      throw new ForbiddenError('not for this role');
  });
}

/** The signed-in person and their tenant, where the guard has let somebody in. `staffId` is what events name. */
export function insider(request: FastifyRequest): {
  signedIn: NonNullable<FastifyRequest['signedIn']>;
  staffId: string;
  tenant: PageTenant;
} {
  if (!request.signedIn || !request.pageTenant) throw new ForbiddenError('nobody is signed in');
  const { signedIn, pageTenant: tenant } = request;
  return { signedIn, staffId: signedIn.person.staffId, tenant };
}

/** Whose eyes a page is for. */
export function viewerOf(request: FastifyRequest): { role: Role; staffId: string } {
  const { role, staffId } = insider(request).signedIn.person;
  return { role, staffId };
}
