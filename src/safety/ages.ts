/** Ages told in days, months or years. */
export const daysPerMonth = 30.4375;
export const daysPerYear = 365.25;

/** Whether a number of years says the age to the day: a whole 0 or 1 does not. */
export function isPreciseAge(years: number): boolean {
  return years >= 2 || !Number.isInteger(years);
}

/** Least and greatest age in days; undefined when none is told. The finest unit told counts. */
export function ageInDays(told: {
  days?: unknown;
  months?: unknown;
  years?: unknown;
}): { least: number; most: number } | undefined {
  const { days, months, years } = told;
  const exactly = (value: number): { least: number; most: number } => {
    const whole = Math.round(value);
    return { least: whole, most: whole };
  };
  if (typeof days === 'number') return exactly(days);
  if (typeof months === 'number') return exactly(months * daysPerMonth);
  if (typeof years !== 'number') return undefined;
  if (isPreciseAge(years)) return exactly(years * daysPerYear);
  return { least: Math.round(years * daysPerYear), most: Math.round((years + 1) * daysPerYear) - 1 };
}
