/** Slots by the clock on the wall of five zones, and what keeps them from being slots. */
import type { Calendar, Professional } from '../../../contract/appointment-events';
import { daysOf, ruleProblem } from '../../../crm-sync/appointments/recurrence';
import { dayAt, scheduleOf } from '../../../crm-sync/appointments/schedule';

const weekly = (more: Partial<Calendar['rules'][number]> = {}) => ({
  ...{ rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', firstDay: '2018-01-01', from: '08:00', to: '09:00' },
  ...more,
});
const calendar = (more: Partial<Calendar> = {}): Calendar => ({
  ...{
    id: 'c1',
    kind: 'video',
    slotMinutes: 20,
    capacity: 1,
    leadMinutes: 0,
    cancelMinutes: 0,
    horizonDays: 60,
  },
  ...{ rules: [weekly()], exceptions: [] },
  ...more,
});
const doctor = (more: Partial<Professional> = {}): Professional => ({
  ...{ name: 'Dra. Ana', specialties: ['pneumologia'], languages: ['pt-BR'], timeZone: 'America/Fortaleza' },
  ...{ calendars: [calendar()], absences: [] },
  ...more,
});
const never = (): boolean => false;
const startsOn = (professional: Professional, day: string, isHoliday = never): string[] =>
  (scheduleOf(professional, day, day, isHoliday).get(day) ?? []).map(({ startMs }) =>
    new Date(startMs).toISOString(),
  );

describe('the first slot of a day that opens at 08:00', () => {
  // Offsets as the time-zone database (IANA) has them.
  it.each([
    ['America/Noronha', '2026-07-01', '2026-07-01T10:00:00.000Z'],
    ['America/Sao_Paulo', '2026-01-15', '2026-01-15T11:00:00.000Z'],
    ['America/Sao_Paulo', '2026-07-01', '2026-07-01T11:00:00.000Z'],
    // summer time, until 2019
    ['America/Sao_Paulo', '2018-12-15', '2018-12-15T10:00:00.000Z'],
    ['America/Sao_Paulo', '2019-03-01', '2019-03-01T11:00:00.000Z'],
    ['America/Manaus', '2026-07-01', '2026-07-01T12:00:00.000Z'],
    ['America/Rio_Branco', '2026-07-01', '2026-07-01T13:00:00.000Z'],
    ['America/New_York', '2026-01-15', '2026-01-15T13:00:00.000Z'],
    ['America/New_York', '2026-07-01', '2026-07-01T12:00:00.000Z'],
  ])('%s, %s', (timeZone, day, first) => expect(startsOn(doctor({ timeZone }), day)[0]).toBe(first));
});

describe('where the clock changes', () => {
  const night = (timeZone: string) =>
    doctor({
      timeZone,
      calendars: [calendar({ rules: [weekly({ from: '00:00', to: '04:00' })], slotMinutes: 30 })],
    });

  it('no slot is at a time that is skipped: São Paulo, 4 November 2018, 00:00 → 01:00', () => {
    const starts = startsOn(night('America/Sao_Paulo'), '2018-11-04');
    expect(starts).toHaveLength(6);
    expect(starts[0]).toBe('2018-11-04T03:00:00.000Z');
  });

  it('no slot is at a time that is skipped: New York, 8 March 2026, 02:00 → 03:00', () => {
    const starts = startsOn(night('America/New_York'), '2026-03-08');
    expect(starts).toEqual(
      ['05:00', '05:30', '06:00', '06:30', '07:00', '07:30'].map((time) => `2026-03-08T${time}:00.000Z`),
    );
  });

  it('what is shown twice is one slot, and slots do not overlap: New York, 1 November 2026', () => {
    const slots =
      scheduleOf(night('America/New_York'), '2026-11-01', '2026-11-01', never).get('2026-11-01') ?? [];
    expect(slots).toHaveLength(8);
    for (const [at, slot] of slots.entries())
      expect(slot.startMs).toBeGreaterThanOrEqual(slots[at - 1]?.endMs ?? 0);
  });
});

describe('what keeps a day from being open', () => {
  const day = '2026-04-21';

  it('a public holiday, unless the calendar opens then', () => {
    expect(startsOn(doctor(), day, () => true)).toEqual([]);
    expect(
      startsOn(doctor({ calendars: [calendar({ opensOnHolidays: true })] }), day, () => true),
    ).toHaveLength(3);
  });

  it('an exception stands for that day instead of its rules', () => {
    const closed = calendar({ exceptions: [{ day, openings: [] }] });
    const other = calendar({ exceptions: [{ day, openings: [{ from: '14:00', to: '14:40' }] }] });
    expect(startsOn(doctor({ calendars: [closed] }), day)).toEqual([]);
    expect(startsOn(doctor({ calendars: [other] }), day)).toEqual([
      '2026-04-21T17:00:00.000Z',
      '2026-04-21T17:20:00.000Z',
    ]);
  });

  it('an absence takes every slot it touches', () => {
    const absences = [{ id: 'x', from: `${day}T11:10:00.000Z`, to: `${day}T11:20:00.000Z` }];
    expect(startsOn(doctor({ absences }), day)).toEqual([`${day}T11:20:00.000Z`, `${day}T11:40:00.000Z`]);
  });

  it('openings that overlap are one; what is left of them is no slot', () => {
    const rules = [weekly({ to: '08:50' }), weekly({ from: '08:30', to: '09:15' })];
    expect(startsOn(doctor({ calendars: [calendar({ rules })] }), day)).toHaveLength(3);
  });

  it('somebody who is archived has none', () =>
    expect(startsOn(doctor({ archived: true }), day)).toEqual([]));
});

describe('days of a rule', () => {
  it.each([
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE',
      '2026-01-05',
      ['2026-01-05', '2026-01-07', '2026-01-19', '2026-01-21'],
    ],
    ['FREQ=MONTHLY;BYDAY=1TH', '2026-01-01', ['2026-01-01', '2026-02-05']],
    ['FREQ=DAILY;COUNT=2', '2026-01-05', ['2026-01-05', '2026-01-06']],
  ])('%s from %s', (rrule, firstDay, days) => {
    const rule = { rrule, firstDay, from: '08:00', to: '09:00' };
    const found = daysOf(rule, '2026-01-01', '2026-02-14');
    expect(found.slice(0, days.length)).toEqual(days);
    expect(ruleProblem(rule)).toBeUndefined();
  });

  it('ends with its last day, that day included', () => {
    const rule = {
      rrule: 'FREQ=DAILY',
      firstDay: '2026-01-05',
      lastDay: '2026-01-07',
      from: '08:00',
      to: '09:00',
    };
    expect(daysOf(rule, '2026-01-01', '2026-02-01')).toEqual(['2026-01-05', '2026-01-06', '2026-01-07']);
  });

  it.each([
    'nonsense',
    'FREQ=HOURLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=DAILY;BYHOUR=3',
    'FREQ=DAILY;UNTIL=20270101',
    'FREQ=DAILY\nX:1',
  ])('%s is refused', (rrule) =>
    expect(ruleProblem({ rrule, firstDay: '2026-01-05', from: '08:00', to: '09:00' })).toBeDefined(),
  );
});

it('the date is that of where the professional is', () => {
  const ms = Date.parse('2026-03-02T02:30:00.000Z');
  expect([dayAt(ms, 'America/Noronha'), dayAt(ms, 'America/Rio_Branco')]).toEqual([
    '2026-03-02',
    '2026-03-01',
  ]);
});
