import type { DepartmentHours } from '../../../contract/knowledge';
import { closedDays, withHolidays } from '../../../crm-sync/knowledge/holidays';

const dates = (...given: Parameters<typeof closedDays>): string[] =>
  closedDays(...given).map(({ date }) => date.slice(5));
const br = { country: 'BR' } as const;
/** By law: 662/1949, 6.802/1980, 9.093/1995, 10.607/2002, 14.759/2023. */
const national = ['01-01', '04-03', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '11-20', '12-25'];

describe('public holidays', () => {
  it('Given the country, Then the days of the law, the movable one too', () => {
    expect(dates(br, 2026)).toEqual(expect.arrayContaining(national));
    expect(dates(br, 2027)).toContain('03-26');
    expect(dates(br, 2026)).not.toContain('02-17');
  });

  it('Given a state, Then its own day, and the national ones with it', () => {
    const days = dates({ ...br, state: 'SP' }, 2026);
    expect(days).toEqual(expect.arrayContaining([...national, '07-09']));
    expect(days).toEqual([...days].sort());
    expect(new Set(days).size).toBe(days.length);
  });

  it('Given a capital, Then its own day too', () => {
    expect(dates({ ...br, state: 'SP', municipality: '3550308' }, 2026)).toContain('01-25');
    expect(dates({ ...br, state: 'SP' }, 2026)).not.toContain('01-25');
  });

  it('Given optional days count, Then Carnival is one', () => {
    expect(dates({ ...br, optional: true }, 2026)).toContain('02-17');
  });
});

describe('hours as they are published', () => {
  const [own]: DepartmentHours = [
    {
      ...{ department: 'Geral', timeZone: 'America/Sao_Paulo' },
      weekly: [{ days: [1, 2, 3, 4, 5], open: [{ from: '08:00', to: '18:00' }] }],
      holidays: [{ date: '2026-12-25', name: 'Plantão', open: [{ from: '08:00', to: '12:00' }] }],
    },
  ];
  const at = new Date('2026-11-22T12:00:00.000Z');

  it('Given a calendar, Then its days of three years are closed, and what the department says of a day itself counts', () => {
    const [hours] = withHolidays([{ ...own!, calendar: br }], at);
    const found = (date: string) => hours!.holidays.filter((one) => one.date === date);
    expect(found('2026-12-25')).toEqual(own!.holidays);
    expect(found('2028-12-25')).toEqual([{ date: '2028-12-25', name: 'Natal' }]);
    expect(found('2029-12-25')).toEqual([]);
  });

  it('Given none, Then they are as they were', () => {
    expect(withHolidays([own!], at)).toEqual([own]);
  });
});
