import {
  actions,
  can,
  cellOf,
  columns,
  homeOf,
  roles,
  type Action,
  type Role,
} from '../../../crm-sync/access/permissions';

/** Told a second time, in other words: whom each action is for. Everybody else may not. */
const allowed: Record<Action, readonly Role[]> = {
  'patients.read': ['attendant', 'manager'],
  'patients.note': ['attendant', 'manager'],
  'patients.rescreen': ['attendant', 'manager', 'clinician'],
  'patients.correct': ['attendant', 'manager'],
  'patients.link': ['manager'],
  'patients.erase': ['administrator'],
  'queue.read': ['attendant', 'manager', 'clinician'],
  'supervision.act': ['manager'],
  'tasks.read': ['attendant', 'manager'],
  'tasks.do': ['attendant', 'manager'],
  'dashboard.read': ['manager', 'administrator', 'epidemiologist'],
  'investigations.open': ['epidemiologist'],
  'cases.read': [],
  'reports.read': ['manager', 'epidemiologist', 'committee'],
  'reports.publish': ['manager'],
  'staff.manage': ['administrator'],
  'sessions.manage': ['administrator'],
  'set-aside.manage': ['administrator'],
  'audit.read': ['administrator', 'auditor'],
  'knowledge.read': ['manager', 'administrator', 'auditor', 'clinician'],
  'knowledge.propose': ['manager', 'clinician'],
  'knowledge.sign': ['clinician'],
  'knowledge.activate': ['clinician'],
};

describe('permissions', () => {
  it.each(roles.flatMap((role) => actions.map((action) => [role, action] as const)))(
    '%s: %s',
    (role, action) => expect(can(role, action)).toBe(allowed[action].includes(role)),
  );

  it('give a patient nothing', () =>
    expect(actions.filter((action) => cellOf('patient', action) !== 'no')).toEqual([]));

  it('show named cases to epidemiologists alone, and only within an investigation', () =>
    expect(columns.map((column) => [column, cellOf(column, 'cases.read')])).toEqual(
      columns.map((column) => [column, column === 'epidemiologist' ? 'investigation' : 'no']),
    ));

  it.each([
    ['attendant', '/queue'],
    ['manager', '/dashboard'],
    ['administrator', '/staff'],
    ['epidemiologist', '/dashboard'],
    ['auditor', '/audit'],
    ['committee', '/reports'],
    ['clinician', '/knowledge'],
  ] as const)('%s starts at %s', (role, home) => expect(homeOf(role)).toBe(home));
});
