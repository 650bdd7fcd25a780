/** What a language's lexicon holds: data, reviewed like code. Phrase notation: src/language/phrases.ts. */
import type { ConceptId } from '../../../settings/concepts';

export interface Lexicon {
  concepts: Partial<Record<ConceptId, readonly string[]>>;
  /** What says that all is well there, and denies the concept: "respiro bem", "tosse sem sangue". */
  normal: Partial<Record<ConceptId, readonly string[]>>;
  /** Idioms that contain a symptom's words and mean none ("morrendo de rir"). */
  idioms: readonly string[];
  /** Words that deny what follows. */
  negators: readonly string[];
  /** Negative words that only repeat or continue a denial ("nem", "nenhuma"): two of them do not cancel out. */
  concord: readonly string[];
  /** Of the denying words, those about all of the past: "nunca senti essa dor" tells of a new pain. */
  never: readonly string[];
  /** Words that may stand between a denial and what it denies ("não TENHO SENTIDO MAIS febre"). Any other word ends its reach. */
  transparent: readonly string[];
  /** Words that may stand inside a phrase. */
  fillers: readonly string[];
  /** "or": a denial reaches over it. */
  or: readonly string[];
  and: readonly string[];
  /** "but": ends a clause. */
  but: readonly string[];
  /** "only" and the like: a denial does not reach past them ("não só"). */
  contrast: readonly string[];
  /** Words that may stand before an item of a denied list. */
  articles: readonly string[];
  /** "this", "so": with a `never` they tell of something new. */
  pointing: readonly string[];
  /** Words of doubt: what is denied with them counts as unknown. */
  doubt: readonly string[];
  /** Words after a symptom that make "never had it" news: "before", "like this". */
  novelty: readonly string[];
  /** Verbs of "falta de ar não TENHO". */
  deniedAfter: readonly string[];
  /** Common words that tell which language a message is in. */
  markers: readonly string[];
  answers: {
    yes: readonly string[];
    no: readonly string[];
    unknown: readonly string[];
    /** "acho que sim": a yes. */
    probablyYes: readonly string[];
    /** "acho que não": a no only where nothing hangs on it. */
    probablyNo: readonly string[];
    /** Interjections and courtesy that an answer may begin with. */
    lead: readonly string[];
    /** Verbs that a no may stand before without becoming a complaint: "não TENHO", "não VI nenhuma". */
    neutralVerbs: readonly string[];
    /** The few of `no` that deny whatever was asked. "não quero" is not one, nor "nada": to "is it hard to drink?" they are half a yes. */
    plainNo: readonly string[];
    /** What may stand beside a plain no. */
    courtesy: readonly string[];
    /** Single words after a "no" that make it a complaint: "não CONSIGO", "não PASSA". */
    notADenial: readonly string[];
    /** Single words that leave a "no" true only in part: "não, SÓ quando ando". */
    onlyPartly: readonly string[];
  };
  intents: {
    human: readonly string[];
    greeting: readonly string[];
    thanks: readonly string[];
    restart: readonly string[];
  };
  /** Number words from zero up. */
  numbers: Readonly<Record<string, number>>;
}

/** Answers to any question of yes or no, as whole messages: plain patterns over words parted by single spaces. */
export interface WholeAnswers {
  /** What may stand before and behind them. */
  lead: string;
  tail: string;
  yes: readonly string[];
  no: readonly string[];
  unknown: readonly string[];
  /** It is over: a no to what is no red flag. */
  gone: readonly string[];
}

/** A paragraph of words as a list: long lists stay readable. */
export function words(paragraph: string): string[] {
  return paragraph.trim().split(/\s+/);
}

/** Concepts of several files as one. */
export function together(...parts: readonly Lexicon['concepts'][]): Lexicon['concepts'] {
  const all: Partial<Record<ConceptId, readonly string[]>> = {};
  for (const part of parts)
    for (const [concept, phrases] of Object.entries(part) as [ConceptId, readonly string[]][])
      all[concept] = [...(all[concept] ?? []), ...phrases];
  return all;
}
