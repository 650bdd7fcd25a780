/** Text → the concepts it names, each asserted, denied or in doubt, of whom and when, and the numbers it measures. */
import type { Language } from '../../contract/event';
import { concepts } from '../../settings/concepts';
import { bareChange } from './bare-change';
import { changesOfMind, turnOf, type Change } from './changes-of-mind';
import { conceptBook, isPortuguese, normalMark } from './concept-book';
import { isCry } from './cry';
import { isOfNeither } from './denied-lists';
import { graverOf, worseIn } from './graver';
import { readDurations, type Duration } from './durations';
import { containedIn, fewOfEach, spansPeople, withoutContained } from './matches';
import { correctedOf, readMeasures } from './measures';
import { denialOf, type Denial } from './negation';
import { findPhrases, type PhraseMatch } from './phrases';
import type { Sentence } from './sentence';
import { ownerOf } from './owner';
import { isSlight, isSmallBurn } from './slight';
import { subjectsOf, type Subjects, type Who } from './subject';
import { textAt } from './token-at';
import { setOfWords, tokenise, type Token } from './tokens';
import { timesOf, whenMeasured, whenOf, type Times, type When } from './when';
import { wordSets } from './word-sets';

export type Value = 'yes' | 'no' | 'unknown' | number;

export interface Finding {
  /** Id of settings/concepts.ts. */
  concept: string;
  /** Numbers are in the concept's unit. */
  value: Value;
  who: Who;
  when: When;
  /** The words that said it, as the lexicon spells them. */
  phrase: string;
  /** Its words are part of a longer phrase for something else: "caiu" of "a boca caiu". */
  within?: boolean;
  /** A number that must be confirmed ("101 F"), so that its value is unknown: what it would be. */
  perhaps?: number;
}

/** What is said now outweighs what was yesterday, that a doubt, a doubt a denial, and that what was long ago. */
function weight({ value, when }: Pick<Finding, 'value' | 'when'>): number {
  if (value === 'no') return 1;
  if (value === 'unknown') return 2;
  return when === 'past' ? 0 : when === 'recent' ? 3 : 4;
}

const valueOf = (denial: Denial): 'yes' | 'no' | 'unknown' =>
  denial === 'denied' ? 'no' : denial === 'doubtful' ? 'unknown' : 'yes';

/** A message before its phrases are judged. */
interface Named {
  sentence: Sentence;
  changes: readonly Change[];
  subjects: Subjects;
  /** What is named, and what is said to be well ("respiro bem"). */
  matches: PhraseMatch[];
  normal: PhraseMatch[];
}

function namedIn(text: string, language: Language): Named {
  const tokens = tokenise(text);
  const all = findPhrases(tokens, conceptBook()).matches;
  const well = all.filter(({ concept }) => concept.endsWith(normalMark));
  const contained = containedIn(well);
  const normal = well.filter((match) => !contained.has(match));
  const matches = withoutContained(
    all.filter((match) => !match.concept.endsWith(normalMark) && !spansPeople(tokens, match)),
  );
  const subjects = subjectsOf(tokens);
  const endingAt = new Map<number, PhraseMatch>();
  const startingAt = new Map<number, PhraseMatch>();
  for (const match of matches) {
    const ending = endingAt.get(match.end);
    if (!ending || match.start < ending.start) endingAt.set(match.end, match);
    const starting = startingAt.get(match.start);
    if (!starting || match.end > starting.end) startingAt.set(match.start, match);
  }
  const sentence: Sentence = {
    tokens,
    endingAt,
    startingAt,
    portuguese: isPortuguese(tokens, language),
    words: wordSets,
    personal: subjects.who.some((one) => one !== undefined),
  };
  return { sentence, changes: changesOfMind(tokens), subjects, matches, normal };
}

const wordsOf = (tokens: readonly Token[], { start, end }: { start: number; end: number }): string =>
  tokens
    .slice(start, end + 1)
    .map((token) => token.word)
    .join(' ');

interface Kept {
  finding: Finding;
  turn: number;
}

/** A flood of numbers ends here. */
const mostOfOne = 8;

/** Of each concept, the weightiest finding of each person, of the last time the mind was made up about it. */
class Findings {
  private readonly found = new Map<string, Kept[]>();

  add(finding: Finding, turn: number): void {
    const isNumber = typeof finding.value === 'number' || finding.perhaps !== undefined;
    const earlier = (this.found.get(finding.concept) ?? []).filter((kept) => kept.turn >= turn);
    const same = earlier.findIndex(
      (kept) => kept.finding.who === finding.who && (!isNumber || kept.finding.value === finding.value),
    );
    const known = earlier[same];
    if (!known && earlier.length < mostOfOne) earlier.push({ finding, turn });
    else if (known && weight(known.finding) < weight(finding)) earlier[same] = { finding, turn };
    else if (known && !finding.within && finding.value === known.finding.value)
      known.finding.within = undefined;
    this.found.set(finding.concept, earlier);
  }

  all(): Finding[] {
    return [...this.found.values()].flat().map(({ finding }) => finding);
  }
}

const limits = setOfWords('so mal quase nem dificil if se si solo only barely quando antes menos');

/** "respiro bem", and not "não respiro bem", "só respiro bem sentado". */
function isNormal({ tokens, words }: Sentence, match: PhraseMatch): boolean {
  for (let i = match.start - 1; i >= 0 && i > match.start - 5; i -= 1) {
    const token = tokens[i];
    if (token?.kind !== 'word') break;
    if (words.negators.has(token.word) || limits.has(token.word)) return false;
  }
  return !limits.has(textAt(tokens, match.end + 1));
}

/** One finding per concept and person: said anywhere outweighs doubted, doubted outweighs denied. Phrases of all languages are understood. */
export function readFindings(text: string, language: Language, today?: string): Finding[] {
  const { sentence, changes, subjects, matches, normal } = namedIn(text, language);
  const { tokens } = sentence;
  const times = timesOf(tokens);
  const found = new Findings();
  const contained = containedIn(matches);
  const taken = bareChange(tokens, changes, matches);
  const worse = worseIn(tokens);
  for (const match of fewOfEach(matches)) {
    if (match.concept === 'cry_for_help' && !isCry(sentence, match)) continue;
    if (isSlight(sentence, match)) continue;
    if (isOfNeither(sentence, match)) {
      const { concept } = match;
      for (const who of ['self', 'other'] as const)
        found.add(
          { concept, value: 'no', who, when: 'now', phrase: wordsOf(tokens, match) },
          turnOf(changes, match.start),
        );
      continue;
    }
    const denial = denialOf(sentence, match);
    if (denial === 'topic') continue;
    // A symptom in doubt counts, a cry in doubt ("acho que não é urgente") is none.
    if (denial !== 'asserted' && match.concept === 'cry_for_help') continue;
    const value = taken?.match === match ? taken.value : valueOf(denial);
    const when = denial === 'over' ? 'recent' : value === 'yes' ? whenOf(times, match) : 'now';
    const finding: Finding = {
      concept: match.concept,
      value,
      who: ownerOf(tokens, subjects, match),
      when: value !== 'yes' || !dated.has(match.concept) || isOfYesterday(tokens, match) ? when : 'now',
      phrase: wordsOf(tokens, match),
      ...(contained.has(match) ? { within: true } : {}),
    };
    const graver = value === 'yes' ? graverOf(sentence, match, worse) : undefined;
    const lighter = match.concept === 'burn_severe' && isSmallBurn(sentence, match) ? 'burn' : undefined;
    const concept = graver ?? lighter;
    found.add(concept ? { ...finding, concept } : finding, turnOf(changes, match.start));
  }
  for (const match of normal) {
    if (!isNormal(sentence, match)) continue;
    const concept = match.concept.slice(0, -normalMark.length);
    const owner = ownerOf(tokens, subjects, { ...match, concept });
    found.add(
      { concept, value: 'no', who: owner, when: 'now', phrase: wordsOf(tokens, match) },
      turnOf(changes, match.start),
    );
  }
  const measures = readMeasures(tokens);
  for (const measure of measures) {
    const { concept, value, perhaps } = measure;
    const when = value === 'unknown' || concept === 'age' ? 'now' : whenMeasured(times.cues, measure);
    const owner = ownerOf(tokens, subjects, measure);
    found.add(
      {
        concept,
        value,
        who: owner,
        when,
        phrase: wordsOf(tokens, measure),
        ...(perhaps === undefined ? {} : { perhaps }),
      },
      turnOf(changes, measure.start),
    );
  }
  for (const measure of correctedOf(tokens, changes, measures)) {
    const { concept, value, start } = measure;
    const owner = ownerOf(tokens, subjects, measure);
    found.add(
      { concept, value, who: owner, when: 'now', phrase: wordsOf(tokens, measure) },
      turnOf(changes, start),
    );
  }
  for (const duration of readDurations(tokens, today)) {
    if (measures.some(({ start, end }) => start <= duration.end && end >= duration.start)) continue;
    if (!isFelt(duration, matches, sentence, times)) continue;
    const owner = ownerOf(tokens, subjects, { ...duration, concept: 'symptom_duration' });
    found.add(
      {
        concept: 'symptom_duration',
        value: duration.days,
        who: owner,
        when: 'now',
        phrase: wordsOf(tokens, duration),
      },
      turnOf(changes, duration.start),
    );
  }
  return found.all().filter((finding) => Object.hasOwn(concepts, finding.concept));
}

/** Since when a birth or a journey is, and the hours of `no_urine`, are no durations of something felt. */
const dated = new Set([
  'postpartum',
  'postpartum_bleeding',
  'recent_vaccine',
  'covid_past',
  'malaria_area',
  'pregnancy',
  'smoking',
  'missed_dialysis',
  'possible_pregnancy',
  'covid_contact',
  'flood_or_rat_contact',
  'covid_test_positive',
]);

const yesterday = setOfWords('ontem onte anteontem ayer anteayer yesterday');

/** "faltei na diálise ontem": the day of what was missed is when it was. */
function isOfYesterday(tokens: readonly Token[], { concept, start, end }: PhraseMatch): boolean {
  return (
    concept === 'missed_dialysis' &&
    tokens.slice(Math.max(0, start - 3), end + 4).some(({ word }) => yesterday.has(word))
  );
}

/** Is what is felt said to last as long: not denied, no event of that day, and no birth? */
function isFelt(
  duration: Duration,
  matches: readonly PhraseMatch[],
  sentence: Sentence,
  times: Times,
): boolean {
  if (!duration.lasting) return false;
  const near = matches.filter(
    (match) => match.start <= duration.end + 12 && match.end >= duration.start - 12,
  );
  const gap = (match: PhraseMatch): number =>
    match.start > duration.end ? match.start - duration.end : Math.max(0, duration.start - match.end);
  const [nearest] = [...near].sort((a, b) => gap(a) - gap(b));
  if (!nearest) return true;
  if (dated.has(nearest.concept)) return false;
  if (nearest.concept === 'no_urine' && duration.hours) return false;
  const denial = denialOf(sentence, nearest);
  if (denial !== 'asserted') return denial === 'doubtful';
  return whenOf(times, nearest) === 'now';
}

/** Trie moves tried for this text: tests bound the work with it. */
export function workOf(text: string): { tokens: number; steps: number } {
  const tokens = tokenise(text);
  return { tokens: tokens.length, steps: findPhrases(tokens, conceptBook()).steps };
}
