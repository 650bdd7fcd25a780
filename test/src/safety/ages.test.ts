import { ageInDays, isPreciseAge } from '../../../src/safety/ages';

describe('An age told in days, months or years', () => {
  it.each([
    ['in days', { days: 36 }, { least: 36, most: 36 }],
    ['in months', { months: 2 }, { least: 61, most: 61 }],
    ['in part of a year', { years: 0.5 }, { least: 183, most: 183 }],
    ['as 2 years', { years: 2 }, { least: 731, most: 731 }],
    ['as 0, anything of the first year', { years: 0 }, { least: 0, most: 364 }],
    ['as 1, anything of the second', { years: 1 }, { least: 365, most: 730 }],
    ['in days and months: the finer counts', { days: 40, months: 3, years: 0 }, { least: 40, most: 40 }],
    ['in months and years: the finer counts', { months: 3, years: 1 }, { least: 91, most: 91 }],
    ['not at all', {}, undefined],
    ['as a word', { years: 'unknown' }, undefined],
  ])('%s', (_name, told, expected) => {
    expect(ageInDays(told)).toEqual(expected);
  });

  it.each([
    [0, false],
    [1, false],
    [1.5, true],
    [2, true],
    [70, true],
  ])('%d years say the age to the day: %j', (years, expected) => expect(isPreciseAge(years)).toBe(expected));
});
