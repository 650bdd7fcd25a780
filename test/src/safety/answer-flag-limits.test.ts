import { redFlagsOfAnswers } from '../../../src/safety/answer-flags';

type Told = Parameters<typeof redFlagsOfAnswers>[0];
const raised = (told: Told): string[] => redFlagsOfAnswers(told).map(({ concept }) => concept);

describe('Given coded answers at the limit of a universal red flag in company', () => {
  it.each<[string, Told, string[]]>([
    ['38.0 °C at 89 days', { age_days: 89, temperature: 38 }, ['temperature']],
    ['37.9 °C at 89 days and no fever told', { age_days: 89, temperature: 37.9 }, []],
    ['fever told at 89 days, not measured', { age_days: 89, fever: true }, ['fever']],
    ['38.0 °C at 90 days', { age_days: 90, temperature: 38 }, []],
    ['a whole age of 0 and fever told', { age: 0, fever: true }, ['fever']],
    ['a headache after birth', { postpartum: true, headache: true }, ['headache', 'postpartum']],
    ['a cough after birth', { postpartum: true, cough: true }, []],
    [
      'bleeding gums on an anticoagulant',
      { anticoagulant: true, bleeding_mucosal: true },
      ['bleeding_mucosal', 'anticoagulant'],
    ],
    ['an anticoagulant alone', { anticoagulant: true }, []],
  ])('%s raises what the list says', (_name, told, expected) => {
    expect(raised(told)).toEqual(expected);
  });

  const child = { age: 8, fever: true, rash: true, covid_past: true };
  it.each<[string, Told, string[]]>([
    ['1 week after COVID-19', { ...child, covid_weeks_ago: 1 }, []],
    ['2 weeks after', { ...child, covid_weeks_ago: 2 }, ['rash']],
    ['6 weeks after', { ...child, covid_weeks_ago: 6 }, ['rash']],
    ['7 weeks after', { ...child, covid_weeks_ago: 7 }, []],
    ['a time after that nobody knows', child, ['rash']],
    ['2 weeks after, without a rash', { ...child, rash: false, covid_weeks_ago: 2 }, []],
  ])("a child's fever %s counts by the weeks", (_name, told, expected) => {
    expect(raised(told)).toEqual(expected);
  });
});
