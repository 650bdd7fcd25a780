/**
 * Standard Webhooks signatures (standardwebhooks.com, symmetric scheme v1): HMAC-SHA256 over `id.timestamp.payload`,
 * headers `webhook-id`, `webhook-timestamp` (seconds) and `webhook-signature` (`v1,<base64>`, several separated by spaces).
 */
import { createHmac, timingSafeEqual } from 'crypto';

/** A message older or newer than this is refused: what was caught on the way cannot be played again later. */
export const signatureWindowSeconds = 300;

export interface SignedHeaders {
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

/** @param secret `whsec_` + base64, or any other text, which is then used as it is */
function keyOf(secret: string): Buffer {
  return secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret, 'utf8');
}

function signatureOf(secret: string, id: string, timestamp: string, payload: string): string {
  return createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${payload}`).digest('base64');
}

export function sign(secret: string, message: { id: string; atMs: number; payload: string }): SignedHeaders {
  const timestamp = String(Math.floor(message.atMs / 1000));
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signatureOf(secret, message.id, timestamp, message.payload)}`,
  };
}

export type Verification = { ok: true } | { ok: false; reason: 'missing' | 'stale' | 'forged' };

/**
 * Checks a signature in constant time.
 * @param secrets the keys accepted now: two while one is being rotated
 * @param headers lower-case names, as Node and the engine give them
 */
export function verify(
  secrets: readonly string[],
  headers: Record<string, unknown>,
  payload: string,
  nowMs: number,
): Verification {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const given = headers['webhook-signature'];
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof given !== 'string' || !id) {
    return { ok: false, reason: 'missing' };
  }
  const atSeconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : NaN;
  if (!(Math.abs(nowMs / 1000 - atSeconds) <= signatureWindowSeconds)) return { ok: false, reason: 'stale' };
  const candidates = given.split(' ').filter((item) => item.startsWith('v1,'));
  const matches = secrets.some((secret) => {
    const wanted = Buffer.from(signatureOf(secret, id, timestamp, payload), 'base64');
    return candidates.some((item) => {
      const got = Buffer.from(item.slice(3), 'base64');
      return got.length === wanted.length && timingSafeEqual(got, wanted);
    });
  });
  return matches ? { ok: true } : { ok: false, reason: 'forged' };
}
