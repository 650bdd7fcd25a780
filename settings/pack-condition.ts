/** Conditions of protocol packs. */
import * as z from 'zod';
import { answerValue } from '../contract/event';

export const key = z
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
 * - in follow-up packs: `rise` / `fall`: a number that is by at least so much above / below the one told last time; and
 *   `previous.<question>` names that earlier answer in `is`, `gte` and `lt`
 */
export type Condition =
  | { is: [string, AnswerScalar, ...AnswerScalar[]] }
  | { gte: [string, number] }
  | { lt: [string, number] }
  | { rise: [string, number] }
  | { fall: [string, number] }
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
    z.strictObject({ rise: z.tuple([key, z.number().positive()]) }),
    z.strictObject({ fall: z.tuple([key, z.number().positive()]) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ atLeast: z.tuple([z.number().int().min(1), condition], condition) }),
    z.strictObject({ ref: key }),
    z.strictObject({ always: z.literal(true) }),
  ]),
);
