/** The same rules for json-rules-engine. */
import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { AnswerScalar } from '../../src/triage/pack';
import type { PlainCondition, PlainRule } from './plain-rules';

export type Facts = Readonly<Record<string, AnswerScalar>>;

type Nested = TopLevelCondition | { fact: string; operator: string; value: unknown };

/**
 * Two ways to have the first match: rules of falling priority that stop the engine, or all rules side by side and the first
 * of those that held.
 */
export type Way = 'priorities' | 'side-by-side';

/** @returns decides: the place of the first rule that holds */
export function jsonRulesEngine(
  rules: readonly PlainRule[],
  way: Way,
): (facts: Facts) => Promise<number | undefined> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  rules.forEach(({ when }, at) => {
    const rule: RuleProperties = {
      conditions: topLevel(when),
      event: { type: 'decided', params: { at } },
      ...(way === 'priorities' ? { priority: rules.length - at, onSuccess: () => void engine.stop() } : {}),
    };
    engine.addRule(rule);
  });
  return async (facts) => {
    const { events } = await engine.run({ ...facts, always: true });
    let first: number | undefined;
    for (const { params } of events) {
      const at = (params as { at: number }).at;
      if (first === undefined || at < first) first = at;
    }
    return first;
  };
}

function topLevel(when: PlainCondition): TopLevelCondition {
  const made = nested(when);
  return 'fact' in made ? { all: [made] } : made;
}

function nested(when: PlainCondition): Nested {
  if (typeof when === 'boolean') return { fact: 'always', operator: 'equal', value: when };
  if ('is' in when) {
    const [fact, ...values] = when.is;
    return values.length === 1
      ? { fact, operator: 'equal', value: values[0] }
      : { fact, operator: 'in', value: values };
  }
  if ('gte' in when) return { fact: when.gte[0], operator: 'greaterThanInclusive', value: when.gte[1] };
  if ('lt' in when) return { fact: when.lt[0], operator: 'lessThan', value: when.lt[1] };
  if ('not' in when) return { not: nested(when.not) };
  const { atLeast, of } = when;
  if (atLeast === of.length) return { all: of.map(nested) };
  if (atLeast === 1) return { any: of.map(nested) };
  // it has no "at least": every choice of so many
  return { any: choices(of, atLeast).map((some) => ({ all: some.map(nested) })) };
}

function choices<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => choices(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
}
