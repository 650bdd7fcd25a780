/**
 * Conditions over facts that may not be known, in Kleene's strong three-valued logic. Source: S. C. Kleene, "Introduction
 * to Metamathematics", § 64.
 */
import type { AnswerScalar, Condition } from '../../settings/pack-condition';

/** `undefined` = not known. */
export type Truth = boolean | undefined;

export interface Facts {
  is(id: string, wanted: readonly AnswerScalar[]): Truth;
  /** Whether the number is `limit` or more. */
  gte(id: string, limit: number): Truth;
  lt(id: string, limit: number): Truth;
}

/** Reads conditions of plain facts; a `ref` or a change since last time is not known to them. */
export function truthOfFacts(condition: Condition, facts: Facts): Truth {
  if ('is' in condition) return facts.is(condition.is[0], condition.is.slice(1));
  if ('gte' in condition) return facts.gte(...condition.gte);
  if ('lt' in condition) return facts.lt(...condition.lt);
  if ('always' in condition) return true;
  if ('not' in condition) {
    const inner = truthOfFacts(condition.not, facts);
    return inner === undefined ? undefined : !inner;
  }
  if ('all' in condition) return counted(condition.all, condition.all.length, facts);
  if ('any' in condition) return counted(condition.any, 1, facts);
  if ('atLeast' in condition) {
    const [needed, ...members] = condition.atLeast;
    return counted(members, needed, facts);
  }
  return undefined;
}

function counted(members: readonly Condition[], needed: number, facts: Facts): Truth {
  let holding = 0;
  let possible = members.length;
  for (const member of members) {
    const truth = truthOfFacts(member, facts);
    if (truth === true) holding += 1;
    if (truth === false) possible -= 1;
    if (holding >= needed) return true;
    if (possible < needed) return false;
  }
  return undefined;
}
