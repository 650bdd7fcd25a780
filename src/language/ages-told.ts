/** Ages and weeks of pregnancy said in a message. */
import { ofAge, baby, oldWords, pregnant, since, unit } from './measure-words';
import { after, before, type Place } from './number-place';
import { adults as adultKin, children as childKin } from './dependent-words';
import { spokenAt } from './spoken-number';
import { setOfWords } from './spelling';
import { textAt } from './token-at';

/** One measure: its concept and value. */
interface Age {
  concept: string;
  value: number;
}

const people = setOfWords(
  'he she i who mom dad mother father husband wife son daughter grandma nan gran mum todler kid uncle aunt brother sister grandson granddaughter grandpa',
);

/** "idade: 34", "tem 70 de idade" */
export function bareAge(place: Place): Age[] {
  const { value, tokens, start, end } = place;
  const named =
    textAt(tokens, start - 1) === 'idade' ||
    (textAt(tokens, end + 1) === 'de' && textAt(tokens, end + 2) === 'idade');
  const colon = textAt(tokens, start - 1) === ':' && textAt(tokens, start - 2) === 'idade';
  // "he is 70"
  const isSaid =
    (['hes', 'shes'].includes(textAt(tokens, start - 1)) ||
      (['is', 'am'].includes(textAt(tokens, start - 1)) && people.has(textAt(tokens, start - 2)))) &&
    tokens[end + 1]?.kind !== 'number' &&
    ['', 'and', 'but', 'with'].includes(place.next) &&
    (value < 34 || value > 42) &&
    Number.isInteger(value);
  return (named || colon || isSaid || isBare(place)) && value <= 120 ? [{ concept: 'age', value }] : [];
}

/** "ganhei neném tem 15 dias" tells of the birth. */
const birth = setOfWords('ganhei tive pari dei');

const havers = setOfWords('tenho tengo tem tiene tinha fiz completei completou');
const ofKin = setOfWords(
  [
    ...childKin,
    ...adultKin,
    'vo homem mulher senhora senhor hombre mujer guri guria piá moleque man woman',
  ].join(' '),
);
const ending = setOfWords('e y and mas levou ta com caiu disse tem que nao teve sou desmaiou esta faz desde');

/** "tenho 58 e sou diabético", "minha filha de 15", "vó de 79": years that are not named. */
function isBare({ tokens, start, end, value, digits, decimal }: Place): boolean {
  if (!digits || decimal || value < 1 || value > 110 || !Number.isInteger(value)) return false;
  const next = tokens[end + 1];
  if (next && (next.kind === 'number' || (next.kind === 'word' && !ending.has(next.word)))) return false;
  if (next?.word === ':' || (next?.kind === 'comma' && tokens[end + 2]?.kind === 'number')) return false;
  const before = textAt(tokens, start - 1);
  if (isApposed(tokens, start, end)) return true;
  const isFever = value >= 34 && value <= 42;
  if (havers.has(before))
    return !isFever || ['tenho', 'tengo'].includes(before) ? textAt(tokens, start - 2) !== 'nao' : false;
  return (before === 'de' || before === 'con') && ofKin.has(textAt(tokens, start - 2));
}

/** "minha vizinha, 77, caiu", "gran, 81, fell": between commas after a person. */
const isApposed = (tokens: Place['tokens'], start: number, end: number): boolean =>
  tokens[start - 1]?.kind === 'comma' &&
  tokens[end + 1]?.kind === 'comma' &&
  (ofKin.has(textAt(tokens, start - 2)) || apposed.has(textAt(tokens, start - 2)));
const apposed = setOfWords('idosa idoso vizinha vizinho amiga amigo gran granny avo avó');

const small = setOfWords([...baby, ...childKin].join(' '));

const fraction = (years: number): number => Math.round(years * 10_000) / 10_000;

/** Numbers of years, months, weeks and days: ages and weeks of pregnancy. Durations are read elsewhere. */
export function ages(place: Place): Age[] {
  const { tokens, end, next } = place;
  if (isMonthsOfBaby(place)) return [{ concept: 'age', value: fraction(place.value / 12) }];
  const isHalf = textAt(tokens, end + 2) === 'e' && ['meio', 'meia'].includes(textAt(tokens, end + 3));
  const value = place.value + (isHalf ? 0.5 : 0);
  const isPregnancy =
    before(place, 6, pregnant) || after(place, 4, pregnant) || isSoManyWeeks(place) || isOfPregnancy(place);
  // "15 dias de vida", "6 week old", "bebê de 20 dias": an age, not a duration.
  const old =
    after(place, 3, oldWords) ||
    (before(place, 4, baby) && before(place, 1, ofAge) && !before(place, 5, birth)) ||
    (before(place, 1, baby) && !before(place, 6, pregnant) && !before(place, 5, birth));
  const elapsed = isLength(place) || (before(place, 2, since) && !before(place, 1, ofAge));
  const back = ['atras', 'ago'].includes(textAt(tokens, end + 2));
  // "faço 69 mês que vem"
  const ahead = textAt(tokens, end + 2) === 'que' && textAt(tokens, end + 3) === 'vem';
  if (back || ahead) return [];
  const more = unit.years.has(next) ? monthsAfter(place) : 0;
  if (
    unit.months.has(next) &&
    unit.years.has(textAt(tokens, place.start - 2)) &&
    textAt(tokens, place.start - 1) === 'e'
  )
    return [];
  if (unit.years.has(next))
    return !elapsed && value <= 120 && !isCareer(place)
      ? [{ concept: 'age', value: fraction(value + more / 12) }]
      : [];
  if (unit.months.has(next) && before(place, 4, pregnant))
    return value <= 10 ? [{ concept: 'gestational_weeks', value: Math.round(value * 4.3) }] : [];
  if (unit.months.has(next))
    return !elapsed && value <= 36
      ? [{ concept: 'age', value: fraction(value / 12 + days(place) / 365) }]
      : [];
  if (unit.weeks.has(next) && value <= 45 && isPregnancy) return [{ concept: 'gestational_weeks', value }];
  if (unit.weeks.has(next)) return old && !elapsed ? [{ concept: 'age', value: fraction(value / 52) }] : [];
  if (unit.days.has(next))
    return old && !elapsed && !isWithMonths(place) ? [{ concept: 'age', value: fraction(value / 365) }] : [];
  return [];
}

/** "bebê de 8m": months, and no metres. */
export function isMonthsOfBaby(place: Place): boolean {
  const { next, value, digits } = place;
  return (
    next === 'm' && digits && Number.isInteger(value) && value >= 1 && value <= 36 && before(place, 6, small)
  );
}

const carrying = setOfWords(
  'gravida gestante bolsa waters water fuente contracoes contracao pregnant embarazada gravidez contracciones mexe mexer mexendo',
);

/** Of a message of a pregnancy, more weeks than anything else lasts: "minha bolsa rompeu, 33 semanas". */
function isOfPregnancy({ tokens, start, value }: Place): boolean {
  if (value < 12 || value > 43 || ['ha', 'faz', 'desde', 'hace', 'for'].includes(textAt(tokens, start - 1)))
    return false;
  return tokens.slice(Math.max(0, start - 40), start + 40).some(({ word }) => carrying.has(word));
}

/** "estoy de 28 semanas", "I'm 34 weeks". */
function isSoManyWeeks({ tokens, start }: Place): boolean {
  const before = textAt(tokens, start - 1);
  return before === 'de' ? textAt(tokens, start - 2) === 'to' : before === 'am';
}

/** "um ano e 3 meses": the months that follow. */
function monthsAfter({ tokens, end }: Place): number {
  if (textAt(tokens, end + 2) !== 'e') return 0;
  const spoken = spokenAt(tokens, end + 3);
  return spoken && unit.months.has(textAt(tokens, spoken.next)) ? spoken.value : 0;
}

const beginnings = setOfWords('ha faz fazem hace for desde por since fiquei ficou passei');
const about = setOfWords('mais de cerca menos ou uns quase');

/** "há 5 anos", "há mais de 5 anos", "faz mais ou menos 5 anos": how long, no age. */
function isLength({ tokens, start, end }: Place): boolean {
  let k = start - 1;
  while (k > start - 5 && about.has(textAt(tokens, k))) k -= 1;
  // "tem um mês que tô com isso"
  if (
    textAt(tokens, k) === 'tem' &&
    (unit.months.has(textAt(tokens, end + 1)) ||
      (unit.years.has(textAt(tokens, end + 1)) &&
        !ofKin.has(textAt(tokens, k - 1)) &&
        !['ele', 'ela'].includes(textAt(tokens, k - 1)))) &&
    textAt(tokens, end + 2) === 'que'
  )
    return true;
  return beginnings.has(textAt(tokens, k));
}

/** "1 mês e 20 dias": the days that follow. */
function days({ tokens, end }: Place): number {
  if (textAt(tokens, end + 2) !== 'e') return 0;
  const spoken = spokenAt(tokens, end + 3);
  return spoken && unit.days.has(textAt(tokens, spoken.next)) ? spoken.value : 0;
}

function isWithMonths({ tokens, start }: Place): boolean {
  return textAt(tokens, start - 1) === 'e' && unit.months.has(textAt(tokens, start - 2));
}

const notOfAge = setOfWords('fumo fumei casada casado durante por uns quase');

/** "fumo 10 anos", "casada 5 anos", "tenho asma 20 anos", "por 3 anos": no age. */
function isCareer(place: Place): boolean {
  return before(place, 1, notOfAge) && !before(place, 2, ofAge);
}
