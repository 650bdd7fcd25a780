/**
 * Between password and code: a token of its own in a cookie of its own, for five minutes. It is no session, is kept
 * apart from sessions, and opens nothing but the page that asks for the code.
 */
import type { PendingSignInDocument, StaffDocument } from '../store/staff-documents';
import { sessionIdOf, type Effects } from './session';
import type { AccessShelves } from './shelves';

export const pendingMs = 5 * 60_000;

/** Bound to its purpose: the same token gives another id as a session's. */
export function pendingIdOf(tenant: string, token: string): string {
  return sessionIdOf(`pending ${tenant}`, token);
}

/** @returns the cookie's value */
export async function openPending(
  shelves: Pick<AccessShelves, 'pending'>,
  input: { tenant: string; staff: string; step: PendingSignInDocument['step'] },
  { now, randomBytes }: Effects,
): Promise<string> {
  const token = Buffer.from(randomBytes(32)).toString('base64url');
  const { tenant, staff, step } = input;
  const expiresAt = new Date(now().getTime() + pendingMs);
  await shelves.pending.insert({ _id: pendingIdOf(tenant, token), staff, step, expiresAt });
  return `${tenant}.${token}`;
}

export interface Pending {
  id: string;
  step: PendingSignInDocument['step'];
  person: StaffDocument;
}

/** Whose code is awaited; undefined when the time ran out or the person was disabled. */
export async function resumePending(
  shelves: Pick<AccessShelves, 'pending' | 'staff'>,
  id: string,
  now: Date,
): Promise<Pending | undefined> {
  const found = await shelves.pending.find(id);
  if (!found || found.expiresAt <= now) return undefined;
  const person = await shelves.staff.find(found.staff);
  return person && !person.disabledAt ? { id, step: found.step, person } : undefined;
}
