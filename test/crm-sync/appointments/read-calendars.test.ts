/** A file of calendars: what is read of it, and how everything bad in it is named. */
import { readCalendars } from '../../../crm-sync/appointments/read-calendars';

const head = 'professional,name,specialties,zone,calendar,kind,minutes,days,every,from,to,first,last';
const file = (...lines: string[]): string => [head, ...lines].join('\n');
const good = 'ana,Dra. Ana,Pneumologia|Clínica,America/Manaus,main,video,20,seg|qua,,08:00,12:00,,';
const read = (...lines: string[]) => readCalendars(file(...lines), 'America/Fortaleza');

it('gathers rows by professional and calendar', () => {
  const { professionals, problems } = read(
    good,
    'ana,,,,main,,,sex,2,14:00,16:00,2026-01-09,2026-12-31',
    'ana,,,,visits,in-person,30,MO,,13:00,15:00,,',
    'rui,Dr. Rui,Pediatria,,,,,TU TH,,08:00,12:00,,',
  );
  expect(problems).toEqual([]);
  expect([...professionals.keys()]).toEqual(['ana', 'rui']);
  expect(professionals.get('ana')).toMatchObject({
    ...{ name: 'Dra. Ana', specialties: ['Pneumologia', 'Clínica'], timeZone: 'America/Manaus' },
    calendars: [
      {
        ...{ id: 'main', kind: 'video', slotMinutes: 20 },
        rules: [
          { rrule: 'FREQ=WEEKLY;BYDAY=MO,WE', from: '08:00', to: '12:00' },
          { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', firstDay: '2026-01-09', lastDay: '2026-12-31' },
        ],
      },
      { id: 'visits', kind: 'in-person', slotMinutes: 30 },
    ],
  });
  // what is not said: the tenant's zone, and what the documentation names
  expect(professionals.get('rui')).toMatchObject({
    timeZone: 'America/Fortaleza',
    calendars: [{ id: 'main', kind: 'video', slotMinutes: 30, capacity: 1, horizonDays: 60 }],
  });
});

it('reads semicolons, a byte-order mark and any order of columns', () => {
  const text = '\uFEFFto;from;days;professional;name;specialties\r\n12:00;08:00;seg;ana;Ana;Clínica\r\n';
  const { professionals, problems } = readCalendars(text, 'America/Fortaleza');
  expect([problems, professionals.size]).toEqual([[], 1]);
});

describe('a bad row is named by its line, and its professional is not taken', () => {
  it.each([
    ['ends before it begins', 'ana,,,,,,,ter,,12:00,08:00,,', 'to', /ends \(08:00\) before it begins/],
    ['a zone that is none', 'ana,,,America/Atlantis,,,,ter,,08:00,12:00,,', 'zone', /IANA/],
    ['overlaps', 'ana,,,,,,,qua|qui,,11:00,13:00,,', 'from', /overlaps with line 2/],
    ['a day that is none', 'ana,,,,,,,feriado,,08:00,12:00,,', 'days', /days of the week/],
    ['no time', 'ana,,,,,,,ter,,8h,12:00,,', 'from', /08:00/],
    ['a cell that is missing', 'ana,,,,,,,,,08:00,12:00,,', 'days', /missing/],
    ['its last day before its first', 'ana,,,,,,,ter,,08:00,12:00,2026-03-01,2026-02-01', 'last', /before/],
    ['another name than before', 'ana,Dra. Bia,,,,,,ter,,08:00,12:00,,', 'name', /line 2/],
    ['a slot of a minute', 'ana,,,,x,,1,ter,,08:00,12:00,,', 'minutes', /5/],
  ])('%s', (_what, line, column, words) => {
    const { professionals, problems } = read(good, line, 'rui,Rui,Pediatria,,,,,sex,,08:00,12:00,,');
    expect([...professionals.keys()]).toEqual(['rui']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 3, column, words: expect.stringMatching(words) as string });
  });

  it('every second week and the weeks between do not overlap', () => {
    const { problems } = read(
      'ana,Ana,Clínica,,,,,seg,2,08:00,12:00,2026-01-05,',
      'ana,,,,,,,seg,2,08:00,12:00,2026-01-12,',
    );
    expect(problems).toEqual([]);
  });
});

it('10,000 rows with three bad ones: those are named, all other professionals are taken', () => {
  const rows = Array.from({ length: 10_000 }, (_none, n) => {
    const id = `p${Math.floor(n / 5)}`;
    const day = ['seg', 'ter', 'qua', 'qui', 'sex'][n % 5];
    const to = n === 4_321 ? '07:00' : '12:00';
    const zone = n === 77 ? 'Mars/Olympus' : 'America/Sao_Paulo';
    // line 9,002 repeats the Tuesday that stands in line 9,003
    return `${id},Name ${id},Clínica,${zone},main,video,30,${n === 9_000 ? 'ter' : day},,08:00,${to},,`;
  });
  const { professionals, problems } = readCalendars(file(...rows), 'America/Fortaleza');
  expect(problems.map(({ line, column }) => [line, column])).toEqual([
    [79, 'zone'],
    [4_323, 'to'],
    [9_003, 'from'],
  ]);
  expect(professionals.size).toBe(1_997);
});

it.each([
  ['a column that nobody knows', 'professional,colour\nana,red', /no such column: "colour"/],
  ['a column that is needed', 'professional,days\nana,seg', /missing columns: from, to/],
  ['a quote that does not end', `${head}\nana,"Dra. Ana,x`, /[Qq]uote/],
])('%s is told, and nothing is read', (_what, text, words) => {
  const { professionals, problems } = readCalendars(text, 'America/Fortaleza');
  expect(professionals.size).toBe(0);
  expect(problems[0]?.words).toMatch(words);
});
