import type { Language } from '../../contract/event';
import { cardText } from '../../settings/card-texts';

/** `12/05 14:30` by the reader's clock and in their language. @param at an instant */
export function timeOf(
  { language, utcOffset }: { language: Language; utcOffset: number },
  at: string,
): string {
  const shape = { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const there = new Date(Date.parse(at) + utcOffset * 3_600_000);
  const format = new Intl.DateTimeFormat(language, { ...shape, hourCycle: 'h23', timeZone: 'UTC' });
  return format.format(there).replace(', ', ' ');
}

/** @param years under two years old told in months */
export function ageInWords(language: Language, years: number | undefined): string | undefined {
  if (years === undefined || !(years >= 0)) return undefined;
  return years < 2 && !Number.isInteger(years)
    ? cardText(language, 'age_months', { age: Math.floor(years * 12 + 0.001) })
    : cardText(language, 'age_years', { age: Math.floor(years) });
}
