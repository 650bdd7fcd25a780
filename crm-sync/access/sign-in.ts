/** Signing in: one answer and one duration for a wrong password and an unknown e-mail; few attempts per account and address. */
import { createHash } from 'crypto';
import { passwordMatches } from './password';
import type { Role } from './permissions';
import { openSession, type Effects } from './session';
import type { AccessShelves } from './shelves';

export const attemptWindowMs = 15 * 60_000;
export const maxFailuresPerAccount = 10;
/** A whole clinic may share one address. */
export const maxFailuresPerAddress = 100;

export interface SignInRequest {
  tenant: string;
  email: string;
  password: string;
  /** Where the request comes from. */
  address: string;
}

export type SignInResult =
  | { ok: true; cookie: string; role: Role }
  | { ok: false; reason: 'wrong' | 'too-many'; /** For `too-many`. */ retryAt?: Date };

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

function keyOf(kind: 'account' | 'address', value: string, window: number): string {
  return `${kind}:${createHash('sha256').update(value).digest('base64url')}:${window}`;
}

/** The attempt is counted before the password is looked at, so that many at once gain nothing. */
export async function signIn(
  shelves: AccessShelves,
  request: SignInRequest,
  effects: Effects,
): Promise<SignInResult> {
  const email = normalEmail(request.email);
  const window = Math.floor(effects.now().getTime() / attemptWindowMs);
  const retryAt = new Date((window + 1) * attemptWindowMs);
  const account = keyOf('account', email, window);
  const address = keyOf('address', request.address, window);
  const byAccount = await shelves.attempts.add(account, 1, retryAt);
  const byAddress = await shelves.attempts.add(address, 1, retryAt);
  if (byAccount > maxFailuresPerAccount || byAddress > maxFailuresPerAddress) {
    return { ok: false, reason: 'too-many', retryAt };
  }
  const person = await shelves.staff.find(email);
  const matches = await passwordMatches(person?.passwordHash, request.password);
  if (!person || !matches || person.disabledAt) return { ok: false, reason: 'wrong' };
  await shelves.attempts.clear(account);
  await shelves.attempts.add(address, -1, retryAt);
  const cookie = await openSession(shelves, { tenant: request.tenant, staff: email }, effects);
  return { ok: true, cookie, role: person.role };
}
