/** One row of a calendar file: a professional's opening hours on some days of the week. Pure. */
import * as z from 'zod';
import { appointmentKinds, type OpeningRule, type Professional } from '../../contract/appointment-events';
import { knowsZone } from '../../src/routing/open-time';
import { ruleProblem } from './recurrence';

/** The columns, as the file's first line names them. */
export const columns = [
  ...['professional', 'name', 'specialties', 'languages', 'council', 'username', 'extension', 'zone'],
  ...['state', 'municipality', 'calendar', 'kind', 'minutes', 'capacity', 'lead', 'cancel', 'horizon'],
  ...['place', 'confirm', 'holidays', 'days', 'every', 'from', 'to', 'first', 'last'],
] as const;
export type Column = (typeof columns)[number];
export const needed: readonly Column[] = ['professional', 'days', 'from', 'to'];

export interface Problem {
  /** Of the file, from 1. */
  line: number;
  column?: string;
  /** English. */
  words: string;
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const dayNames: Readonly<Record<string, (typeof days)[number]>> = Object.fromEntries(
  [
    ['mo', 'mon', 'monday', 'seg', 'segunda', 'lun', 'lunes'],
    ['tu', 'tue', 'tuesday', 'ter', 'terca', 'terça', 'mar', 'martes'],
    ['we', 'wed', 'wednesday', 'qua', 'quarta', 'mie', 'mié', 'miercoles', 'miércoles'],
    ['th', 'thu', 'thursday', 'qui', 'quinta', 'jue', 'jueves'],
    ['fr', 'fri', 'friday', 'sex', 'sexta', 'vie', 'viernes'],
    ['sa', 'sat', 'saturday', 'sab', 'sáb', 'sabado', 'sábado'],
    ['su', 'sun', 'sunday', 'dom', 'domingo'],
  ].flatMap((names, at) => names.map((name) => [name, days[at]!])),
);

const list = z.string().transform((text) => text.split('|').flatMap((one) => one.trim() || []));
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 08:00');
const whole = (from: number, to: number) =>
  z.coerce.number(`a whole number from ${from} to ${to}`).int().min(from).max(to);
const yes = z.literal('yes', 'yes, or nothing').transform(() => true as const);
const date = z.iso.date('a day such as 2026-03-31');
const key = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'at most 40 of A-Z, a-z, 0-9, _ and -');

/** What a cell may hold; empty ones are absent. */
const cells = z.object({
  professional: key,
  name: z.string().max(200).optional(),
  specialties: list.optional(),
  languages: list.optional(),
  council: z.string().max(60).optional(),
  username: z.string().max(200).optional(),
  extension: z.string().max(20).optional(),
  zone: z.string().refine(knowsZone, 'an IANA time zone such as America/Fortaleza').optional(),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two letters of a state')
    .optional(),
  municipality: z
    .string()
    .regex(/^\d{7}$/, 'seven digits, the code of the IBGE')
    .optional(),
  calendar: key.default('main'),
  kind: z.enum(appointmentKinds, `one of ${appointmentKinds.join(', ')}`).optional(),
  minutes: whole(5, 480).optional(),
  capacity: whole(1, 100).optional(),
  lead: whole(0, 43_200).optional(),
  cancel: whole(0, 43_200).optional(),
  horizon: whole(1, 365).optional(),
  place: z.string().max(300).optional(),
  confirm: yes.optional(),
  holidays: yes.optional(),
  days: z.string().transform((text, context) => {
    const found = text.split(/[|\s]+/).flatMap((one) => (one ? [dayNames[one.toLowerCase()]] : []));
    if (found.length > 0 && found.every((one) => one !== undefined)) return [...new Set(found)];
    context.addIssue({ code: 'custom', message: 'days of the week, e.g. MO|WE or seg|qua' });
    return z.NEVER;
  }),
  every: whole(1, 52).default(1),
  from: clock,
  to: clock,
  first: date.default('2020-01-06'),
  last: date.optional(),
});
type Cells = z.infer<typeof cells>;

/** What belongs to the professional, and to the calendar: the same in all their rows, or left out in all but one. */
export type OfProfessional = Partial<Omit<Professional, 'calendars' | 'absences' | 'archived'>>;
export type OfCalendar = Partial<Omit<Professional['calendars'][number], 'id' | 'rules' | 'exceptions'>>;

export interface Row {
  line: number;
  professional: string;
  calendar: string;
  ofProfessional: OfProfessional;
  ofCalendar: OfCalendar;
  rule: OpeningRule;
}

/** @param record cells by column, as they stand in the file */
export function readRow(record: Readonly<Record<string, string>>, line: number): Row | Problem[] {
  const filled = Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
  );
  const missing = needed.filter((one) => filled[one] === undefined);
  if (missing.length > 0) return missing.map((column) => ({ line, column, words: 'is missing' }));
  const parsed = cells.safeParse(filled);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => ({
      line,
      column: String(path[0]),
      words: message,
    }));
  const row = rowOf(parsed.data, line);
  return row.rule.from >= row.rule.to
    ? [{ line, column: 'to', words: `ends (${row.rule.to}) before it begins (${row.rule.from})` }]
    : (problemsOf(row) ?? row);
}

function problemsOf({ line, rule }: Row): Problem[] | undefined {
  if (rule.lastDay !== undefined && rule.lastDay < rule.firstDay)
    return [{ line, column: 'last', words: `ends (${rule.lastDay}) before it begins (${rule.firstDay})` }];
  const words = ruleProblem(rule);
  return words === undefined ? undefined : [{ line, column: 'days', words }];
}

function rowOf(cell: Cells, line: number): Row {
  const { professional, calendar, every, days: on, from, to, first, last } = cell;
  const { name, specialties, languages, council, username, extension, zone, state, municipality } = cell;
  const { kind, minutes, capacity, lead, cancel, horizon, place, confirm, holidays } = cell;
  const rrule = `FREQ=WEEKLY${every > 1 ? `;INTERVAL=${every}` : ''};BYDAY=${on.join(',')}`;
  return {
    ...{ line, professional, calendar },
    ofProfessional: {
      ...{ name, specialties, languages, council, username, extension },
      ...{ timeZone: zone, state, municipality },
    } as OfProfessional,
    ofCalendar: {
      ...{ kind, slotMinutes: minutes, capacity, leadMinutes: lead, cancelMinutes: cancel },
      ...{ horizonDays: horizon, place, confirmedByStaff: confirm, opensOnHolidays: holidays },
    } as OfCalendar,
    rule: { rrule, firstDay: first, ...(last !== undefined && { lastDay: last }), from, to },
  };
}
