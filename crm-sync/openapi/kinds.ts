/** The answers and doors every route of a kind shares: they come from hooks that all of them pass. */
import type { RouteOptions } from 'fastify';
import * as z from 'zod';
import { failure, html, plain, redirect, type Answer, type Operation } from './operation';

type Answers = Record<number, Answer>;

/** signed: called by a workspace. page, fragment and form: called by a browser. operations: called by monitoring. */
export type Kind = 'signed' | 'webhook' | 'page' | 'fragment' | 'form' | 'operations';

export function kindOf(route: Pick<RouteOptions, 'method' | 'url' | 'config'>): Kind {
  if (route.url.endsWith('/webhook')) return 'webhook';
  if (route.url.startsWith('/v1/')) return 'signed';
  if (!route.config?.access) return 'operations';
  if (route.method === 'POST') return 'form';
  return route.config.background ? 'fragment' : 'page';
}

const apiAnswers: Answers = {
  400: failure('The request is malformed; the code says how'),
  401: failure('The signature or token is missing, too old or forged'),
  404: failure('No such tenant or workspace'),
  413: failure('The body is larger than 1 MiB'),
  415: failure('The body is not JSON'),
  500: failure('A defect; the log knows more'),
  503: failure('The database does not answer: try again later'),
};

const pageAnswers: Answers = {
  500: html('A defect; the page names a code that the log knows'),
  503: html('The database does not answer'),
};
const forbidden: Answers = {
  403: html('Not for this role, of a tenant that is archived, or the form’s token is missing or old'),
};

function doorAnswers(kind: Kind, access: unknown): Answers {
  if (access === 'public') return kind === 'form' ? forbidden : {};
  const signIn: Answers =
    kind === 'fragment'
      ? { 401: plain('Nobody is signed in') }
      : { 303: redirect('Nobody is signed in: to the sign-in page') };
  return { ...signIn, ...(access === 'signed-in' && kind === 'fragment' ? {} : forbidden) };
}

export function answersOf(kind: Kind, route: Pick<RouteOptions, 'config'>, operation: Operation): Answers {
  const own = { ...operation.answers };
  if (kind === 'signed' || kind === 'webhook') return { ...apiAnswers, ...own };
  if (kind === 'operations') return { 500: failure('A defect'), ...own };
  const badInput: Answers =
    kind === 'form'
      ? {
          400: html('What was typed does not fit; the page says how'),
          413: html('The form is too large'),
          415: html('Not a form'),
        }
      : operation.query || operation.params
        ? { 400: html('The address is malformed') }
        : {};
  return { ...pageAnswers, ...doorAnswers(kind, route.config?.access), ...badInput, ...own };
}

export type Security = Record<string, string[]>[];

export const securitySchemes = {
  'webhook-id': {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-id',
    description: 'Standard Webhooks: a name of this delivery.',
  },
  'webhook-timestamp': {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-timestamp',
    description: 'Standard Webhooks: seconds since 1970; at most 5 minutes off.',
  },
  'webhook-signature': {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description:
      'Standard Webhooks: `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body` under the workspace’s secret; several, separated by spaces, while a secret is rotated.',
  },
  'webhook-token': {
    type: 'apiKey',
    in: 'header',
    name: 'x-rocketchat-livechat-token',
    description: 'The secret token set in Rocket.Chat’s omnichannel webhook.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'acolhe_session',
    description: 'Set by signing in. Forms also need `_csrf`, from the page that shows them, and its cookie.',
  },
} as const;

export function securityOf(kind: Kind, route: Pick<RouteOptions, 'config'>): Security {
  if (kind === 'signed') return [{ 'webhook-id': [], 'webhook-timestamp': [], 'webhook-signature': [] }];
  if (kind === 'webhook') return [{ 'webhook-token': [] }];
  if (kind === 'operations' || route.config?.access === 'public') return [];
  return [{ session: [] }];
}

/** The token every form carries. */
export const formToken = z.object({
  _csrf: z.string().describe('The token of the page that shows the form.'),
});
