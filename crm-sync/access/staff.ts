/** Changes to the staff, one function each: every rule about who may be what is here. */
import * as z from 'zod';
import type { StaffDocument } from '../store/documents';
import { hashPassword, passwordMatches, passwordProblem, type PasswordProblem } from './password';
import { roles, type Role } from './permissions';
import type { AccessShelves } from './shelves';

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

type Shelves = Pick<AccessShelves, 'staff' | 'sessions'>;

/** @param by e-mail of the administrator, or `command` for the command line */
export async function addStaff(
  shelves: Pick<AccessShelves, 'staff'>,
  input: NewStaff,
  context: { by: string; now: Date },
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
    name: called.data,
    role,
    passwordHash: await hashPassword(input.password),
    createdAt: context.now,
    createdBy: context.by,
  };
  return (await shelves.staff.insert(person)) ? ok : refused('duplicate');
}

const isActiveAdministrator = (person: StaffDocument) =>
  person.role === 'administrator' && !person.disabledAt;

/**
 * Takes an administrator away only while another stays. Two who remove each other at the same moment both see nobody
 * left afterwards, and both changes are taken back.
 */
async function unlessLast(
  shelves: Shelves,
  person: StaffDocument,
  change: () => Promise<void>,
  undo: () => Promise<void>,
): Promise<Result<StaffChangeProblem>> {
  if (!isActiveAdministrator(person)) {
    await change();
    return ok;
  }
  if ((await shelves.staff.countActiveAdministrators()) <= 1) return refused('last-administrator');
  await change();
  if ((await shelves.staff.countActiveAdministrators()) > 0) return ok;
  await undo();
  return refused('last-administrator');
}

export async function changeRole(
  shelves: Shelves,
  id: string,
  role: Role,
): Promise<Result<StaffChangeProblem>> {
  const person = await shelves.staff.find(id);
  if (!person) return refused('unknown');
  if (person.role === role) return ok;
  const change = () => shelves.staff.setRole(id, role);
  return unlessLast(shelves, person, change, () => shelves.staff.setRole(id, person.role));
}

/** The person's sessions end at once. */
export async function disableStaff(
  shelves: Shelves,
  id: string,
  now: Date,
): Promise<Result<StaffChangeProblem>> {
  const person = await shelves.staff.find(id);
  if (!person) return refused('unknown');
  if (person.disabledAt) return ok;
  const change = () => shelves.staff.setDisabled(id, now);
  const result = await unlessLast(shelves, person, change, () => shelves.staff.setDisabled(id, undefined));
  if (result.ok) await shelves.sessions.removeOf(id);
  return result;
}

export async function enableStaff(shelves: Shelves, id: string): Promise<Result<StaffChangeProblem>> {
  if (!(await shelves.staff.find(id))) return refused('unknown');
  await shelves.staff.setDisabled(id, undefined);
  return ok;
}

/** A person's own new password; their other sessions end. */
export async function changePassword(
  shelves: Shelves,
  input: { id: string; sessionId: string; current: string; next: string },
): Promise<Result<'wrong' | PasswordProblem>> {
  const person = await shelves.staff.find(input.id);
  if (!(await passwordMatches(person?.passwordHash, input.current))) return refused('wrong');
  const problem = passwordProblem(input.next, input.id);
  if (problem) return refused(problem);
  await shelves.staff.setPassword(input.id, await hashPassword(input.next));
  await shelves.sessions.removeOf(input.id, input.sessionId);
  return ok;
}
