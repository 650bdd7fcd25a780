/** Changes to the staff, one function each: every rule about who may be what is here. */
import { randomBytes as systemRandom } from 'crypto';
import * as z from 'zod';
import type { StaffDocument } from '../store/staff-documents';
import { accountPolicy } from './delay';
import { hashPassword, passwordMatches, passwordProblem, type PasswordProblem } from './password';
import { roles, type Role } from './permissions';
import type { AccessShelves, Standing } from './shelves';
import { mintStaffId, type RandomBytes } from './staff-id';
import { claimTry, doorOf } from './tries';

export type StaffProblem = 'bad-email' | 'bad-name' | 'bad-role' | 'duplicate' | PasswordProblem;
export type StaffChangeProblem = 'unknown' | 'last-administrator';
type Result<P> = { ok: true } | { ok: false; problem: P };

const ok = { ok: true } as const;
const refused = <P>(problem: P): { ok: false; problem: P } => ({ ok: false, problem });

const email = z.string().trim().toLowerCase().pipe(z.email().max(254));
// Control characters would break tables and logs that show the name.
const name = z
  .string()
  .trim()
  .min(2)
  .max(120)
  .regex(/^[^\p{Cc}]+$/u);

export interface NewStaff {
  email: string;
  name: string;
  role: string;
  password: string;
}

type Shelves = Pick<AccessShelves, 'staff' | 'sessions' | 'pending'>;

/** @param context `by`: staff ID of the administrator, or `command` for the command line */
export async function addStaff(
  shelves: Pick<AccessShelves, 'staff'>,
  input: NewStaff,
  context: { by: string; now: Date; randomBytes?: RandomBytes },
): Promise<Result<StaffProblem>> {
  const _id = email.safeParse(input.email);
  if (!_id.success) return refused('bad-email');
  const called = name.safeParse(input.name);
  if (!called.success) return refused('bad-name');
  const role = roles.find((item) => item === input.role);
  if (!role) return refused('bad-role');
  const problem = passwordProblem(input.password, _id.data);
  if (problem) return refused(problem);
  if (await shelves.staff.find(_id.data)) return refused('duplicate');
  const person: StaffDocument = {
    _id: _id.data,
    staffId: mintStaffId(context.randomBytes ?? systemRandom),
    name: called.data,
    role,
    passwordHash: await hashPassword(input.password),
    createdAt: context.now,
    createdBy: context.by,
  };
  return (await shelves.staff.insert(person)) ? ok : refused('duplicate');
}

const isActiveAdministrator = (standing: Standing) =>
  standing.role === 'administrator' && !standing.disabledAt;

/**
 * Changes what a person may be. An administrator goes only while another stays: of two who remove each other at the same
 * moment, both see nobody left afterwards, and take their change back.
 * @param next the new standing; the same object when nothing changes
 */
async function changeStanding(
  shelves: Shelves,
  id: string,
  next: (person: StaffDocument) => Standing,
): Promise<Result<StaffChangeProblem>> {
  const { staff } = shelves;
  for (;;) {
    const person = await staff.find(id);
    if (!person) return refused('unknown');
    const to = next(person);
    if (to === person) return ok;
    const removes = isActiveAdministrator(person) && !isActiveAdministrator(to);
    if (removes && (await staff.countActiveAdministrators()) <= 1) return refused('last-administrator');
    // somebody changed this person meanwhile: decided anew
    if (!(await staff.setStanding(id, person, to))) continue;
    if (!removes || (await staff.countActiveAdministrators()) > 0) return ok;
    await giveBack(staff, id, person);
    return refused('last-administrator');
  }
}

async function giveBack(staff: Shelves['staff'], id: string, before: Standing): Promise<void> {
  for (;;) {
    const now = await staff.find(id);
    if (!now || (await staff.setStanding(id, now, before))) return;
  }
}

export function changeRole(shelves: Shelves, id: string, role: Role): Promise<Result<StaffChangeProblem>> {
  return changeStanding(shelves, id, (person) =>
    person.role === role ? person : { role, disabledAt: person.disabledAt },
  );
}

/** The person's sessions end at once. */
export async function disableStaff(
  shelves: Shelves,
  id: string,
  now: Date,
): Promise<Result<StaffChangeProblem>> {
  const result = await changeStanding(shelves, id, (person) =>
    person.disabledAt ? person : { role: person.role, disabledAt: now },
  );
  if (result.ok) {
    await shelves.pending.removeOf(id);
    await shelves.sessions.removeOf(id);
  }
  return result;
}

export function enableStaff(shelves: Shelves, id: string): Promise<Result<StaffChangeProblem>> {
  return changeStanding(shelves, id, (person) => (person.disabledAt ? { role: person.role } : person));
}

export type OwnProblem = { problem: 'wrong' } | { problem: 'wait'; waitMs: number };

/** The person at this browser knows the password: asked before what a stolen session must not do. Guessing is delayed. */
export async function confirmOwnPassword(
  shelves: Pick<AccessShelves, 'staff' | 'attempts'>,
  id: string,
  password: string,
  now: Date,
): Promise<{ ok: true } | ({ ok: false } & OwnProblem)> {
  const door = doorOf('account', id, accountPolicy);
  const waitMs = await claimTry(shelves.attempts, door, now);
  if (waitMs > 0) return { ok: false, problem: 'wait', waitMs };
  const person = await shelves.staff.find(id);
  if (!(await passwordMatches(person?.passwordHash, password))) return refused('wrong');
  await shelves.attempts.clear(door.key);
  return ok;
}

/** A person's own new password; their other sessions end. */
export async function changePassword(
  shelves: Pick<AccessShelves, 'staff' | 'sessions' | 'pending' | 'attempts'>,
  input: { id: string; sessionId: string; current: string; next: string; now: Date },
): Promise<{ ok: true } | ({ ok: false } & (OwnProblem | { problem: PasswordProblem }))> {
  const known = await confirmOwnPassword(shelves, input.id, input.current, input.now);
  if (!known.ok) return known;
  const problem = passwordProblem(input.next, input.id);
  if (problem) return refused(problem);
  await shelves.staff.setPassword(input.id, await hashPassword(input.next));
  await shelves.pending.removeOf(input.id);
  await shelves.sessions.removeOf(input.id, input.sessionId);
  return ok;
}
