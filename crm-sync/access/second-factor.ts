/** A person's authenticator app: set up, asked for, lost, taken away. Every rule about it is here. */
import type { TenantConfig } from '../config/config';
import type { StaffDocument } from '../store/staff-documents';
import { accountPolicy } from './delay';
import { newRecoveryCodes, recoveryHash } from './recovery-codes';
import type { AccessShelves } from './shelves';
import type { RandomBytes } from './staff-id';
import { newSecret, stepOfCode } from './totp';
import { claimTry, doorOf } from './tries';

/** A tenant's setting. `off`: nobody is asked; `optional`: who set it up is; `required`: nobody signs in without. */
export type SecondFactorPolicy = NonNullable<TenantConfig['secondFactor']>;

type Shelves = Pick<AccessShelves, 'staff' | 'attempts' | 'secrets'>;

export function hasSecondFactor(person: StaffDocument): boolean {
  return person.secondFactor?.confirmedAt !== undefined;
}

/** What must follow a right password. */
export function stepAfterPassword(
  policy: SecondFactorPolicy,
  person: StaffDocument,
): 'in' | 'code' | 'enrol' {
  if (policy === 'off') return 'in';
  if (hasSecondFactor(person)) return 'code';
  return policy === 'required' ? 'enrol' : 'in';
}

/**
 * The secret to put into the app: the one begun before, so that a page shown twice shows the same QR code, or a new one.
 * @returns undefined when an app is set up already
 */
export async function beginEnrolment(
  shelves: Shelves,
  person: StaffDocument,
  randomBytes: RandomBytes,
): Promise<string | undefined> {
  if (hasSecondFactor(person)) return undefined;
  if (person.secondFactor) return shelves.secrets.open(person, person.secondFactor.sealedSecret);
  const secret = newSecret(randomBytes);
  const sealedSecret = await shelves.secrets.seal(person, secret);
  await shelves.staff.setSecondFactor(person._id, { sealedSecret, lastStep: 0, recovery: [] });
  return secret;
}

export type CodeProblem =
  { ok: false; problem: 'wrong-code' } | { ok: false; problem: 'wait'; waitMs: number };

const doorFor = (person: StaffDocument) => doorOf('factor', person.staffId, accountPolicy);

/** Looks at a code of the app, once per step. */
async function acceptCode(
  shelves: Shelves,
  person: StaffDocument,
  code: string,
  now: Date,
): Promise<boolean> {
  if (!person.secondFactor) return false;
  const secret = await shelves.secrets.open(person, person.secondFactor.sealedSecret);
  const step = stepOfCode(secret, code, now);
  return step !== undefined && (await shelves.staff.useStep(person._id, step));
}

async function tried(
  shelves: Shelves,
  person: StaffDocument,
  now: Date,
  look: () => Promise<boolean>,
): Promise<{ ok: true } | CodeProblem> {
  const door = doorFor(person);
  const waitMs = await claimTry(shelves.attempts, door, now);
  if (waitMs > 0) return { ok: false, problem: 'wait', waitMs };
  if (!(await look())) return { ok: false, problem: 'wrong-code' };
  await shelves.attempts.clear(door.key);
  return { ok: true };
}

/** The first code proves that the app has the secret. @returns the recovery codes, to be shown this once */
export async function confirmEnrolment(
  shelves: Shelves,
  person: StaffDocument,
  code: string,
  { now, randomBytes }: { now: Date; randomBytes: RandomBytes },
): Promise<{ ok: true; recoveryCodes: string[] } | CodeProblem> {
  if (hasSecondFactor(person)) return { ok: false, problem: 'wrong-code' };
  const result = await tried(shelves, person, now, () => acceptCode(shelves, person, code, now));
  const current = await shelves.staff.find(person._id);
  if (!result.ok || !current?.secondFactor) return result.ok ? { ok: false, problem: 'wrong-code' } : result;
  const recoveryCodes = newRecoveryCodes(randomBytes);
  const recovery = recoveryCodes.map((one) => recoveryHash(person.staffId, one));
  await shelves.staff.setSecondFactor(person._id, { ...current.secondFactor, confirmedAt: now, recovery });
  return { ok: true, recoveryCodes };
}

/** A code of the app, or a recovery code, each accepted once. */
export async function checkSecondFactor(
  shelves: Shelves,
  person: StaffDocument,
  code: string,
  now: Date,
): Promise<{ ok: true } | CodeProblem> {
  return tried(shelves, person, now, async () =>
    /^[\d\s-]{6,8}$/.test(code.trim())
      ? acceptCode(shelves, person, code, now)
      : shelves.staff.useRecoveryCode(person._id, recoveryHash(person.staffId, code)),
  );
}

/** New recovery codes; the old ones are worth nothing from now on. */
export async function renewRecoveryCodes(
  shelves: Shelves,
  person: StaffDocument,
  randomBytes: RandomBytes,
): Promise<string[]> {
  const current = await shelves.staff.find(person._id);
  if (!current?.secondFactor?.confirmedAt) return [];
  const codes = newRecoveryCodes(randomBytes);
  const recovery = codes.map((one) => recoveryHash(person.staffId, one));
  await shelves.staff.setSecondFactor(person._id, { ...current.secondFactor, recovery });
  return codes;
}

/** Takes the app away: by its owner, by an administrator when the phone is lost, or by command. */
export async function removeSecondFactor(shelves: Shelves, person: StaffDocument): Promise<void> {
  await shelves.staff.setSecondFactor(person._id, undefined);
  await shelves.attempts.clear(doorFor(person).key);
}
