/**
 * Sessions: a random token in a cookie, its SHA-256 in the tenant's database. The tenant's id is part of the cookie and
 * of what is hashed, so a session opens nothing in another tenant, whoever edits the cookie.
 */
import { createHash } from 'crypto';
import type { SessionDocument, StaffDocument } from '../store/staff-documents';
import type { AccessShelves } from './shelves';

export const sessionIdleMs = 8 * 3_600_000;
/** However busy, a session ends after this; a day covers the longest shift. */
export const sessionLifeMs = 24 * 3_600_000;
/** Use is written down at most this often. */
const extendEveryMs = 60_000;

export interface Effects {
  now: () => Date;
  randomBytes: (count: number) => Uint8Array;
}

export function sessionIdOf(tenant: string, token: string): string {
  return createHash('sha256').update(`${tenant}.${token}`).digest('base64url');
}

/** Reads the cookie `tenant.token`. */
export function parseSessionCookie(value: string | undefined): { tenant: string; token: string } | undefined {
  const match = /^([a-z0-9-]{1,40})\.([A-Za-z0-9_-]{43})$/.exec(value ?? '');
  return match ? { tenant: match[1]!, token: match[2]! } : undefined;
}

function expiryAt(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + sessionIdleMs, createdAt.getTime() + sessionLifeMs));
}

export function isLive(session: SessionDocument, now: Date): boolean {
  return now < session.expiresAt && now.getTime() < session.createdAt.getTime() + sessionLifeMs;
}

/** @returns the cookie's value */
export async function openSession(
  shelves: Pick<AccessShelves, 'sessions'>,
  input: { tenant: string; staff: string; device?: string },
  { now, randomBytes }: Effects,
): Promise<string> {
  const token = Buffer.from(randomBytes(32)).toString('base64url');
  const at = now();
  const _id = sessionIdOf(input.tenant, token);
  const { staff, device } = input;
  const times = { createdAt: at, lastUsedAt: at, expiresAt: expiryAt(at, at) };
  await shelves.sessions.insert({ _id, staff, ...times, ...(device ? { device } : {}) });
  return `${input.tenant}.${token}`;
}

export interface SignedIn {
  sessionId: string;
  person: StaffDocument;
}

/**
 * Who is behind a session id; undefined when it expired or the person was disabled.
 * @param extend whether this request counts as use: what the page fetches by itself does not
 */
export async function resumeSession(
  shelves: Pick<AccessShelves, 'sessions' | 'staff'>,
  sessionId: string,
  now: Date,
  extend: boolean,
): Promise<SignedIn | undefined> {
  const session = await shelves.sessions.find(sessionId);
  if (!session || !isLive(session, now)) return undefined;
  const person = await shelves.staff.find(session.staff);
  if (!person || person.disabledAt) return undefined;
  const usedAt = session.lastUsedAt ?? session.createdAt;
  if (extend && now.getTime() - usedAt.getTime() >= extendEveryMs) {
    await shelves.sessions.extend(sessionId, expiryAt(session.createdAt, now), now);
  }
  return { sessionId, person };
}
