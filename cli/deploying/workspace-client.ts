import axios from 'axios';
import { Failure } from '../failure';

export interface Answer {
  status: number;
  body: unknown;
}

export interface Session {
  token: string;
  userId: string;
}

export interface WorkspaceClient {
  /** Without slash at the end. */
  url: string;
  send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options?: { session?: Session; body?: unknown; code?: string },
  ): Promise<Answer>;
}

const timeoutMs = 120_000;

/** @throws Failure bad-url */
export function workspaceUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new Failure('bad-url', `"${text}" is no address; give one such as https://chat.example.org`, 2, {
      cause,
    });
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new Failure('bad-url', 'The address must be http(s), without user, query or fragment', 2);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/**
 * Speaks HTTP with one Rocket.Chat. Every answer comes back, refusals too; redirects are not followed, so that a
 * token never reaches another host.
 * @throws Failure unreachable, redirected
 */
export function workspaceClient(address: string): WorkspaceClient {
  const url = workspaceUrl(address);
  return {
    url,
    async send(method, path, { session, body, code } = {}) {
      const headers: Record<string, string> = {};
      if (session) Object.assign(headers, { 'X-Auth-Token': session.token, 'X-User-Id': session.userId });
      if (code) Object.assign(headers, { 'X-2fa-Code': code, 'X-2fa-Method': 'totp' });
      const answer = await axios
        .request<unknown>({
          method,
          url: `${url}${path}`,
          headers,
          data: body,
          timeout: timeoutMs,
          maxRedirects: 0,
          maxBodyLength: Infinity,
          validateStatus: () => true,
        })
        .catch((cause: unknown) => {
          // the error is not kept as a cause: it carries the request's headers
          const reason = (cause as { code?: string }).code ?? 'no answer';
          throw new Failure(
            'unreachable',
            `${url} cannot be reached (${reason}). Check the address and the network.`,
          );
        });
      const location: unknown = answer.headers['location'];
      if (answer.status >= 300 && answer.status < 400 && typeof location === 'string') {
        throw new Failure(
          'redirected',
          `${url} sends on to ${new URL(location, url).origin}: use that address`,
          2,
        );
      }
      return { status: answer.status, body: answer.data };
    },
  };
}
