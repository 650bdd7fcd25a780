/** Users, their roles and tokens, as an administrator handles them over REST. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

import type { UserRecord } from '../omnichannel/documents';
import { requireUser } from './authenticate';
import type { HttpContext } from './context';
import { ApiError } from './errors';

const id = z.string().min(1).max(200);
const admin = ['admin'] as const;
const managers = ['livechat-manager', 'admin'] as const;

const roleIds = [
  'admin',
  'user',
  'bot',
  'guest',
  'anonymous',
  'livechat-agent',
  'livechat-manager',
  'livechat-monitor',
];
const agentsUp = ['livechat-agent', 'livechat-manager', 'admin'];
const permissionRoles: Readonly<Record<string, readonly string[]>> = {
  'view-l-room': agentsUp,
  'close-livechat-room': agentsUp,
  'transfer-livechat-guest': agentsUp,
  'view-livechat-manager': managers,
  'view-livechat-rooms': managers,
  'close-others-livechat-room': managers,
  'manage-livechat-agents': managers,
  'create-d': ['admin', 'user', 'bot'],
};
const newUser = z.object({
  name: z.string().min(1).max(200),
  username: z
    .string()
    .regex(/^[0-9a-zA-Z-_.]+$/)
    .max(100),
  email: z.email().max(320),
  password: z.string().min(1).max(500),
  roles: z.array(z.enum(roleIds)).default(['user']),
  active: z.boolean().default(true),
  verified: z.boolean().default(false),
});

function present(user: UserRecord): Record<string, unknown> {
  const { _id, createdAt, username, emails, type, status, active, roles, name } = user;
  return { _id, createdAt, username, emails, type, status, active, roles, name, settings: {} };
}

export function restAdminPeopleRoutes(app: FastifyInstance, context: HttpContext): void {
  const { omnichannel, sessions } = context;
  const userOf = (userId: string): UserRecord => {
    const user = omnichannel.users.get(userId);
    if (!user) throw new ApiError(400, 'error-invalid-user', 'Invalid user');
    return user;
  };

  app.post('/api/v1/users.create', (request) => {
    requireUser(context, request, admin);
    const given = newUser.parse(request.body);
    const taken = [...omnichannel.users.values()];
    if (taken.some(({ emails }) => emails.some(({ address }) => address === given.email)))
      throw new ApiError(400, 'error-field-unavailable', `${given.email} is already in use :(`);
    const { email, active, ...user } = given;
    const made = omnichannel.addUser({ ...user, emails: [email] });
    if (!active) omnichannel.changeUser(made._id, { active });
    return { user: present(made), success: true };
  });

  app.post('/api/v1/users.update', (request) => {
    requireUser(context, request, admin);
    const { userId, data } = z
      .object({
        userId: id,
        data: z.object({
          name: z.string().min(1).max(200).optional(),
          roles: z.array(z.enum(roleIds)).optional(),
          active: z.boolean().optional(),
          password: z.string().min(1).max(500).optional(),
        }),
      })
      .parse(request.body);
    const { password, ...change } = data;
    const user = omnichannel.changeUser(userOf(userId)._id, change);
    if (password !== undefined) omnichannel.setPassword(user._id, password);
    return { user: present(user), success: true };
  });

  app.post('/api/v1/users.delete', (request) => {
    requireUser(context, request, admin);
    const { userId } = z
      .object({ userId: id, confirmRelinquish: z.boolean().optional() })
      .parse(request.body);
    omnichannel.dismissAgent(userOf(userId)._id);
    omnichannel.removeUser(userId);
    for (const name of sessions.personalOf(userId)) sessions.closePersonal(userId, name);
    return { success: true };
  });

  app.get('/api/v1/roles.list', (request) => {
    requireUser(context, request);
    const roles = roleIds.map((role) => ({
      _id: role,
      name: role,
      description: '',
      mandatory2fa: false,
      protected: true,
      scope: 'Users',
    }));
    return { roles, success: true };
  });

  /** Those that callers here rely on, with the roles Rocket.Chat gives them to. */
  app.get('/api/v1/permissions.listAll', (request) => {
    requireUser(context, request);
    const update = Object.entries(permissionRoles).map(([_id, roles]) => ({ _id, roles }));
    return { update, remove: [], success: true };
  });

  app.post('/api/v1/users.generatePersonalAccessToken', (request) => {
    const user = requireUser(context, request);
    const { tokenName } = z
      .object({ tokenName: z.string().min(1).max(100), bypassTwoFactor: z.boolean().optional() })
      .parse(request.body);
    const token = sessions.openPersonal(user._id, tokenName);
    if (token === undefined)
      throw new ApiError(400, 'error-token-already-exists', 'A token with this name already exists');
    return { token, success: true };
  });

  app.get('/api/v1/users.getPersonalAccessTokens', (request) => {
    const user = requireUser(context, request);
    return {
      tokens: sessions.personalOf(user._id).map((name) => ({ name, lastTokenPart: '' })),
      success: true,
    };
  });

  app.post('/api/v1/users.removePersonalAccessToken', (request) => {
    const user = requireUser(context, request);
    const { tokenName } = z.object({ tokenName: z.string() }).parse(request.body);
    if (!sessions.closePersonal(user._id, tokenName))
      throw new ApiError(400, 'error-token-does-not-exists', 'Token does not exist');
    return { success: true };
  });

  const type = z.object({ type: z.enum(['agent', 'manager']) });
  const roleOf = { agent: 'livechat-agent', manager: 'livechat-manager' } as const;

  app.post<{ Params: { type: string } }>('/api/v1/livechat/users/:type', (request) => {
    requireUser(context, request, managers);
    const role = roleOf[type.parse(request.params).type];
    const { username } = z.object({ username: id }).parse(request.body);
    const found = [...omnichannel.users.values()].find((user) => user.username === username);
    if (!found) throw new ApiError(400, 'error-invalid-user', 'Invalid user');
    const user = omnichannel.grantRoles(found._id, role);
    return { user: { _id: user._id, username: user.username }, success: true };
  });

  app.delete<{ Params: { type: string; id: string } }>('/api/v1/livechat/users/:type/:id', (request) => {
    requireUser(context, request, managers);
    const role = roleOf[type.parse(request.params).type];
    const user = userOf(request.params.id);
    if (role === 'livechat-agent') omnichannel.dismissAgent(user._id);
    else omnichannel.changeUser(user._id, { roles: user.roles.filter((one) => one !== role) });
    return { success: true };
  });
}
