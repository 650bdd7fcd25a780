/** The one number of an answer, in the unit asked for. */
import {
  afterDeniedNumber,
  ageOfYear,
  daysSinceDate,
  isSinceToday,
  isVagueLength,
  ordinalOf,
} from './answer-dates';
import { readDurations } from './durations';
import { numberOf, spokenAt, type Spoken } from './spoken-number';
import { textAt } from './token-at';
import type { Token } from './tokens';
import { wordSets } from './word-sets';

/** In the spelling of tokens.ts: no letter twice in a row. */
const unitWords: Readonly<Record<string, readonly string[]>> = {
  kg: ['kg', 'kgs', 'kilo', 'kilos', 'quilo', 'quilos', 'k'],
  g: ['g', 'grama', 'gramas', 'gramos', 'grams'],
  lb: ['lb', 'lbs', 'pounds', 'pound', 'libras'],
  m: ['m', 'metro', 'metros', 'meter', 'meters', 'mts'],
  cm: ['cm', 'centimetros', 'centimeters'],
  fahrenheit: ['f', 'fahrenheit'],
  celsius: ['c', 'celsius', 'grau', 'graus', 'grados', 'degres'],
  years: ['ano', 'anos', 'aninhos', 'year', 'years', 'yo', 'yrs'],
  months: ['mes', 'meses', 'month', 'months'],
  weeks: ['semana', 'semanas', 'wek', 'weks'],
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

/** Units of a length of time; what is told in another one is counted in days first. */
const daysPerUnit: Readonly<Record<string, number>> = { days: 1, weeks: 7, months: 30 };

/** "sessenta mês passado", "19 semana que vem": when, and no unit. */
const isWhen = (tokens: readonly Token[], at: number): boolean =>
  /^(?:pas+ad[oa]|retrasad[oa]|que)$/.test(textAt(tokens, at + 1)) &&
  /^(?:mes|semana|ano|dia)$/.test(textAt(tokens, at));

function unitOf(token: Token | undefined): string | undefined {
  if (token?.kind !== 'word') return undefined;
  return Object.keys(unitWords).find((unit) => unitWords[unit]?.includes(token.word));
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
  const given = isWhen(tokens, spoken.next) ? undefined : unitOf(tokens[spoken.next]);
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
 * "104 F" is 40 for celsius, "18 meses" is 1.5 for years, "duas semanas" is 14 and "ontem" 1 for days. A dot before three digits ("1.700") is the decimal one. Undefined when there is none.
 */
export function readNumber(
  tokens: readonly Token[],
  unit: string | undefined,
  today?: string,
): number | undefined {
  const asked = unit === '°C' || unit === 'c' ? 'celsius' : unit;
  const each = asked === undefined ? undefined : daysPerUnit[asked];
  const days = each && readLength(tokens, today);
  if (each && days !== undefined) return Math.floor(days / each);
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

const plausible: Readonly<Record<string, readonly [least: number, most: number]>> = {
  temperature: [30, 45],
  oxygen_saturation: [30, 100],
  age: [0, 130],
  glucose: [10, 900],
  breathing_rate: [3, 150],
  gestational_weeks: [0, 45],
  symptom_duration: [0, 3650],
  blood_pressure_systolic: [40, 300],
  blood_pressure_diastolic: [20, 200],
};
const tens = (value: number): number => (value < 30 ? value * 10 : value);

/**
 * The bare number that answers the question for a concept; degrees Fahrenheit are `unknown`, to be asked back. Undefined without a number
 * that can be one.
 * @param tokens of the part of the message that counts
 */
export function readLoneNumber(
  tokens: readonly Token[],
  concept: string,
  today?: string,
): number | 'unknown' | undefined {
  if (concept === 'symptom_duration') return readDays(afterDeniedNumber(tokens), today);
  if (concept === 'age') {
    const since = ageOfYear(tokens, today);
    if (since !== undefined) return since;
  }
  if (concept === 'gestational_weeks') {
    const weeks = weeksOfMonths(tokens);
    if (weeks !== undefined) return weeks;
  }
  const isTemperature = concept === 'temperature';
  if (isTemperature && isFahrenheit(tokens)) return 'unknown';
  const told = isTemperature ? ofNow(tokens) : concept === 'age' ? withoutBirthdays(tokens) : tokens;
  const value = readNumber(told, unitOfConcept[concept]);
  if (value === undefined) return undefined;
  const given = concept.startsWith('blood_pressure')
    ? tens(value)
    : isTemperature
      ? withTenths(tokens, value)
      : value;
  const [least, most] = plausible[concept] ?? [-Infinity, Infinity];
  if (given < least || given > most) return undefined;
  return Math.round(given * 10_000) / 10_000;
}

/** "68, faço 69 mês que vem", "vou fazer 85, por enquanto 84": the years that are to come are left out, where others stand beside them. */
function withoutBirthdays(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    ({ word }, i) =>
      (word === 'faco' || (word === 'fazer' && textAt(tokens, i - 1) === 'vou')) &&
      spokenAt(tokens, i + 1) !== undefined,
  );
  if (at < 0) return tokens;
  const rest = tokens.slice(spokenAt(tokens, at + 1)!.next);
  const others = [tokens.slice(0, at), rest].find((part) => part.some((_one, i) => spokenAt(part, i)));
  return others ?? tokens;
}

const unitOfConcept: Readonly<Record<string, string>> = { age: 'years', temperature: 'plain-celsius' };

/** "101F", "102 graus fahrenheit", or more degrees than a living body has in Celsius. */
export function isFahrenheit(tokens: readonly Token[]): boolean {
  const named = tokens.some(({ word }) => unitWords.fahrenheit?.includes(word));
  return tokens.some((token) => {
    const value = numberOf(token) ?? NaN;
    return (named && value >= 86) || (value >= 90 && value <= 115);
  });
}

/** What was measured in degrees Fahrenheit, and what that is in Celsius, with one decimal; undefined when it was not. */
export function readFahrenheit(
  tokens: readonly Token[],
): { fahrenheit: number; celsius: number } | undefined {
  if (!isFahrenheit(tokens)) return undefined;
  const fahrenheit = tokens.map(numberOf).find((value) => value !== undefined && value >= 86 && value <= 115);
  if (fahrenheit === undefined) return undefined;
  return { fahrenheit, celsius: Math.round(((fahrenheit - 32) * 50) / 9) / 10 };
}

/** "cinco meses", "sexto mês" */
function weeksOfMonths(tokens: readonly Token[]): number | undefined {
  const ordinal = ordinalOf(tokens, 'mes');
  if (ordinal !== undefined) return Math.round(ordinal * 4.3);
  for (let i = 0; i < tokens.length && i < 30; i += 1) {
    const spoken = spokenAt(tokens, i);
    if (!spoken || unitOf(tokens[spoken.next]) !== 'months' || spoken.value > 10) continue;
    const isHalf =
      textAt(tokens, spoken.next + 1) === 'e' && textAt(tokens, spoken.next + 2).startsWith('mei');
    return Math.round((spoken.value + (isHalf ? 0.5 : 0)) * 4.3);
  }
  return undefined;
}

const joins = ['e', 'com', 'con'];

/** "38 e 5", "38 com 5", "38 5" */
function withTenths(tokens: readonly Token[], value: number): number {
  const at = tokens.findIndex((_token, i) => spokenAt(tokens, i)?.value === value);
  const spoken = at < 0 ? undefined : spokenAt(tokens, at);
  const next = spoken && tokens[spoken.next];
  const isJoined = next?.kind === 'word' && joins.includes(next.word);
  const isBare = next?.kind === 'number' || next?.kind === 'comma';
  const tenthsAt = spoken && (isJoined || next?.kind === 'comma' ? spoken.next + 1 : spoken.next);
  const after = tenthsAt === undefined ? undefined : tokens[tenthsAt + 1];
  // "38 com 5 dias"
  const isLast =
    after === undefined || after.kind !== 'word' || unitOf(after) === 'celsius' || after.word === 'de';
  const tenths =
    tenthsAt !== undefined && (isJoined || isBare) && (isLast || next?.word === 'e')
      ? numberOf(tokens[tenthsAt])
      : undefined;
  return Number.isInteger(value) && tenths !== undefined && tenths >= 1 && tenths <= 9
    ? value + tenths / 10
    : value;
}

/** Dates, documents, telephones, prices and links: digits that answer nothing that is counted. */
const identifiers = [
  /\b(?:https?:|www\.)\S+/giu,
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/gu,
  /r\$ ?\d[\d.,]*/giu,
];
const longDigits = /\+?\(?\d[\d .()/-]{5,}\d/gu;

/** The text without what only looks like a number that answers. */
export function withoutIdentifiers(text: string): string {
  if (text.length > 5_000) return text;
  return identifiers
    .reduce((rest, pattern) => rest.replace(pattern, ' '), text)
    .replace(longDigits, (found) => (found.replace(/\D/g, '').length >= 8 ? ' ' : found));
}

/** Of several numbers the one that is of now: "a noite deu 39, agora 37". */
function ofNow(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ word }) => wordSets.now.has(word));
  if (at < 0 || tokens.filter(({ kind }) => kind === 'number').length < 2) return tokens;
  const numberAt = tokens.findIndex(({ kind }, i) => kind === 'number' && i > at && i <= at + 5);
  const ends = tokens.findIndex(({ kind }, i) => i > at && kind !== 'word' && kind !== 'number');
  const isBefore = [1, 2].some((back) => tokens[at - back]?.kind === 'number');
  if (isBefore && (numberAt < 0 || (ends > 0 && ends < numberAt)))
    return tokens.slice(Math.max(0, at - 2), at);
  return numberAt < 0 ? tokens : tokens.slice(at);
}

/** In days: the length that is said to last, else the first one, with what is added to it: "uma semana e 3 dias". */
function readLength(tokens: readonly Token[], today?: string): number | undefined {
  const durations = readDurations(tokens, today);
  const told = durations.find(({ lasting }) => lasting) ?? durations[0];
  if (!told) return undefined;
  const isAnd = ['e', 'y', 'and'].includes(textAt(tokens, told.end + 1));
  const more = isAnd ? durations.find(({ start }) => start === told.end + 2) : undefined;
  return told.days + (more?.days ?? 0);
}

function readDays(tokens: readonly Token[], today?: string): number | 'unknown' | undefined {
  const date = daysSinceDate(tokens, today);
  if (date !== undefined) return date;
  const ordinal = ordinalOf(tokens, 'dia');
  if (ordinal !== undefined) return ordinal;
  const length = readLength(tokens, today);
  if (length !== undefined) return length;
  if (isSinceToday(tokens)) return 0;
  if (isVagueLength(tokens)) return 'unknown';
  const value = readNumber(tokens, undefined);
  return value === undefined || value > 3650 ? undefined : Math.round(value);
}

/** "12 por 8", as mmHg. */
export function readBothPressures(
  tokens: readonly Token[],
): [systolic: number, diastolic: number] | undefined {
  for (let i = 0; i < tokens.length; i += 1) {
    const first = spokenAt(tokens, i);
    const second =
      first && ['x', 'por', 'over', 'sobre', 'e'].includes(textAt(tokens, first.next))
        ? spokenAt(tokens, first.next + 1)
        : undefined;
    if (first && second && second.value < first.value) return [tens(first.value), tens(second.value)];
  }
  return undefined;
}
