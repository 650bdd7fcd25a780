/** From a page's component to the answer. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { Assets } from './assets';
import type { PageContext } from './page';
import { chooseLanguage, speechOf } from './speech';

export const languageCookie = 'acolhe_language';
export const csrfCookie = 'acolhe_csrf';
export const themeCookie = 'acolhe_theme';
/** Before anybody signed in there is no tenant whose clock to show. */
const defaultTimeZone = 'America/Sao_Paulo';

export function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  assets: Assets,
  now: Date,
): PageContext {
  const { signedIn, pageTenant } = request;
  const language = chooseLanguage(request.cookies[languageCookie], request.headers['accept-language']);
  const theme = request.cookies[themeCookie];
  return {
    speech: speechOf(language, pageTenant?.timeZone ?? defaultTimeZone),
    assets,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    tenantName: pageTenant?.name,
    signedIn,
    csrf: reply.generateCsrf({ userInfo: signedIn?.sessionId ?? 'signed-out' }),
    path: request.method === 'GET' ? request.url : '/',
    now,
  };
}

export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return sendHtml(reply, `<!doctype html>${render(page)}`, status);
}

/** A part of a page, for the script that puts it in place. */
export function sendFragment(reply: FastifyReply, part: VNode): FastifyReply {
  return sendHtml(reply, render(part), 200);
}

function sendHtml(reply: FastifyReply, html: string, status: number): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
}

/** A path on this server to go back to, never another site. */
export function localPath(value: unknown): string {
  return typeof value === 'string' &&
    value.length <= 300 &&
    /^\/(?![/\\])[\x21-\x7e]*$/.test(value) &&
    !value.includes('\\')
    ? value
    : '/';
}
