/**
 * How fast Rocket.Chat may be asked. Pure: the clock is an argument. Two limits hold together: our own (a token bucket
 * over all endpoints) and Rocket.Chat's, which counts each endpoint apart and tells its state in every answer
 * (`X-RateLimit-Limit`, `-Remaining`, `-Reset` in epoch milliseconds; 10 calls a minute unless set otherwise).
 */
export interface PaceLimits {
  perSecond: number;
  burst: number;
}

export interface Pace {
  tokens: number;
  /** Epoch milliseconds at which `tokens` was true. */
  atMs: number;
  /** Nothing is asked before this: Retry-After. */
  pausedUntilMs: number;
  /** By endpoint: how many calls are left until when. */
  endpoints: Readonly<Record<string, { remaining: number; resetMs: number }>>;
}

export const defaultLimits: PaceLimits = { perSecond: 20, burst: 20 };
/** No header makes us wait longer than this at once; after it Rocket.Chat is asked again. */
export const longestWaitMs = 300_000;

export function newPace(limits: PaceLimits, nowMs: number): Pace {
  return { tokens: limits.burst, atMs: nowMs, pausedUntilMs: 0, endpoints: {} };
}

function filled(pace: Pace, limits: PaceLimits, nowMs: number): number {
  const passedMs = Math.max(0, nowMs - pace.atMs);
  return Math.min(limits.burst, pace.tokens + (passedMs / 1000) * limits.perSecond);
}

/** Milliseconds until this endpoint may be asked; 0 = now. */
export function waitMs(pace: Pace, limits: PaceLimits, endpoint: string, nowMs: number): number {
  const known = pace.endpoints[endpoint];
  const theirs = known && known.remaining <= 0 ? known.resetMs - nowMs : 0;
  const missing = 1 - filled(pace, limits, nowMs);
  const ours = missing > 1e-9 ? Math.ceil((missing / limits.perSecond) * 1000) : 0;
  return Math.min(longestWaitMs, Math.max(0, theirs, ours, pace.pausedUntilMs - nowMs));
}

/** One call is made now. */
export function spend(pace: Pace, limits: PaceLimits, endpoint: string, nowMs: number): Pace {
  const known = pace.endpoints[endpoint];
  // Once their window is over, only their next answer tells how much is left in the new one.
  const { [endpoint]: _over, ...others } = pace.endpoints;
  const endpoints =
    known && known.resetMs > nowMs
      ? { ...others, [endpoint]: { ...known, remaining: known.remaining - 1 } }
      : others;
  return { ...pace, tokens: Math.max(0, filled(pace, limits, nowMs) - 1), atMs: nowMs, endpoints };
}

const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  return Number.isFinite(number) && number >= 0 ? number : undefined;
};

/** @param value seconds or an HTTP date; @returns milliseconds from now, undefined when it is neither */
export function retryAfterMs(value: unknown, nowMs: number): number | undefined {
  const seconds = numberOf(value);
  if (seconds !== undefined) return Math.min(longestWaitMs, seconds * 1000);
  const at = typeof value === 'string' && /\d:\d/.test(value) ? Date.parse(value) : NaN;
  return Number.isFinite(at) ? Math.min(longestWaitMs, Math.max(0, at - nowMs)) : undefined;
}

/** What an answer's headers (lower-case names) say. */
export function learn(pace: Pace, endpoint: string, headers: Record<string, unknown>, nowMs: number): Pace {
  const pause = retryAfterMs(headers['retry-after'], nowMs);
  const pausedUntilMs =
    pause === undefined ? pace.pausedUntilMs : Math.max(pace.pausedUntilMs, nowMs + pause);
  const remaining = numberOf(headers['x-ratelimit-remaining']);
  const resetMs = numberOf(headers['x-ratelimit-reset']);
  if (remaining === undefined || resetMs === undefined) return { ...pace, pausedUntilMs };
  const known = pace.endpoints[endpoint];
  // Of answers that overtook each other in one window, the lower count is the newer.
  const least = known?.resetMs === resetMs ? Math.min(known.remaining, remaining) : remaining;
  return {
    ...pace,
    pausedUntilMs,
    endpoints: { ...pace.endpoints, [endpoint]: { remaining: least, resetMs } },
  };
}
