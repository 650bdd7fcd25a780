/** The one number of an answer, in the unit asked for. */
import { numberOf } from './measures';
import type { Token } from './tokens';

const unitWords: Readonly<Record<string, readonly string[]>> = {
  kg: ['kg', 'kgs', 'kilo', 'kilos', 'quilo', 'quilos', 'k'],
  g: ['g', 'grama', 'gramas', 'gramos', 'grams'],
  lb: ['lb', 'lbs', 'pounds', 'pound', 'libras'],
  m: ['m', 'metro', 'metros', 'meter', 'meters', 'mts'],
  cm: ['cm', 'centimetros', 'centimeters'],
  fahrenheit: ['f', 'fahrenheit'],
  celsius: ['c', 'celsius', 'grau', 'graus', 'grados', 'degrees'],
  years: ['ano', 'anos', 'aninhos', 'year', 'years', 'yo', 'yrs'],
  months: ['mes', 'meses', 'month', 'months'],
  weeks: ['semana', 'semanas', 'week', 'weeks'],
  days: ['dia', 'dias', 'day', 'days'],
};
const yearParts: Readonly<Record<string, number>> = { years: 1, months: 12, weeks: 52, days: 365 };
/** The units a number may be given in for the unit asked; a number with one of them is the one meant. */
const convertible: Readonly<Record<string, readonly string[]>> = {
  kg: ['kg', 'g', 'lb'],
  cm: ['cm', 'm'],
  celsius: ['celsius', 'fahrenheit'],
  years: Object.keys(yearParts),
};

function unitOf(token: Token | undefined): string | undefined {
  if (token?.kind !== 'word') return undefined;
  return Object.keys(unitWords).find((unit) => unitWords[unit]?.includes(token.word));
}

interface Spoken {
  value: number;
  /** Index of the first token after the number. */
  next: number;
}

/** Digits, or number words added up: "trinta e oito e meio" is 38.5, "cento e vinte" is 120. */
function spokenAt(tokens: readonly Token[], at: number): Spoken | undefined {
  const first = numberOf(tokens[at]);
  if (first === undefined) return undefined;
  let value = first;
  let next = at + 1;
  for (;;) {
    const joined = ['e', 'y', 'and'].includes(tokens[next]?.word ?? '');
    const word = tokens[joined ? next + 1 : next];
    if (joined && ['meio', 'meia', 'medio', 'media', 'half'].includes(word?.word ?? ''))
      return { value: value + 0.5, next: next + 2 };
    const more = word?.kind === 'word' && tokens[at]?.kind === 'word' ? numberOf(word) : undefined;
    const room = value % 100 === 0 && value > 0 ? 100 : value % 10 === 0 && value > 0 ? 10 : 0;
    if (more === undefined || more >= room || more === 0) return { value, next };
    value += more;
    next += joined ? 2 : 1;
  }
}

function toCentimetres(spoken: Spoken, unit: string | undefined, tokens: readonly Token[]): number {
  const rest = tokens[spoken.next + (unit === 'm' ? 1 : 0)];
  const tail = rest?.word === 'e' ? tokens[spoken.next + (unit === 'm' ? 2 : 1)] : rest;
  const centimetres = numberOf(tail);
  if (
    spoken.value < 3 &&
    Number.isInteger(spoken.value) &&
    centimetres !== undefined &&
    centimetres >= 10 &&
    centimetres < 100
  )
    return spoken.value * 100 + centimetres;
  return unit === 'm' || (unit === undefined && spoken.value > 0 && spoken.value < 3)
    ? Math.round(spoken.value * 1000) / 10
    : spoken.value;
}

function inUnit(spoken: Spoken, unit: string | undefined, tokens: readonly Token[]): number {
  const given = unitOf(tokens[spoken.next]);
  if (unit === 'cm') return toCentimetres(spoken, given, tokens);
  if (unit === 'kg' && given === 'g') return spoken.value / 1000;
  if (unit === 'kg' && given === 'lb') return Math.round(spoken.value * 4.536) / 10;
  if (unit === 'years' && given && Object.hasOwn(yearParts, given))
    return spoken.value / (yearParts[given] ?? 1);
  if (unit === 'celsius' && (given === 'fahrenheit' || (spoken.value >= 90 && spoken.value <= 113)))
    return Math.round(((spoken.value - 32) * 50) / 9) / 10;
  return spoken.value;
}

/**
 * The number of the text in `unit` (kg, cm, celsius, years …): the first one said with a unit, or else the first one. "1,70" is 170 for cm,
 * "104 F" is 40 for celsius, "18 meses" is 1.5 for years. A dot before three digits ("1.700") is the decimal one. Undefined when there is none.
 */
export function readNumber(tokens: readonly Token[], unit: string | undefined): number | undefined {
  const asked = unit === '°C' || unit === 'c' ? 'celsius' : unit;
  let first: Spoken | undefined;
  for (let i = 0; i < tokens.length; i += 1) {
    const spoken = spokenAt(tokens, i);
    if (!spoken) continue;
    first ??= spoken;
    const given = unitOf(tokens[spoken.next]);
    if (given && asked && convertible[asked]?.includes(given)) return inUnit(spoken, asked, tokens);
    i = spoken.next - 1;
  }
  return first && inUnit(first, asked, tokens);
}
