/** The second step of signing in: the code of the authenticator app, or setting it up where it is required. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { PageContext, PageTenant, PageTools } from '../web/page';
import { csrfCookie, localPath, sendPage } from '../web/render';
import { giveCookie, readCookie, takeCookie } from './cookies';
import { deviceOf } from './device';
import { homeOf } from './permissions';
import { pendingIdOf, resumePending, type Pending } from './pending';
import { beginEnrolment } from './second-factor';
import { CodePage, EnrolPage, RecoveryCodesPage } from './second-factor-pages';
import { parseSessionCookie, sessionLifeMs } from './session';
import { finishSignIn } from './sign-in';

export const codeForm = z.object({ code: z.string().min(1).max(60), next: z.string().max(300).optional() });

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;

export function registerSecondStep(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const whose = async (
    request: FastifyRequest,
  ): Promise<{ tenant: PageTenant; pending: Pending } | undefined> => {
    const cookie = parseSessionCookie(readCookie(request, 'pending'));
    const tenant = cookie && tools.tenants.find((one) => one.id === cookie.tenant);
    if (!cookie || !tenant) return undefined;
    const id = pendingIdOf(tenant.id, cookie.token);
    const pending = await resumePending(tenant.access, id, tools.now());
    return pending && { tenant, pending };
  };
  const startAgain = (reply: FastifyReply) => takeCookie(reply, 'pending').redirect('/sign-in', 303);

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { tenant, pending }: { tenant: PageTenant; pending: Pending },
    shown: { next: string; error?: string; status?: number },
  ): Promise<FastifyReply> => {
    const context = contextFor(request, reply);
    const props = { context, action: '/sign-in/code', next: shown.next, error: shown.error };
    if (pending.step === 'code') return sendPage(reply, <CodePage {...props} />, shown.status);
    const secret = await beginEnrolment(tenant.access, pending.person, tools.randomBytes);
    if (secret === undefined) return startAgain(reply);
    const account = { secret, issuer: `Acolhe ${tenant.name}`, label: pending.person._id };
    return sendPage(reply, <EnrolPage {...props} {...account} required />, shown.status);
  };

  app.get<{ Querystring: { next?: string } }>(
    '/sign-in/code',
    { config: { access: 'public' } },
    async (request, reply) => {
      const found = await whose(request);
      if (!found) return startAgain(reply);
      return show(request, reply, found, { next: localPath(request.query.next) });
    },
  );

  app.post('/sign-in/code', { config: { access: 'public' } }, async (request, reply) => {
    const found = await whose(request);
    if (!found) return startAgain(reply);
    const { tenant, pending } = found;
    const context = contextFor(request, reply);
    const { t, duration } = context.speech;
    const input = codeForm.safeParse(request.body);
    const next = localPath(input.data?.next);
    if (!input.success) return show(request, reply, found, { next, error: t('fillAll'), status: 400 });
    const device = deviceOf(request.headers['user-agent']);
    const typed = { tenant: tenant.id, code: input.data.code, device };
    const result = await finishSignIn(tenant.access, pending, typed, tools);
    const { staffId } = pending.person;
    request.signInTry = {
      tenant,
      staffId,
      outcome: result.ok ? 'done' : result.problem === 'wait' ? 'must-wait' : 'wrong',
    };
    if (!result.ok && result.problem === 'wait') {
      const seconds = Math.ceil(result.waitMs / 1000);
      reply.header('retry-after', String(seconds));
      const error = t('tooMany', { time: duration(seconds * 1000) });
      return show(request, reply, found, { next, error, status: 429 });
    }
    if (!result.ok) return show(request, reply, found, { next, error: t('wrongCode'), status: 401 });
    const home = next === '/' ? homeOf(pending.person.role) : next;
    giveCookie(takeCookie(reply, 'pending'), 'session', result.cookie, sessionLifeMs);
    if (result.recoveryCodes) {
      return sendPage(
        reply,
        <RecoveryCodesPage context={context} codes={result.recoveryCodes} onward={home} />,
      );
    }
    reply.clearCookie(csrfCookie, { path: '/' });
    return reply.redirect(home, 303);
  });
}
