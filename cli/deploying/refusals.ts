import * as z from 'zod';
import { Failure } from '../failure';
import type { Answer } from './workspace-client';

const refusal = z.looseObject({
  error: z.unknown().optional(),
  errorType: z.unknown().optional(),
  message: z.unknown().optional(),
  messages: z.array(z.unknown()).optional(),
});

/** All that a refusal says, as one line for matching and showing; long answers such as pages are cut. */
export function wordsOf(body: unknown): string {
  const parsed = refusal.safeParse(body);
  const parts = parsed.success
    ? [parsed.data.errorType, parsed.data.error, parsed.data.message, ...(parsed.data.messages ?? [])]
    : [body];
  const words = parts.map((part) =>
    typeof part === 'string' ? part : part === undefined ? '' : JSON.stringify(part),
  );
  return [...new Set(words.filter(Boolean))].join(' – ').replace(/\s+/g, ' ').slice(0, 300);
}

interface Known {
  code: string;
  when: (status: number, words: string) => boolean;
  todo: string;
}

/** First match wins. */
const known: readonly Known[] = [
  {
    code: 'second-factor',
    when: (_, words) => /totp-(required|invalid)/i.test(words),
    todo: 'the account needs a valid second factor: give --code, or use a personal access token made with "Ignore Two Factor Authentication"',
  },
  {
    code: 'not-signed-in',
    when: (status) => status === 401,
    todo: 'user and password, or token and user id, are not accepted',
  },
  {
    code: 'permission-missing',
    when: (status, words) =>
      status === 403 || /error-(unauthorized|not-allowed)|permissions? required/i.test(words),
    todo: 'the account needs the permission manage-apps (Administration > Permissions)',
  },
  {
    code: 'private-apps-off',
    when: (_, words) => /private_app_install_disabled/i.test(words),
    todo: 'this server does not allow private apps to be installed: ask whoever hosts it',
  },
  {
    code: 'too-large',
    when: (status, words) => status === 413 || /too.?large|file size|size limit|sizeLimit/i.test(words),
    todo: 'the zip is larger than the server takes: raise FileUpload_MaxFileSize (Administration > Settings > File Upload) or the limit of the proxy before it',
  },
  {
    code: 'engine-too-old',
    when: (_, words) => /invalid version|requires? .*(api|engine)/i.test(words),
    todo: "the server's Apps-Engine is older than the app needs: update Rocket.Chat to 7.5 or newer",
  },
  {
    code: 'app-user-taken',
    when: (_, words) => /app_user_error/i.test(words),
    todo: "the app's own user cannot be made, because its name is taken: rename that user in Rocket.Chat and deploy again",
  },
  {
    code: 'plan-limit',
    when: (_, words) => /app-addons-missing|limit.*apps|apps.*limit|license/i.test(words),
    todo: "the workspace's plan does not allow it: see Administration > Subscription",
  },
];

/** What a refused request means and what to do about it. Pure. */
export function refusalOf({ status, body }: Answer, doing: string): Failure {
  const words = wordsOf(body);
  const match = known.find((candidate) => candidate.when(status, words));
  const said = words ? ` (${status}: ${words})` : ` (${status})`;
  if (!match) return new Failure('refused', `${doing} was refused${said}. The server's log says more.`);
  return new Failure(match.code, `${doing} was refused: ${match.todo}${said}`);
}
