import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { languages } from '../../contract/event';
import type { PageContext, PageTools } from '../web/page';
import { csrfCookie, languageCookie, localPath, sendPage } from '../web/render';
import { giveCookie, readCookie, takeCookie } from './cookies';
import { deviceOf } from './device';
import { ArchivedError, archivedOf } from './guard';
import { homeOf } from './permissions';
import { pendingMs } from './pending';
import { registerSecondStep } from './second-step-routes';
import { sessionLifeMs } from './session';
import { normalEmail, signIn } from './sign-in';
import { SignInPage } from './sign-in-page';

export const signInForm = z.object({
  tenant: z.string().trim().toLowerCase().max(40).optional(),
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(1_000),
  next: z.string().max(300).optional(),
});

const languageOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto' } as const;
type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;

export function registerSignIn(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const { tenants } = tools;
  // Tenants come and go while the service runs.
  const severalTenants = (): boolean => tenants.length + tools.archived().length > 1;

  app.get<{ Querystring: { next?: string } }>(
    '/sign-in',
    { config: { access: 'public' } },
    (request, reply) => {
      if (request.signedIn) return reply.redirect(homeOf(request.signedIn.person.role), 303);
      const context = contextFor(request, reply);
      const { t } = context.speech;
      const code = archivedOf(request, tools);
      const idle = readCookie(request, 'session') ? t('signedOutIdle') : undefined;
      const info = code === undefined ? idle : t('archivedSignedIn', { code });
      const next = localPath(request.query.next);
      const askTenant = severalTenants();
      return sendPage(reply, <SignInPage context={context} askTenant={askTenant} next={next} info={info} />);
    },
  );

  app.post('/sign-in', { config: { access: 'public' } }, async (request, reply) => {
    const context = contextFor(request, reply);
    const { t, duration } = context.speech;
    const askTenant = severalTenants();
    const input = signInForm.safeParse(request.body);
    const again = (error: string, status: number) => {
      const { email, tenant, next } = input.data ?? {};
      const props = { context, askTenant, email, tenant, next: localPath(next), error };
      return sendPage(reply, <SignInPage {...props} />, status);
    };
    if (!input.success) return again(t('fillAll'), 400);
    const { email, password } = input.data;
    // Nobody can sign in there, with whatever password: none is looked at.
    const [onlyOne] = tools.archived();
    const asked = askTenant ? input.data.tenant : tenants.length === 0 ? onlyOne : undefined;
    if (asked !== undefined && tools.archived().includes(asked)) throw new ArchivedError(asked);
    const known = askTenant ? tenants.find((item) => item.id === input.data.tenant) : tenants[0];
    // An unknown tenant is answered like a wrong password, by the same work on an account that cannot exist.
    const tenant = known ?? tenants[0];
    if (!tenant) return again(t('wrongSignIn'), 401);
    const who = { email: known ? email : ` unknown tenant ${email}`, password };
    const from = { address: request.ip, device: deviceOf(request.headers['user-agent']) };
    const result = await signIn(
      tenant.access,
      { tenant: tenant.id, ...who, ...from },
      tools,
      tenant.secondFactor,
    );
    // Looked for in any case, so that an unknown account takes as long as a known one.
    const account = await tenant.access.staff.find(normalEmail(who.email));
    request.signInTry = {
      tenant,
      ...(account ? { staffId: account.staffId } : {}),
      outcome: result.ok
        ? result.step === 'in'
          ? 'done'
          : 'code-asked'
        : result.reason === 'wait'
          ? 'must-wait'
          : 'wrong',
    };
    if (!result.ok) {
      const { waitMs, reason } = result;
      if (waitMs > 0) reply.header('retry-after', String(Math.ceil(waitMs / 1000)));
      const time = duration(Math.ceil(waitMs / 1000) * 1000);
      if (reason === 'wait') return again(t('tooMany', { time }), 429);
      const wrong = t(askTenant ? 'wrongSignInTenant' : 'wrongSignIn');
      return again(waitMs > 0 ? `${wrong} ${t('waitBefore', { time })}` : wrong, 401);
    }
    // Rotation: whatever this browser held before is worth nothing from now on.
    if (request.signedIn) await request.pageTenant?.access.sessions.remove(request.signedIn.sessionId);
    reply.clearCookie(csrfCookie, { path: '/' });
    const next = localPath(input.data.next);
    if (result.step !== 'in') {
      giveCookie(takeCookie(reply, 'session'), 'pending', result.cookie, pendingMs);
      return reply.redirect(
        next === '/' ? '/sign-in/code' : `/sign-in/code?next=${encodeURIComponent(next)}`,
        303,
      );
    }
    giveCookie(reply, 'session', result.cookie, sessionLifeMs);
    return reply.redirect(next === '/' ? homeOf(result.person.role) : next, 303);
  });

  registerSecondStep(app, tools, contextFor);

  app.post(
    '/sign-out',
    { config: { access: 'signed-in', audit: { action: 'sign-out' } } },
    async (request, reply) => {
      if (request.signedIn) await request.pageTenant?.access.sessions.remove(request.signedIn.sessionId);
      takeCookie(reply, 'session').clearCookie(csrfCookie, { path: '/' });
      return reply.redirect('/sign-in', 303);
    },
  );

  app.post<{ Body: { to?: unknown; back?: unknown } | undefined }>(
    '/language',
    { config: { access: 'public' } },
    (request, reply) => {
      const to = languages.find((language) => language === request.body?.to);
      if (to) reply.setCookie(languageCookie, to, { ...languageOptions, maxAge: 365 * 24 * 3600 });
      return reply.redirect(localPath(request.body?.back), 303);
    },
  );

  app.get('/', { config: { access: 'signed-in' } }, (request, reply) =>
    reply.redirect(homeOf(request.signedIn?.person.role ?? 'attendant'), 303),
  );
}
