export interface Backoff {
  baseMs: number;
  capMs: number;
}

/**
 * Exponential back-off with jitter: between half and all of `base × 2^(attempt − 1)`, at most `capMs`.
 * @param attempt 1 after the first failure
 * @param random in [0, 1)
 */
export function backoffMs({ baseMs, capMs }: Backoff, attempt: number, random: number): number {
  const full = Math.min(capMs, baseMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(full * (0.5 + random / 2));
}
