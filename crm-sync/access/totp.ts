/** Time-based one-time codes (RFC 6238: SHA-1, 6 digits, 30 s), as every authenticator app makes them. */
import { generateURI, verifySync } from 'otplib';
import type { RandomBytes } from './staff-id';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** RFC 4226 recommends 160 bits. */
const secretBytes = 20;
const stepSeconds = 30;

/** Base 32 of RFC 4648, for whole groups of five bytes. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[parseInt(five, 2)]).join('');
}

export function newSecret(randomBytes: RandomBytes): string {
  return base32(randomBytes(secretBytes));
}

/** What the QR code says. `label` is the account's name in the app. */
export function enrolmentUri(secret: string, issuer: string, label: string): string {
  return generateURI({ issuer, label, secret });
}

/**
 * Which 30-second step a code belongs to: the present one, the one before or the one after (RFC 6238, 5.2).
 * @returns undefined when it belongs to none; a step is to be accepted once
 */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const token = code.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token, epoch, epochTolerance: stepSeconds });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}
