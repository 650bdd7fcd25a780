/** What an answer says beside its yes or no: since when it is over, the number that goes with it, and of whom it is. */
import type { Finding } from './findings';
import { readLoneNumber } from './number-answer';
import { spokenAt } from './spoken-number';
import { isSpoken, textAt } from './token-at';
import { setOfWords, type Token } from './tokens';
import { timeCues, type When } from './when';
import { wordSets } from './word-sets';

/** "ontem sim, hoje não", "agora não, mas ontem sim": it was, and is over. */
export function yesBefore(tokens: readonly Token[]): When | undefined {
  if (tokens.length > 14) return undefined;
  const yes = tokens.findIndex(
    ({ word }) => word === 'sim' || word === 'si' || word === 'yes' || word === 'tive',
  );
  const no = tokens.findIndex(({ word }) => wordSets.plainNo.has(word));
  if (yes < 0 || no < 0) return undefined;
  const beside = (at: number): When | 'none' =>
    timeCues(tokens.slice(Math.max(0, at - 2), at + 3)).map(({ kind }) => kind)[0] === 'now'
      ? 'now'
      : timeCues(tokens.slice(Math.max(0, at - 3), at + 2)).some(({ kind }) => kind === 'recent')
        ? 'recent'
        : 'none';
  const said = beside(yes);
  return said === 'recent' && beside(no) === 'now' ? 'recent' : undefined;
}

/** "sim, ontem", "sim, ano passado": over, and not "sim, desde ontem". */
export function timeOfYes(tokens: readonly Token[]): When {
  if (tokens.length > 12) return 'now';
  // "já tive": once, and not now
  const had = tokens.filter(isSpoken).map(({ word }) => word);
  if (had.length <= 3 && had[0] === 'ja' && had[1] === 'tive') return 'past';
  if (isOfYouth(tokens)) return 'past';
  const kinds = timeCues(tokens).map(({ kind }) => kind);
  return kinds.length === 1 && (kinds[0] === 'recent' || kinds[0] === 'past') ? kinds[0] : 'now';
}

const youth = setOfWords(
  'crianca pequeno pequena bebe menino menina adolescente jovem adolescencia infancia juventude kid nina nino child',
);
const then = setOfWords('quando qdo na de era as when cuando');

/** "só quando era pequeno", "uma vez, na adolescência" */
export function isOfYouth(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ word }, i) =>
      youth.has(word) &&
      !textAt(tokens, i - 1).startsWith('desde') &&
      [1, 2].some((back) => then.has(textAt(tokens, i - back))) &&
      ![1, 2, 3].some((back) => textAt(tokens, i - back) === 'desde'),
  );
}

const weeks = setOfWords('semana semanas week weeks sem semaninhas');
const months = setOfWords('mes meses month months');

/** "sim, 38,5" to fever; "sim, de 12 semanas" to pregnancy. */
export function numberOfYes(
  asked: string,
  tokens: readonly Token[],
): [concept: string, value: number] | undefined {
  if (asked === 'fever') {
    const value = tokens.some(
      ({ word }) =>
        months.has(word) || weeks.has(word) || /^(?:dias?|days?|anos?|horas?|vez|vezes)$/.test(word),
    )
      ? undefined
      : readLoneNumber(tokens, 'temperature');
    return typeof value === 'number' && value >= 34 && value <= 43 ? ['temperature', value] : undefined;
  }
  if (asked !== 'pregnancy') return undefined;
  for (let i = 0; i < tokens.length && i < 30; i += 1) {
    const spoken = spokenAt(tokens, i);
    if (!spoken) continue;
    const unit = textAt(tokens, spoken.next);
    if (weeks.has(unit) && spoken.value <= 45) return ['gestational_weeks', spoken.value];
    if (months.has(unit) && spoken.value <= 10) return ['gestational_weeks', Math.round(spoken.value * 4.3)];
  }
  return undefined;
}

/** "não. mas minha filha tá com febre": no for who writes, and what is said of another stays beside it. */
export function deniesOwn(tokens: readonly Token[], about: readonly Finding[]): boolean {
  const first = tokens.findIndex(isSpoken);
  if (!wordSets.plainNo.has(textAt(tokens, first))) return false;
  const next = tokens[first + 1];
  const ends = next !== undefined && (!isSpoken(next) || wordSets.but.has(next.word));
  return ends && about.length > 0 && about.every(({ who, value }) => who === 'other' && value === 'yes');
}
