/** How numbers are written for people to read aloud. Pure. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { FactField } from '../identity/facts';
import type { GoldenValue } from '../identity/golden-record';
import type { Speech } from '../web/speech';

/** Noon is the same day everywhere a service may be. */
function dayOf(date: string): Date {
  return new Date(`${date}T12:00:00.000Z`);
}

/** Whole years on the day of `now`, both as days of the calendar. */
export function ageInYears(birthDate: string, now: Date): number {
  const today = now.toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** What is not valid is shown as it was written. */
export function shownValue(
  speech: Speech,
  field: FactField,
  { value, valid }: Pick<GoldenValue, 'value' | 'valid'>,
): string {
  if (!valid) return value;
  switch (field) {
    case 'cpf':
      return value.replace(/^(...)(...)(...)(..)$/, '$1.$2.$3-$4');
    case 'cns':
      return value.replace(/^(...)(....)(....)(....)$/, '$1 $2 $3 $4');
    case 'birthDate':
      return speech.date(dayOf(value));
    case 'phones': {
      const number = parsePhoneNumberFromString(value);
      return number?.countryCallingCode === '55'
        ? number.formatNational()
        : (number?.formatInternational() ?? value);
    }
    default:
      return value;
  }
}
