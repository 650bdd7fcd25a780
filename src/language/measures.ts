/** Measured numbers in text: temperature, saturation, blood pressure, glucose, breathing rate, age, weeks, days. */
import type { Token } from './tokens';
import { lexicons } from './word-sets';
import { canonicalWord } from './tokens';

export interface Measure {
  concept: string;
  value: number;
  phrase: string;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(canonicalWord));
const near = {
  temperature: set(
    'febre febrao febril temperatura temp fever fiebre calentura termometro temperature thermometer febrinha',
  ),
  saturation: set(
    'sat saturacao saturando satura spo spo2 oximetro oxigenio oxigenacao oxygen saturation sats oximeter saturacion oxigeno saturando oxi o2 oximetria',
  ),
  pressure: set('pressao presion pressure pa bp tension'),
  glucose: set('glicose glicemia dextro glucose glucosa glucemia azucar acucar sugar hgt'),
  breaths: set('respiratoria respiracao respiratory respirando'),
};
const unit = {
  degrees: set('graus grau grados grado degrees degree c celsius'),
  fahrenheit: set('f fahrenheit'),
  breaths: set('respiracoes respiraciones breaths irpm rpm mpm resp'),
  years: set('anos ano years year aninhos yo yr yrs'),
  months: set('meses mes months month'),
  weeks: set('semanas semana weeks week'),
  days: set('dias dia days day'),
  hours: set('horas hora hours hour h min minutos minutes'),
};
const dose = set(
  'unidades unidade ui u units unit unidades gotas comprimidos ml g gr gramas gramos grams vezes veces times colheres',
);
const shows = set('com con deu dio marcou marco ta chegou medi with at is');
const since = set('ha faz fazem hace for desde por since a_uns');
const baby = set('bebe nenem recem nascido nascida nacido nacida newborn rn baby infant recien');
const newborn = set('recem recien newborn');
const oldWords = set('old vida');
const ofAge = set('de com tem tiene con is with');
const pregnant = set('gravida gestante gestacao gravidez pregnant embarazada embarazo pregnancy');
const numberWords: Readonly<Record<string, number>> = Object.assign(
  {},
  ...lexicons.map((lexicon) =>
    Object.fromEntries(Object.entries(lexicon.numbers).map(([word, value]) => [canonicalWord(word), value])),
  ),
);

/** The number a token says, in digits or as a word; `um`, `a` and `one` alone are articles too, so they count only before a unit. */
export function numberOf(token: Token | undefined): number | undefined {
  if (token?.kind === 'number') return token.value;
  if (token?.kind === 'word' && Object.hasOwn(numberWords, token.word)) return numberWords[token.word];
  return undefined;
}

/** Does one of the words stand within `distance` tokens before `at`, in the same sentence? */
function before(tokens: readonly Token[], at: number, distance: number, words: ReadonlySet<string>): boolean {
  for (let i = at - 1; i >= 0 && i >= at - distance; i -= 1) {
    const token = tokens[i];
    if (token?.kind === 'stop' && token.word !== ':' && token.word !== '(') return false;
    if (token && words.has(token.word)) return true;
  }
  return false;
}

function after(tokens: readonly Token[], at: number, distance: number, words: ReadonlySet<string>): boolean {
  for (let i = at + 1; i < tokens.length && i <= at + distance; i += 1) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (words.has(token.word)) return true;
  }
  return false;
}

/** Fahrenheit when it cannot be Celsius. */
function celsius(value: number): number | undefined {
  if (value >= 30 && value <= 45) return value;
  if (value >= 86 && value <= 113) return Math.round(((value - 32) * 50) / 9) / 10;
  return undefined;
}

/** "com 38,2", "deu 39,5": a bare decimal that only a thermometer shows. */
function isBareFever(tokens: readonly Token[], at: number): boolean {
  const value = tokens[at]?.value ?? NaN;
  const next = tokens[at + 1];
  const shown = shows.has(tokens[at - 1]?.word ?? '');
  return (
    shown &&
    value > 37 &&
    value < 43 &&
    !Number.isInteger(value) &&
    (next?.kind !== 'word' || ![...'kg kilos quilos reais'.split(' '), '%'].includes(next.word))
  );
}

/** "190x120", "19 por 12", "12/8": Brazilians also say pressure in tens. */
function pressures(tokens: readonly Token[], at: number): [number, number | undefined] | undefined {
  const first = numberOf(tokens[at]);
  if (first === undefined) return undefined;
  // The second of "12 por 8" is no pressure of its own.
  if (
    ['x', 'por', 'over', 'sobre'].includes(tokens[at - 1]?.word ?? '') &&
    numberOf(tokens[at - 2]) !== undefined
  )
    return undefined;
  const joined = ['x', 'por', 'over', 'sobre'].includes(tokens[at + 1]?.word ?? '');
  const second = joined ? numberOf(tokens[at + 2]) : undefined;
  const named = before(tokens, at, 4, near.pressure);
  if (
    !named &&
    !(
      second !== undefined &&
      first >= 70 &&
      first <= 260 &&
      second >= 30 &&
      second <= 160 &&
      tokens[at + 1]?.word === 'x'
    )
  )
    return undefined;
  const tens = (value: number): number => (value < 30 ? value * 10 : value);
  const systolic = tens(first);
  if (systolic < 40 || systolic > 300) return undefined;
  return [systolic, second === undefined ? undefined : tens(second)];
}

/** "10:30" */
function isClockTime(tokens: readonly Token[], at: number): boolean {
  const colon = (i: number): boolean => tokens[i]?.word === ':' && tokens[i]?.kind === 'stop';
  return (
    (colon(at + 1) && tokens[at + 2]?.kind === 'number') ||
    (colon(at - 1) && tokens[at - 2]?.kind === 'number')
  );
}

/** Every measure named in the tokens, in reading order; a concept may come twice. */
export function readMeasures(tokens: readonly Token[]): Measure[] {
  const found: Measure[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const base = numberOf(tokens[i]);
    if (base === undefined) continue;
    const half = tokens[i + 1]?.word === 'e' && ['meio', 'meia'].includes(tokens[i + 2]?.word ?? '');
    const value = half ? base + 0.5 : base;
    const next = tokens[i + (half ? 3 : 1)];
    const nextWord = next?.kind === 'word' ? next.word : '';
    const digits = tokens[i]?.kind === 'number';
    const add = (concept: string, measured: number): void =>
      void found.push({ concept, value: measured, phrase: `${tokens[i]?.word ?? ''} ${nextWord}`.trim() });
    const time = [unit.years, unit.months, unit.weeks, unit.days, unit.hours].some((words) =>
      words.has(nextWord),
    );

    const degrees = celsius(value);
    if (
      degrees !== undefined &&
      !time &&
      (unit.degrees.has(nextWord) ||
        unit.fahrenheit.has(nextWord) ||
        before(tokens, i, 5, near.temperature) ||
        after(tokens, i, 3, near.temperature) ||
        isBareFever(tokens, i))
    )
      add('temperature', degrees);
    const oxygenUnit = i > 0 && ['spo', 'o', 'sao'].includes(tokens[i - 1]?.word ?? '') && value === 2;
    if (
      digits &&
      !oxygenUnit &&
      !time &&
      value >= 40 &&
      value <= 100 &&
      (before(tokens, i, 6, near.saturation) || after(tokens, i, 4, near.saturation))
    )
      add('oxygen_saturation', value);
    const pressure = time || nextWord === '%' ? undefined : pressures(tokens, i);
    if (pressure) {
      add('blood_pressure_systolic', pressure[0]);
      if (pressure[1] !== undefined) add('blood_pressure_diastolic', pressure[1]);
    }
    // "mmol", its double letter folded as in all words
    const milligrams = nextWord === 'mol' ? value * 18 : value;
    if (
      digits &&
      !time &&
      milligrams >= 10 &&
      milligrams <= 900 &&
      !isClockTime(tokens, i) &&
      !dose.has(nextWord) &&
      before(tokens, i, 4, near.glucose)
    )
      add('glucose', milligrams);
    if (
      digits &&
      value >= 5 &&
      value <= 120 &&
      (unit.breaths.has(nextWord) || before(tokens, i, 3, near.breaths)) &&
      !time
    )
      add('breathing_rate', value);

    // "15 dias de vida", "6 week old", "bebê de 20 dias": an age, not a duration.
    const old =
      after(tokens, i, 3, oldWords) ||
      (before(tokens, i, 4, baby) && before(tokens, i, 1, ofAge)) ||
      (before(tokens, i, 1, baby) && !before(tokens, i, 6, pregnant));
    const elapsed = before(tokens, i, 2, since);
    if (unit.years.has(nextWord) && !elapsed && value <= 120) add('age', value);
    if (unit.months.has(nextWord) && !elapsed && !before(tokens, i, 4, pregnant) && value <= 36)
      add('age', value / 12);
    if (
      unit.weeks.has(nextWord) &&
      value <= 45 &&
      (before(tokens, i, 6, pregnant) || after(tokens, i, 4, pregnant))
    )
      add('gestational_weeks', value);
    if (unit.months.has(nextWord) && before(tokens, i, 4, pregnant) && value <= 10)
      add('gestational_weeks', Math.round(value * 4.3));
    if (unit.weeks.has(nextWord) && old && !elapsed) add('age', value / 52);
    if (unit.days.has(nextWord) && old && !elapsed) add('age', value / 365);
    if (unit.days.has(nextWord) && elapsed) add('symptom_duration', value);
    if (unit.weeks.has(nextWord) && elapsed) add('symptom_duration', value * 7);
  }
  for (const token of tokens)
    if (newborn.has(token.word)) found.push({ concept: 'age', value: 0, phrase: token.word });
  return found;
}
