import type { FastifyRequest } from 'fastify';

import type { UserRecord } from '../omnichannel/documents';
import type { HttpContext } from './context';
import { ApiError } from './errors';

/** The user whose `X-Auth-Token` and `X-User-Id` the request carries. */
export function userOf(context: HttpContext, request: FastifyRequest): UserRecord | undefined {
  const token = request.headers['x-auth-token'];
  const userId = request.headers['x-user-id'];
  if (typeof token !== 'string' || typeof userId !== 'string') return undefined;
  if (context.sessions.userOf(token) !== userId) return undefined;
  const user = context.omnichannel.users.get(userId);
  return user?.active ? user : undefined;
}

/** @throws ApiError 401 without a sign-in, 403 when none of the roles is the user's (no roles = anyone signed in) */
export function requireUser(
  context: HttpContext,
  request: FastifyRequest,
  roles: readonly string[] = [],
): UserRecord {
  const user = userOf(context, request);
  if (!user) throw new ApiError(401, 'unauthorized');
  if (roles.length > 0 && !roles.some((role) => user.roles.includes(role))) {
    throw new ApiError(
      403,
      'error-unauthorized',
      'User does not have the permissions required for this action',
    );
  }
  return user;
}

export const agentRoles = ['livechat-agent', 'livechat-manager', 'admin'] as const;
