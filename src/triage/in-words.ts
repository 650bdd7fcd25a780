/** Conditions and formulas of a pack in words. */
import type { Condition, Formula } from './pack';

export function formulaInWords(rule: Formula): string {
  if (rule.formula === 'bmi') return `${rule.weightKg} / (${rule.heightCm} / 100)²`;
  return `${rule.months} × 30.4375, or ${rule.years} × 365.25`;
}

/** @param nested whether it stands inside another, so that a list needs brackets */
export function inWords(condition: Condition, nested = false): string {
  const list = (members: readonly Condition[], word: string): string => {
    const joined = members.map((member) => inWords(member, true)).join(` ${word} `);
    return nested && members.length > 1 ? `(${joined})` : joined;
  };
  if ('always' in condition) return 'always';
  if ('ref' in condition) return condition.ref;
  if ('not' in condition) return `not ${inWords(condition.not, true)}`;
  if ('gte' in condition) return `${condition.gte[0]} ≥ ${condition.gte[1]}`;
  if ('lt' in condition) return `${condition.lt[0]} < ${condition.lt[1]}`;
  if ('rise' in condition) return `${condition.rise[0]} up by ${condition.rise[1]}`;
  if ('fall' in condition) return `${condition.fall[0]} down by ${condition.fall[1]}`;
  if ('all' in condition) return list(condition.all, 'and');
  if ('any' in condition) return list(condition.any, 'or');
  if ('atLeast' in condition) {
    const [needed, ...members] = condition.atLeast;
    return `at least ${needed} of {${members.map((member) => inWords(member)).join(', ')}}`;
  }
  const [id, ...wanted] = condition.is;
  if (wanted.length === 1)
    return wanted[0] === true ? id : wanted[0] === false ? `no ${id}` : `${id} is ${wanted[0]}`;
  return `${id} in {${wanted.join(', ')}}`;
}
