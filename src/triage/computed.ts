/** Numbers computed from answers: body-mass index, age in days. */
import type { Answers, Formula, Pack } from './pack';

export const daysPerMonth = 30.4375;
export const daysPerYear = 365.25;

/** The questions a formula takes its numbers from, in the order in which they are asked for. */
export function inputsOf(rule: Formula): readonly string[] {
  return rule.formula === 'bmi' ? [rule.weightKg, rule.heightCm] : [rule.months, rule.years];
}

/**
 * The value of a computed number, in the unit of its formula, cleared of binary noise (76.8 kg at 160 cm is 30).
 * @returns undefined while an input is not given as a number, or not precisely enough
 */
export function computedValue(pack: Pack, answers: Answers, id: string): number | undefined {
  const rule = pack.computed?.[id];
  if (!rule) return undefined;
  const [first, second] = inputsOf(rule).map((input) => answers[input]);
  if (rule.formula === 'bmi') {
    if (typeof first !== 'number' || typeof second !== 'number') return undefined;
    return Math.round((first / (second / 100) ** 2) * 1e9) / 1e9;
  }
  if (typeof first === 'number') return Math.round(first * daysPerMonth);
  if (typeof second !== 'number') return undefined;
  return second >= 2 || !Number.isInteger(second) ? Math.round(second * daysPerYear) : undefined;
}
