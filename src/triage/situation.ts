/**
 * What can still come of conditions, given the answers so far. Each condition has the set of truths it may end with once
 * nothing is left to ask: true, false, and "cannot be known". Sets of one are settled. Kleene's strong three-valued logic,
 * lifted to sets; sound (what is left out cannot happen), exact where every question is answered.
 */
import { ageInDays, isPreciseAge, daysPerMonth, daysPerYear } from '../safety/ages';
import type { CompiledFlag, CompiledPack, Node, Slot } from './compile';
import type { Answers, AnswerScalar, Question } from './pack';

/** Sets of final truths, one bit each. */
export const No = 1;
export const Open = 2;
export const Yes = 4;
const anything = No | Open | Yes;

export const isSettled = (bits: number): boolean => bits === No || bits === Open || bits === Yes;

type Test = (value: AnswerScalar) => boolean;

const bitOf = (truth: boolean): number => (truth ? Yes : No);

export class Situation {
  readonly values: Array<AnswerScalar | undefined>;
  /** What `openQuestions` found. */
  readonly openOfNode = new Map<Node, readonly Slot[]>();
  readonly openOfSlot = new Map<Slot, readonly Slot[]>();
  /** The universal red-flag rules that these answers may raise. */
  readonly flagRules: Array<readonly CompiledFlag[]> = [];
  private readonly memo: Uint8Array;
  /** A whole age of 0 or 1 with nothing finer told. */
  private wholeAge: number | undefined;

  /** @param closed nothing more is asked: what has no answer counts as not known */
  constructor(
    readonly pack: CompiledPack,
    readonly answers: Answers,
    readonly closed: boolean,
  ) {
    this.values = pack.blank.slice();
    this.memo = new Uint8Array(pack.memos);
    for (const id in answers) {
      const slot = pack.slotOf.get(id);
      if (slot === undefined) continue;
      const value = answers[id];
      this.values[slot.at] = value;
      // nothing is raised by a no alone
      if (value === true || typeof value === 'number' || value === 'yes') {
        const rules = pack.flagsOfSlot[slot.at];
        if (rules !== undefined && rules.length > 0) this.flagRules.push(rules);
      }
    }
    this.fillAges();
    for (const slot of pack.indexes) this.fillIndex(slot);
  }

  /** An age told in one unit is known in the others. */
  private fillAges(): void {
    const { days, months, years } = this.pack.ages;
    const { values } = this;
    const told = values[days.at];
    const toldMonths = values[months.at];
    const toldYears = values[years.at];
    if (typeof told === 'number') {
      this.fill(months, told / daysPerMonth);
      this.fill(years, told / daysPerYear);
    } else if (typeof toldMonths === 'number') {
      this.fill(days, Math.round(toldMonths * daysPerMonth));
      this.fill(years, toldMonths / 12);
    } else if (typeof toldYears === 'number') {
      if (!isPreciseAge(toldYears)) this.wholeAge = toldYears;
      else {
        this.fill(days, Math.round(toldYears * daysPerYear));
        this.fill(months, toldYears * 12);
      }
    }
  }

  private fill(slot: Slot, value: number): void {
    if (typeof this.values[slot.at] !== 'number') this.values[slot.at] = value;
  }

  private fillIndex(slot: Slot): void {
    if (slot.formula?.formula !== 'bmi' || this.values[slot.at] !== undefined) return;
    const weightKg = this.valueOf(slot.formula.weightKg);
    const heightCm = this.valueOf(slot.formula.heightCm);
    if (typeof weightKg !== 'number' || typeof heightCm !== 'number') return;
    // cleared of binary noise: 76.8 kg at 160 cm is 30
    this.values[slot.at] = Math.round((weightKg / (heightCm / 100) ** 2) * 1e9) / 1e9;
  }

  private valueOf(id: string): AnswerScalar | undefined {
    const slot = this.pack.slotOf.get(id);
    return slot ? this.values[slot.at] : this.answers[id];
  }

  bits(node: Node): number {
    switch (node.kind) {
      case 'atom': {
        const value = this.values[node.slot.at];
        if (value !== undefined && value !== 'unknown') return node.test(value) ? Yes : No;
        return this.openBits(node.slot, node.test);
      }
      case 'count': {
        if (node.memo < 0) return this.countBits(node.needed, node.members);
        const known = this.memo[node.memo];
        if (known) return known;
        const found = this.countBits(node.needed, node.members);
        this.memo[node.memo] = found;
        return found;
      }
      case 'not': {
        const inner = this.bits(node.member);
        return (inner & Open) | (inner & Yes ? No : 0) | (inner & No ? Yes : 0);
      }
      case 'change':
        return this.changeBits(node);
      case 'always':
        return Yes;
    }
  }

  private countBits(needed: number, members: readonly Node[]): number {
    const count = members.length;
    let mayHold = 0;
    let mayFail = 0;
    let holds = 0;
    let fails = 0;
    let open = false;
    for (const member of members) {
      const bits = this.bits(member);
      if (bits & Yes) mayHold += 1;
      if (bits & No) mayFail += 1;
      if (bits & Open) open = true;
      if (bits === Yes && (holds += 1) >= needed) return Yes;
      if (bits === No && (fails += 1) > count - needed) return No;
    }
    return (mayHold >= needed ? Yes : 0) | (mayFail > count - needed ? No : 0) | (open ? Open : 0);
  }

  /** Of a value that is not there, or not known. */
  private openBits(slot: Slot, test: Test): number {
    const { days, months } = this.pack.ages;
    if (slot === days || slot === months) return this.ageBits(slot, test);
    if (slot.formula?.formula === 'bmi') return this.indexBits(slot, test);
    const { question } = slot;
    if (!question) return Open;
    if (this.values[slot.at] === 'unknown') return unknownBits(question, test);
    if (!this.applies(slot)) return bitOf(readAs(question, test, false));
    return this.closed ? unknownBits(question, test) : Yes | No | unknownBits(question, test);
  }

  /** Whether a question may be asked of this person; one that was answered applies. */
  applies(slot: Slot): boolean {
    return !slot.when || this.values[slot.at] !== undefined || this.bits(slot.when) !== No;
  }

  /** Whether an answer to this question can still be had. */
  isAskable(slot: Slot): boolean {
    return (
      !this.closed && slot.question !== undefined && this.values[slot.at] === undefined && this.applies(slot)
    );
  }

  /** A vital question without an answer, of somebody to whom it applies. */
  isMissingVital(slot: Slot): boolean {
    if (slot.question?.kind !== 'vital' || this.values[slot.at] !== undefined || !this.applies(slot))
      return false;
    // the months of somebody who is one year old say nothing that years do not
    return slot !== this.pack.ages.months || this.wholeAge !== 1;
  }

  private ageBits(slot: Slot, test: Test): number {
    const { days, months, years } = this.pack.ages;
    const { question } = months;
    if (this.wholeAge !== undefined) {
      const range = ageInDays({ years: this.wholeAge })!;
      const unit = slot === days ? 1 : daysPerMonth;
      const least = test(range.least / unit);
      if (least === test(range.most / unit)) return bitOf(least);
    }
    if (question && this.values[months.at] === 'unknown') return unknownBits(question, test);
    if (this.isAskable(months)) return Yes | No | (question ? unknownBits(question, test) : Open);
    // months are asked of the youngest only: then the years decide whether they are
    if (this.isAskable(slot) || (this.wholeAge === undefined && this.isAskable(years))) return anything;
    if (question && !this.applies(months)) return bitOf(readAs(question, test, false));
    return Open;
  }

  private indexBits(slot: Slot, test: Test): number {
    let bits = 0;
    if (slot.formula?.formula !== 'bmi') return Open;
    for (const id of [slot.formula.weightKg, slot.formula.heightCm]) {
      const input = this.pack.slotOf.get(id);
      const value = this.valueOf(id);
      if (typeof value === 'number') continue;
      const meant = input?.question ? unknownBits(input.question, test) : Open;
      // what is not known of one input decides, whatever the other is
      if (value === 'unknown' || !input || !this.isAskable(input)) {
        if (meant !== Open || value === 'unknown') return meant;
        bits |= meant;
      } else bits |= Yes | No | meant;
    }
    return bits;
  }

  private changeBits({ slot, before, by, sign }: Extract<Node, { kind: 'change' }>): number {
    const earlier = this.values[before.at];
    if (typeof earlier !== 'number') return Open;
    const value = this.values[slot.at];
    if (typeof value === 'number') return bitOf(sign * (value - earlier) >= by - 1e-9);
    return this.isAskable(slot) ? anything : Open;
  }
}

/** What "no" or "yes" (not applicable, or unknown and read so) makes of a condition on this question. */
function readAs(question: Question, test: Test, meaning: boolean): boolean {
  return question.type === 'yes-no' ? test(meaning) : meaning;
}

function unknownBits(question: Question, test: Test): number {
  const { means } = question.unknown;
  return means === 'yes' || means === 'no' ? bitOf(readAs(question, test, means === 'yes')) : Open;
}

/**
 * Adds to `into` the questions that would settle a condition that is not settled yet: once for each part that rests on
 * them, where parts that appear in several places count once in each.
 */
export function openQuestions(situation: Situation, node: Node, into: Slot[]): void {
  if (isSettled(situation.bits(node))) return;
  switch (node.kind) {
    case 'not':
      return openQuestions(situation, node.member, into);
    case 'count': {
      if (node.memo < 0) {
        for (const member of node.members) openQuestions(situation, member, into);
        return;
      }
      const found = once(situation.openOfNode, node, (inside) => {
        for (const member of node.members) openQuestions(situation, member, inside);
      });
      into.push(...found);
      return;
    }
    case 'change':
      into.push(...openQuestion(situation, node.slot));
      return;
    case 'atom':
      into.push(...openSlot(situation, node.slot));
      return;
    case 'always':
      return;
  }
}

function once<T>(found: Map<T, readonly Slot[]>, key: T, fill: (into: Slot[]) => void): readonly Slot[] {
  const known = found.get(key);
  if (known) return known;
  const slots: Slot[] = [];
  fill(slots);
  const unique = [...new Set(slots)];
  found.set(key, unique);
  return unique;
}

/** The questions that would tell a value that a condition rests on. */
export function openSlot(situation: Situation, slot: Slot): readonly Slot[] {
  const { ages, slotOf } = situation.pack;
  if (slot === ages.days || slot === ages.months) {
    const first = situation.isAskable(ages.years)
      ? ages.years
      : situation.isAskable(slot)
        ? slot
        : ages.months;
    return openQuestion(situation, first);
  }
  if (slot.formula?.formula === 'bmi') {
    const inputs = [slot.formula.weightKg, slot.formula.heightCm];
    return inputs.flatMap((id) => slotOf.get(id) ?? []).flatMap((input) => openQuestion(situation, input));
  }
  return openQuestion(situation, slot);
}

/** Whether it applies is asked first; when that can never be known, the question itself is asked. */
export function openQuestion(situation: Situation, slot: Slot): readonly Slot[] {
  if (!situation.isAskable(slot)) return [];
  const { when } = slot;
  if (!when) return [slot];
  const before = once(situation.openOfSlot, slot, (into) => openQuestions(situation, when, into));
  return before.length > 0 ? before : [slot];
}
