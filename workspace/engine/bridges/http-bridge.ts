import type { BridgeMethods } from './bridge-context';

interface Request {
  headers?: Record<string, string>;
  params?: Record<string, string>;
  content?: string;
  data?: unknown;
  auth?: string;
  timeout?: number;
  encoding?: string | null;
}

/** Rocket.Chat waits this long when an app gives no time-out. */
const defaultTimeoutMs = 3 * 60_000;
const jsonTypes = [
  'application/json',
  'text/javascript',
  'application/javascript',
  'application/x-javascript',
];

/** Real requests, with Rocket.Chat's manners: what becomes of data and params, and when an answer is parsed as JSON. */
export function httpBridge(): BridgeMethods {
  return {
    call: async ({
      method,
      url: address,
      request = {},
    }: {
      method: string;
      url: string;
      request?: Request;
    }) => {
      const url = new URL(address);
      const headers: Record<string, string> = { ...request.headers };
      const hasBody = !['get', 'head'].includes(method.toLowerCase());
      let body = request.content;
      if (body === undefined && typeof request.data === 'object') {
        body = JSON.stringify(request.data);
        headers['Content-Type'] = 'application/json';
      }
      if (request.auth !== undefined) {
        if (!request.auth.includes(':'))
          throw new Error('auth option should be of the form "username:password"');
        headers.Authorization = `Basic ${Buffer.from(request.auth).toString('base64')}`;
      }
      if (request.params !== undefined && hasBody && body === undefined) {
        body = new URLSearchParams(request.params).toString();
        headers['Content-Type'] = 'application/x-www-form-urlencoded';
      } else {
        for (const [name, value] of Object.entries(request.params ?? {}))
          url.searchParams.append(name, value);
      }
      const response = await fetch(url, {
        method: method.toUpperCase(),
        headers,
        ...(hasBody && body !== undefined ? { body } : {}),
        signal: AbortSignal.timeout(request.timeout ?? defaultTimeoutMs),
      });
      const answered: Record<string, string> = {};
      response.headers.forEach((value, name) => (answered[name] = value));
      const bytes = Buffer.from(await response.arrayBuffer());
      const content = request.encoding === null ? undefined : bytes.toString('utf8');
      return {
        url: address,
        method,
        statusCode: response.status,
        headers: answered,
        content: content ?? bytes,
        data: content === undefined ? undefined : parsed(response.headers.get('content-type'), content),
      };
    },
  };
}

function parsed(contentType: string | null, content: string): unknown {
  if (!jsonTypes.includes((contentType ?? '').split(';')[0]?.trim() ?? '')) return undefined;
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return undefined;
  }
}
