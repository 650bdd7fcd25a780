/** Who may do what in the pages. One table; every route names its action. */
import type { StaffDocument } from '../store/documents';

export type Role = StaffDocument['role'];
export const roles = ['attendant', 'manager', 'administrator'] as const satisfies readonly Role[];

export const actions = [
  'patients.read',
  'patients.note',
  'patients.correct',
  'patients.link',
  'patients.erase',
  'queue.read',
  'dashboard.read',
  'staff.manage',
] as const;
export type Action = (typeof actions)[number];

const attendant: readonly Action[] = ['patients.read', 'patients.note', 'patients.correct', 'queue.read'];
const manager: readonly Action[] = [...attendant, 'patients.link', 'dashboard.read'];
const allowed: Record<Role, readonly Action[]> = {
  attendant,
  manager,
  administrator: [...manager, 'patients.erase', 'staff.manage'],
};

export function can(role: Role, action: Action): boolean {
  return allowed[role].includes(action);
}

/** Where a person lands after signing in: what their role looks at first. */
export function homeOf(role: Role): string {
  return can(role, 'dashboard.read') ? '/dashboard' : '/queue';
}
