import { actions, can, homeOf, roles, type Action, type Role } from '../../../crm-sync/access/permissions';

const mayOf = (...allowed: Action[]): Record<Action, boolean> =>
  Object.fromEntries(actions.map((action) => [action, allowed.includes(action)])) as Record<Action, boolean>;

const table: Record<Role, Record<Action, boolean>> = {
  attendant: mayOf('patients.read', 'patients.note', 'patients.correct', 'queue.read'),
  manager: mayOf(
    'patients.read',
    'patients.note',
    'patients.correct',
    'patients.link',
    'queue.read',
    'dashboard.read',
  ),
  administrator: mayOf(...actions),
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
