/** Who may do what in the pages. One table; every route names its action. */
import type { StaffDocument } from '../store/documents';

export type Role = StaffDocument['role'];
export const roles = ['attendant', 'manager', 'administrator'] as const satisfies readonly Role[];

export const actions = ['patients.read', 'queue.read', 'dashboard.read', 'staff.manage'] as const;
export type Action = (typeof actions)[number];

const attendant: readonly Action[] = ['patients.read', 'queue.read'];
const manager: readonly Action[] = [...attendant, 'dashboard.read'];
const allowed: Record<Role, readonly Action[]> = {
  attendant,
  manager,
  administrator: [...manager, 'staff.manage'],
};

export function can(role: Role, action: Action): boolean {
  return allowed[role].includes(action);
}

/** Where a person lands after signing in: what their role looks at first. */
export function homeOf(role: Role): string {
  return can(role, 'dashboard.read') ? '/dashboard' : '/queue';
}
