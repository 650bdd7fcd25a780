import { departmentHours, routingRules } from '../../../contract/knowledge';
import { hoursProblems, routingProblems } from '../../../crm-sync/knowledge/check-places';

const codes = (problems: { at: string; code: string }[]): string[] =>
  problems.map(({ at, code }) => `${at} ${code}`);
const ofRules = (...rules: object[]): string[] => codes(routingProblems(routingRules.parse(rules)));

describe('rules of routing that cannot work', () => {
  // prettier-ignore
  it.each<[string, object[], string[]]>([
    ['all is well', [{ specialty: 'a', department: 'A' }, { specialty: 'b', department: 'B' }], []],
    ['a municipality that is none', [{ municipalities: ['9999999'], department: 'A' }], ['0.municipalities.0 unknown-municipality']],
    ['a time zone that is none', [{ when: { timeZone: 'Mars/Olympus' }, department: 'A' }], ['0.when.timeZone unknown-zone']],
    ['a rung that stands twice', [{ specialty: 'a', department: 'A', ladder: { departments: ['B'], onCall: 'B' } }], ['0.ladder rung-repeated']],
    ['a rule after the same', [{ specialty: 'a', department: 'A' }, { specialty: 'a', department: 'B' }], ['1 rule-unreachable']],
    ['a rule after a wider one', [{ disposition: 'moderate', department: 'A' }, { disposition: 'moderate', specialty: 'b', age: { from: 60 }, department: 'B' }], ['1 rule-unreachable']],
    ['a wider rule after a narrow one', [{ disposition: 'moderate', specialty: 'b', department: 'A' }, { disposition: 'moderate', department: 'B' }], []],
    ['an emergency after what never holds of one', [{ languages: ['pt-BR'], department: 'A' }, { languages: ['pt-BR'], urgencies: ['red'], department: 'B' }], []],
    ['ages that only overlap', [{ age: { to: 11 }, department: 'A' }, { age: { from: 5, to: 17 }, department: 'B' }], []],
    ['ages that one holds all of', [{ age: { to: 17 }, department: 'A' }, { age: { from: 5, to: 11 }, department: 'B' }], ['1 rule-unreachable']],
  ])('Given %s', (_name, rules, problems) => {
    expect(ofRules(...rules)).toEqual(problems);
  });
});

describe('hours that cannot work', () => {
  const hours = { department: 'A', timeZone: 'America/Recife', weekly: [], holidays: [] };
  const br = { country: 'BR' };
  // prettier-ignore
  it.each<[string, object, string[]]>([
    ['all is well', { calendar: { ...br, state: 'PE', municipality: '2611606' } }, []],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, ['0.timeZone unknown-zone']],
    ['a state that is none', { calendar: { ...br, state: 'XX' } }, ['0.calendar.state unknown-state']],
    ['a municipality whose days nobody knows', { calendar: { ...br, municipality: '3509502' } }, ['0.calendar.municipality unknown-calendar']],
    ['a municipality of another state', { calendar: { ...br, state: 'SP', municipality: '2611606' } }, ['0.calendar.municipality other-state']],
    ['a day twice', { holidays: [{ date: '2026-01-02' }, { date: '2026-01-02' }] }, ['0.holidays.1.date date-repeated']],
  ])('Given %s', (_name, change, problems) => {
    expect(codes(hoursProblems(departmentHours.parse([{ ...hours, ...change }])))).toEqual(problems);
  });
});
