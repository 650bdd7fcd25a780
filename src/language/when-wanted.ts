/**
 * When somebody wants to come: "quinta de manhã", "amanhã depois das 14h", "next week in the afternoon". Days as ISO dates and
 * days of the week, times as minutes after midnight, both where the clinic is. Pure.
 */
import { normalise } from './normalise';

export interface WhenWanted {
  /** The earliest there is: whatever was asked for before is given up. */
  soonest?: true;
  /** ISO dates, both included. */
  fromDay?: string;
  toDay?: string;
  /** 1 = Monday. */
  weekdays?: number[];
  /** `[from, to)` */
  minutes?: [number, number];
}

const longestRead = 200;
const dayMs = 86_400_000;
const endOfDay = 1_440;

const weekdayWords: readonly RegExp[] = [
  /\b(?:segunda(?:[- ]feira)?|mondays?|lunes)\b/,
  /\b(?:terca(?:[- ]feira)?|tuesdays?|martes)\b/,
  /\b(?:quarta(?:[- ]feira)?|wednesdays?|miercoles)\b/,
  /\b(?:quinta(?:[- ]feira)?|thursdays?|jueves)\b/,
  /\b(?:sexta(?:[- ]feira)?|fridays?|viernes)\b/,
  /\b(?:sabados?|saturdays?)\b/,
  /\b(?:domingos?|sundays?)\b/,
];
const workdays = /\b(?:dias? (?:de semana|uteis|util)|weekdays?|entre semana|dias? laborales?)\b/;
const weekend = /\b(?:fim de semana|final de semana|fds|weekend|fin de semana)\b/;

const soonest =
  /\b(?:mais cedo|mais rapido|quanto antes|primeiro (?:horario|que tiver)|qualquer (?:dia|hora|horario|um)|tanto faz|asap|earliest|soonest|as soon as|any ?time|cuanto antes|lo antes posible|mas pronto|cualquier (?:dia|hora|horario))\b/;
const afterTomorrow = /\b(?:depois de amanha|day after tomorrow|pasado manana)\b/;
const tomorrow = /\b(?:amanha|tomorrow)\b|(?<!\bla )(?<!\bde )\bmanana\b/;
const today = /\b(?:hoje|today|hoy|tonight)\b/;
const nextWeek = /\b(?:semana que vem|proxima semana|next week|semana que viene|la semana proxima)\b/;
const thisWeek = /\b(?:esta semana|nesta semana|this week)\b/;

const parts: readonly [RegExp, [number, number]][] = [
  [
    /\b(?:de manha|pela manha|manhazinha|parte da manha|morning|(?:por|de|en) la manana|antes do almoco)\b/,
    [0, 720],
  ],
  [/\b(?:tarde|afternoon|depois do almoco)\b/, [720, 1_080]],
  [/\b(?:noite|noitinha|evening|night|tonight|noche)\b/, [1_080, endOfDay]],
];

const clock = String.raw`(\d{1,2})(?:(?:[:h]|hrs?|horas?)(\d{2})?)?(?:hs?|hrs?|horas?)? ?(am|pm|da manha|da tarde|da noite)?(?!\d)`;
const after = new RegExp(
  String.raw`\b(?:depois d[aeo]s?|apos as?|a partir d[aeo]s?|after|from|since|despues de las?|a partir de las?) ${clock}`,
);
const before = new RegExp(
  String.raw`\b(?:antes d[aeo]s?|ate as?|before|until|antes de las?|hasta las?) ${clock}`,
);
const between = new RegExp(
  String.raw`\b(?:entre(?: as?| las?)?|between|das|from) ${clock} (?:e|a|as|ate(?: as)?|and|to|y)(?: as?| las?)? ${clock}`,
);
const at = new RegExp(String.raw`\b(?:as|at|a las?|la pelas|pelas|la por) ${clock}`);
const bareClock = /\b(\d{1,2})(?:h(\d{2})?|:(\d{2}))\b/;

function minuteOf(
  hours: string | undefined,
  minutes: string | undefined,
  part: string | undefined,
): number | undefined {
  let hour = Number(hours);
  if (/pm|tarde|noite/.test(part ?? '') && hour < 12) hour += 12;
  if (part === 'am' && hour === 12) hour = 0;
  const minute = hour * 60 + Number(minutes ?? 0);
  return hours !== undefined && minute <= endOfDay && Number(minutes ?? 0) < 60 ? minute : undefined;
}

/** A time alone: from a little before to an hour after. */
const around = (minute: number): [number, number] => [
  Math.max(0, minute - 30),
  Math.min(endOfDay, minute + 60),
];

function timesIn(text: string): [number, number] | undefined {
  const span = between.exec(text);
  if (span) {
    const [from, to] = [minuteOf(span[1], span[2], span[3] ?? span[6]), minuteOf(span[4], span[5], span[6])];
    if (from !== undefined && to !== undefined && from < to) return [from, to];
  }
  const [later, earlier] = [after.exec(text), before.exec(text)];
  const from = later ? minuteOf(later[1], later[2], later[3]) : undefined;
  const to = earlier ? minuteOf(earlier[1], earlier[2], earlier[3]) : undefined;
  if ((from ?? to) !== undefined) return [from ?? 0, to ?? endOfDay];
  const named = at.exec(text);
  const bare = bareClock.exec(text);
  const minute = named
    ? minuteOf(named[1], named[2], named[3])
    : bare
      ? minuteOf(bare[1], bare[2] ?? bare[3], undefined)
      : undefined;
  if (minute !== undefined) return around(minute);
  return parts.find(([words]) => words.test(text))?.[1];
}

const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
/** 1 = Monday. */
const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7;

const months = [
  /^(?:jan|ene)/,
  /^(?:fev|feb)/,
  /^mar/,
  /^(?:abr|apr)/,
  /^ma[iy]/,
  /^jun/,
  /^jul/,
  /^(?:ago|aug)/,
  /^(?:set|sep)/,
  /^(?:out|oct)/,
  /^nov/,
  /^(?:dez|dec|dic)/,
];
const dated = /\b(?:dia )?(\d{1,2})(?: ?\/ ?(\d{1,2})| (?:de )?([a-z]{3,10}))\b/;
const datedEnglish = /\b([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?\b/;
const dayAlone = /\b(?:dia|the) (\d{1,2})(?:st|nd|rd|th)?\b/;

/** The next day of that name from today on. */
function dateIn(text: string, now: string): string | undefined {
  const one = dated.exec(text);
  const english = datedEnglish.exec(text);
  const monthNamed = (word: string | undefined): number =>
    word === undefined ? 0 : months.findIndex((month) => month.test(word)) + 1;
  const [day, month] =
    one && (one[2] !== undefined || monthNamed(one[3]) > 0)
      ? [Number(one[1]), one[2] === undefined ? monthNamed(one[3]) : Number(one[2])]
      : english && monthNamed(english[1]) > 0
        ? [Number(english[2]), monthNamed(english[1])]
        : [Number(dayAlone.exec(text)?.[1]), undefined];
  if (!Number.isInteger(day) || day < 1 || day > 31) return undefined;
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const found = shift(now, ahead);
    if (Number(found.slice(8)) === day && (month === undefined || Number(found.slice(5, 7)) === month))
      return found;
  }
  return undefined;
}

function daysIn(text: string, now: string): Pick<WhenWanted, 'fromDay' | 'toDay' | 'weekdays'> | undefined {
  const only = (day: string) => ({ fromDay: day, toDay: day });
  const named = weekdayWords.flatMap((word, at) => (word.test(text) ? [at + 1] : []));
  const week =
    named.length > 0
      ? named
      : workdays.test(text)
        ? [1, 2, 3, 4, 5]
        : weekend.test(text)
          ? [6, 7]
          : undefined;
  const weekdays = week && { weekdays: week };
  const monday = shift(now, 8 - weekdayOf(now));
  if (nextWeek.test(text)) return { fromDay: monday, toDay: shift(monday, 6), ...weekdays };
  if (thisWeek.test(text)) return { fromDay: now, toDay: shift(monday, -1), ...weekdays };
  if (week) return weekdays;
  if (afterTomorrow.test(text)) return only(shift(now, 2));
  if (today.test(text)) return only(now);
  if (tomorrow.test(text)) return only(shift(now, 1));
  const date = dateIn(text, now);
  return date === undefined ? undefined : only(date);
}

/** @param now ISO date where the clinic is @returns undefined when the text names no time */
export function readWhenWanted(text: string, now: string): WhenWanted | undefined {
  const read = normalise(text.slice(0, longestRead));
  const days = daysIn(read, now);
  const minutes = timesIn(read);
  if (!days && !minutes) return soonest.test(read) ? { soonest: true } : undefined;
  return { ...days, ...(minutes && { minutes }) };
}
