/**
 * Finds answers of which several conditions are true at once, or shows that there are none: a search over the finite answer
 * space of a pack, in the same three-valued logic as `Situation`. Domains are narrowed by what each condition forces, then one
 * variable is split; conditions that failed often are split first. Without an answer after all splits there is none.
 * Source: constraint propagation with dom/wdeg ordering (Boussemart et al., 2004).
 */
import { No, Open, Yes, type AnswerSpace, type Variable } from './analyse-space';
import { mirrored, Terms, type Term } from './analyse-terms';
import type { CompiledFlag, Node } from './compile';
import type { Answers, AnswerScalar } from './pack';

/** A condition, and the truths it may have. */
export interface Wanted {
  node: Node;
  allow: number;
}

type Constraint =
  | { kind: 'truth'; term: Term; allow: number; weight: number }
  | { kind: 'flag'; when: Term; inDoubt: Term; weight: number }
  | { kind: 'applies'; variable: Variable; when: Term; weight: number };

export type Solution = { kind: 'found'; answers: Answers } | { kind: 'none' } | { kind: 'gave-up' };

const shortTries = [300, 300, 600, 600, 1200];

class GaveUp extends Error {}

export class Solver {
  /** Splits made so far, over all searches. */
  steps = 0;
  private readonly terms: Terms;
  private readonly applies: Constraint[] = [];
  private readonly flags: Constraint[] = [];
  private domains: Uint32Array;
  private stamp = 1;
  private left = 0;
  private turn = 0;
  private asked = true;

  constructor(private readonly space: AnswerSpace) {
    this.terms = new Terms(space);
    this.domains = new Uint32Array(space.variables.length);
    for (const variable of space.variables) {
      if (!variable.when || variable.isOnlyTold) continue;
      this.applies.push({ kind: 'applies', variable, when: this.terms.of(variable.when), weight: 1 });
    }
    const { addedFlags, universalFlags } = space.pack;
    for (const rule of [...universalFlags, ...addedFlags]) this.flags.push(this.notRaised(rule));
  }

  private notRaised({ when, inDoubt }: CompiledFlag): Constraint {
    if (!inDoubt) return { kind: 'truth', term: this.terms.of(when), allow: No | Open, weight: 1 };
    return { kind: 'flag', when: this.terms.of(when), inDoubt: this.terms.of(inDoubt), weight: 1 };
  }

  /**
   * @param wanted in the order in which they are looked at
   * @param options `noFlags`: no red flag may be raised; `known`: nothing that blocks a mild outcome is unknown; `asked`:
   *   nobody answers what does not apply to them; `only`: options kept of single variables
   * @param budget splits after which the search gives up. A search that takes long is begun again some times first, with
   *   what failed before looked at first and the options in another order.
   */
  solve(
    wanted: readonly Wanted[],
    options: { noFlags: boolean; known: boolean; asked: boolean; only?: ReadonlyMap<Variable, number> },
    budget: number,
  ): Solution {
    const domains = new Uint32Array(this.domains.length);
    for (const { at, full, blockMask } of this.space.variables)
      domains[at] = options.known ? full & ~blockMask : full;
    for (const [{ at }, mask] of options.only ?? []) domains[at]! &= mask;
    if (domains.some((bits) => bits === 0)) return { kind: 'none' };
    const constraints: Constraint[] = [
      ...wanted.map(({ node, allow }): Constraint => ({
        kind: 'truth',
        term: this.terms.of(node),
        allow,
        weight: 1,
      })),
      ...(options.noFlags ? this.flags : []),
      ...this.applies,
    ];
    this.asked = options.asked;
    for (const [turn, steps] of [...shortTries, budget].entries()) {
      this.turn = turn;
      this.left = steps;
      try {
        const found = this.search(domains.slice(), constraints);
        return found ? { kind: 'found', answers: this.complete(found) } : { kind: 'none' };
      } catch (error) {
        if (!(error instanceof GaveUp)) throw error;
      }
    }
    return { kind: 'gave-up' };
  }

  private search(domains: Uint32Array, constraints: readonly Constraint[]): Uint32Array | undefined {
    this.steps += 1;
    if ((this.left -= 1) < 0) throw new GaveUp();
    this.domains = domains;
    this.stamp += 1;
    const active = this.propagate(constraints);
    if (!active) return undefined;
    const next = this.nextVariable(active);
    if (next === undefined) return domains;
    const { options } = this.space.variables[next]!;
    const domain = domains[next]!;
    for (let step = 0; step < options.length; step += 1) {
      const place = (step + this.turn) % options.length;
      if ((domain & (1 << place)) === 0) continue;
      const narrowed = domains.slice();
      narrowed[next] = 1 << place;
      const found = this.search(narrowed, active);
      if (found) return found;
    }
    return undefined;
  }

  /** @returns what is not settled yet; undefined when something cannot be */
  private propagate(constraints: readonly Constraint[]): Constraint[] | undefined {
    let active = [...constraints];
    for (;;) {
      const before = this.stamp;
      const open: Constraint[] = [];
      for (const constraint of active) {
        const settled = this.narrowBy(constraint);
        if (settled === undefined) {
          constraint.weight += 1;
          return undefined;
        }
        if (!settled) open.push(constraint);
      }
      active = open;
      if (this.stamp === before) return active;
    }
  }

  /** Whether it holds whatever comes; undefined when it cannot hold. */
  private narrowBy(constraint: Constraint): boolean | undefined {
    if (constraint.kind === 'truth') return this.require(constraint.term, constraint.allow);
    if (constraint.kind === 'flag') {
      const when = this.bits(constraint.when);
      const doubt = this.bits(constraint.inDoubt);
      if (when === Yes || (when === Open && doubt === Yes)) return undefined;
      if (!(when & Yes) && (!(when & Open) || !(doubt & Yes))) return true;
      if (doubt === Yes) return this.require(constraint.when, No);
      return this.require(constraint.when, No | Open) === undefined ? undefined : false;
    }
    const { at, absentMask } = constraint.variable;
    const when = this.bits(constraint.when);
    const domain = this.domains[at]!;
    // absent where it does not apply; an answer where it does
    if (!(when & No)) return this.keep(at, ~absentMask) ? true : undefined;
    if (when === No) return this.asked ? (this.keep(at, absentMask) ? true : undefined) : true;
    if (!(domain & absentMask)) {
      if (!this.asked) return true;
      return this.require(constraint.when, Open | Yes);
    }
    if (!(domain & ~absentMask)) return this.require(constraint.when, No);
    return false;
  }

  private keep(at: number, mask: number): boolean {
    const domain = this.domains[at]!;
    const kept = domain & mask;
    if (kept === domain) return true;
    if (kept === 0) return false;
    this.domains[at] = kept;
    this.stamp += 1;
    return true;
  }

  private require(term: Term, allow: number): boolean | undefined {
    const bits = this.bits(term);
    if (!(bits & allow)) return undefined;
    if (!(bits & ~allow)) return true;
    if (!this.narrow(term, allow)) return undefined;
    return false;
  }

  /** Takes away what would make the term untrue to `allow`; false when nothing is left. */
  private narrow(term: Term, allow: number): boolean {
    switch (term.kind) {
      case 'const':
        return (term.bits & allow) !== 0;
      case 'atom':
        return this.keep(
          term.at,
          (allow & No ? term.no : 0) | (allow & Open ? term.open : 0) | (allow & Yes ? term.yes : 0),
        );
      case 'not':
        return this.narrow(term.member, mirrored(allow));
      case 'change':
        return true;
      case 'count':
        return this.narrowCount(term, allow);
    }
  }

  private narrowCount({ needed, members }: Extract<Term, { kind: 'count' }>, allow: number): boolean {
    if (members.length === 1) return this.narrow(members[0]!, allow);
    const most = members.length - needed;
    let yes = 0;
    let no = 0;
    let mayYes = 0;
    let mayNo = 0;
    for (const member of members) {
      const bits = this.bits(member);
      if (bits === Yes) yes += 1;
      if (bits === No) no += 1;
      if (bits & Yes) mayYes += 1;
      if (bits & No) mayNo += 1;
    }
    const each = (test: (bits: number) => boolean, wanted: number): boolean =>
      members.every((member) => !test(this.bits(member)) || this.narrow(member, wanted));
    const undecided = (bits: number): boolean => bits !== Yes && bits !== No;
    if (allow === Yes && mayYes === needed && !each((bits) => (bits & Yes) !== 0 && bits !== Yes, Yes))
      return false;
    if (allow === No && mayNo === most + 1 && !each((bits) => (bits & No) !== 0 && bits !== No, No))
      return false;
    if (!(allow & No) && no === most && !each(undecided, Open | Yes)) return false;
    if (!(allow & Yes) && yes === needed - 1 && !each(undecided, No | Open)) return false;
    return true;
  }

  private bits(term: Term): number {
    switch (term.kind) {
      case 'const':
        return term.bits;
      case 'atom': {
        const domain = this.domains[term.at]!;
        return (domain & term.no ? No : 0) | (domain & term.open ? Open : 0) | (domain & term.yes ? Yes : 0);
      }
      case 'not':
        return mirrored(this.bits(term.member));
      case 'change':
        return this.changeBits(term);
      case 'count': {
        if (term.stamp === this.stamp) return term.bits;
        term.bits = this.countBits(term.needed, term.members);
        term.stamp = this.stamp;
        return term.bits;
      }
    }
  }

  private changeBits({ at, before, tables }: Extract<Term, { kind: 'change' }>): number {
    const domain = this.domains[at]!;
    const earlier = this.domains[before]!;
    let bits = 0;
    tables.forEach(([no, open, yes], place) => {
      if (!(domain & (1 << place))) return;
      bits |= (earlier & no! ? No : 0) | (earlier & open! ? Open : 0) | (earlier & yes! ? Yes : 0);
    });
    return bits;
  }

  private countBits(needed: number, members: readonly Term[]): number {
    const most = members.length - needed;
    let mayYes = 0;
    let mayNo = 0;
    let yes = 0;
    let no = 0;
    let open = false;
    for (const member of members) {
      const bits = this.bits(member);
      if (bits & Yes) mayYes += 1;
      if (bits & No) mayNo += 1;
      if (bits & Open) open = true;
      if (bits === Yes && (yes += 1) >= needed) return Yes;
      if (bits === No && (no += 1) > most) return No;
    }
    return (mayYes >= needed ? Yes : 0) | (mayNo > most ? No : 0) | (open ? Open : 0);
  }

  /** What to split next: of the condition that failed most, the variable with the fewest options. */
  private nextVariable(active: readonly Constraint[]): number | undefined {
    let best: Constraint | undefined;
    for (const constraint of active) {
      // an answer nobody restricted can follow from whether it is asked
      if (constraint.kind === 'applies' && this.domains[constraint.variable.at] === constraint.variable.full)
        continue;
      if (!best || constraint.weight > best.weight) best = constraint;
    }
    if (!best) return undefined;
    const terms =
      best.kind === 'truth' ? [best.term] : best.kind === 'flag' ? [best.when, best.inDoubt] : [best.when];
    const found = { at: -1, size: Infinity };
    for (const term of terms) this.smallest(term, found);
    if (found.at < 0 && best.kind === 'applies') return best.variable.at;
    return found.at < 0 ? undefined : found.at;
  }

  private smallest(term: Term, found: { at: number; size: number }): void {
    const look = (at: number): void => {
      const size = countBits(this.domains[at]!);
      if (size > 1 && size < found.size) Object.assign(found, { at, size });
    };
    const bits = this.bits(term);
    if (bits === No || bits === Open || bits === Yes) return;
    if (term.kind === 'atom') look(term.at);
    if (term.kind === 'not') this.smallest(term.member, found);
    if (term.kind === 'count') for (const member of term.members) this.smallest(member, found);
    if (term.kind === 'change') [term.at, term.before].forEach(look);
  }

  /**
   * Answers of one person: everybody is asked what applies to them.
   * @param pick one of the options left, as bits; absent only where nothing else is left, or of what is only told
   */
  sample(pick: (variable: Variable, left: number) => number): Answers {
    return this.complete(new Uint32Array(this.space.variables.map(({ full }) => full)), pick);
  }

  /** One full set of answers out of domains that all satisfy, chosen in the order in which questions apply. */
  private complete(domains: Uint32Array, pick = plainest): Answers {
    this.domains = domains.slice();
    this.stamp += 1;
    const answers: Record<string, AnswerScalar | undefined> = {};
    const open = new Set<Variable>();
    const choose = (variable: Variable): void => {
      if (open.has(variable)) return;
      open.add(variable);
      const { at, when, absentMask, isOnlyTold } = variable;
      if (when && !isOnlyTold) {
        for (const slot of this.slotsBelow(when)) choose(slot);
        if (domains[at] === variable.full)
          this.keep(at, this.bits(this.terms.of(when)) === No ? absentMask : ~absentMask);
      }
      this.keep(at, pick(variable, this.domains[at]!));
      Object.assign(answers, variable.options[31 - Math.clz32(this.domains[at]!)]?.answers);
    };
    this.space.variables.forEach(choose);
    return answers;
  }

  private slotsBelow(node: Node, into = new Set<Variable>()): Set<Variable> {
    const add = (slot: Parameters<typeof this.space.variableOf.get>[0]): void => {
      const variable = this.space.variableOf.get(slot);
      if (variable) into.add(variable);
    };
    if (node.kind === 'atom') add(node.slot);
    if (node.kind === 'change') [node.slot, node.before].forEach(add);
    if (node.kind === 'not') this.slotsBelow(node.member, into);
    if (node.kind === 'count') for (const member of node.members) this.slotsBelow(member, into);
    return into;
  }
}

/** What is only told is best not told; then the first option, which is the plainest. */
function plainest({ isOnlyTold, absentMask }: Variable, left: number): number {
  const kept = isOnlyTold && left & absentMask ? left & absentMask : left;
  return kept & -kept;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
