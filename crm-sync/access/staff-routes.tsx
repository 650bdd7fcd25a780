import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { PageContext, PageTools } from '../web/page';
import { sendPage } from '../web/render';
import type { TextKey } from '../web/speech';
import { insider } from './guard';
import { roles } from './permissions';
import { registerAccount } from './account-routes';
import { registerPerson } from './person-routes';
import { addStaff, changeRole, disableStaff, enableStaff } from './staff';
import { StaffPage } from './staff-page';

export const newPerson = z.object({
  email: z.string().max(400),
  name: z.string().max(400),
  role: z.string().max(40),
  password: z.string().max(1_000),
});
export const onePerson = z.object({ email: z.string().trim().toLowerCase().min(1).max(254) });
export const roleForm = onePerson.extend({ role: z.enum(roles) });

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

  /** The audit log names whom a form is about by their staff ID, never by what was typed. */
  const about = async (request: FastifyRequest): Promise<string | undefined> => {
    const { email } = onePerson.safeParse(request.body).data ?? {};
    const person = email && (await insider(request).tenant.access.staff.find(email));
    return person ? `staff/${person.staffId}` : undefined;
  };
  const roleAsked = (request: FastifyRequest) => ({
    role: roles.find((role) => role === (request.body as { role?: unknown } | undefined)?.role) ?? 'unknown',
  });
  const changes = (action: string, withRole = false) =>
    ({
      config: {
        access: 'staff.manage',
        audit: { action, target: about, ...(withRole ? { details: roleAsked } : {}) },
      },
    }) as const;

  app.get('/staff', manage, (request, reply) => show(request, reply));

  app.post('/staff/add', changes('staff.add', true), async (request, reply) => {
    const { tenant, signedIn } = insider(request);
    const input = newPerson.parse(request.body);
    const result = await addStaff(tenant.access, input, {
      by: signedIn.person.staffId,
      now: tools.now(),
      randomBytes: tools.randomBytes,
    });
    if (!result.ok) return show(request, reply, { problem: result.problem, typed: input });
    request.audited = { target: await about(request) };
    const { t } = contextFor(request, reply).speech;
    return show(request, reply, { said: t('done_added', { name: input.name.trim() }) });
  });

  app.post('/staff/role', changes('staff.role', true), async (request, reply) => {
    const { email, role } = roleForm.parse(request.body);
    const result = await changeRole(insider(request).tenant.access, email, role);
    // Who has just stopped being an administrator may not see this page any more.
    if (result.ok && email === insider(request).signedIn.person._id) return reply.redirect('/', 303);
    return show(request, reply, result.ok ? { done: 'role' } : { problem: result.problem });
  });

  app.post('/staff/disable', changes('staff.disable'), async (request, reply) => {
    const { email } = onePerson.parse(request.body);
    const result = await disableStaff(insider(request).tenant.access, email, tools.now());
    if (result.ok && email === insider(request).signedIn.person._id) return reply.redirect('/', 303);
    return show(request, reply, result.ok ? { done: 'disabled' } : { problem: result.problem });
  });

  app.post('/staff/enable', changes('staff.enable'), async (request, reply) => {
    const { email } = onePerson.parse(request.body);
    const result = await enableStaff(insider(request).tenant.access, email);
    return show(request, reply, result.ok ? { done: 'enabled' } : { problem: result.problem });
  });

  registerPerson(app, tools, contextFor);
  registerAccount(app, tools, contextFor);
}
