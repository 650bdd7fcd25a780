import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { languages } from '../../contract/event';
import type { PageContext, PageTools } from '../web/page';
import { csrfCookie, languageCookie, localPath, sendPage } from '../web/render';
import { sessionCookie } from './guard';
import { homeOf } from './permissions';
import { sessionLifeMs } from './session';
import { signIn } from './sign-in';
import { SignInPage } from './sign-in-page';

const form = z.object({
  tenant: z.string().trim().toLowerCase().max(40).optional(),
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(1_000),
  next: z.string().max(300).optional(),
});

const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto' } as const;
type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;

export function registerSignIn(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const { tenants } = tools;
  // Tenants come and go while the service runs.
  const severalTenants = (): boolean => tenants.length > 1;

  app.get<{ Querystring: { next?: string } }>(
    '/sign-in',
    { config: { access: 'public' } },
    (request, reply) => {
      if (request.signedIn) return reply.redirect(homeOf(request.signedIn.person.role), 303);
      const context = contextFor(request, reply);
      const info = request.cookies[sessionCookie] ? context.speech.t('signedOutIdle') : undefined;
      const next = localPath(request.query.next);
      const askTenant = severalTenants();
      return sendPage(reply, <SignInPage context={context} askTenant={askTenant} next={next} info={info} />);
    },
  );

  app.post('/sign-in', { config: { access: 'public' } }, async (request, reply) => {
    const context = contextFor(request, reply);
    const { t, time } = context.speech;
    const askTenant = severalTenants();
    const input = form.safeParse(request.body);
    const again = (error: string, status: number) => {
      const { email, tenant, next } = input.data ?? {};
      const props = { context, askTenant, email, tenant, next: localPath(next), error };
      return sendPage(reply, <SignInPage {...props} />, status);
    };
    if (!input.success) return again(t('fillAll'), 400);
    const { email, password } = input.data;
    const known = askTenant ? tenants.find((item) => item.id === input.data.tenant) : tenants[0];
    // An unknown tenant is answered like a wrong password, by the same work on an account that cannot exist.
    const tenant = known ?? tenants[0];
    if (!tenant) return again(t('wrongSignIn'), 401);
    const result = await signIn(
      tenant.access,
      { tenant: tenant.id, email: known ? email : ` unknown tenant ${email}`, password, address: request.ip },
      tools,
    );
    if (!result.ok) {
      if (result.reason === 'wrong') return again(t(askTenant ? 'wrongSignInTenant' : 'wrongSignIn'), 401);
      const retryAt = result.retryAt ?? tools.now();
      const seconds = Math.ceil((retryAt.getTime() - tools.now().getTime()) / 1000);
      reply.header('retry-after', String(Math.max(1, seconds)));
      return again(t('tooMany', { time: time(retryAt) }), 429);
    }
    // Rotation: whatever this browser held before is worth nothing from now on.
    if (request.signedIn) await request.pageTenant?.access.sessions.remove(request.signedIn.sessionId);
    reply.clearCookie(csrfCookie, { path: '/' });
    reply.setCookie(sessionCookie, result.cookie, { ...cookieOptions, maxAge: sessionLifeMs / 1000 });
    const next = localPath(input.data.next);
    return reply.redirect(next === '/' ? homeOf(result.role) : next, 303);
  });

  app.post('/sign-out', { config: { access: 'signed-in' } }, async (request, reply) => {
    if (request.signedIn) await request.pageTenant?.access.sessions.remove(request.signedIn.sessionId);
    reply.clearCookie(sessionCookie, { path: '/' }).clearCookie(csrfCookie, { path: '/' });
    return reply.redirect('/sign-in', 303);
  });

  app.post<{ Body: { to?: unknown; back?: unknown } | undefined }>(
    '/language',
    { config: { access: 'public' } },
    (request, reply) => {
      const to = languages.find((language) => language === request.body?.to);
      if (to) reply.setCookie(languageCookie, to, { ...cookieOptions, maxAge: 365 * 24 * 3600 });
      return reply.redirect(localPath(request.body?.back), 303);
    },
  );

  app.get('/', { config: { access: 'signed-in' } }, (request, reply) =>
    reply.redirect(homeOf(request.signedIn?.person.role ?? 'attendant'), 303),
  );
}
