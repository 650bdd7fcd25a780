/** What is left of each variable's options, what follows from it for conditions, and what conditions take away from it. */
import { No, Open, Yes } from './analyse-space';
import { mirrored, type Term } from './analyse-terms';

export class Domains {
  /** Options left, as bits, by the variable's place. */
  domains: Uint32Array = new Uint32Array(0);
  /** Raised with every change, so that what was found before is found again. */
  stamp = 1;

  use(domains: Uint32Array): void {
    this.domains = domains;
    this.stamp += 1;
  }

  /** False when no option is left. */
  keep(at: number, mask: number): boolean {
    const domain = this.domains[at]!;
    const kept = domain & mask;
    if (kept === domain) return true;
    if (kept === 0) return false;
    this.domains[at] = kept;
    this.stamp += 1;
    return true;
  }

  /** Whether it is one of `allow` whatever comes; undefined when it cannot be. */
  require(term: Term, allow: number): boolean | undefined {
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

  bits(term: Term): number {
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
}
