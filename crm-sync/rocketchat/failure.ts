/** What can go wrong with Rocket.Chat, told once. Codes only: no address, no body, no personal data. */
export type FailureKind =
  /** Later it may work: nobody answers, 5xx, 429, an answer cut off or not JSON. */
  | 'temporary'
  /** 401, 403: the user or its roles must be mended. */
  | 'permission'
  /** What was asked for is not there any more. */
  | 'gone'
  /** It answers, and not as described: asking again gives the same. */
  | 'permanent';

export class RocketChatError extends Error {
  constructor(
    readonly kind: FailureKind,
    /** Stable: `http-<status>`, `rate-limited`, `not-json`, `wrong-shape`, `refused`, `timeout`, `cut-off`, `unreachable`, `stopped`. */
    readonly code: string,
    /** The endpoint's pattern, e.g. `livechat/rooms`. */
    readonly endpoint: string,
    /** For `wrong-shape`: the path within the answer, never its value. */
    readonly where?: string,
    options?: ErrorOptions,
    /** Rocket.Chat's own code of a refusal, e.g. `error-user-is-offline`. */
    readonly reason?: string,
  ) {
    super(`rocket.chat ${endpoint}: ${code}${where === undefined ? '' : ` at ${where}`}`, options);
    this.name = 'RocketChatError';
  }
}

const goneCodes = [
  'error-invalid-room',
  'invalid-room',
  'error-room-not-found',
  'visitor-not-found',
  'error-invalid-user',
  'contact-not-found',
];

const code = /^[A-Za-z][A-Za-z0-9_-]{2,79}$/;

/** Only what is a code: Rocket.Chat writes `Words that may name somebody [error-code]`, the code alone, or `errorType`. */
function reasonIn(body: unknown): string | undefined {
  const { errorType, error, message } = (body ?? {}) as Record<string, unknown>;
  const inBrackets = typeof error === 'string' ? /\[([^[\]]+)\]\s*$/.exec(error)?.[1] : undefined;
  return [errorType, inBrackets, error, message].find(
    (one): one is string => typeof one === 'string' && code.test(one),
  );
}

/**
 * @param body parsed JSON, or undefined when the answer was none
 * @returns undefined for a good answer
 */
export function failureOf(endpoint: string, status: number, body: unknown): RocketChatError | undefined {
  if (status === 429) return new RocketChatError('temporary', 'rate-limited', endpoint);
  if (status >= 500) return new RocketChatError('temporary', `http-${status}`, endpoint);
  const reason = reasonIn(body);
  const told = (kind: FailureKind, name: string): RocketChatError =>
    new RocketChatError(kind, name, endpoint, undefined, undefined, reason);
  if (status === 401 || status === 403) return told('permission', `http-${status}`);
  if (status === 404) return told(body === undefined ? 'permanent' : 'gone', 'http-404');
  if (status >= 400) {
    const { errorType, error } = (body ?? {}) as { errorType?: unknown; error?: unknown };
    const isGone = goneCodes.some(
      (code) => errorType === code || (typeof error === 'string' && error.includes(code)),
    );
    return told(isGone ? 'gone' : 'permanent', `http-${status}`);
  }
  if (status >= 300) return new RocketChatError('permanent', `http-${status}`, endpoint);
  if (body === undefined) return new RocketChatError('temporary', 'not-json', endpoint);
  if ((body as { success?: unknown }).success === false) return told('permanent', 'refused');
  return undefined;
}
