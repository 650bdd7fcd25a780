/** Since when something lasts, in whole days: "há 3 dias", "desde ontem", "começou anteontem", "uma semana com tosse". Hours are 0. */
import { unit } from './measure-words';
import { spokenAt } from './spoken-number';
import { textAt } from './token-at';
import { setOfWords, type Token } from './tokens';

const since = setOfWords('desde since');
const lastingWords = setOfWords('ha faz fazem hace tem for por completou fez durante sao');
const around = setOfWords(
  'uns umas quase mais de cerca menos a um uma ja unos unas como que o about almost over nearly the past last o os ultimos',
);
const began = setOfWords(
  'comecou comecaram comecei apareceu apareceram surgiu surgiram iniciou iniciaram veio started began empezo comenzo aparecio doente mal inicio',
);
const articles = setOfWords('a o as os la el the de this esta');
const of = setOfWords('de com con of que with seguidos sem doente assim direto passando mal');
const daysOfUnit = (word: string): number | undefined =>
  unit.days.has(word)
    ? 1
    : unit.weeks.has(word)
      ? 7
      : unit.months.has(word)
        ? 30
        : unit.years.has(word)
          ? 365
          : unit.hours.has(word)
            ? 0
            : undefined;
/** Days ago of a day named by a word. */
const named: Readonly<Record<string, number>> = {
  hoje: 0,
  today: 0,
  hoy: 0,
  agora: 0,
  agorinha: 0,
  manha: 0,
  madrugada: 0,
  tonight: 0,
  morning: 0,
  ontem: 1,
  onte: 1,
  ayer: 1,
  anoche: 1,
  yesterday: 1,
  anteontem: 2,
  antiontem: 2,
  antesdeontem: 2,
  anteayer: 2,
  antier: 2,
  transanteontem: 3,
  trasanteontem: 3,
  trasantontem: 3,
  antonte: 2,
  antontem: 2,
};

export interface Duration {
  days: number;
  start: number;
  end: number;
  /** "desde ontem", "há 3 dias": said of something that lasts. A bare "3 dias" or "ontem" answers only a question. */
  lasting: boolean;
  hours: boolean;
}

/** No complaint lasts longer. */
const mostDays = 36_500;
/** A flood of days ends here. */
const mostRead = 12;

/** @param today ISO date of the one who writes; without it weekdays have no length */
export function readDurations(tokens: readonly Token[], today?: string): Duration[] {
  const found: Duration[] = [];
  for (let i = 0; i < tokens.length && found.length < mostRead; i += 1) {
    const duration =
      lengthAt(tokens, i) ??
      periodAt(tokens, i) ??
      nightAt(tokens, i) ??
      hoursAt(tokens, i) ??
      dayAt(tokens, i) ??
      weekdayAt(tokens, i, today);
    if (!duration) continue;
    found.push(duration);
    i = duration.end;
  }
  return found;
}

/** "há 3 dias", "uma semana", "3 dias de febre" */
function lengthAt(tokens: readonly Token[], at: number): Duration | undefined {
  const spoken = spokenAt(tokens, at);
  const isCouple = textAt(tokens, at) === 'couple';
  const value = spoken?.value ?? (isCouple ? 2 : textAt(tokens, at) === 'a' ? 1 : undefined);
  const unitAt = spoken?.next ?? (isCouple && textAt(tokens, at + 1) === 'of' ? at + 2 : at + 1);
  if (value === undefined) return undefined;
  const each = daysOfUnit(textAt(tokens, unitAt));
  if (each === undefined) return undefined;
  if (textAt(tokens, unitAt + 1) === 'que' && textAt(tokens, unitAt + 2) === 'vem') return undefined;
  const isHalf = textAt(tokens, unitAt + 1) === 'e' && ['meio', 'meia'].includes(textAt(tokens, unitAt + 2));
  const days = Math.round((value + (isHalf ? 0.5 : 0)) * each);
  if (days > mostDays) return undefined;
  let k = at - 1;
  while (k >= at - 3 && around.has(textAt(tokens, k))) k -= 1;
  const leads =
    lastingWords.has(textAt(tokens, k)) || since.has(textAt(tokens, k)) || textAt(tokens, at - 1) === 'ha';
  const follows =
    of.has(textAt(tokens, unitAt + 1)) &&
    !unit.years.has(textAt(tokens, unitAt)) &&
    !/^(?:vida|idade|gravida|gestacao|gravidez)$/.test(textAt(tokens, unitAt + 2));
  const back = ['atras', 'ago'].includes(textAt(tokens, unitAt + 1)) && beganNear(tokens, at);
  return { days, start: at, end: unitAt, lasting: leads || follows || back, hours: each === 0 };
}

/** "semana passada", "mês passado", "meia hora" */
function periodAt(tokens: readonly Token[], at: number): Duration | undefined {
  const each = daysOfUnit(textAt(tokens, at));
  if (each === undefined) return undefined;
  const next = textAt(tokens, at + 1);
  const before = textAt(tokens, at - 1);
  if (each === 0)
    return before === 'meia' ? { days: 0, start: at - 1, end: at, lasting: false, hours: true } : undefined;
  const times =
    /^(?:passad[ao]|pasad[ao])$/.test(next) || before === 'last' ? 1 : /^retrasad[ao]$/.test(next) ? 2 : 0;
  if (times === 0) return undefined;
  const isSince = [1, 2, 3].some((k) => since.has(textAt(tokens, at - k)));
  return {
    days: each * times,
    start: at,
    end: at + 1,
    lasting: isSince || beganNear(tokens, at),
    hours: false,
  };
}

/** "noite passada", "last night" */
function nightAt(tokens: readonly Token[], at: number): Duration | undefined {
  const word = textAt(tokens, at);
  const isLast =
    (word === 'noite' && textAt(tokens, at + 1) === 'pasada') ||
    (word === 'noche' && textAt(tokens, at + 1) === 'pasada');
  const isEnglish = word === 'last' && textAt(tokens, at + 1) === 'night';
  if (!isLast && !isEnglish) return undefined;
  const lasting = [1, 2].some((back) => since.has(textAt(tokens, at - back))) || beganNear(tokens, at);
  return { days: 1, start: at, end: at + 1, lasting, hours: false };
}

/** "faz umas horas", "há horas" */
function hoursAt(tokens: readonly Token[], at: number): Duration | undefined {
  if (
    !unit.hours.has(textAt(tokens, at)) ||
    !/^(?:uns|umas|algumas|poucas|varias|ha|faz|unas)$/.test(textAt(tokens, at - 1))
  )
    return undefined;
  return { days: 0, start: at, end: at, lasting: false, hours: true };
}

/** "desde ontem", "começou hoje" */
function dayAt(tokens: readonly Token[], at: number): Duration | undefined {
  const word = textAt(tokens, at);
  if (!Object.hasOwn(named, word)) {
    // "desde cedo"
    const isToday = since.has(textAt(tokens, at - 1)) && ['cedo', 'manha', 'madrugada'].includes(word);
    return isToday ? { days: 0, start: at, end: at, lasting: true, hours: false } : undefined;
  }
  const before = textAt(tokens, at - 1);
  // "since the day before yesterday"
  const isDayBefore =
    (before === 'before' && textAt(tokens, at - 2) === 'day') ||
    (['de', 'd'].includes(before) && ['antes', 'ante'].includes(textAt(tokens, at - 2)));
  const more = isDayBefore ? 1 : 0;
  const sinceThen =
    since.has(before) ||
    (articles.has(before) && since.has(textAt(tokens, at - 2))) ||
    (more === 1 && [3, 4].some((back) => since.has(textAt(tokens, at - back)))) ||
    (['manha', 'noite', 'tarde', 'madrugada', 'de'].includes(before) &&
      [2, 3, 4].some((k) => since.has(textAt(tokens, at - k))));
  return {
    days: (named[word] ?? 0) + more,
    start: at,
    end: at,
    lasting: sinceThen || beganNear(tokens, at),
    hours: false,
  };
}

const weekdays: readonly ReadonlySet<string>[] = [
  'domingo sunday',
  'segunda monday lunes',
  'terca tuesday martes',
  'quarta wednesday miercoles',
  'quinta thursday jueves',
  'sexta friday viernes',
  'sabado saturday',
].map(setOfWords);
const daysOfWeek = 7;

/** "desde segunda", "começou na quinta passada" */
function weekdayAt(tokens: readonly Token[], at: number, today: string | undefined): Duration | undefined {
  const day = weekdays.findIndex((names) => names.has(textAt(tokens, at)));
  if (day < 0 || !today || tokens[at]?.kind !== 'word') return undefined;
  const now = new Date(`${today.slice(0, 10)}T00:00:00Z`).getUTCDay();
  if (Number.isNaN(now)) return undefined;
  const end = textAt(tokens, at + 1) === 'feira' ? at + 1 : at;
  const next = textAt(tokens, end + 1);
  const isLast = /^(?:passad[ao]|pasad[ao])$/.test(next);
  const isBefore = /^retrasad[ao]$/.test(next);
  const isSince = sinceNear(tokens, at);
  // "segunda dose"
  if (
    !isLast &&
    !isBefore &&
    next !== '' &&
    tokens[end + 1]?.kind === 'word' &&
    !isSince &&
    !beganNear(tokens, at)
  )
    return undefined;
  const days = (now - day + daysOfWeek) % daysOfWeek || daysOfWeek;
  return {
    days: days + (isBefore ? daysOfWeek : 0),
    start: at,
    end: isLast || isBefore ? end + 1 : end,
    lasting: isSince || beganNear(tokens, at),
    hours: false,
  };
}

const ofLast = new Set(['ultima', 'ultimo', 'last', ...articles]);

function sinceNear(tokens: readonly Token[], at: number): boolean {
  let k = at - 1;
  while (k > at - 3 && ofLast.has(textAt(tokens, k))) k -= 1;
  return since.has(textAt(tokens, k));
}

function beganNear(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= at - 6; k -= 1) {
    if (tokens[k]?.kind === 'stop' || tokens[k]?.kind === 'comma' || tokens[k]?.kind === 'ask') break;
    if (began.has(textAt(tokens, k))) return true;
  }
  for (let k = at + 1; k <= at + 5; k += 1) {
    if (tokens[k]?.kind !== 'word') break;
    if (began.has(textAt(tokens, k))) return true;
  }
  return false;
}
