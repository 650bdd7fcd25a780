/**
 * Who may do what, as one table. Every page route names its action (`config.access`); the guard looks it up here and
 * nowhere else. `docs/adr/0012-roles-and-doors.md` says why each column is as it is.
 */

/** Whom an administrator can register. */
export const roles = [
  'attendant',
  'manager',
  'administrator',
  'epidemiologist',
  'auditor',
  'committee',
  'clinician',
] as const;
export type Role = (typeof roles)[number];

/** The table's columns. Patients have no sign-in here: their column is `no` from top to bottom. */
export const columns = ['patient', ...roles] as const;
export type Column = (typeof columns)[number];

/** `investigation`: only within an open investigation of one's own, named in the route's `:investigationId`. */
export type Cell = 'yes' | 'no' | 'investigation';

const y = 'yes';
const n = 'no';
const i = 'investigation';

type Row = [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

function row(...cells: Row): Record<Column, Cell> {
  const [patient, attendant, manager, administrator, epidemiologist, auditor, committee, clinician] = cells;
  return { patient, attendant, manager, administrator, epidemiologist, auditor, committee, clinician };
}

/* prettier-ignore */
export const matrix = {
  //                     patient attendant manager administrator epidemiologist auditor committee clinician
  'patients.read':       row(n,  y,        y,      n,            n,             n,      n,      n),
  'patients.note':       row(n,  y,        y,      n,            n,             n,      n,      n),
  'patients.rescreen':   row(n,  y,        y,      n,            n,             n,      n,      y),
  'patients.correct':    row(n,  y,        y,      n,            n,             n,      n,      n),
  'patients.link':       row(n,  n,        y,      n,            n,             n,      n,      n),
  // By ID alone, on a page that shows no record.
  'patients.erase':      row(n,  n,        n,      y,            n,             n,      n,      n),
  // Clinicians screen again whoever waits; records and timelines they do not read.
  'queue.read':          row(n,  y,        y,      n,            n,             n,      n,      y),
  // Moves, closes and takes over conversations in Rocket.Chat, and sees who is there.
  'supervision.act':     row(n,  n,        y,      n,            n,             n,      n,      n),
  'tasks.read':          row(n,  y,        y,      n,            n,             n,      n,      n),
  'tasks.do':            row(n,  y,        y,      n,            n,             n,      n,      n),
  'dashboard.read':      row(n,  n,        y,      y,            y,             n,      n,      n),
  'investigations.open': row(n,  n,        n,      n,            y,             n,      n,      n),
  'cases.read':          row(n,  n,        n,      n,            i,             n,      n,      n),
  'reports.read':        row(n,  n,        y,      n,            y,             n,      y,      n),
  'reports.publish':     row(n,  n,        y,      n,            n,             n,      n,      n),
  'staff.manage':        row(n,  n,        n,      y,            n,             n,      n,      n),
  'sessions.manage':     row(n,  n,        n,      y,            n,             n,      n,      n),
  'set-aside.manage':    row(n,  n,        n,      y,            n,             n,      n,      n),
  'audit.read':          row(n,  n,        n,      y,            n,             y,      n,      n),
  'knowledge.read':      row(n,  n,        y,      y,            n,             y,      n,      y),
  'knowledge.propose':   row(n,  n,        y,      n,            n,             n,      n,      y),
  // Whoever decides who is a clinician signs nothing.
  'knowledge.sign':      row(n,  n,        n,      n,            n,             n,      n,      y),
  'knowledge.activate':  row(n,  n,        n,      n,            n,             n,      n,      y),
} as const satisfies Record<string, Record<Column, Cell>>;

export type Action = keyof typeof matrix;
export const actions = Object.keys(matrix) as Action[];

export function cellOf(column: Column, action: Action): Cell {
  return matrix[action][column];
}

/** May they, without further condition? */
export function can(role: Role, action: Action): boolean {
  return cellOf(role, action) === 'yes';
}

const homes: readonly [Action, string][] = [
  ['staff.manage', '/staff'],
  ['dashboard.read', '/dashboard'],
  ['knowledge.sign', '/knowledge'],
  ['queue.read', '/queue'],
  ['audit.read', '/audit'],
  ['reports.read', '/reports'],
];

/** Where a person lands after signing in: what their role looks at first. */
export function homeOf(role: Role): string {
  return homes.find(([action]) => can(role, action))?.[1] ?? '/account';
}
