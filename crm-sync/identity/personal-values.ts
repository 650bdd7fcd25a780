/**
 * What people write of themselves, in the one form that is compared, indexed and shown. Each function gives undefined
 * for what cannot be such a value; what was written is kept elsewhere as it was.
 */
import { isValidCns } from '@brazilian-utils/brazilian-utils/is-valid-cns';
import { isValidCpf } from '@brazilian-utils/brazilian-utils/is-valid-cpf';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Longest text looked at: a form's field, not a letter. */
const maxCharacters = 320;

function digitsOf(text: string, allowed: RegExp): string | undefined {
  if (text.length > maxCharacters || !allowed.test(text)) return undefined;
  return text.replace(/\D/g, '');
}

/** CPF: 11 digits of which the last two check the others (Receita Federal). `12345678909`. */
export function cpfOf(text: string): string | undefined {
  const digits = digitsOf(text, /^[\d\s.\-/]+$/);
  return digits?.length === 11 && isValidCpf(digits) ? digits : undefined;
}

/** CNS, the card of the Brazilian health system: 15 digits, weighted sum divisible by 11 (DATASUS). */
export function cnsOf(text: string): string | undefined {
  const digits = digitsOf(text, /^[\d\s.\-/]+$/);
  return digits?.length === 15 && isValidCns(digits) ? digits : undefined;
}

/** Brazilian mobiles have had a ninth digit, 9, since 2016 everywhere (Anatel, resolution 553/2010): older notes lack it. */
function withNinthDigit(national: string): string {
  return national.length === 10 && /^..[6-9]/.test(national)
    ? `${national.slice(0, 2)}9${national.slice(2)}`
    : national;
}

/** A telephone number as E.164, `+5585987654321`. Without a country it is Brazilian and needs its area code. */
export function phoneOf(text: string): string | undefined {
  if (text.length > maxCharacters || !/^[\d\s().+\-/]+$/.test(text)) return undefined;
  const plus = text.trim().startsWith('+') ? '+' : '';
  const written = parsePhoneNumberFromString(plus + text.replace(/\D/g, ''), 'BR');
  if (!written) return undefined;
  if (written.countryCallingCode !== '55') return written.isValid() ? written.number : undefined;
  const national = withNinthDigit(written.nationalNumber);
  const number = parsePhoneNumberFromString(`+55${national}`);
  return number?.isValid() && /^(..[2-5].{7}|..9.{8})$/.test(national) ? number.number : undefined;
}

/** The last eight digits: what people say of a number when the area goes without saying. */
export function phoneEndOf(text: string): string | undefined {
  const digits = digitsOf(text, /^[\d\s().+\-/]+$/);
  return digits && digits.length >= 8 ? digits.slice(-8) : undefined;
}

/** An e-mail address in small letters. Dots and `+tags` are part of it: only its provider knows what they mean. */
export function emailOf(text: string): string | undefined {
  const address = text.trim().toLowerCase().normalize('NFC');
  return address.length <= 254 && /^[^\s@<>(),;:"]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(address)
    ? address
    : undefined;
}

const oldestYears = 130;

/** A day somebody alive can be born on, `1980-02-29`. @param now whose day is the last */
export function birthDateOf(text: string, now: Date): string | undefined {
  const date = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const at = new Date(`${date}T00:00:00.000Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date) return undefined;
  // A day's grace: it is tomorrow already in some places.
  if (at.getTime() > now.getTime() + 86_400_000) return undefined;
  return at.getUTCFullYear() >= now.getUTCFullYear() - oldestYears ? date : undefined;
}
