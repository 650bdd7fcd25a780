/**
 * The answers a pack can be given, made finite: one variable a question (or per age, per computed number), with one option for
 * each group of answers that no condition of the pack or of the universal red flags tells apart. What is asked only sometimes
 * has the option "absent" besides. Limits split numbers into intervals; each is stood for by one number of it.
 */
import { compiled, type AtomNode, type CompiledPack, type Node, type Slot } from './compile';
import type { Answers, AnswerScalar, Pack, Question } from './pack';
import { No, Open, Situation, Yes } from './situation';

export interface Option {
  readonly answers: Answers;
  /** Not asked, and not told. */
  readonly isAbsent: boolean;
  /** Not known, and no mild outcome without it. */
  readonly blocks: boolean;
}

export interface Variable {
  readonly at: number;
  /** The question, or the first of the questions, it stands for. */
  readonly slot: Slot;
  readonly options: readonly Option[];
  /** All options, as bits. */
  readonly full: number;
  readonly absentMask: number;
  readonly blockMask: number;
  /** Asked only when this holds. */
  readonly when?: Node;
  /** Never asked: kept from what people say unasked. */
  readonly isOnlyTold: boolean;
}

/** Bits hold no more options than this; of the others some are left out, and then the space is not complete. */
const mostOptions = 31;

export class AnswerSpace {
  readonly pack: CompiledPack;
  readonly variables: readonly Variable[];
  readonly variableOf = new Map<Slot, Variable>();
  /** Whether every group of answers has its option. Differences from an earlier number are only sampled. */
  isComplete = true;
  private readonly atoms = new Map<Slot, Set<AtomNode>>();
  private readonly changes = new Map<Slot, Set<number>>();

  constructor(pack: Pack) {
    this.pack = compiled(pack);
    const seen = new Set<Node>();
    for (const node of this.everyCondition()) this.collect(node, seen);
    const variables: Variable[] = [];
    for (const slots of this.groups()) {
      const variable = this.variable(slots, variables.length);
      variables.push(variable);
      for (const slot of slots) this.variableOf.set(slot, variable);
    }
    this.variables = variables;
  }

  /** The truth of an atom, given one option of its variable. */
  truth(atom: AtomNode, option: Option, situation?: Situation): number {
    if (!option.isAbsent) return (situation ?? this.situation(option)).bits(atom);
    if (!atom.slot.question) return isPrevious(atom.slot) ? Open : No;
    return atom.slot.question.type === 'yes-no' && atom.test(false) ? Yes : No;
  }

  situation(option: Option): Situation {
    return new Situation(this.pack, option.answers, true);
  }

  private everyCondition(): Node[] {
    const { rows, scope, addedFlags, universalFlags, questions, pack } = this.pack;
    return [
      scope,
      ...rows.map(({ when }) => when),
      ...[...addedFlags, ...universalFlags].flatMap(({ when, inDoubt }) =>
        inDoubt ? [when, inDoubt] : [when],
      ),
      ...questions.flatMap(({ when }) => (when ? [when] : [])),
      ...(pack.plans ?? []).map(({ when }) => this.pack.node(when)),
    ];
  }

  private collect(node: Node, seen: Set<Node>): void {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'atom')
      this.atoms.set(node.slot, (this.atoms.get(node.slot) ?? new Set<AtomNode>()).add(node));
    if (node.kind === 'change')
      for (const slot of [node.slot, node.before])
        this.changes.set(slot, (this.changes.get(slot) ?? new Set<number>()).add(node.by));
    if (node.kind === 'not') this.collect(node.member, seen);
    if (node.kind === 'count') for (const member of node.members) this.collect(member, seen);
  }

  /** Slots that are answered together: the units of age, a computed number with what it is computed from. */
  private groups(): Slot[][] {
    const { slots, ages, slotOf, indexes } = this.pack;
    const groups: Slot[][] = [];
    const taken = new Set<Slot>();
    const group = (members: Slot[]): void => {
      for (const slot of members) taken.add(slot);
      groups.push(members);
    };
    const ageSlots = [ages.years, ages.months, ages.days];
    const isAsked = ageSlots.some((slot) => slot.question);
    if (isAsked) group(ageSlots);
    for (const slot of indexes) {
      if (slot.formula?.formula !== 'bmi') continue;
      const inputs = [slot.formula.weightKg, slot.formula.heightCm].flatMap((id) => slotOf.get(id) ?? []);
      // where a rule looks at the weight itself, weight and height stay on their own
      if (inputs.every((input) => input.question && !this.atoms.has(input))) group([slot, ...inputs]);
    }
    for (const slot of slots)
      if (!taken.has(slot) && (slot.question || (isPrevious(slot) && this.isNamed(slot)))) group([slot]);
    return groups;
  }

  private isNamed(slot: Slot): boolean {
    return this.atoms.has(slot) || this.changes.has(slot);
  }

  private variable(slots: readonly Slot[], at: number): Variable {
    const slot = slots.find((item) => item.question) ?? slots[0]!;
    const isOnlyTold = slot.when !== undefined && isNever(slot.when);
    const candidates = this.candidates(slots).map((answers) => this.option(answers, slots, false));
    if (slot.when || isPrevious(slot)) candidates.splice(1, 0, this.option({}, slots, true));
    const atoms = slots.flatMap((item) => [...(this.atoms.get(item) ?? [])]);
    const keepsValues = slots.some((item) => this.changes.has(item));
    const options: Option[] = [];
    const seen = new Set<string>();
    for (const option of candidates) {
      const situation = this.situation(option);
      const truths = atoms.map((atom) => this.truth(atom, option, situation)).join('');
      const value = keepsValues ? JSON.stringify(option.answers) : '';
      const name = `${truths} ${option.isAbsent} ${option.blocks} ${value}`;
      if (seen.has(name)) continue;
      seen.add(name);
      options.push(option);
    }
    if (options.length > mostOptions) {
      this.isComplete = false;
      options.length = mostOptions;
    }
    if (keepsValues) this.isComplete = false;
    const mask = (test: (option: Option) => boolean): number =>
      options.reduce((bits, option, place) => (test(option) ? bits | (1 << place) : bits), 0);
    return {
      at,
      slot,
      options,
      full: mask(() => true),
      absentMask: mask(({ isAbsent }) => isAbsent),
      blockMask: mask(({ blocks }) => blocks),
      when: slot.when,
      isOnlyTold,
    };
  }

  private option(answers: Answers, slots: readonly Slot[], isAbsent: boolean): Option {
    const blocks = slots.some(
      ({ id, question }) =>
        answers[id] === 'unknown' && (question?.kind === 'vital' || question?.unknown.means === 'blocks'),
    );
    return { answers, isAbsent, blocks };
  }

  /** Answers of which no group is left out, the plainest first. */
  private candidates(slots: readonly Slot[]): Answers[] {
    const { ages } = this.pack;
    if (slots.includes(ages.days)) return this.ages();
    const [slot] = slots as [Slot];
    if (slot.formula?.formula === 'bmi') {
      const { weightKg, heightCm, min, max } = slot.formula;
      const given = this.limits(slot, min, max).map((value) => ({ [slot.id]: value }));
      return [...given, { [weightKg]: 'unknown', [heightCm]: 'unknown' }];
    }
    const question = slot.question ?? this.earlierQuestion(slot);
    if (!question) return [];
    const values = this.values(slot, question);
    // of an earlier answer, what was not known is as if not told
    if (question.unknown.allowed && slot.question) values.push('unknown');
    return values.map((value) => ({ [slot.id]: value }));
  }

  private values(slot: Slot, { type, choices, min, max }: Question): AnswerScalar[] {
    if (type === 'yes-no') return [false, true];
    if (type === 'choice') return [...(choices ?? [])].reverse();
    return this.limits(slot, min ?? 0, max ?? 0);
  }

  private earlierQuestion({ id }: Slot): Question | undefined {
    return this.pack.slotOf.get(id.slice('previous.'.length))?.question;
  }

  /** One number of each interval between limits, and each number that is asked for itself. */
  private limits(slot: Slot, min: number, max: number): number[] {
    const found = new Set<number>([min]);
    for (const { source } of this.comparedWith(slot)) {
      if ('gte' in source) found.add(source.gte[1]);
      if ('lt' in source) found.add(source.lt[1]);
      if ('is' in source) for (const value of source.is) addAround(found, value);
    }
    for (const by of this.changes.get(slot) ?? [])
      for (const value of [...found, (min + max) / 2])
        found
          .add(value + by)
          .add(value - by)
          .add(value);
    return [...found]
      .map((value) => Math.round(value * 1000) / 1000)
      .filter((value) => value >= min && value <= max)
      .sort((a, b) => a - b);
  }

  /** The conditions on a number; of one that is compared with an earlier one, also those on that. */
  private comparedWith(slot: Slot): AtomNode[] {
    const { slotOf } = this.pack;
    const other = isPrevious(slot)
      ? slotOf.get(slot.id.slice('previous.'.length))
      : slotOf.get(`previous.${slot.id}`);
    const slots = other && this.changes.has(slot) ? [slot, other] : [slot];
    return slots.flatMap((item) => [...(this.atoms.get(item) ?? [])]);
  }

  /** Adults first; infants by the month, and by a whole year with nothing finer known. */
  private ages(): Answers[] {
    const { years, months, days } = this.pack.ages;
    const { min = 0, max = 130 } = years.question ?? {};
    const list: Answers[] = [];
    if (years.question) {
      const limits = [30, ...this.limits(years, min, max)];
      for (const slot of [months, days])
        for (const value of this.limits(slot, 0, 1e6)) limits.push(value / (slot === days ? 365.25 : 12));
      for (const age of new Set(limits.flatMap((value) => [Math.floor(value), Math.ceil(value)])))
        if (age >= 2 && age >= min && age <= max) list.push({ [years.id]: age });
      for (let month = Math.ceil(min * 12); month < 24; month += 1) {
        const age = months.question ? Math.floor(month / 12) : month / 12;
        list.push({ [years.id]: age, ...(months.question ? { [months.id]: month } : {}) });
      }
      for (const age of [0, 1].filter((value) => value >= min))
        list.push({ [years.id]: age, ...(months.question ? { [months.id]: 'unknown' } : {}) });
      if (years.question.unknown.allowed) list.push({ [years.id]: 'unknown' });
    } else {
      const slot = months.question ? months : days;
      for (const value of this.limits(slot, slot.question?.min ?? 0, slot.question?.max ?? 0))
        list.push({ [slot.id]: value });
      if (slot.question?.unknown.allowed) list.push({ [slot.id]: 'unknown' });
    }
    return list;
  }
}

function addAround(into: Set<number>, value: AnswerScalar): void {
  if (typeof value === 'number') into.add(value).add(value + 0.001);
}

const isPrevious = ({ id, question }: Slot): boolean => !question && id.startsWith('previous.');

/** `{not: {always: true}}`: the condition of what is never asked. */
export function isNever(node: Node): boolean {
  return node.kind === 'not' && node.member.kind === 'always';
}

export { No, Open, Yes };
