/** A question in a person's words → the answer of the base, or nothing when the base does not know. Pure. */
import MiniSearch from 'minisearch';
import type { Language } from '../../contract/event';
import type { AnswerBase, AnswerEntry, Citation } from '../../settings/answers/answer-base';
import { redFlagsInText } from '../safety/red-flags';
import { isTelling, termsOf, wordsAsTyped } from './words';

export interface Answered {
  /** Entry and its version, for the record of what was said. */
  id: string;
  version: number;
  answer: string;
  /** One line to show under the answer: publisher, year, title, address; several apart by "; ". */
  citation: string;
  citations: Citation[];
  status: AnswerEntry['status'];
  /** How well question and entry agree, `threshold` to 1. */
  score: number;
}

interface Variant {
  id: string;
  entry: AnswerEntry;
  terms: readonly string[];
  typed: readonly string[];
}

/** All that an entry speaks of. */
interface Subject {
  asked: ReadonlySet<string>;
  answered: ReadonlySet<string>;
}

interface Index {
  search: MiniSearch<Variant>;
  variants: ReadonlyMap<string, Variant>;
  subjects: ReadonlyMap<AnswerEntry, Subject>;
  /** How much a term tells: high when few entries have it. */
  weightOf: (term: string) => number;
}

/** Below it the base says that it does not know. Measured: test/src/answers/answer-question.test.ts, docs/knowledge.md. */
export const threshold = 0.54;
/** A misspelt word agrees a little less. */
const misspelt = 0.9;
/** A word that no entry has speaks for another topic ("febre amarela"). */
const foreign = 1.5;
/** A word that only the answer has counts less than one of its questions. */
const inAnswer = 0.8;
/** Illnesses: an entry about one is not the answer to a question that names none. */
const illnesses = new Set([
  'covid',
  'deng',
  'dengu',
  'dengue',
  'grip',
  'gripe',
  'flu',
  'zik',
  'zika',
  'chikunguny',
  'chikungunya',
]);
const namesNone = 0.7;
/** How much the nearest wording counts; the rest is what share of the question the whole entry speaks of. */
const wordingShare = 0.6;
/** Words that ask, in the three languages' stems: they tell little. */
const askingTerms = new Set([
  'quand',
  'quant',
  'ond',
  'quem',
  'when',
  'wher',
  'who',
  'many',
  'much',
  'long',
  'cuand',
  'cuant',
  'dond',
  'qui',
  'day',
  'dia',
]);

const indexes = new WeakMap<AnswerBase, Partial<Record<Language, Index>>>();

function makeIndex(base: AnswerBase, language: Language): Index {
  const entries = base.entries[language].filter((entry) => entry.status !== 'retired');
  const variants = entries.flatMap((entry) =>
    entry.questions.map((question, i) => ({
      id: `${entry.id} ${i}`,
      entry,
      terms: termsOf(question, language),
      typed: wordsAsTyped(question),
    })),
  );
  const found = new Map<string, Set<string>>();
  for (const { entry, terms } of variants)
    for (const term of terms) found.set(term, (found.get(term) ?? new Set()).add(entry.id));
  const subjects = new Map(
    entries.map((entry) => [
      entry,
      {
        asked: new Set(termsOf(entry.questions.join(' '), language)),
        answered: new Set(termsOf(entry.answer, language)),
      },
    ]),
  );
  const answered = new Set([...subjects.values()].flatMap((subject) => [...subject.answered]));
  const search = new MiniSearch<Variant>({
    fields: ['text'],
    extractField: (variant, field) => (field === 'text' ? variant.terms.join(' ') : variant.id),
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: {
      fuzzy: (term) => (term.length > 6 ? 2 : term.length > 4 ? 1 : false),
      combineWith: 'OR',
    },
  });
  search.addAll(variants);
  const most = Math.log(1 + entries.length);
  return {
    search,
    variants: new Map(variants.map((variant) => [variant.id, variant])),
    subjects,
    weightOf: (term) =>
      (found.has(term)
        ? Math.log(1 + entries.length / found.get(term)!.size)
        : most * (answered.has(term) ? 1 : foreign)) * (askingTerms.has(term) ? 0.3 : 1),
  };
}

function indexOf(base: AnswerBase, language: Language): Index {
  const known = indexes.get(base) ?? {};
  indexes.set(base, known);
  return (known[language] ??= makeIndex(base, language));
}

/** Share of the question's weight that the entry speaks of, 0 to 1. */
function coverage(
  terms: readonly string[],
  alike: readonly string[],
  subject: Subject,
  index: Index,
): number {
  const covered = terms.reduce((total, term) => {
    const share = subject.asked.has(term)
      ? 1
      : subject.answered.has(term)
        ? inAnswer
        : alike.includes(term)
          ? misspelt
          : 0;
    return total + share * index.weightOf(term);
  }, 0);
  return covered / sum(terms, index.weightOf);
}

/** Decides between entries that agree alike: by the small words too. */
function likeness(a: readonly string[], b: readonly string[]): number {
  return (2 * a.filter((word) => b.includes(word)).length) / (a.length + b.length || 1);
}

const sum = (terms: readonly string[], weightOf: (term: string) => number): number =>
  terms.reduce((total, term) => total + weightOf(term), 0);

/** The entry whose wording agrees best, by how much of both wordings agrees (Dice) and how much of the question it covers, 0 to 1. */
export function nearestEntry(
  base: AnswerBase,
  text: string,
  language: Language,
): { entry: AnswerEntry; score: number } | undefined {
  const terms = termsOf(text, language);
  const index = indexOf(base, language);
  const { search, variants, subjects, weightOf } = index;
  const typed = wordsAsTyped(text);
  const same = [...variants.values()].find((variant) => variant.typed.join(' ') === typed.join(' '));
  if (same) return { entry: same.entry, score: 1 };
  if (terms.length === 0) return undefined;
  const named = terms.some((term) => illnesses.has(term));
  const all = sum(terms, weightOf);
  let best: { entry: AnswerEntry; score: number } | undefined;
  for (const result of search.search(terms.join(' '))) {
    const variant = variants.get(String(result.id))!;
    const exact = terms.filter((term) => variant.terms.includes(term));
    const alike = result.queryTerms.filter((term) => !exact.includes(term));
    const matched = sum(exact, weightOf) + sum(alike, weightOf) * misspelt;
    const there = sum(result.terms, weightOf);
    const wording =
      (matched + Math.min(there, matched)) / (all + Math.max(sum(variant.terms, weightOf), there));
    const subject = coverage(terms, alike, subjects.get(variant.entry)!, index);
    const agreed = wordingShare * wording + (1 - wordingShare) * subject;
    const about = !named && variant.terms.some((term) => illnesses.has(term)) ? namesNone : 1;
    const score = Math.min(1, agreed * about * (0.98 + 0.02 * likeness(typed, variant.typed)));
    if (!best || score > best.score) best = { entry: variant.entry, score };
  }
  return best;
}

function line({ publisher, year, title, url }: Citation): string {
  return `${publisher} (${year}): ${title}${url ? ` ${url}` : ''}`;
}

/**
 * Call it after the safety look at the message, never instead: a text that raises a red flag is not answered here, nor one that only
 * tells symptoms. Answers give no doses and no isolation days: those are the packs'.
 * @param text as typed; read to its first 1,000 characters
 * @param language the chat's language: its questions are searched and its answer is given
 * @returns undefined when the base does not know: say so and go on with triage, or offer a person
 */
export function answerQuestion(base: AnswerBase, text: string, language: Language): Answered | undefined {
  if (redFlagsInText(text).length > 0) return undefined;
  const nearest = nearestEntry(base, text, language);
  if (!nearest || nearest.score < threshold || (nearest.score < 1 && isTelling(text, language)))
    return undefined;
  const { entry, score } = nearest;
  const citations = entry.citations.flatMap((id) => base.citations[id] ?? []);
  return {
    id: entry.id,
    version: entry.version,
    answer: entry.answer,
    citation: citations.map(line).join('; '),
    citations,
    status: entry.status,
    score,
  };
}
