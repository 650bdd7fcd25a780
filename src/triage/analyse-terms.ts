/** Conditions over the options of variables: which options make an atom true, false, or leave it open, as bits. */
import { isNever, No, Open, Yes, type AnswerSpace } from './analyse-space';
import type { Node } from './compile';

export type Term =
  | { readonly kind: 'const'; readonly bits: number }
  | {
      readonly kind: 'atom';
      readonly at: number;
      readonly no: number;
      readonly open: number;
      readonly yes: number;
    }
  | { readonly kind: 'not'; readonly member: Term }
  /** `tables[option of at]` = [no, open, yes] over the options of `before`. */
  | {
      readonly kind: 'change';
      readonly at: number;
      readonly before: number;
      readonly tables: readonly number[][];
    }
  | {
      readonly kind: 'count';
      readonly needed: number;
      readonly members: readonly Term[];
      stamp: number;
      bits: number;
    };

export class Terms {
  private readonly terms = new Map<Node, Term>();

  constructor(private readonly space: AnswerSpace) {}

  of(node: Node): Term {
    let term = this.terms.get(node);
    if (!term) this.terms.set(node, (term = this.made(node)));
    return term;
  }

  private made(node: Node): Term {
    if (node.kind === 'always') return { kind: 'const', bits: Yes };
    if (isNever(node)) return { kind: 'const', bits: No };
    if (node.kind === 'not') return { kind: 'not', member: this.of(node.member) };
    if (node.kind === 'count')
      return {
        kind: 'count',
        needed: node.needed,
        members: node.members.map((member) => this.of(member)),
        stamp: 0,
        bits: 0,
      };
    const { space } = this;
    const variable = space.variableOf.get(node.slot);
    if (!variable) return { kind: 'const', bits: Open };
    if (node.kind === 'atom') {
      const masks = { no: 0, open: 0, yes: 0 };
      variable.options.forEach((option, place) => {
        const bits = space.truth(node, option);
        masks[bits === Yes ? 'yes' : bits === No ? 'no' : 'open'] |= 1 << place;
      });
      return { kind: 'atom', at: variable.at, ...masks };
    }
    const before = space.variableOf.get(node.before);
    if (!before) return { kind: 'const', bits: Open };
    const tables = variable.options.map((option) => {
      const masks = [0, 0, 0];
      before.options.forEach((earlier, place) => {
        const bits = space
          .situation({ ...option, answers: { ...option.answers, ...earlier.answers } })
          .bits(node);
        masks[bits === Yes ? 2 : bits === No ? 0 : 1]! |= 1 << place;
      });
      return masks;
    });
    return { kind: 'change', at: variable.at, before: before.at, tables };
  }
}

/** The truths of the opposite. */
export const mirrored = (bits: number): number =>
  (bits & Open) | (bits & Yes ? No : 0) | (bits & No ? Yes : 0);
