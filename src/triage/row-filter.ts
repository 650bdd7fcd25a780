/**
 * Which rows of a long table are ruled out by single answers: one bit a row, one mask a value. Most rows of a table ask that
 * several things hold at once, so that any answer against one of them rules the row out without looking at it; a table of a
 * thousand rows is then hardly slower than one of a hundred.
 */
import type { AtomNode, Node, Slot } from './compile';
import type { AnswerScalar } from './pack';

type Values = ReadonlyArray<AnswerScalar | undefined>;

export class RowFilter {
  readonly rowCount: number;
  private readonly words: number;
  private readonly bySlot: readonly SlotMasks[];

  constructor(whens: readonly Node[]) {
    this.rowCount = whens.length;
    this.words = Math.ceil(whens.length / 32);
    const atoms = new Map<Slot, Map<AtomNode, number[]>>();
    whens.forEach((when, row) => {
      for (const atom of neededAtoms(when)) {
        const ofSlot = atoms.get(atom.slot) ?? new Map<AtomNode, number[]>();
        ofSlot.set(atom, [...(ofSlot.get(atom) ?? []), row]);
        atoms.set(atom.slot, ofSlot);
      }
    });
    this.bySlot = [...atoms].map(([slot, ofSlot]) => new SlotMasks(slot, ofSlot, this.words));
  }

  /** A set bit is a row that cannot hold. Answers that are missing or not known rule nothing out. */
  ruledOut(values: Values): Uint32Array {
    const out = new Uint32Array(this.words);
    for (const slotMasks of this.bySlot) {
      const value = values[slotMasks.at];
      if (value === undefined || value === 'unknown') continue;
      const mask = slotMasks.of(value);
      for (let word = 0; word < out.length; word += 1) out[word]! |= mask[word]!;
    }
    return out;
  }

  /** The first row from `from` on that is not ruled out; `rowCount` when there is none. */
  next(out: Uint32Array, from: number): number {
    let word = from >>> 5;
    if (word >= this.words) return this.rowCount;
    let left = ~out[word]! & (-1 << (from & 31));
    while (left === 0) {
      word += 1;
      if (word >= this.words) return this.rowCount;
      left = ~out[word]!;
    }
    return Math.min(this.rowCount, (word << 5) + 31 - Math.clz32(left & -left));
  }

  /** The places of the slots whose answers rule out a row above `before`. */
  slotsRulingOut(values: Values, before: number): number[] {
    return this.bySlot
      .filter(({ at }) => values[at] !== undefined && values[at] !== 'unknown')
      .filter((slotMasks) => firstBit(slotMasks.of(values[slotMasks.at]!)) < before)
      .map(({ at }) => at);
  }
}

/** The atoms that must all hold for the condition to hold. */
function neededAtoms(node: Node): AtomNode[] {
  if (node.kind === 'atom') return [node];
  return node.kind === 'count' && node.needed === node.members.length
    ? node.members.flatMap(neededAtoms)
    : [];
}

function firstBit(mask: Uint32Array): number {
  const word = mask.findIndex((bits) => bits !== 0);
  return word < 0 ? Infinity : word * 32 + 31 - Math.clz32(mask[word]! & -mask[word]!);
}

class SlotMasks {
  readonly at: number;
  private readonly limits: readonly number[];
  /** Numbers between the same limits rule out the same rows, unless a row asks for one number. */
  private readonly byLimits: boolean;
  private readonly known = new Map<AnswerScalar, Uint32Array>();

  constructor(
    slot: Slot,
    private readonly atoms: ReadonlyMap<AtomNode, readonly number[]>,
    private readonly words: number,
  ) {
    this.at = slot.at;
    const sources = [...atoms.keys()].map(({ source }) => source);
    this.limits = [
      ...new Set(
        sources.flatMap((source) =>
          'gte' in source ? [source.gte[1]] : 'lt' in source ? [source.lt[1]] : [],
        ),
      ),
    ].sort((a, b) => a - b);
    this.byLimits = !sources.some(
      (source) => 'is' in source && source.is.some((item) => typeof item === 'number'),
    );
  }

  of(value: AnswerScalar): Uint32Array {
    if (typeof value !== 'number') return this.kept(value, value);
    if (!this.byLimits) return this.made(value);
    let below = 0;
    let above = this.limits.length;
    while (below < above) {
      const middle = (below + above) >>> 1;
      if (value >= this.limits[middle]!) below = middle + 1;
      else above = middle;
    }
    return this.kept(below, value);
  }

  private kept(name: AnswerScalar, value: AnswerScalar): Uint32Array {
    let mask = this.known.get(name);
    if (mask) return mask;
    mask = this.made(value);
    // what nobody could choose is not kept
    if (typeof value !== 'string' || this.known.size < 100) this.known.set(name, mask);
    return mask;
  }

  private made(value: AnswerScalar): Uint32Array {
    const mask = new Uint32Array(this.words);
    for (const [{ test }, rows] of this.atoms) {
      if (!test(value)) for (const row of rows) mask[row >>> 5]! |= 1 << (row & 31);
    }
    return mask;
  }
}
