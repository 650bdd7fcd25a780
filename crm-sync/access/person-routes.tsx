/** What administrators do with another person's doors: end sessions, take a lost authenticator app away. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import { insider } from './guard';
import { PersonPage } from './person-page';
import { removeSecondFactor } from './second-factor';
import { isLive } from './session';

export const sessionForm = z.object({ session: z.string().min(1).max(100) });
export const params = z.object({ staffId: z.string().regex(/^S[0-9A-HJKMNP-TV-Z]{8}$/) });

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;

export function registerPerson(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const manage = { config: { access: 'sessions.manage' } } as const;

  const personOf = async (request: FastifyRequest) => {
    const { staffId } = params.safeParse(request.params).data ?? {};
    return staffId === undefined ? undefined : insider(request).tenant.access.staff.findById(staffId);
  };

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    done?: 'done_session' | 'done_factorReset',
  ): Promise<FastifyReply> => {
    const person = await personOf(request);
    if (!person) return reply.callNotFound() as unknown as FastifyReply;
    const all = await insider(request).tenant.access.sessions.listOf(person._id);
    const sessions = all.filter((session) => isLive(session, tools.now()));
    const context = contextFor(request, reply);
    const props = { context, person, sessions, done: done && context.speech.t(done) };
    return sendPage(reply, <PersonPage {...props} />);
  };

  app.get('/staff/:staffId', manage, (request, reply) => show(request, reply));

  app.post('/staff/:staffId/sessions/end', manage, async (request, reply) => {
    const person = await personOf(request);
    const { session } = sessionForm.parse(request.body);
    const { tenant, signedIn } = insider(request);
    const { sessions } = tenant.access;
    if (person && session === 'all') await sessions.removeOf(person._id, signedIn.sessionId);
    else if (person && (await sessions.listOf(person._id)).some((one) => one._id === session))
      await sessions.remove(session);
    return show(request, reply, 'done_session');
  });

  app.post('/staff/:staffId/second-factor/reset', manage, async (request, reply) => {
    const person = await personOf(request);
    const { access } = insider(request).tenant;
    if (person) {
      await removeSecondFactor(access, person);
      // Who found the phone may be signed in with it.
      await access.pending.removeOf(person._id);
      await access.sessions.removeOf(person._id, insider(request).signedIn.sessionId);
    }
    return show(request, reply, 'done_factorReset');
  });
}
