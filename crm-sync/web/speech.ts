/** How the pages speak: one language, one time zone. Chosen per request, passed to every component. */
import { languages, type Language } from '../../contract/event';
import { en } from './texts/en';
import { es } from './texts/es';
import { ptBr, type Texts } from './texts/pt-br';

const texts: Record<Language, Texts> = { 'pt-BR': ptBr, en, es };
export type TextKey = keyof Texts;

export interface Speech {
  language: Language;
  timeZone: string;
  t(key: TextKey, values?: Record<string, string | number>): string;
  /** The text of a coded value, or the code itself when this version does not know it. */
  coded(prefix: string, code: string): string;
  date(at: Date): string;
  /** Hours and minutes. */
  time(at: Date): string;
  /** With seconds. */
  clock(at: Date): string;
  dateTime(at: Date): string;
  /** Day, month, hours and minutes: for lists of recent things. */
  recent(at: Date): string;
  /** `45 s`, `3 min 20 s`, `2 h 05 min`. */
  duration(ms: number): string;
  number(value: number): string;
  /** @param share 0 to 1 */
  percent(share: number): string;
}

export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
  return minutes > 0 ? `${minutes} min ${String(seconds % 60).padStart(2, '0')} s` : `${seconds} s`;
}

/** Making formats takes as long as making a page, so each is made once: by language and time zone, and no more. */
const spoken = new Map<string, Speech>();

export function speechOf(language: Language, timeZone: string): Speech {
  const name = `${language} ${timeZone}`;
  const speech = spoken.get(name) ?? newSpeech(language, timeZone);
  spoken.set(name, speech);
  return speech;
}

function newSpeech(language: Language, timeZone: string): Speech {
  const table = texts[language];
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    // English dates are written day first and hours to 24, as the service's staff reads them elsewhere.
    const locale = language === 'en' ? 'en-GB' : language;
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (at: Date) => format.format(at);
  };
  const numbers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const fill = (text: string, values: Record<string, string | number> = {}) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return {
    language,
    timeZone,
    t: (key, values) => fill(table[key], values),
    coded: (prefix, code) =>
      Object.hasOwn(table, `${prefix}_${code}`) ? table[`${prefix}_${code}` as TextKey] : code,
    date: formatter({ dateStyle: 'medium' }),
    time: formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    clock: formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    dateTime: formatter({ dateStyle: 'medium', timeStyle: 'short' }),
    recent: formatter({
      day: '2-digit',
      month: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    duration: durationText,
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(share),
  };
}

/** The first language we speak among those asked for (RFC 9110 `Accept-Language`); a kept choice comes first. */
export function chooseLanguage(kept: string | undefined, accept: string | undefined): Language {
  const chosen = languages.find((language) => language === kept);
  if (chosen) return chosen;
  const wanted = (accept ?? '')
    .slice(0, 500)
    .split(',')
    .map((item) => {
      const [tag = '', ...parameters] = item.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((item) => item.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const language = languages.find((item) => item.toLowerCase().split('-')[0] === tag.split('-')[0]);
    if (language) return language;
  }
  return 'pt-BR';
}
