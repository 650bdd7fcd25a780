/**
 * Signing in: one answer and one duration for a wrong password and an unknown e-mail. Failures make the next try wait,
 * ever longer, per account and per address; a right password during the wait is answered like a wrong one.
 */
import type { StaffDocument } from '../store/staff-documents';
import { accountPolicy, addressPolicy } from './delay';
import { passwordMatches } from './password';
import { openPending, type Pending } from './pending';
import {
  checkSecondFactor,
  confirmEnrolment,
  stepAfterPassword,
  type CodeProblem,
  type SecondFactorPolicy,
} from './second-factor';
import { openSession, type Effects } from './session';
import type { AccessShelves } from './shelves';
import { claimTry, doorOf, takeBackTry, waitAt } from './tries';

export interface SignInRequest {
  tenant: string;
  email: string;
  password: string;
  /** Where the request comes from. */
  address: string;
  /** Which browser, roughly. */
  device?: string;
}

export type SignInResult =
  /** `cookie` is the session's when `step` is `in`, else that of the state which awaits a code. */
  | { ok: true; step: 'in' | 'code' | 'enrol'; cookie: string; person: StaffDocument }
  /** `waitMs`: before this a next try will not be looked at. */
  | { ok: false; reason: 'wrong' | 'wait'; waitMs: number };

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The try is counted before the password is looked at, so that many at once gain nothing. */
export async function signIn(
  shelves: AccessShelves,
  request: SignInRequest,
  effects: Effects,
  policy: SecondFactorPolicy = 'off',
): Promise<SignInResult> {
  const { attempts } = shelves;
  const email = normalEmail(request.email);
  const now = effects.now();
  const account = doorOf('account', email, accountPolicy);
  const address = doorOf('address', request.address, addressPolicy);
  const addressWaitMs = await claimTry(attempts, address, now);
  if (addressWaitMs > 0) return { ok: false, reason: 'wait', waitMs: addressWaitMs };
  const accountWaitMs = await claimTry(attempts, account, now);
  if (accountWaitMs > 0) {
    // Nothing was guessed: an impatient colleague does not use up the whole clinic's address.
    await takeBackTry(attempts, address);
    return { ok: false, reason: 'wait', waitMs: accountWaitMs };
  }
  const person = await shelves.staff.find(email);
  const matches = await passwordMatches(person?.passwordHash, request.password);
  if (!person || !matches || person.disabledAt) {
    return { ok: false, reason: 'wrong', waitMs: await waitAt(attempts, account, now) };
  }
  await attempts.clear(account.key);
  await takeBackTry(attempts, address);
  const step = stepAfterPassword(policy, person);
  const whose = { tenant: request.tenant, staff: email };
  const cookie =
    step === 'in'
      ? await openSession(shelves, { ...whose, device: request.device }, effects)
      : await openPending(shelves, { ...whose, step }, effects);
  return { ok: true, step, cookie, person };
}

export type SecondStepResult = { ok: true; cookie: string; recoveryCodes?: string[] } | CodeProblem;

/** The second step: the code opens the session, and the pending state is over. */
export async function finishSignIn(
  shelves: AccessShelves,
  pending: Pending,
  input: { tenant: string; code: string; device?: string },
  effects: Effects,
): Promise<SecondStepResult> {
  const { person } = pending;
  const now = effects.now();
  const context = { now, randomBytes: effects.randomBytes };
  const result =
    pending.step === 'enrol'
      ? await confirmEnrolment(shelves, person, input.code, context)
      : await checkSecondFactor(shelves, person, input.code, now);
  if (!result.ok) return result;
  await shelves.pending.remove(pending.id);
  const { tenant, device } = input;
  const cookie = await openSession(shelves, { tenant, staff: person._id, device }, effects);
  return { ...result, cookie };
}
