/**
 * Every page route is audited unless its configuration says why not, so that a new one cannot be forgotten. What is
 * read is written down before the answer leaves, what is changed before the change: when that fails, nothing is shown or done.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readPatientId } from '../patients/search';
import type { PageTenant } from '../web/page';
import type { Actor, AuditContent } from './entry';
import { createViewed, type Viewed } from './viewed';

export interface RouteAudit {
  /** Default: the action the route's `access` names. */
  action?: string;
  /** Default: the patient or member of staff its address names. */
  target?: (request: FastifyRequest) => string | undefined | Promise<string | undefined>;
  details?: (request: FastifyRequest) => AuditContent['details'];
}

/** One try at the door: nobody is signed in yet. */
export interface SignInTry {
  tenant: PageTenant;
  /** Whose account it is, if it is anybody's. */
  staffId?: string;
  outcome: 'done' | 'code-asked' | 'wrong' | 'must-wait';
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How the route is written into the audit log, or why it is not. */
    audit?: RouteAudit | { none: string };
  }
  interface FastifyRequest {
    /** Set by handlers: what only they know of what is shown. */
    audited?: {
      target?: string;
      /** IDs of the patients a list shows. */
      patients?: readonly string[];
      details?: AuditContent['details'];
    };
    signInTry?: SignInTry;
    /** Whether this request's entry was written, or could not be. */
    auditState?: 'written' | 'failed';
  }
}

/** What a route's entries are called; undefined = it has none. */
export function auditActionOf(
  method: string,
  config: { access?: string; audit?: RouteAudit | { none: string } },
): string | undefined {
  const { access, audit } = config;
  if (audit && 'none' in audit) return undefined;
  if (audit?.action) return audit.action;
  if (!access || access === 'public') return undefined;
  if (access !== 'signed-in') return access;
  return method === 'GET' || method === 'HEAD' ? undefined : 'account.change';
}

const opaqueId = /^[A-Za-z0-9_-]{1,40}$/;

/** Whom the address names. Addresses are typed by people: what is no ID of ours is left out. */
function namedIn(request: FastifyRequest): string | undefined {
  const { patientId, staffId, investigationId } = (request.params ?? {}) as Record<
    string,
    string | undefined
  >;
  const reading = patientId === undefined ? undefined : readPatientId(patientId);
  if (reading?.ok) return `patient/${reading.patientId}`;
  if (staffId && /^S[0-9A-Z-]{1,20}$/i.test(staffId)) return `staff/${staffId}`;
  return investigationId && opaqueId.test(investigationId) ? `investigation/${investigationId}` : undefined;
}

async function contentOf(
  request: FastifyRequest,
  action: string,
  details: AuditContent['details'],
): Promise<AuditContent> {
  const { audit } = request.routeOptions.config;
  const own = audit && !('none' in audit) ? audit : undefined;
  const target = request.audited?.target ?? (await own?.target?.(request)) ?? namedIn(request);
  const actor: Actor = `staff/${request.signedIn!.person.staffId}`;
  const route = `${request.method}:${request.routeOptions.url ?? ''}`;
  const investigation = (request.params as { investigationId?: string } | undefined)?.investigationId;
  return {
    actor,
    action,
    ...(target ? { target } : {}),
    details: {
      route,
      ...(target?.startsWith('patient/') && investigation && opaqueId.test(investigation)
        ? { investigation }
        : {}),
      ...own?.details?.(request),
      ...request.audited?.details,
      ...details,
    },
  };
}

async function append(request: FastifyRequest, content: AuditContent): Promise<void> {
  request.auditState = 'failed';
  await request.pageTenant!.audit.append(content);
  request.auditState = 'written';
}

const reads = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** Patients of a list whom this session has not been shown lately: a list that renews itself shows the same ones again. */
function newlyShown(request: FastifyRequest, viewed: Viewed): string[] {
  const session = request.signedIn!.sessionId;
  const background = request.routeOptions.config.background === true;
  const shown = [...new Set(request.audited?.patients ?? [])];
  return shown.filter((id) => !background || !viewed.recently(session, `list ${id}`));
}

async function noteRead(
  request: FastifyRequest,
  action: string,
  status: number,
  viewed: Viewed,
): Promise<void> {
  const session = request.signedIn!.sessionId;
  const background = request.routeOptions.config.background === true;
  const content = await contentOf(request, action, status >= 400 ? { status } : {});
  const patients = newlyShown(request, viewed);
  // What an open page fetches by itself is the same look, unless it shows somebody new.
  const sameLook = content.target ? viewed.recently(session, content.target) : true;
  if (background && sameLook && patients.length === 0) return;
  await append(request, { ...content, ...(patients.length > 0 ? { patients } : {}) });
  if (content.target && status < 400) viewed.note(session, content.target);
  for (const id of patients) viewed.note(session, `list ${id}`);
}

/** What became of the form whose entry was written before: done or refused, and whom its answer shows. */
async function noteOutcome(request: FastifyRequest, action: string, status: number): Promise<void> {
  const patients = [...(request.audited?.patients ?? [])];
  const outcome: AuditContent['details'] =
    status >= 400 ? { outcome: 'refused', status } : { outcome: 'done' };
  const content = await contentOf(request, action, outcome);
  await append(request, { ...content, ...(patients.length > 0 ? { patients } : {}) });
}

/** Written before the answer, and its cookie, leave. */
async function noteSignIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { tenant, staffId, outcome } = request.signInTry!;
  const account = staffId ? (`staff/${staffId}` as const) : undefined;
  request.auditState = 'failed';
  try {
    await tenant.audit.append({
      actor: outcome === 'done' && account ? account : 'nobody',
      action:
        outcome === 'done' ? 'sign-in.done' : outcome === 'code-asked' ? 'sign-in.code' : 'sign-in.failed',
      ...(account ? { target: account } : {}),
      ...(outcome === 'wrong' || outcome === 'must-wait' ? { details: { reason: outcome } } : {}),
    });
  } catch (error) {
    reply.removeHeader('set-cookie');
    throw error;
  }
  request.auditState = 'written';
}

export function registerRouteAudit(app: FastifyInstance, { now }: { now: () => Date }): void {
  const viewed = createViewed(now);
  app.decorateRequest('audited', undefined);
  app.decorateRequest('auditState', undefined);
  app.decorateRequest('signInTry', undefined);

  app.addHook('preHandler', async (request) => {
    if (!request.signedIn || !request.pageTenant || reads(request.method)) return;
    const action = auditActionOf(request.method, request.routeOptions.config);
    if (action) await append(request, await contentOf(request, action, { outcome: 'asked' }));
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const status = reply.statusCode;
    if (request.signInTry && request.auditState === undefined) {
      await noteSignIn(request, reply);
      return payload;
    }
    if (!request.signedIn || !request.pageTenant || request.is404 || request.auditState === 'failed')
      return payload;
    if (status >= 500) return payload;
    if (status === 403) {
      await append(request, await contentOf(request, 'access.denied', {}));
      return payload;
    }
    const action = auditActionOf(request.method, request.routeOptions.config);
    if (!action) return payload;
    if (reads(request.method)) await noteRead(request, action, status, viewed);
    else await noteOutcome(request, action, status);
    return payload;
  });
}
