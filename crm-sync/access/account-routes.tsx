/** What everybody does with their own account: password, authenticator app, sessions. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import { AccountPage } from './account-page';
import { insider } from './guard';
import {
  beginEnrolment,
  confirmEnrolment,
  hasSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from './second-factor';
import { EnrolPage, RecoveryCodesPage } from './second-factor-pages';
import { isLive } from './session';
import { changePassword, confirmOwnPassword } from './staff';

const password = z.string().min(1).max(1_000);
export const passwordForm = z.object({ current: password, next: password });
export const confirmForm = z.object({ current: password });
export const codeForm = z.object({ code: z.string().min(1).max(60) });
export const sessionForm = z.object({ session: z.string().min(1).max(100) });

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
type Refused = { problem: string; waitMs?: number };

export function registerAccount(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const own = { config: { access: 'signed-in' } } as const;

  const problemText = (context: PageContext, { problem, waitMs }: Refused): string => {
    const { coded, duration, t } = context.speech;
    if (waitMs === undefined) return coded('problem', problem);
    return t('tooMany', { time: duration(Math.ceil(waitMs / 1000) * 1000) });
  };

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { refused?: Refused; done?: 'done_password' | 'done_session' | 'done_factorRemoved' } = {},
  ): Promise<FastifyReply> => {
    const { tenant, signedIn } = insider(request);
    const context = contextFor(request, reply);
    const [person, sessions] = await Promise.all([
      tenant.access.staff.find(signedIn.person._id),
      tenant.access.sessions.listOf(signedIn.person._id),
    ]);
    const { refused, done } = shown;
    if (refused?.waitMs) reply.header('retry-after', String(Math.ceil(refused.waitMs / 1000)));
    const page = (
      <AccountPage
        context={context}
        person={person ?? signedIn.person}
        sessions={sessions.filter((session) => isLive(session, tools.now()))}
        policy={tenant.secondFactor}
        error={refused && problemText(context, refused)}
        done={done && context.speech.t(done)}
      />
    );
    return sendPage(reply, page, refused ? (refused.waitMs ? 429 : 400) : 200);
  };

  /** Runs `then` for who knows the password of the account that is signed in. */
  const confirmed =
    (then: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { tenant, signedIn } = insider(request);
      const { current } = confirmForm.parse(request.body);
      const known = await confirmOwnPassword(tenant.access, signedIn.person._id, current, tools.now());
      return known.ok ? then(request, reply) : show(request, reply, { refused: known });
    };

  app.get('/account', own, (request, reply) => show(request, reply));

  app.post('/account/password', own, async (request, reply) => {
    const { tenant, signedIn } = insider(request);
    const input = passwordForm.parse(request.body);
    const { person, sessionId } = signedIn;
    const now = tools.now();
    const result = await changePassword(tenant.access, { id: person._id, sessionId, now, ...input });
    return show(request, reply, result.ok ? { done: 'done_password' } : { refused: result });
  });

  const enrolPage = async (
    request: FastifyRequest,
    reply: FastifyReply,
    refused?: Refused,
  ): Promise<FastifyReply> => {
    const { tenant, signedIn } = insider(request);
    const person = await tenant.access.staff.find(signedIn.person._id);
    const open = person && tenant.secondFactor !== 'off' && !hasSecondFactor(person);
    const secret = open && (await beginEnrolment(tenant.access, person, tools.randomBytes));
    if (!person || !secret) return reply.redirect('/account', 303);
    const context = contextFor(request, reply);
    if (refused?.waitMs) reply.header('retry-after', String(Math.ceil(refused.waitMs / 1000)));
    const page = (
      <EnrolPage
        context={context}
        action="/account/second-factor/confirm"
        secret={secret}
        issuer={`Acolhe ${tenant.name}`}
        label={person._id}
        error={refused && problemText(context, refused)}
      />
    );
    return sendPage(reply, page, refused ? (refused.waitMs ? 429 : 400) : 200);
  };
  app.post(
    '/account/second-factor/begin',
    own,
    confirmed((request, reply) => enrolPage(request, reply)),
  );

  app.post('/account/second-factor/confirm', own, async (request, reply) => {
    const { tenant, signedIn } = insider(request);
    const { code } = codeForm.parse(request.body);
    const person = await tenant.access.staff.find(signedIn.person._id);
    // Only what was begun with the password can be confirmed.
    if (!person?.secondFactor || hasSecondFactor(person)) return reply.redirect('/account', 303);
    const result = await confirmEnrolment(tenant.access, person, code, {
      now: tools.now(),
      randomBytes: tools.randomBytes,
    });
    if (!result.ok) return enrolPage(request, reply, result);
    // Whoever signed in elsewhere did so without a code.
    await tenant.access.sessions.removeOf(person._id, signedIn.sessionId);
    const context = contextFor(request, reply);
    return sendPage(
      reply,
      <RecoveryCodesPage context={context} codes={result.recoveryCodes} onward="/account" />,
    );
  });

  app.post(
    '/account/second-factor/recovery',
    own,
    confirmed(async (request, reply) => {
      const { tenant, signedIn } = insider(request);
      const codes = await renewRecoveryCodes(tenant.access, signedIn.person, tools.randomBytes);
      if (codes.length === 0) return reply.redirect('/account', 303);
      const context = contextFor(request, reply);
      return sendPage(reply, <RecoveryCodesPage context={context} codes={codes} onward="/account" />);
    }),
  );

  app.post(
    '/account/second-factor/remove',
    own,
    confirmed(async (request, reply) => {
      const { tenant, signedIn } = insider(request);
      if (tenant.secondFactor === 'required')
        return show(request, reply, { refused: { problem: 'factor-required' } });
      await removeSecondFactor(tenant.access, signedIn.person);
      return show(request, reply, { done: 'done_factorRemoved' });
    }),
  );

  app.post('/account/sessions/end', own, async (request, reply) => {
    const { tenant, signedIn } = insider(request);
    const { sessions } = tenant.access;
    const { session } = sessionForm.parse(request.body);
    const mine = await sessions.listOf(signedIn.person._id);
    if (session === 'all') await sessions.removeOf(signedIn.person._id, signedIn.sessionId);
    else if (mine.some((one) => one._id === session)) await sessions.remove(session);
    return show(request, reply, { done: 'done_session' });
  });
}
