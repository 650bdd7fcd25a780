/**
 * Public holidays of Brazil as days of a department, made when a snapshot is built: the app needs no calendar of its own. The
 * days are those of date-holidays (ISC and CC-BY-3.0): national, of the states, and of six capitals; days of one's own stand
 * beside them and come first.
 */
import Holidays from 'date-holidays';
import type { DepartmentHours } from '../../contract/knowledge';

type Hours = DepartmentHours[number];
type Calendar = NonNullable<Hours['calendar']>;
type Holiday = Hours['holidays'][number];

/** The year of the publication and those after it. */
const years = 3;
/** As many as hours may hold. */
const most = 400;

/** Municipalities whose own days are known, by the IBGE's code. */
const regions: Readonly<Record<string, readonly [state: string, region: string]>> = {
  '5208707': ['GO', 'GOIANIA'],
  '3106200': ['MG', 'BH'],
  '2611606': ['PE', 'RE'],
  '4106902': ['PR', 'CU'],
  '3304557': ['RJ', 'RJ'],
  '3550308': ['SP', 'SP'],
};

export const knowsMunicipality = (code: string): boolean => Object.hasOwn(regions, code);

/** The two letters of the state that the code is of, where its days are known. */
export const stateOfMunicipality = (code: string): string | undefined => regions[code]?.[0];

let states: ReadonlySet<string> | undefined;
export function knowsState(state: string): boolean {
  states ??= new Set(Object.keys(new Holidays().getStates('BR') ?? {}));
  return states.has(state);
}

/** Closed days of a calendar within a year, one a date, in order. */
export function closedDays({ state, municipality, optional = false }: Calendar, year: number): Holiday[] {
  const region = municipality === undefined ? undefined : regions[municipality];
  // a state's list leaves out some of the national days: all lists count together
  const calendars = [
    new Holidays('BR'),
    ...(state !== undefined ? [new Holidays('BR', state)] : []),
    ...(region ? [new Holidays('BR', ...region)] : []),
  ];
  const types = optional ? ['public', 'bank', 'optional'] : ['public'];
  const days = new Map<string, string>();
  for (const calendar of calendars)
    for (const { date, name, type } of calendar.getHolidays(year, 'pt'))
      if (types.includes(type) && !days.has(date.slice(0, 10))) days.set(date.slice(0, 10), name);
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([date, name]) => ({ date, name }));
}

/** Hours whose calendar has become days. What the department says of a date itself counts. */
export function withHolidays(hours: DepartmentHours, at: Date): DepartmentHours {
  return hours.map(({ calendar, ...own }) => {
    if (!calendar) return own;
    const first = at.getUTCFullYear();
    const days = Array.from({ length: years }, (_none, more) => closedDays(calendar, first + more)).flat();
    const said = new Set(own.holidays.map(({ date }) => date));
    const holidays = [...own.holidays, ...days.filter(({ date }) => !said.has(date))].slice(0, most);
    return { ...own, holidays, calendar };
  });
}
