/**
 * A pack's decision as plain rules in order, for engines that know true and false only: red flags, scope, table. Holds for
 * answer sets in which every question is answered, where nothing is left unknown but what no question asks for.
 */
import { compiled, type CompiledFlag, type Node, type Slot } from '../../src/triage/compile';
import { outOfScopeRow, redFlagRow } from '../../src/triage/decide';
import type { AnswerScalar, Pack } from '../../src/triage/pack';

export type PlainCondition =
  | boolean
  | { is: readonly [string, ...AnswerScalar[]] }
  | { gte: readonly [string, number] }
  | { lt: readonly [string, number] }
  | { not: PlainCondition }
  | { atLeast: number; of: readonly PlainCondition[] };

export interface PlainRule {
  row: string;
  outcome: string;
  when: PlainCondition;
}

/** @param known ids that every answer set tells, computed numbers included */
export function plainRules(pack: Pack, known: ReadonlySet<string>): PlainRule[] {
  const ready = compiled(pack);
  const isKnown = (slot: Slot): boolean => known.has(slot.id);
  const rules: PlainRule[] = [];
  if (!pack.demonstration && ready.redFlagOutcome) {
    const flags = [...ready.universalFlags, ...ready.addedFlags].map((flag) => raised(flag, isKnown));
    rules.push({ row: redFlagRow, outcome: ready.redFlagOutcome.id, when: counted(1, flags) });
  }
  if (!pack.demonstration && ready.outOfScope)
    rules.push({
      row: outOfScopeRow,
      outcome: ready.outOfScope.id,
      when: surely(ready.scope, false, isKnown),
    });
  for (const { row, when, outcome } of ready.rows)
    rules.push({ row: row.id, outcome: outcome.id, when: surely(when, true, isKnown) });
  return rules.filter(({ when }) => when !== false);
}

function raised({ when, inDoubt }: CompiledFlag, isKnown: (slot: Slot) => boolean): PlainCondition {
  const certain = surely(when, true, isKnown);
  if (!inDoubt) return certain;
  const denied = surely(when, false, isKnown);
  return counted(1, [certain, counted(2, [negated(denied), surely(inDoubt, true, isKnown)])]);
}

/** When the condition is certainly true (or certainly false): parts about what nobody is asked are neither. */
function surely(node: Node, truth: boolean, isKnown: (slot: Slot) => boolean): PlainCondition {
  switch (node.kind) {
    case 'always':
      return truth;
    case 'not':
      return surely(node.member, !truth, isKnown);
    case 'count': {
      const members = node.members.map((member) => surely(member, truth, isKnown));
      return counted(truth ? node.needed : members.length - node.needed + 1, members);
    }
    case 'atom': {
      if (!isKnown(node.slot)) return false;
      const { source, slot } = node;
      const atom: PlainCondition =
        'is' in source
          ? { is: [slot.id, ...source.is.slice(1)] as [string, ...AnswerScalar[]] }
          : 'gte' in source
            ? { gte: [slot.id, source.gte[1]] }
            : { lt: [slot.id, (source as { lt: [string, number] }).lt[1]] };
      return truth ? atom : negated(atom);
    }
    case 'change':
      throw new Error('an earlier answer is no fact of one decision');
  }
}

function negated(condition: PlainCondition): PlainCondition {
  return typeof condition === 'boolean' ? !condition : { not: condition };
}

function counted(needed: number, members: readonly PlainCondition[]): PlainCondition {
  const holding = members.filter((member) => member === true).length;
  const of = members.filter((member) => typeof member !== 'boolean');
  const left = needed - holding;
  if (left <= 0) return true;
  if (left > of.length) return false;
  if (of.length === 1) return of[0]!;
  // an "all" in an "all" is one list, as is an "any" in an "any"
  const flat = of.flatMap((member) => {
    if (typeof member !== 'object' || !('atLeast' in member)) return [member];
    const isSame =
      left === 1 ? member.atLeast === 1 : left === of.length && member.atLeast === member.of.length;
    return isSame ? member.of : [member];
  });
  return { atLeast: left === of.length ? flat.length : left, of: flat };
}
