/**
 * What a protocol pack is: data an operator may change, read and checked once at the boundary. Rules are facts with a
 * source, never code. This file says the shape; `src/triage/validate.ts` says whether the parts fit together.
 */
import * as z from 'zod';
import { answerValue, dispositions } from '../contract/event';
import { condition, key, type AnswerScalar } from './pack-condition';

export { condition };
export type { AnswerScalar, Condition } from './pack-condition';

/** Where a rule is from: a citation of the pack, and the place in it ("p. 12, table 3"). */
const source = z.strictObject({ citation: key, at: z.string().min(1).max(400) });
export type Source = z.infer<typeof source>;

const question = z.strictObject({
  /** The id of the concept in settings/concepts.ts where one exists. */
  id: key,
  /** Text key of what is asked; choices have keys `${text}.${choice}`. */
  text: key,
  /** Text key of the same question in other words, for who is not sure; without it, settings/other-words.ts. */
  rephrase: key.optional(),
  /** `yes-no` answers true/false; `choice` one of `choices`; `number` a number in [min, max]. */
  type: z.enum(['yes-no', 'choice', 'number']),
  choices: z.array(z.string().min(1).max(40)).min(2).optional(),
  unit: z.string().max(20).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** A number typed for a choice question becomes the first choice whose `below` is greater; no `below` = all the rest. */
  bins: z.array(z.strictObject({ below: z.number().optional(), choice: z.string() })).optional(),
  /** `vital`: nobody reaches a mild outcome without it. `surveillance`: asked after the decision, decides nothing. */
  kind: z.enum(['vital', 'deciding', 'surveillance']),
  /**
   * May the patient say "I don't know", and what then? `yes` / `no`: conditions on this question hold / do not hold
   * (a yes-no question counts as answered so). `blocks`: it stays open, and no mild outcome can be reached any more.
   * Without `means` it stays open, and the `unknown` of each row that depends on it says what that row does.
   */
  unknown: z.strictObject({ allowed: z.boolean(), means: z.enum(['yes', 'no', 'blocks']).optional() }),
  /** Concept of the universal list: what free text says of it answers this question. Not needed when the id is one. */
  concept: key.optional(),
  /** Concepts whose presence answers yes, and whose absence answers nothing: each is only a part of what is asked. */
  impliedBy: z.array(key).optional(),
  /** Questions and concepts: of a recorded row that does not answer this question and denies all of them, the answer is no. */
  deniedBy: z.array(key).min(1).optional(),
  /** Asked only when this holds; false means not applicable, which counts as `no`. */
  when: condition.optional(),
  /** The answer may be taken from the patient's record: age, chronic disease, allergies; never a symptom. */
  stable: z.boolean().optional(),
});
export type Question = z.infer<typeof question>;

/** What a row does when its condition stays open after everything askable was asked. `blocks`: passed, and no mild outcome. */
const whenUnknown = z.enum(['holds', 'fails', 'blocks']);

/** `source` cites the rule that this row stands for. */
const row = z.strictObject({ id: key, when: condition, outcome: key, unknown: whenUnknown, source });
export type Row = z.infer<typeof row>;

const redFlag = z.strictObject({ id: key, when: condition, call: z.enum(['192', '188', '190']), source });

const outcome = z.strictObject({
  id: key,
  /** `mild`: care for oneself, with a safety net; `moderate`: a person within `urgencyMinutes`; `emergency`: now. */
  disposition: z.enum(dispositions),
  /** Within which time a person is to see the patient; of a mild outcome, the time to the next contact. Emergency: 0. */
  urgencyMinutes: z.number().int().min(0).max(43_200),
  /** `urgent`, `general`, or a department of the service's own settings. */
  department: key,
  specialty: key.optional(),
  /** Text key of what the patient is told. */
  advice: key,
  /** Text key of when to come back or call. No outcome goes without, `mild` least of all. */
  safetyNet: key,
  /** A plan of `plans`. */
  followUp: key.optional(),
  /** A parameter of `parameters`, in days. */
  isolation: key.optional(),
});
export type Outcome = z.infer<typeof outcome>;

/** A number computed from other answers, used when it is not itself given. Body-mass index = kg / (cm / 100)². */
const bodyMassIndex = z.strictObject({
  formula: z.literal('bmi'),
  weightKg: key,
  heightCm: key,
  min: z.number(),
  max: z.number(),
});

/**
 * Age in days: `months` × 30.4375, or `years` × 365.25 where that is precise enough, rounded. A whole 0 or 1 year is
 * not, where the threshold lies within that year: then `months` is asked.
 */
const ageInDays = z.strictObject({
  formula: z.literal('age-days'),
  months: key,
  years: key,
  min: z.number(),
  max: z.number(),
});

const formula = z.discriminatedUnion('formula', [bodyMassIndex, ageInDays]);
export type Formula = z.infer<typeof formula>;

const citation = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  year: z.number().int().min(1900).max(2100),
  // no z.url(): the engine an app runs in may have no URL
  url: z
    .string()
    .regex(/^https?:\/\/[^\s/]+(\/\S*)?$/, 'must be an http(s) address')
    .optional(),
  note: z.string().min(1).optional(),
});

const parameter = z.strictObject({
  value: z.number(),
  unit: z.string().max(20),
  validFrom: z.iso.date(),
  source,
});

/** A calendar by which patients are asked again, for those of whom `when` holds. */
const plan = z.strictObject({
  id: key,
  everyHours: z.number().min(1).max(720),
  /** The last day, counted from `anchor`. */
  untilDay: z.number().int().min(1).max(365),
  /** Day 0: the first symptom, or this contact. */
  anchor: z.enum(['onset', 'contact']),
  /** Unanswered tries before it becomes a task for a person. */
  tries: z.number().int().min(1).max(5),
  source,
  when: condition,
});

/** How rows recorded elsewhere write the answers, where it differs from this pack's own vocabulary. */
const records = z.strictObject({
  /** Fields that are no answers (dates, results, ids): read over in silence. */
  ignore: z.array(key),
  /** Question → recorded code → answer. */
  codes: z.record(key, z.record(z.string(), answerValue)),
  /** Question → the answer that a row without this field means. */
  absentIs: z.record(key, answerValue),
});

export const pack = z.strictObject({
  id: key,
  version: z.string().min(1).max(40),
  status: z.enum(['draft', 'signed', 'active', 'retired']),
  /** Two named clinicians before it is `signed`; a draft has none. `at`: when. */
  signatures: z.array(
    z.strictObject({
      name: z.string().min(1),
      role: z.string().min(1),
      at: z.iso.datetime({ offset: true }),
    }),
  ),
  /** An example with its published order kept (table first, red flags beside); never the default of a service. */
  demonstration: z.boolean(),
  /** Asked of the patient; filled in by a professional; asked again after a decision. */
  use: z.enum(['patient', 'staff', 'follow-up']),
  validFrom: z.iso.date(),
  title: z.string().min(1),
  /** Text key of what every reader of a result must know about this pack. */
  notice: key,
  /** What the rules are from, by the id they name it by. */
  citations: z.record(key, citation),
  licence: z.string().min(1),
  /** For whom the pack is, in words (text key) and as a condition; all others get `outOfScope`. */
  scope: z.strictObject({ text: key, when: condition }),
  questions: z.array(question).min(1),
  /** Named conditions, usable as `{ref}` in rows and in one another (no cycles). */
  derived: z.record(key, condition),
  computed: z.record(key, formula).optional(),
  parameters: z.record(key, parameter),
  /** Added to the universal red flags; none can be taken away. */
  redFlags: z.array(redFlag),
  /** What any red flag in the answers decides, before the table. Only a demonstration goes without. */
  redFlagOutcome: z.strictObject({ outcome: key, source }).optional(),
  /** First match wins: order is meaning. The last row must always match. */
  table: z.array(row).min(1),
  outcomes: z.array(outcome).min(1),
  /** Takes the place of a mild outcome when an answer is missing that blocks it. Never mild itself. */
  vitalUnknown: z.strictObject({ outcome: key, source }),
  /** For those outside `scope`; required unless the scope always holds. Never mild. */
  outOfScope: z.strictObject({ outcome: key, source }).optional(),
  plans: z.array(plan).optional(),
  records: records.optional(),
});
export type Pack = z.infer<typeof pack>;

/** Answers by question id; `'unknown'` = asked and not known; absent = not asked yet. */
export type Answers = Readonly<Record<string, AnswerScalar | undefined>>;
