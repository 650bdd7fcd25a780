/**
 * A pack made ready for many evaluations: questions and other values become slots, equal conditions one node, concepts of
 * the universal red flags the questions that ask for them. Made once a pack object.
 */
import { answerRules, callOf, type RedFlag } from '../safety/answer-flags';
import { conceptOfQuestion } from './answer';
import type { AnswerScalar, Condition, Formula, Outcome, Pack, Question, Row } from './pack';
import { RowFilter } from './row-filter';

type Test = (value: AnswerScalar) => boolean;

/** Something a condition may be about: a question, a computed number, an earlier answer, a concept that is not asked. */
export interface Slot {
  readonly at: number;
  readonly id: string;
  readonly question?: Question;
  readonly formula?: Formula;
  /** Of a question asked only sometimes. */
  when?: Node;
}

export interface AtomNode {
  readonly kind: 'atom';
  readonly slot: Slot;
  readonly test: Test;
  /** The condition itself, for those who look at limits. */
  readonly source: Condition;
}

export type Node =
  | AtomNode
  | { readonly kind: 'always' }
  | { readonly kind: 'not'; readonly member: Node }
  /** A number that is `by` or more above (`sign` 1) or below (-1) the earlier one. */
  | {
      readonly kind: 'change';
      readonly slot: Slot;
      readonly before: Slot;
      readonly by: number;
      readonly sign: 1 | -1;
    }
  /** `memo`: where a situation keeps what it found, for nodes used more than once. */
  | { readonly kind: 'count'; readonly needed: number; readonly members: readonly Node[]; memo: number };

export interface CompiledRow {
  readonly row: Row;
  readonly when: Node;
  readonly outcome: Outcome;
}

export interface CompiledFlag {
  readonly flag: RedFlag;
  readonly when: Node;
  /** Raises the flag where `when` can never be known. */
  readonly inDoubt?: Node;
}

/** The slots by which an age is told; `formula` names others than `age_days`, `age_months`, `age` where a pack does. */
export interface AgeSlots {
  readonly days: Slot;
  readonly months: Slot;
  readonly years: Slot;
}

export interface CompiledPack {
  readonly pack: Pack;
  readonly slots: readonly Slot[];
  readonly slotOf: ReadonlyMap<string, Slot>;
  /** Of no answers at all, one a slot. */
  readonly blank: readonly undefined[];
  readonly questions: readonly Slot[];
  readonly indexes: readonly Slot[];
  readonly ages: AgeSlots;
  readonly memos: number;
  readonly rows: readonly CompiledRow[];
  readonly filter: RowFilter;
  readonly scope: Node;
  readonly addedFlags: readonly CompiledFlag[];
  readonly universalFlags: readonly CompiledFlag[];
  /** The universal rules that an answer to a slot can raise, by the slot's place; none is raised by an age alone. */
  readonly flagsOfSlot: ReadonlyArray<readonly CompiledFlag[]>;
  readonly redFlagOutcome?: Outcome;
  readonly outOfScope?: Outcome;
  readonly vitalUnknown: Outcome;
  /** Every comparison with a number, of the pack and of the universal red flags. */
  readonly comparisons: readonly Condition[];
  node(condition: Condition): Node;
}

const compiledPacks = new WeakMap<Pack, CompiledPack>();

export function compiled(pack: Pack): CompiledPack {
  let known = compiledPacks.get(pack);
  if (!known) compiledPacks.set(pack, (known = compile(pack)));
  return known;
}

function compile(pack: Pack): CompiledPack {
  const build = new Builder(pack);
  const outcomes = new Map(pack.outcomes.map((item) => [item.id, item]));
  const outcome = (id: string): Outcome => {
    const found = outcomes.get(id);
    if (!found) throw new Error(`Pack ${pack.id} ${pack.version} has no outcome ${id}.`);
    return found;
  };
  const questions = pack.questions.map(({ id }) => build.slot(id));
  for (const slot of questions) if (slot.question?.when) slot.when = build.node(slot.question.when);
  const ages = build.ages();
  const rows = pack.table.map((row) => ({ row, when: build.node(row.when), outcome: outcome(row.outcome) }));
  const addedFlags = pack.redFlags.map(({ id, call, when }) => ({
    flag: { concept: id, call },
    when: build.node(when),
  }));
  const universalFlags = answerRules.map(({ flag, when, inDoubt }) => ({
    flag: { concept: flag, call: callOf(flag) },
    when: build.node(build.asked(when)),
    ...(inDoubt ? { inDoubt: build.node(build.asked(inDoubt)) } : {}),
  }));
  const flagsOfSlot: CompiledFlag[][] = build.slots.map(() => []);
  const isAge = new Set<Slot>(Object.values(ages));
  for (const rule of universalFlags) {
    for (const slot of slotsOf(rule.when)) if (!isAge.has(slot)) flagsOfSlot[slot.at]?.push(rule);
  }
  const optional = (part: { outcome: string } | undefined): Outcome | undefined =>
    part && outcome(part.outcome);
  const ready: CompiledPack = {
    pack,
    slots: build.slots,
    slotOf: build.byId,
    blank: build.slots.map(() => undefined),
    questions,
    indexes: build.slots.filter(({ formula }) => formula?.formula === 'bmi'),
    ages,
    memos: build.memos,
    rows,
    filter: new RowFilter(rows),
    scope: build.node(pack.scope.when),
    addedFlags,
    universalFlags,
    flagsOfSlot,
    redFlagOutcome: optional(pack.redFlagOutcome),
    outOfScope: optional(pack.outOfScope),
    vitalUnknown: outcome(pack.vitalUnknown.outcome),
    comparisons: build.comparisons,
    node: (condition) => build.node(condition),
  };
  return ready;
}

/** Every slot a condition is about, those of its questions' own conditions not included. */
export function slotsOf(node: Node, into = new Set<Slot>()): Set<Slot> {
  if (node.kind === 'atom') into.add(node.slot);
  if (node.kind === 'change') into.add(node.slot).add(node.before);
  if (node.kind === 'not') slotsOf(node.member, into);
  if (node.kind === 'count') for (const member of node.members) slotsOf(member, into);
  return into;
}

class Builder {
  readonly slots: Slot[] = [];
  readonly byId = new Map<string, Slot>();
  memos = 0;
  readonly comparisons: Condition[] = [];
  private readonly nodes = new Map<string, Node>();
  private readonly byConcept = new Map<string, Question[]>();
  private readonly questionOf: ReadonlyMap<string, Question>;

  constructor(private readonly pack: Pack) {
    this.questionOf = new Map(pack.questions.map((item) => [item.id, item]));
    for (const question of pack.questions) {
      const concept = conceptOfQuestion(question);
      if (concept) this.byConcept.set(concept, [...(this.byConcept.get(concept) ?? []), question]);
    }
  }

  slot(id: string): Slot {
    const known = this.byId.get(id);
    if (known) return known;
    const computed = this.pack.computed;
    const slot: Slot = {
      at: this.slots.length,
      id,
      question: this.questionOf.get(id),
      formula: computed && Object.hasOwn(computed, id) ? computed[id] : undefined,
    };
    this.slots.push(slot);
    this.byId.set(id, slot);
    return slot;
  }

  ages(): AgeSlots {
    const own = Object.entries(this.pack.computed ?? {}).find(([, rule]) => rule.formula === 'age-days');
    const rule = own?.[1].formula === 'age-days' ? own[1] : undefined;
    const years = this.byConcept.get('age')?.find(({ type }) => type === 'number')?.id ?? 'age';
    return {
      days: this.slot(own?.[0] ?? 'age_days'),
      months: this.slot(rule?.months ?? 'age_months'),
      years: this.slot(rule?.years ?? years),
    };
  }

  /** A condition over concepts as one over the questions that ask for them; a concept nobody asks for stays itself. */
  asked(condition: Condition): Condition {
    if ('all' in condition) return { all: condition.all.map((member) => this.asked(member)) };
    if ('any' in condition) return { any: condition.any.map((member) => this.asked(member)) };
    if ('not' in condition) return { not: this.asked(condition.not) };
    const ages = this.ages();
    if ('is' in condition) {
      const [id] = condition.is;
      const asking = (this.byConcept.get(id) ?? []).flatMap((question): Condition[] => {
        if (question.id === id) return [];
        if (question.type === 'yes-no') return [{ is: [question.id, true] }];
        return question.choices?.includes('yes') ? [{ is: [question.id, 'yes'] }] : [];
      });
      const own = this.questionOf.get(id);
      const itself: Condition = { is: [id, own?.type === 'choice' ? 'yes' : true] };
      return asking.length > 0 ? { any: [itself, ...asking] } : itself;
    }
    if ('gte' in condition || 'lt' in condition) {
      const [id, limit] = 'gte' in condition ? condition.gte : condition.lt;
      const compare = (slot: string): Condition =>
        'gte' in condition ? { gte: [slot, limit] } : { lt: [slot, limit] };
      if (id === 'age_days') return compare(ages.days.id);
      if (id === 'age') return compare(ages.years.id);
      const asking = (this.byConcept.get(id) ?? []).filter(
        (question) => question.id !== id && question.type === 'number',
      );
      return asking.length > 0 ? { any: [id, ...asking.map((item) => item.id)].map(compare) } : compare(id);
    }
    return condition;
  }

  node(condition: Condition): Node {
    if ('ref' in condition) {
      const derived = this.pack.derived[condition.ref];
      if (!derived) throw new Error(`Pack ${this.pack.id} has no derived condition ${condition.ref}.`);
      return this.node(derived);
    }
    const name = JSON.stringify(condition);
    const known = this.nodes.get(name);
    if (known) {
      if (known.kind === 'count' && known.memo < 0) known.memo = this.memos++;
      return known;
    }
    const made = this.made(condition);
    this.nodes.set(name, made);
    return made;
  }

  private made(condition: Exclude<Condition, { ref: string }>): Node {
    if ('always' in condition) return { kind: 'always' };
    if ('not' in condition) return { kind: 'not', member: this.node(condition.not) };
    if ('all' in condition) return this.counted(condition.all.length, condition.all);
    if ('any' in condition) return this.counted(1, condition.any);
    if ('atLeast' in condition) {
      const [needed, ...members] = condition.atLeast;
      return this.counted(needed, members);
    }
    if ('rise' in condition || 'fall' in condition) {
      const [id, by] = 'rise' in condition ? condition.rise : condition.fall;
      const sign = 'rise' in condition ? 1 : -1;
      return { kind: 'change', slot: this.slot(id), before: this.slot(`previous.${id}`), by, sign };
    }
    if ('is' in condition) {
      const [id, ...wanted] = condition.is;
      const only = wanted[0];
      const test: Test = wanted.length === 1 ? (value) => value === only : (value) => wanted.includes(value);
      return { kind: 'atom', slot: this.slot(id), test, source: condition };
    }
    this.comparisons.push(condition);
    const [id, limit] = 'gte' in condition ? condition.gte : condition.lt;
    const test: Test =
      'gte' in condition
        ? (value) => typeof value === 'number' && value >= limit
        : (value) => typeof value === 'number' && value < limit;
    return { kind: 'atom', slot: this.slot(id), test, source: condition };
  }

  private counted(needed: number, members: readonly Condition[]): Node {
    return { kind: 'count', needed, members: members.map((member) => this.node(member)), memo: -1 };
  }
}
