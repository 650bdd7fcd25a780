import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import type { TextKey } from '../web/speech';
import { insider } from './guard';
import { roles } from './permissions';
import { addStaff, changePassword, changeRole, disableStaff, enableStaff } from './staff';
import { AccountPage, StaffPage } from './staff-page';

const newPerson = z.object({
  email: z.string().max(400),
  name: z.string().max(400),
  role: z.string().max(40),
  password: z.string().max(1_000),
});
const onePerson = z.object({ email: z.string().trim().toLowerCase().min(1).max(254) });
const roleForm = onePerson.extend({ role: z.enum(roles) });
const passwordForm = z.object({ current: z.string().min(1).max(1_000), next: z.string().min(1).max(1_000) });

type MakeContext = (request: FastifyRequest, reply: FastifyReply) => PageContext;
interface Shown {
  problem?: string;
  done?: 'role' | 'disabled' | 'enabled';
  /** A sentence already made. */
  said?: string;
  typed?: z.infer<typeof newPerson>;
}

export function registerStaff(app: FastifyInstance, tools: PageTools, contextFor: MakeContext): void {
  const manage = { config: { access: 'staff.manage' } } as const;

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Shown = {},
  ): Promise<FastifyReply> => {
    const context = contextFor(request, reply);
    const { t, coded } = context.speech;
    const people = await insider(request).tenant.access.staff.list();
    const error = shown.problem && coded('problem', shown.problem);
    const done = shown.said ?? (shown.done && t(`done_${shown.done}` as TextKey));
    const status = shown.problem ? 400 : 200;
    return sendPage(
      reply,
      <StaffPage context={context} people={people} error={error} done={done} typed={shown.typed} />,
      status,
    );
  };

  app.get('/staff', manage, (request, reply) => show(request, reply));

  app.post('/staff/add', manage, async (request, reply) => {
    const { tenant, signedIn } = insider(request);
    const input = newPerson.parse(request.body);
    const result = await addStaff(tenant.access, input, {
      by: signedIn.person.staffId,
      now: tools.now(),
      randomBytes: tools.randomBytes,
    });
    if (!result.ok) return show(request, reply, { problem: result.problem, typed: input });
    const { t } = contextFor(request, reply).speech;
    return show(request, reply, { said: t('done_added', { name: input.name.trim() }) });
  });

  app.post('/staff/role', manage, async (request, reply) => {
    const { email, role } = roleForm.parse(request.body);
    const result = await changeRole(insider(request).tenant.access, email, role);
    // Who has just stopped being an administrator may not see this page any more.
    if (result.ok && email === insider(request).signedIn.person._id) return reply.redirect('/', 303);
    return show(request, reply, result.ok ? { done: 'role' } : { problem: result.problem });
  });

  app.post('/staff/disable', manage, async (request, reply) => {
    const { email } = onePerson.parse(request.body);
    const result = await disableStaff(insider(request).tenant.access, email, tools.now());
    if (result.ok && email === insider(request).signedIn.person._id) return reply.redirect('/', 303);
    return show(request, reply, result.ok ? { done: 'disabled' } : { problem: result.problem });
  });

  app.post('/staff/enable', manage, async (request, reply) => {
    const { email } = onePerson.parse(request.body);
    const result = await enableStaff(insider(request).tenant.access, email);
    return show(request, reply, result.ok ? { done: 'enabled' } : { problem: result.problem });
  });

  app.get('/account', { config: { access: 'signed-in' } }, (request, reply) =>
    sendPage(reply, <AccountPage context={contextFor(request, reply)} />),
  );

  app.post('/account/password', { config: { access: 'signed-in' } }, async (request, reply) => {
    const { tenant, signedIn } = insider(request);
    const input = passwordForm.parse(request.body);
    const result = await changePassword(tenant.access, {
      id: signedIn.person._id,
      sessionId: signedIn.sessionId,
      ...input,
    });
    const context = contextFor(request, reply);
    const error = result.ok ? undefined : context.speech.coded('problem', result.problem);
    const done = result.ok ? context.speech.t('done_password') : undefined;
    return sendPage(
      reply,
      <AccountPage context={context} error={error} done={done} />,
      result.ok ? 200 : 400,
    );
  });
}
