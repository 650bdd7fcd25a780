/**
 * What a protocol pack is: data an operator may change, read and checked once at the boundary. Rules are facts with a
 * source, never code. This file says the shape; `src/triage/validate.ts` says whether the parts fit together.
 */
import * as z from 'zod';
import { answerValue, dispositions } from '../contract/event';

const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_.-]*$/i)
  .max(80);

/** A coded answer. `'unknown'` is kept for "asked and not known". */
export type AnswerScalar = boolean | number | string;

/**
 * A condition over answers and derived values, evaluated in three-valued logic (yes / no / unknown).
 * - `is`: the value equals one of these; `gte`, `lt`: a number compared (units are the question's)
 * - `atLeast`: the number of members that must hold, then the members
 * - `ref`: a condition of the pack's `derived`; `always`: holds whatever was answered
 */
export type Condition =
  | { is: [string, AnswerScalar, ...AnswerScalar[]] }
  | { gte: [string, number] }
  | { lt: [string, number] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { atLeast: [number, Condition, ...Condition[]] }
  | { ref: string }
  | { always: true };

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ is: z.tuple([key, answerValue], answerValue) }),
    z.strictObject({ gte: z.tuple([key, z.number()]) }),
    z.strictObject({ lt: z.tuple([key, z.number()]) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ atLeast: z.tuple([z.number().int().min(1), condition], condition) }),
    z.strictObject({ ref: key }),
    z.strictObject({ always: z.literal(true) }),
  ]),
);

const question = z.strictObject({
  id: key,
  /** Text key of what is asked; choices have keys `${text}.${choice}`. */
  text: key,
  /** `yes-no` answers true/false; `choice` one of `choices`; `number` a number in [min, max]. */
  type: z.enum(['yes-no', 'choice', 'number']),
  choices: z.array(z.string().min(1).max(40)).min(2).optional(),
  unit: z.string().max(20).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** A number typed for a choice question becomes the first choice whose `below` is greater; no `below` = all the rest. */
  bins: z.array(z.strictObject({ below: z.number().optional(), choice: z.string() })).optional(),
  kind: z.enum(['vital', 'deciding', 'surveillance']),
  /**
   * May the patient say "I don't know", and what then? `yes` / `no`: conditions on this question hold / do not hold
   * (a yes-no question counts as answered so). `blocks`: it stays open, and no mild outcome can be reached any more.
   */
  unknown: z.strictObject({ allowed: z.boolean(), means: z.enum(['yes', 'no', 'blocks']).optional() }),
  /** Concept of the universal list: what free text says of it answers this question. */
  concept: key.optional(),
  /** Concepts whose presence answers yes, and whose absence answers nothing: each is only a part of what is asked. */
  impliedBy: z.array(key).optional(),
  /** Asked only when this holds; false means not applicable, which counts as `no`. */
  when: condition.optional(),
});
export type Question = z.infer<typeof question>;

/** `source` cites the row of the source that this row stands for. */
const row = z.strictObject({ id: key, when: condition, outcome: key, source: z.string().min(1) });

const outcome = z.strictObject({
  id: key,
  disposition: z.enum(dispositions),
  /** Text key of what the patient is told. */
  advice: key,
  /** Text key of when to come back or call. No outcome goes without, `mild` least of all. */
  safetyNet: key,
});
export type Outcome = z.infer<typeof outcome>;

/** A number computed from other answers, used when it is not itself given. Body-mass index = kg / (cm / 100)². */
const computed = z.strictObject({
  formula: z.literal('bmi'),
  weightKg: key,
  heightCm: key,
  min: z.number(),
  max: z.number(),
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
  /** Shown as a demonstration, and never the default of a service. */
  demonstration: z.boolean(),
  validFrom: z.iso.date(),
  title: z.string().min(1),
  /** Text key of what every reader of a result must know about this pack. */
  notice: key,
  source: z.string().min(1),
  licence: z.string().min(1),
  questions: z.array(question).min(1),
  /** Named conditions, usable as `{ref}` in rows and in one another (no cycles). */
  derived: z.record(key, condition),
  computed: z.record(key, computed).optional(),
  /** First match wins: order is meaning. The last row must always match. */
  table: z.array(row).min(1),
  outcomes: z.array(outcome).min(1),
  /** Takes the place of a mild outcome when an answer is missing that blocks it. Never mild itself. */
  vitalUnknown: z.strictObject({ outcome: key, source: z.string().min(1) }),
  records: records.optional(),
});
export type Pack = z.infer<typeof pack>;

/** Answers by question id; `'unknown'` = asked and not known; absent = not asked yet. */
export type Answers = Readonly<Record<string, AnswerScalar | undefined>>;
