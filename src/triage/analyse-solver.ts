/**
 * Finds answers of which several conditions are true at once, or shows that there are none: a search over the finite answer
 * space of a pack, in the same three-valued logic as `Situation`. Domains are narrowed by what each condition forces, then one
 * variable is split; conditions that failed often are split first. Without an answer after all splits there is none.
 * Source: constraint propagation with dom/wdeg ordering (Boussemart et al., 2004).
 */
import { No, Open, Yes, type AnswerSpace, type Variable } from './analyse-space';
import { Domains } from './analyse-domains';
import { Terms, type Term } from './analyse-terms';
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
  private readonly state = new Domains();
  private readonly slotsOfConditions = new Map<Node, ReadonlySet<Variable>>();
  private left = 0;
  private turn = 0;
  private asked = true;

  constructor(private readonly space: AnswerSpace) {
    this.terms = new Terms(space);
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
    const domains = new Uint32Array(this.space.variables.length);
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
    this.state.use(domains);
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
      const before = this.state.stamp;
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
      if (this.state.stamp === before) return active;
    }
  }

  /** Whether it holds whatever comes; undefined when it cannot hold. */
  private narrowBy(constraint: Constraint): boolean | undefined {
    if (constraint.kind === 'truth') return this.state.require(constraint.term, constraint.allow);
    if (constraint.kind === 'flag') {
      const when = this.state.bits(constraint.when);
      const doubt = this.state.bits(constraint.inDoubt);
      if (when === Yes || (when === Open && doubt === Yes)) return undefined;
      if (!(when & Yes) && (!(when & Open) || !(doubt & Yes))) return true;
      if (doubt === Yes) return this.state.require(constraint.when, No);
      return this.state.require(constraint.when, No | Open) === undefined ? undefined : false;
    }
    const { at, absentMask } = constraint.variable;
    const when = this.state.bits(constraint.when);
    const domain = this.state.domains[at]!;
    // absent where it does not apply; an answer where it does
    if (!(when & No)) return this.state.keep(at, ~absentMask) ? true : undefined;
    if (when === No) return this.asked ? (this.state.keep(at, absentMask) ? true : undefined) : true;
    if (!(domain & absentMask)) {
      if (!this.asked) return true;
      return this.state.require(constraint.when, Open | Yes);
    }
    if (!(domain & ~absentMask)) return this.state.require(constraint.when, No);
    return false;
  }

  /** What to split next: of the condition that failed most, the variable with the fewest options. */
  private nextVariable(active: readonly Constraint[]): number | undefined {
    let best: Constraint | undefined;
    for (const constraint of active) {
      // an answer nobody restricted can follow from whether it is asked
      if (
        constraint.kind === 'applies' &&
        this.state.domains[constraint.variable.at] === constraint.variable.full
      )
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
      const size = countBits(this.state.domains[at]!);
      if (size > 1 && size < found.size) Object.assign(found, { at, size });
    };
    const bits = this.state.bits(term);
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
    this.state.use(domains.slice());
    const answers: Record<string, AnswerScalar | undefined> = {};
    const open = new Set<Variable>();
    const choose = (variable: Variable): void => {
      if (open.has(variable)) return;
      open.add(variable);
      const { at, when, absentMask, isOnlyTold } = variable;
      if (when && !isOnlyTold) {
        for (const slot of this.slotsOf(when)) choose(slot);
        if (domains[at] === variable.full)
          this.state.keep(at, this.state.bits(this.terms.of(when)) === No ? absentMask : ~absentMask);
      }
      this.state.keep(at, pick(variable, this.state.domains[at]!));
      Object.assign(answers, variable.options[31 - Math.clz32(this.state.domains[at]!)]?.answers);
    };
    this.space.variables.forEach(choose);
    return answers;
  }

  private slotsOf(when: Node): ReadonlySet<Variable> {
    const slots = this.slotsOfConditions.get(when) ?? this.slotsBelow(when);
    this.slotsOfConditions.set(when, slots);
    return slots;
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
