import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import { agentRoles, requireUser } from './authenticate';
import { departmentsOf } from './context';
import type { HttpContext } from './context';
import { ApiError } from './errors';
import { page, presentMe } from './present';

const loginBody = z.union([
  z.object({ resume: z.string().min(1) }),
  z.object({ user: z.string().min(1).max(320), password: z.string().min(1).max(500) }),
  z
    .object({ username: z.string().min(1).max(320), password: z.string().min(1).max(500) })
    .transform(({ username, password }) => ({ user: username, password })),
  z
    .object({ email: z.string().min(1).max(320), password: z.string().min(1).max(500) })
    .transform(({ email, password }) => ({ user: email, password })),
]);
const statusBody = z.object({
  agentId: z.string().optional(),
  status: z.enum(['available', 'not-available']).optional(),
});

const listQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(0).max(1_000).default(50),
});

const refused = { status: 'error', error: 'Unauthorized', message: 'Unauthorized' };

/** Sign-in, sign-out and availability of agents. */
export function agentAccountRoutes(app: FastifyInstance, context: HttpContext): void {
  const { omnichannel, sessions } = context;

  app.post('/api/v1/login', (request, reply) => {
    const body = loginBody.parse(request.body);
    const user =
      'resume' in body
        ? omnichannel.users.get(sessions.userOf(body.resume) ?? '')
        : omnichannel.checkPassword(body.user, body.password);
    if (!user?.active) return reply.code(401).send(refused);
    const authToken = 'resume' in body ? body.resume : sessions.open(user._id).token;
    return { status: 'success', data: { userId: user._id, authToken, me: presentMe(user) } };
  });

  app.post('/api/v1/logout', (request) => {
    const user = requireUser(context, request);
    sessions.close(String(request.headers['x-auth-token']));
    if (user.roles.includes('livechat-agent')) omnichannel.setPresence(user._id, 'offline', 'not-available');
    return { status: 'success', data: { message: "You've been logged out!" } };
  });

  app.get('/api/v1/me', (request) => ({ ...presentMe(requireUser(context, request)), success: true }));

  /** Without a status it is toggled, as in Rocket.Chat; another agent's needs a manager. */
  app.post('/api/v1/livechat/agent.status', (request) => {
    const user = requireUser(context, request, agentRoles);
    const { agentId = user._id, status } = statusBody.parse(request.body ?? {});
    const agent = omnichannel.users.get(agentId);
    if (!agent?.roles.includes('livechat-agent'))
      throw new ApiError(404, 'error-agent-not-found', 'Agent not found');
    if (
      agent._id !== user._id &&
      !user.roles.some((role) => role === 'admin' || role === 'livechat-manager')
    ) {
      throw new ApiError(403, 'error-not-allowed', 'Unauthorized');
    }
    const next = status ?? (agent.statusLivechat === 'available' ? 'not-available' : 'available');
    // A real workspace knows presence from the client's connection; whoever says they are available is here.
    omnichannel.setPresence(agent._id, next === 'available' ? 'online' : agent.status, next);
    return { status: next, success: true };
  });

  /** The agents one can forward to. Rocket.Chat does not say here which of them are bots; `type` is for the agent page. */
  app.get('/api/v1/livechat/users/agent', (request) => {
    requireUser(context, request, agentRoles);
    const users = [...omnichannel.users.values()].filter((user) => user.roles.includes('livechat-agent'));
    const shown = users.map((user) => {
      const { _id, username, name, status, statusLivechat, type, emails } = user;
      const livechat = { maxNumberSimultaneousChat: user.maxNumberSimultaneousChat || '' };
      const departments = departmentsOf(omnichannel, _id);
      return { _id, username, name, status, statusLivechat, type, emails, livechat, departments };
    });
    const { items, ...rest } = page(shown, listQuery.parse(request.query));
    return { users: items, ...rest, success: true };
  });

  app.get<{ Params: { id: string } }>('/api/v1/livechat/agents/:id/departments', (request) => {
    requireUser(context, request, agentRoles);
    const departments = [...omnichannel.departments.values()]
      .filter((department) => department.agents.includes(request.params.id))
      .map((department) => ({
        _id: `${department._id}:${request.params.id}`,
        agentId: request.params.id,
        departmentId: department._id,
        departmentEnabled: department.enabled,
        departmentName: department.name,
      }));
    return { departments, success: true };
  });
}
