/** Measured numbers in text: temperature, saturation, blood pressure, glucose, breathing rate, age, weeks of pregnancy. */
import { dose, joined, near, newborn, otherUnits, pregnant, shows, unit } from './measure-words';
import { after, before, type Place } from './number-place';
import { ages, bareAge, isMonthsOfBaby } from './ages-told';
import { isBareTemperature } from './bare-temperature';
import { numberOf, spokenAt } from './spoken-number';
import { setOfWords } from './spelling';
import { isSpoken, textAt } from './token-at';
import type { Token } from './tokens';

export interface Measure {
  concept: string;
  value: number | 'unknown';
  /** First and last token. */
  start: number;
  end: number;
  /** Of an unknown one: what it would be. */
  perhaps?: number;
}

/** Every measure named in the tokens, in reading order; a concept may come twice. */
export function readMeasures(tokens: readonly Token[]): Measure[] {
  const found: Measure[] = [];
  for (let i = 0; i < tokens.length;) {
    const spoken = spokenAt(tokens, i);
    if (!spoken) {
      i += 1;
      continue;
    }
    const next = tokens[spoken.next];
    const place: Place = {
      tokens,
      start: i,
      end: spoken.next - 1,
      value: spoken.value,
      next: next?.kind === 'word' ? next.word : '',
      digits: tokens[i]?.kind === 'number',
      decimal: spoken.decimal,
    };
    for (const { concept, value, perhaps } of readersOf(place))
      found.push({ concept, value, start: i, end: place.end, ...(perhaps === undefined ? {} : { perhaps }) });
    i = spoken.next;
  }
  if (!found.some(({ concept }) => concept === 'age'))
    tokens.forEach(({ word }, i) => {
      if (newborn.has(word) && found.length < 50) found.push({ concept: 'age', value: 0, start: i, end: i });
    });
  return found;
}

/** "tenho 45 anos, não pera, 46": a bare number that ends the message after a change of mind is of what was measured last. */
export function correctedOf(
  tokens: readonly Token[],
  changes: readonly { start: number; next: number }[],
  measures: readonly Measure[],
): Measure[] {
  const last = changes[changes.length - 1];
  if (!last) return [];
  const start = isSpoken(tokens[last.next]) ? last.next : last.next + 1;
  const spoken = spokenAt(tokens, start);
  const before = measures.filter(({ end }) => end < last.start).pop();
  if (!spoken || !before || isSpoken(tokens[spoken.next]) || measures.some((one) => one.start >= start))
    return [];
  const isAlike =
    typeof before.value === 'number' && Math.abs(spoken.value - before.value) <= before.value / 2;
  return isAlike ? [{ concept: before.concept, value: spoken.value, start, end: spoken.next - 1 }] : [];
}

type Read = Pick<Measure, 'concept' | 'value' | 'perhaps'>;

function readersOf(place: Place): Read[] {
  if (isTime(place) || isMonthsOfBaby(place)) return ages(place);
  return [
    ...temperature(place),
    ...saturation(place),
    ...pressure(place),
    ...glucose(place),
    ...breaths(place),
    ...bareAge(place),
  ];
}

function isTime(place: Place): boolean {
  const { next } = place;
  // "39 sem parar", and "30 sem" of a pregnancy
  if (next === 'sem') return before(place, 6, pregnant);
  return [unit.years, unit.months, unit.weeks, unit.days, unit.hours].some((words) => words.has(next));
}

function temperature(place: Place): Read[] {
  const { value, next, tokens, start } = place;
  const named =
    (before(place, 5, near.temperature) || after(place, 5, near.temperature)) &&
    !before(place, 5, near.saturation);
  const fahrenheit =
    unit.fahrenheit.has(next) ||
    (value >= 90 && value <= 113 && (unit.degrees.has(next) ? next !== 'c' && next !== 'celsius' : named));
  if (fahrenheit && value >= 86 && value <= 115 && !isOther(place))
    return [{ concept: 'temperature', value: 'unknown', perhaps: Math.round(((value - 32) * 50) / 9) / 10 }];
  if (value < 30 || value > 45) return [];
  const isPressure = joined.has(next) || joined.has(textAt(tokens, start - 1));
  if (
    unit.degrees.has(next) ||
    (named && !isOther(place) && !isPressure) ||
    isBareFever(place) ||
    (!isPressure && isBareTemperature(place))
  )
    return [{ concept: 'temperature', value: withTenths(place) }];
  return [];
}

const afterTenths = setOfWords('ela ele eu no mas tem ta com');

const isOther = ({ next }: Place): boolean => otherUnits.has(next);

/** "38 e 5", "trinta e oito e dois": tenths of a degree. */
function withTenths({ tokens, end, value }: Place): number {
  // "38 graus e meio"
  if (
    unit.degrees.has(textAt(tokens, end + 1)) &&
    textAt(tokens, end + 2) === 'e' &&
    textAt(tokens, end + 3) === 'meio'
  )
    return value + 0.5;
  const tenths = textAt(tokens, end + 1) === 'e' ? numberOf(tokens[end + 2]) : undefined;
  const follows = tokens[end + 3];
  const isLone =
    !follows ||
    follows.kind !== 'word' ||
    unit.degrees.has(follows.word) ||
    near.temperature.has(follows.word) ||
    follows.word === 'de' ||
    afterTenths.has(follows.word);
  return Number.isInteger(value) && tenths !== undefined && tenths >= 1 && tenths <= 9 && isLone
    ? Math.round(value * 10 + tenths) / 10
    : value;
}

/** "com 38,2", "deu 39,5": a bare decimal that only a thermometer shows. */
function isBareFever(place: Place): boolean {
  const { tokens, start, value, decimal } = place;
  return shows.has(textAt(tokens, start - 1)) && value >= 35 && value < 43 && decimal && !isOther(place);
}

function saturation(place: Place): Read[] {
  const { value, digits } = place;
  // no 2 of "SpO2"
  if (value < 40 || value > 100 || (!digits && value < 60)) return [];
  return before(place, 6, near.saturation) || after(place, 4, near.saturation)
    ? [{ concept: 'oxygen_saturation', value }]
    : [];
}

/** "13 con 8" */
const isWithSecond = (tokens: readonly Token[], at: number): boolean =>
  textAt(tokens, at) === 'con' &&
  (numberOf(tokens[at - 1]) ?? 0) > (numberOf(tokens[at + 1]) ?? Infinity) &&
  (numberOf(tokens[at + 1]) ?? 0) < 25;

/** "190x120", "19 por 12", "12/8": Brazilians also say pressure in tens. */
function pressure(place: Place): Read[] {
  const { tokens, start, end, value, next } = place;
  if (next === '%' || (isOther(place) && !joined.has(next))) return [];
  // The second of "12 por 8" is no pressure of its own.
  if (joined.has(textAt(tokens, start - 1)) && numberOf(tokens[start - 2]) !== undefined) return [];
  if (isWithSecond(tokens, start - 1)) return [];
  const second =
    joined.has(next) || isWithSecond(tokens, end + 1) ? spokenAt(tokens, end + 2)?.value : undefined;
  const named = before(place, 7, near.pressure) || after({ ...place, end: end + 2 }, 3, near.pressure);
  const isShaped =
    second !== undefined &&
    value >= 70 &&
    value <= 260 &&
    second >= 30 &&
    second <= 160 &&
    second < value &&
    ['x', 'por', 'over'].includes(next);
  if (!named && !isShaped) return [];
  const tens = (number: number): number => (number < 30 ? number * 10 : number);
  const systolic = tens(value);
  if (systolic < 40 || systolic > 300) return [];
  return [
    { concept: 'blood_pressure_systolic', value: systolic },
    ...(second === undefined ? [] : [{ concept: 'blood_pressure_diastolic', value: tens(second) }]),
  ];
}

/** "10:30" */
function isClockTime({ tokens, start, end }: Place): boolean {
  const colon = (i: number): boolean => tokens[i]?.word === ':' && tokens[i]?.kind === 'stop';
  return (
    (colon(end + 1) && tokens[end + 2]?.kind === 'number') ||
    (colon(start - 1) && tokens[start - 2]?.kind === 'number')
  );
}

function glucose(place: Place): Read[] {
  const { next } = place;
  // "mmol", its double letter folded as in all words
  const milligrams = next === 'mol' ? place.value * 18 : place.value;
  const fits = milligrams >= 10 && milligrams <= 900 && !isClockTime(place) && !dose.has(next);
  return fits && before(place, 7, near.glucose) ? [{ concept: 'glucose', value: milligrams }] : [];
}

function breaths(place: Place): Read[] {
  const { value, next } = place;
  const perMinute = next === 'por' && textAt(place.tokens, place.end + 2).startsWith('minuto');
  const named =
    unit.breaths.has(next) || before(place, 3, near.breaths) || (perMinute && before(place, 8, near.breaths));
  return value >= 5 && value <= 120 && named ? [{ concept: 'breathing_rate', value }] : [];
}
