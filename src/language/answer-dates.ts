/** Answers that name a day or a year where a number was asked for: "desde o dia 15", "nasci em 1980", "hoje é o quinto dia". */
import { spokenAt } from './spoken-number';
import { isSpoken, textAt } from './token-at';
import { setOfWords, type Token } from './tokens';

const msPerDay = 86_400_000;
const longest = 14;

const utc = (today: string): Date => new Date(`${today.slice(0, 10)}T00:00:00Z`);

const months =
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro'.split(' ');

/** "dia 20", "desde o dia 15", "desde 19/11", "dia 3 de novembro": whole days until `today` (ISO). Undefined of a day to come. */
export function daysSinceDate(tokens: readonly Token[], today: string | undefined): number | undefined {
  if (!today || tokens.length > longest) return undefined;
  const now = utc(today);
  for (let i = 0; i < tokens.length; i += 1) {
    const day = tokens[i];
    const before = textAt(tokens, i - 1);
    if (day?.kind !== 'number' || !Number.isInteger(day.value) || day.value < 1 || day.value > 31) continue;
    const slash = textAt(tokens, i + 1) === 'x' ? tokens[i + 2] : undefined;
    const month =
      slash?.kind === 'number' && slash.value >= 1 && slash.value <= 12
        ? slash.value
        : textAt(tokens, i + 1) === 'de'
          ? months.indexOf(textAt(tokens, i + 2)) + 1
          : 0;
    // "dia 20" is a date, "20 dias" none
    if (month === 0 && before !== 'dia') continue;
    const of = month === 0 ? now.getUTCMonth() : month - 1;
    let date = Date.UTC(now.getUTCFullYear(), of, day.value);
    if (date > now.getTime())
      date =
        month === 0
          ? Date.UTC(now.getUTCFullYear(), of - 1, day.value)
          : Date.UTC(now.getUTCFullYear() - 1, of, day.value);
    return Math.round((now.getTime() - date) / msPerDay);
  }
  return undefined;
}

const born = setOfWords('nasci nasceu nascido nascida nac naci nacio born sou e');

/** "nasci em 1980", "sou de 75": the years until `today`, give or take one. */
export function ageOfYear(tokens: readonly Token[], today: string | undefined): number | undefined {
  if (!today || tokens.length > longest) return undefined;
  const year = utc(today).getUTCFullYear();
  for (let i = 1; i < tokens.length; i += 1) {
    const given = tokens[i];
    const before = textAt(tokens, i - 1);
    if (given?.kind !== 'number' || !['em', 'de', 'in', 'en'].includes(before)) continue;
    if (!born.has(textAt(tokens, i - 2))) continue;
    const isShort = given.value >= 30 && given.value <= 99 && !isSpoken(tokens[i + 1]);
    const of = isShort ? 1900 + given.value : given.value;
    if (of >= year - 120 && of <= year) return year - of;
  }
  return undefined;
}

const ordinals: Readonly<Record<string, number>> = {
  segundo: 2,
  terceiro: 3,
  quarto: 4,
  quinto: 5,
  sexto: 6,
  setimo: 7,
  oitavo: 8,
  nono: 9,
  decimo: 10,
  third: 3,
  fourth: 4,
  fifth: 5,
  tercer: 3,
  cuarto: 4,
};

/** "sexto mês", "hoje é o quinto dia". */
export function ordinalOf(tokens: readonly Token[], unit: 'dia' | 'mes'): number | undefined {
  if (tokens.length > longest) return undefined;
  const at = tokens.findIndex(
    ({ word }, i) => Object.hasOwn(ordinals, word) && textAt(tokens, i + 1) === unit,
  );
  return at < 0 ? undefined : ordinals[textAt(tokens, at)];
}

const ofToday = setOfWords(
  'acordei acordou levantei almoco almocei almocou comi cafe jantei janta lanche banho escola trabalho',
);
const since = setOfWords('desde depois apos');

/** "depois do almoço", "desde que acordei" */
export function isSinceToday(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ word }) => since.has(word));
  return (
    at >= 0 && tokens.length <= longest && [1, 2, 3].some((step) => ofToday.has(textAt(tokens, at + step)))
  );
}

const vague =
  /^(?:ja |ah |nossa |sei la |olha |acho que )*(?:(?:faz|ha|tem|desde|e|ta) )*(?:(?:muito|bastante|um|uns|umas|alguns|algumas|varios|varias|muitos|poucos|mais de) )*(?:tempo|tempao|tempinho|dias|semanas|meses|anos|seculos|tempos)(?: (?:ja|atras|que|nao sei|sei la|bastante|assim|tenho|to|isso|bom|de))*$/;

/** "faz tempo", "uns dias": no number of days. */
export function isVagueLength(tokens: readonly Token[]): boolean {
  const spoken = tokens.filter(isSpoken);
  return spoken.length <= longest && vague.test(spoken.map(({ word }) => word).join(' '));
}

/** "não foram 2 dias, foram 5": what comes after the denied number. */
export function afterDeniedNumber(tokens: readonly Token[]): readonly Token[] {
  const no = tokens.findIndex(({ word }) => word === 'nao' || word === 'not');
  if (no < 0 || tokens.length > 2 * longest) return tokens;
  const verb = textAt(tokens, no + 1);
  const isDenied = ['foram', 'foi', 'sao', 'e', 'faz', 'tem', 'ha', 'eram', 'era'].includes(verb);
  const spoken = isDenied ? spokenAt(tokens, no + 2) : undefined;
  if (!spoken) return tokens;
  const rest = tokens.slice(spoken.next);
  return rest.some((_one, i) => spokenAt(rest, i)) ? rest : tokens;
}
