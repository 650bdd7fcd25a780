/** What a protocol pack is: data, read and checked once at the boundary. Rules are facts with a source, never code. */
import * as z from 'zod';
import { answerValue, dispositions } from '../../contract/event';

const key = z.string().regex(/^[a-z0-9][a-z0-9_.-]*$/i).max(80);

/**
 * A condition over answers and derived values, evaluated in three-valued logic (yes / no / unknown).
 * `is`: the value equals one of these; `atLeast` (and `below`): the number of members that hold.
 */
export type Condition =
  | { is: [string, ...AnswerScalar[]] }
  | { gte: [string, number] }
  | { lt: [string, number] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { atLeast: [number, ...Condition[]] }
  | { ref: string };
export type AnswerScalar = boolean | number | string;

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ is: z.tuple([key], answerValue) }) as unknown as z.ZodType<Condition>,
    z.strictObject({ gte: z.tuple([key, z.number()]) }),
    z.strictObject({ lt: z.tuple([key, z.number()]) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ atLeast: z.tuple([z.number().int().min(1)], condition) }) as unknown as z.ZodType<Condition>,
    z.strictObject({ ref: key }),
  ]),
);

const question = z.strictObject({
  id: key,
  /** Text key of what is asked; choices have keys `${text}.${choice}`. */
  text: key,
  /** `yes-no` answers true/false; `choice` one of `choices`; `number` a number in [min, max]. */
  type: z.enum(['yes-no', 'choice', 'number']),
  choices: z.array(z.string().max(40)).optional(),
  unit: z.string().max(20).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** A number typed for a choice question becomes the first choice whose `below` is greater. */
  bins: z.array(z.strictObject({ below: z.number(), choice: z.string() })).optional(),
  kind: z.enum(['vital', 'deciding', 'surveillance']),
  /** May the patient say "I don't know"? Then what that means is said in the rules (`unknownIs`). */
  unknown: z.strictObject({ allowed: z.boolean(), means: z.enum(['yes', 'no', 'blocks']).optional() }),
  /** Concept of the universal list: what free text says of it answers this question. */
  concept: key.optional(),
  /** Asked only when this holds; false means not applicable, which counts as `no`. */
  when: condition.optional(),
});
export type Question = z.infer<typeof question>;

const row = z.strictObject({ id: key, when: condition, outcome: key, source: z.string().min(1) });

const outcome = z.strictObject({
  id: key,
  disposition: z.enum(dispositions),
  /** Text key of what the patient is told. */
  advice: key,
  /** Text key of when to come back or call: obligatory for `mild`. */
  safetyNet: key,
});
export type Outcome = z.infer<typeof outcome>;

export const pack = z.strictObject({
  id: key,
  version: z.string(),
  status: z.enum(['draft', 'signed', 'active', 'retired']),
  validFrom: z.iso.date(),
  title: z.string(),
  source: z.string().min(1),
  licence: z.string().min(1),
  questions: z.array(question).min(1),
  /** Named conditions, usable as `{ref}` in rows and in one another (no cycles). */
  derived: z.record(key, condition),
  /** Numbers computed from other answers; the only formula known is body-mass index = kg / (cm / 100)². */
  computed: z.record(key, z.strictObject({ formula: z.literal('bmi'), weightKg: key, heightCm: key })).optional(),
  /** First match wins: order is meaning. The last row must always match. */
  table: z.array(row).min(1),
  outcomes: z.array(outcome).min(1),
});
export type Pack = z.infer<typeof pack>;

/** Answers by question id; `'unknown'` = asked and not known; absent = not asked yet. */
export type Answers = Readonly<Record<string, AnswerScalar | undefined>>;
