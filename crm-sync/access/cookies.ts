/**
 * The cookies of sign-in. Over https their names begin with `__Host-`, which browsers accept only for this very host,
 * `Secure` and for all its paths: a neighbouring host name can plant none (RFC 6265bis, 4.1.3.2).
 */
import type { FastifyReply, FastifyRequest } from 'fastify';

const names = { session: 'acolhe_session', pending: 'acolhe_pending' } as const;
export type CookieName = keyof typeof names;

const options = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

function overHttps(request: FastifyRequest): boolean {
  return request.protocol === 'https';
}

function nameOf(request: FastifyRequest, name: CookieName): string {
  return overHttps(request) ? `__Host-${names[name]}` : names[name];
}

export function readCookie(request: FastifyRequest, name: CookieName): string | undefined {
  return request.cookies[nameOf(request, name)];
}

/** @param maxAgeMs how long the browser keeps it */
export function giveCookie(
  reply: FastifyReply,
  name: CookieName,
  value: string,
  maxAgeMs: number,
): FastifyReply {
  const { request } = reply;
  const maxAge = Math.floor(maxAgeMs / 1000);
  return reply.setCookie(nameOf(request, name), value, { ...options, secure: overHttps(request), maxAge });
}

export function takeCookie(reply: FastifyReply, name: CookieName): FastifyReply {
  const { request } = reply;
  return reply.clearCookie(nameOf(request, name), { ...options, secure: overHttps(request) });
}
