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

  it.each<[string, Told, string[]]>([
    ['39 °C told of a whole age of 0', { age: 0, temperature: 39 }, ['temperature']],
    ['38.0 °C told of a whole age of 0', { age: 0, temperature: 38 }, ['temperature']],
    ['37.9 °C told of a whole age of 0', { age: 0, temperature: 37.9 }, []],
    ['35.4 °C told of a whole age of 0', { age: 0, temperature: 35.4 }, ['temperature']],
    ['35.5 °C told of a whole age of 0', { age: 0, temperature: 35.5 }, []],
    ['35.4 °C at 89 days', { age_days: 89, temperature: 35.4 }, ['temperature']],
    ['35.5 °C at 89 days', { age_days: 89, temperature: 35.5 }, []],
    ['38.0 °C at 2 months', { age_months: 2, temperature: 38 }, ['temperature']],
    ['38.0 °C at 3 months', { age_months: 3, temperature: 38 }, []],
    ['50 breaths at 60 days', { age_days: 60, breathing_rate: 59 }, []],
    ['60 breaths at 60 days', { age_days: 60, breathing_rate: 60 }, ['breathing_rate']],
    ['50 breaths at 61 days', { age_days: 61, breathing_rate: 50 }, ['breathing_rate']],
    ['49 breaths at 11 months', { age_months: 11, breathing_rate: 49 }, []],
    ['40 breaths at 12 months', { age_months: 12, breathing_rate: 40 }, ['breathing_rate']],
    ['39 breaths at 5 years', { age: 5, breathing_rate: 39 }, []],
    ['31 breaths at 6 years', { age: 6, breathing_rate: 31 }, ['breathing_rate']],
    ['30 breaths at 6 years', { age: 6, breathing_rate: 30 }, []],
    ['a no in a choice', { dyspnea: 'no', fever: 'yes', cancer: 'yes' }, ['fever']],
    ['what is not known', { dyspnea: 'unknown' }, []],
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
