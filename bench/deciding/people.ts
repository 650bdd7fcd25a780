/** Generated people: answers to a pack's questions, the same for the same seed. */
import { compiled } from '../../src/triage/compile';
import { Situation } from '../../src/triage/situation';
import type { AnswerScalar, Pack, Question } from '../../src/triage/pack';
import type { Facts } from './json-rules';

export type Told = Record<string, AnswerScalar>;

/** A stream of numbers in [0, 1) (xorshift of 32 bits). */
export function drawing(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

export interface Kind {
  /** How often a yes-no question is answered yes. */
  yes: number;
  /** How often, where it may be, an answer is not known. */
  unknown: number;
}

/** An answer to every question of the pack; the months of whoever is two or older are left out. */
export function somebody(pack: Pack, next: () => number, kind: Kind): Told {
  const told: Told = {};
  const ageGroup = next();
  for (const question of pack.questions) {
    if (question.unknown.allowed && next() < kind.unknown) told[question.id] = 'unknown';
    else told[question.id] = answerTo(question, next, kind, ageGroup);
  }
  const { age } = told;
  if ('age_months' in told && typeof age === 'number') {
    if (age >= 2) delete told['age_months'];
    else told['age_months'] = Math.floor(next() * 12) + 12 * age;
  } else if ('age_months' in told) told['age_months'] = 'unknown';
  return told;
}

function answerTo(question: Question, next: () => number, kind: Kind, ageGroup: number): AnswerScalar {
  const { id, type, choices = [], min = 0, max = 100 } = question;
  const drawn = next();
  if (type === 'yes-no') return drawn < kind.yes;
  if (type === 'choice') {
    // of yes, no and the like, no is what most people say
    const plain = choices.includes('yes') && choices.includes('no');
    if (plain && drawn >= kind.yes) return 'no';
    // most of those who write to a clinic write of something they feel
    if (choices.includes('symptom') && drawn < 0.6) return 'symptom';
    return choices[Math.floor(next() * choices.length)] ?? '';
  }
  if (id === 'age') return ageOf(ageGroup, drawn);
  const usual: Readonly<Record<string, readonly [number, number]>> = {
    temperature: [36, 40],
    oxygen_saturation: [91, 100],
    breathing_rate: [12, 32],
    blood_pressure_systolic: [95, 190],
    glucose: [60, 300],
    symptom_duration: [0, 14],
  };
  const [from, to] = usual[id] ?? [min, max];
  const value = Math.max(min, Math.min(max, from + drawn * (to - from)));
  return id === 'temperature' ? Math.round(value * 10) / 10 : Math.round(value);
}

/** One in twelve is a baby, one in five a child, one in four is 60 or older. */
function ageOf(group: number, drawn: number): number {
  if (group < 0.08) return Math.floor(drawn * 2);
  if (group < 0.28) return 2 + Math.floor(drawn * 16);
  return group < 0.75 ? 18 + Math.floor(drawn * 42) : 60 + Math.floor(drawn * 40);
}

/** What engines that compute nothing are told: the answers, and every number that follows from them. */
export function factsOf(pack: Pack, told: Told): Facts {
  const ready = compiled(pack);
  const situation = new Situation(ready, told, true);
  const facts: Told = { ...told };
  for (const { at, id } of ready.slots) {
    const value = situation.values[at];
    if (value !== undefined) facts[id] = value;
  }
  return facts;
}
