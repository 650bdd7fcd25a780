/** Numbers computed from answers: body-mass index, age in days. */
import type { Formula } from './pack';

/** The questions a formula takes its numbers from, in the order in which they are asked for. */
export function inputsOf(rule: Formula): readonly string[] {
  return rule.formula === 'bmi' ? [rule.weightKg, rule.heightCm] : [rule.months, rule.years];
}
