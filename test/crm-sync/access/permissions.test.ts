import { actions, can, homeOf, roles, type Action, type Role } from '../../../crm-sync/access/permissions';

const table: Record<Role, Record<Action, boolean>> = {
  attendant: { 'patients.read': true, 'queue.read': true, 'dashboard.read': false, 'staff.manage': false },
  manager: { 'patients.read': true, 'queue.read': true, 'dashboard.read': true, 'staff.manage': false },
  administrator: { 'patients.read': true, 'queue.read': true, 'dashboard.read': true, 'staff.manage': true },
};

describe('permissions', () => {
  for (const role of roles) {
    for (const action of actions) {
      it(`${role} ${table[role][action] ? 'may' : 'may not'} ${action}`, () => {
        expect(can(role, action)).toBe(table[role][action]);
      });
    }
  }

  it.each([
    ['attendant', '/queue'],
    ['manager', '/dashboard'],
    ['administrator', '/dashboard'],
  ] as const)('%s starts at %s', (role, home) => expect(homeOf(role)).toBe(home));
});
