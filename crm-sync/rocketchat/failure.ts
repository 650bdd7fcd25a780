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

/**
 * @param body parsed JSON, or undefined when the answer was none
 * @returns undefined for a good answer
 */
export function failureOf(endpoint: string, status: number, body: unknown): RocketChatError | undefined {
  if (status === 429) return new RocketChatError('temporary', 'rate-limited', endpoint);
  if (status >= 500) return new RocketChatError('temporary', `http-${status}`, endpoint);
  if (status === 401 || status === 403) return new RocketChatError('permission', `http-${status}`, endpoint);
  if (status === 404)
    return new RocketChatError(body === undefined ? 'permanent' : 'gone', 'http-404', endpoint);
  if (status >= 400) {
    const { errorType, error } = (body ?? {}) as { errorType?: unknown; error?: unknown };
    const isGone = goneCodes.some(
      (code) => errorType === code || (typeof error === 'string' && error.includes(code)),
    );
    return new RocketChatError(isGone ? 'gone' : 'permanent', `http-${status}`, endpoint);
  }
  if (status >= 300) return new RocketChatError('permanent', `http-${status}`, endpoint);
  if (body === undefined) return new RocketChatError('temporary', 'not-json', endpoint);
  if ((body as { success?: unknown }).success === false)
    return new RocketChatError('permanent', 'refused', endpoint);
  return undefined;
}
