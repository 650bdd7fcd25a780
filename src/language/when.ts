/**
 * When is what a phrase names: now (also what began a while ago and lasts), recent (over, but of the last days or weeks) or past?
 * Told by the nearest time in the clause and the tense of its verb.
 */
import { numberOf } from './spoken-number';
import { conceptOf } from '../../settings/concepts';
import type { PhraseMatch } from './phrases';
import { textAt } from './token-at';
import { setOfWords, type Token } from './tokens';
import * as words from './when-words';

export type When = 'now' | 'recent' | 'past';

type CueKind =
  /** "ontem" */
  | 'recent'
  /** "em 2010" */
  | 'past'
  /** "desde ontem" */
  | 'since'
  /** "há 3 dias": an event of then with a verb in the past, lasting till now without */
  | 'ago-recent'
  | 'ago-past'
  /** "agora" */
  | 'now';

export interface Cue {
  start: number;
  end: number;
  kind: CueKind;
  /** "em 98": two figures that may be a measure elsewhere. */
  isYear?: true;
}

/** All times named, from left to right. */
export function timeCues(tokens: readonly Token[]): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const cue = cueAt(tokens, i);
    if (!cue) continue;
    const before = textAt(tokens, i - 1);
    const twoBefore = textAt(tokens, i - 2);
    const since =
      words.since.has(before) ||
      (words.smallWords.has(before) &&
        (words.since.has(twoBefore) ||
          (words.smallWords.has(twoBefore) && words.since.has(textAt(tokens, i - 3)))));
    const kind = since && cue.kind !== 'now' ? 'since' : cue.kind;
    cues.push({ ...cue, kind });
    i = cue.end;
  }
  return cues;
}

function cueAt(tokens: readonly Token[], i: number): Cue | undefined {
  const word = textAt(tokens, i);
  const phrase = words.timePhrases
    .get(word)
    ?.find(({ rest }) => rest.every((one, k) => textAt(tokens, i + 1 + k) === one));
  if (phrase) return { start: i, end: i + phrase.rest.length, kind: phrase.kind };
  if (words.ago.has(word) && !tellsAge(tokens, i)) {
    // "há 3 dias", "faz uns dois anos", "faz mais de um mês"
    for (let k = i + 1; k <= i + 5; k += 1) {
      const unit = textAt(tokens, k);
      if (words.longUnits.has(unit))
        return isAgo(tokens, i, k) ? { start: i, end: k, kind: 'ago-past' } : undefined;
      if (words.shortUnits.has(unit))
        return isAgo(tokens, i, k)
          ? { start: i, end: k, kind: words.minutes.has(unit) ? 'now' : 'ago-recent' }
          : undefined;
      if (numberOf(tokens[k]) === undefined && !words.around.has(unit)) return undefined;
    }
    return undefined;
  }
  if (words.longUnits.has(word) || words.shortUnits.has(word)) {
    const next = textAt(tokens, i + 1);
    const kind = words.longUnits.has(word) ? 'past' : 'recent';
    // "3 dias atrás"; "ano passado"; "semana passada"
    if (words.back.has(next) || words.last.has(next)) return { start: i, end: i + 1, kind };
    if (words.last.has(textAt(tokens, i - 1))) return { start: i - 1, end: i, kind };
    if (word === 'anos' && textAt(tokens, i - 1) === 'nos' && tokens[i + 1]?.kind === 'number')
      return { start: i - 1, end: i + 1, kind: 'past' };
    return undefined;
  }
  if (words.weekdays.has(word)) {
    const next = textAt(tokens, i + 1);
    return { start: i, end: words.last.has(next) || next === 'feira' ? i + 1 : i, kind: 'recent' };
  }
  const year = tokens[i]?.kind === 'number' ? tokens[i]?.value : undefined;
  if (
    year !== undefined &&
    Number.isInteger(year) &&
    year >= 1900 &&
    year <= 2100 &&
    words.inYear.has(textAt(tokens, i - 1))
  )
    return { start: i - 1, end: i, kind: 'past' };
  // "em 98"
  if (
    year !== undefined &&
    Number.isInteger(year) &&
    year >= 50 &&
    year <= 99 &&
    textAt(tokens, i - 1) === 'em' &&
    tellsEvent(tokens, i - 2) &&
    !/^(?:%|dia|hora|min|grau|seg|kg|quilo|bat|por|x$)/.test(textAt(tokens, i + 1))
  )
    return { start: i - 1, end: i, kind: 'past', isYear: true };
  // "quando tinha 17"; "nos anos 90"
  if (word === 'tinha' && words.wasWhen.has(textAt(tokens, i - 1)) && numberOf(tokens[i + 1]) !== undefined)
    return { start: i - 1, end: i + 1, kind: 'past' };
  if (words.childhood.has(word)) {
    for (let k = i - 1; k >= i - 4 && k >= 0; k -= 1)
      if (words.wasWhen.has(textAt(tokens, k))) return { start: k, end: i, kind: 'past' };
  }
  return undefined;
}

const measured = setOfWords(
  'saturacao saturando satura oxigenio glicose glicemia diabetes pressao temperatura peso batimento batimentos frequencia bpm febre oximetro aparelho destro dextro deu marcou',
);

const levels = setOfWords('ficou caiu foi chegou subiu baixou bateu parou ta esta deu marcou');

/** "fui picado em 98", and not "a saturação chegou em 85". */
function tellsEvent(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 6), at + 1).map(({ word }) => word);
  if (levels.has(textAt(tokens, at))) return false;
  return before.some((word) => /(?:ei|ou|iu|ui)$/.test(word)) && !before.some((word) => measured.has(word));
}

/** "ele tem 7 anos" is an age; "tem 7 anos que parei" is a time. */
const tellsAge = (tokens: readonly Token[], i: number): boolean =>
  textAt(tokens, i) === 'tem' && (words.ownersOfAges.has(textAt(tokens, i - 1)) || isAgeOfNamed(tokens, i));

/** "o menino caiu, tem 8 anos", and not "o menino caiu, tem 8 anos que …" */
function isAgeOfNamed(tokens: readonly Token[], i: number): boolean {
  if (tokens[i - 1]?.kind !== 'comma' || !textAt(tokens, i + 2).startsWith('ano')) return false;
  const isNamed = tokens.slice(Math.max(0, i - 15), i).some(({ word }) => words.ownersOfAges.has(word));
  return isNamed && tokens[i + 3]?.kind !== 'word';
}

const isAgo = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let k = from + 1; k < to; k += 1)
    if (numberOf(tokens[k]) !== undefined || words.many.has(textAt(tokens, k))) return true;
  return to === from + 1 && words.pluralUnits.has(textAt(tokens, to));
};

const isBoundary = (token: Token | undefined): boolean =>
  !token ||
  token.kind === 'stop' ||
  token.kind === 'ask' ||
  token.kind === 'pause' ||
  words.contrast.has(token.word);

/** Of each token: the time that is named there, the tense it has as a verb, and where sentences and clauses end. */
export interface Times {
  tokens: readonly Token[];
  cues: readonly Cue[];
  cueAt: readonly (Cue | undefined)[];
  tenses: readonly (Tense | undefined)[];
}

export function timesOf(tokens: readonly Token[]): Times {
  const cues = timeCues(tokens);
  const cueAt = new Array<Cue | undefined>(tokens.length);
  for (const cue of cues) for (let i = cue.start; i <= cue.end; i += 1) cueAt[i] = cue;
  return { tokens, cues, cueAt, tenses: tokens.map((_token, i) => tenseOfWord(tokens, i)) };
}

/** "me batia, mas isso foi há muitos anos", "desmaiei, faz anos": the time of what was said before. */
function goesOnAbout(tokens: readonly Token[], at: number): boolean {
  let i = at + 1;
  while (words.contrast.has(textAt(tokens, i)) || words.thatWas.has(textAt(tokens, i))) i += 1;
  const isTold = i > at + 1 || words.contrast.has(textAt(tokens, at));
  return isTold && words.wasThen.has(textAt(tokens, i));
}

interface Span {
  from: number;
  to: number;
}

/** How far a verb or a time may stand from what it is said of. */
const reach = 24;

function spanOf(tokens: readonly Token[], match: PhraseMatch, commas: boolean): Span {
  const ends = (at: number): boolean =>
    (isBoundary(tokens[at]) || (commas && tokens[at]?.kind === 'comma')) && !goesOnAbout(tokens, at);
  let from = match.start;
  let to = match.end;
  while (from > 0 && from > match.start - reach && !ends(from - 1)) from -= 1;
  while (to < tokens.length - 1 && to < match.end + reach && !ends(to + 1)) to += 1;
  return { from, to };
}

/** The time named nearest to the match within the span. */
function cueNear({ cueAt }: Times, { start, end }: PhraseMatch, { from, to }: Span): Cue | undefined {
  for (let i = start; i <= end; i += 1) if (cueAt[i]) return cueAt[i];
  for (let k = 1; start - k >= from || end + k <= to; k += 1) {
    const before = start - k >= from ? cueAt[start - k] : undefined;
    if (before && before.start >= from) return before;
    const after = end + k <= to ? cueAt[end + k] : undefined;
    if (after && after.end <= to) return after;
  }
  return undefined;
}

const habits = setOfWords('direto sempre toda todo');
const isHabit = (tokens: readonly Token[], { start, kind }: Cue): boolean =>
  kind === 'now' && habits.has(textAt(tokens, start));

/** "quando eu era pequena tinha desmaio direto": then, and not now. */
const pastIn = ({ cues }: Times, { from, to }: Span): Cue | undefined =>
  cues.find(({ kind, start, end }) => kind === 'past' && start >= from && end <= to);

export function whenOf(times: Times, match: PhraseMatch): When {
  const { tokens } = times;
  const clause = spanOf(tokens, match, true);
  const sentence = spanOf(tokens, match, false);
  const tense = tenseOf(times, match, clause) ?? tenseOf(times, match, sentence);
  const inClause = cueNear(times, match, clause);
  const nearest = inClause ?? cueNear(times, match, sentence);
  const cue = nearest && isHabit(tokens, nearest) ? (pastIn(times, sentence) ?? nearest) : nearest;
  if (tense === 'long-past') return 'past';
  // a sudden event told without a time is of now, a state that was is over
  if (!cue) return tense === 'past' && !conceptOf(match.concept)?.call ? 'recent' : 'now';
  const isOver = tense === 'past' || tense === 'event';
  const lasts = tense === 'present' || tense === 'began';
  switch (cue.kind) {
    case 'since':
      return 'now';
    case 'now':
      return tense === 'past' && !inClause ? 'recent' : 'now';
    case 'recent':
      return lasts ? 'now' : 'recent';
    case 'past':
      return lasts ? 'now' : 'past';
    case 'ago-recent':
      return isOver ? 'recent' : 'now';
    case 'ago-past':
      return isOver ? 'past' : 'now';
  }
}

type Tense = 'present' | 'began' | 'past' | 'long-past' | 'event';

/** Of its own words, of the verb nearest before the match, else of the nearest after it. */
function tenseOf({ tenses }: Times, match: PhraseMatch, { from, to }: Span): Tense | undefined {
  for (let i = match.start; i <= match.end; i += 1) if (tenses[i]) return tenses[i];
  for (let i = match.start - 1; i >= from; i -= 1) if (tenses[i]) return tenses[i];
  for (let i = match.end + 1; i <= to; i += 1) if (tenses[i]) return tenses[i];
  return undefined;
}

function tenseOfWord(tokens: readonly Token[], i: number): Tense | undefined {
  const word = textAt(tokens, i);
  if (words.began.has(word)) return 'began';
  if (words.past.has(word)) {
    const before = textAt(tokens, i - 1);
    const compares = ['que', 'igual', 'como', 'nunca'].includes(textAt(tokens, i - 2)) || before === 'nunca';
    if (compares) return undefined;
    // "has had a cough for 3 days"
    if (word === 'had' && ['has', 'have', 'hes', 'shes'].includes(before)) return 'present';
    return words.already.has(before) ? 'long-past' : 'past';
  }
  if (words.became.has(word)) return 'event';
  // "fui picada"
  if (word === 'fui' && /(?:ad|id)[ao]$/.test(textAt(tokens, i + 1))) return 'event';
  if (words.present.has(word)) return 'present';
  if (word.length > 4 && (word.endsWith('ei') || word.endsWith('ou')) && !words.noVerbs.has(word))
    return 'event';
  return undefined;
}

/** A number is of now unless a time over is named right beside it: "ontem deu 39". */
export function whenMeasured(cues: readonly Cue[], { start, end }: { start: number; end: number }): When {
  // a number is not the year of another, nor of itself
  const near = cues.filter((cue) => !cue.isYear && cue.end >= start - 6 && cue.start <= end + 6);
  const [cue] = near.sort((a, b) => distanceTo(a, start, end) - distanceTo(b, start, end));
  return cue?.kind === 'recent' || cue?.kind === 'past' ? cue.kind : 'now';
}

const distanceTo = (cue: Cue, start: number, end: number): number =>
  cue.start > end ? cue.start - end : start > cue.end ? start - cue.end : 0;
