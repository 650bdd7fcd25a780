/**
 * Which rows of a long table are ruled out by single answers: one bit a row, one mask a value. Most rows of a table ask that
 * several things hold at once, so that any answer against one of them rules the row out without looking at it; a table of a
 * thousand rows is then hardly slower than one of a hundred. Of rows that ask nothing else, the masks also say which ones
 * stay open for want of an answer, and for want of which.
 */
import type { AtomNode, CompiledRow, Node, Slot } from './compile';
import type { AnswerScalar } from './pack';
import { No, Open, type Situation } from './situation';

type Values = ReadonlyArray<AnswerScalar | undefined>;

export class RowFilter {
  readonly rowCount: number;
  private readonly words: number;
  private readonly bySlot: readonly SlotMasks[];
  /** The rows that are nothing but conditions on single values which must all hold, and that do not hold when open. */
  private readonly plain: Uint32Array;
  private readonly blocking: Uint32Array;

  constructor(rows: ReadonlyArray<Pick<CompiledRow, 'when' | 'row'>>) {
    const whens = rows.map(({ when }) => when);
    this.rowCount = rows.length;
    this.words = Math.ceil(rows.length / 32);
    const atoms = new Map<Slot, Map<AtomNode, number[]>>();
    whens.forEach((when, row) => {
      for (const atom of neededAtoms(when)) {
        const ofSlot = atoms.get(atom.slot) ?? new Map<AtomNode, number[]>();
        ofSlot.set(atom, [...(ofSlot.get(atom) ?? []), row]);
        atoms.set(atom.slot, ofSlot);
      }
    });
    this.plain = new Uint32Array(this.words);
    this.blocking = new Uint32Array(this.words);
    rows.forEach(({ when, row: { unknown } }, at) => {
      if (unknown !== 'holds' && isPlain(when)) setBit(this.plain, at);
      if (unknown === 'blocks') setBit(this.blocking, at);
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

  /** Once nothing is left to ask: what need not be looked at, and what of it is open. */
  withoutOpen(situation: Situation): Skipped {
    const rows = this.ruledOut(situation.values);
    const open = new Uint32Array(this.words);
    const read = new Uint32Array(this.words);
    const missing: OpenSlot[] = [];
    for (const slotMasks of this.bySlot) {
      const value = situation.values[slotMasks.at];
      if (value !== undefined && value !== 'unknown') continue;
      const { out, left } = slotMasks.missing(situation);
      if (out) for (let word = 0; word < this.words; word += 1) read[word]! |= out[word]!;
      if (!left) continue;
      for (let word = 0; word < this.words; word += 1) open[word]! |= left[word]!;
      missing.push({ slot: slotMasks.slot, rows: left });
    }
    for (let word = 0; word < this.words; word += 1) {
      open[word]! &= this.plain[word]! & ~rows[word]! & ~read[word]!;
      rows[word]! |= open[word]!;
    }
    return { rows, open, missing };
  }

  /** Whether one of these rows, above `before`, keeps from a mild outcome when it is open. */
  blocks(open: Uint32Array, before: number): boolean {
    return meetAbove(open, this.blocking, before);
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

/** A value that is not there, and the rows whose condition on it is open. */
interface OpenSlot {
  slot: Slot;
  rows: Uint32Array;
}

export interface Skipped {
  /** Ruled out, or open and passed over. */
  rows: Uint32Array;
  open: Uint32Array;
  missing: readonly OpenSlot[];
}

function setBit(mask: Uint32Array, row: number): void {
  mask[row >>> 5]! |= 1 << (row & 31);
}

/** Whether two masks have a row above `before` in common. */
export function meetAbove(a: Uint32Array, b: Uint32Array, before: number): boolean {
  const last = before >>> 5;
  for (let word = 0; word < last; word += 1) if (a[word]! & b[word]!) return true;
  return last < a.length && (a[last]! & b[last]! & ((1 << (before & 31)) - 1)) !== 0;
}

function isPlain(node: Node): boolean {
  if (node.kind !== 'count') return node.kind === 'atom';
  return node.needed === node.members.length && node.members.every(isPlain);
}

/** The atoms that must all hold for the condition to hold. */
function neededAtoms(node: Node): AtomNode[] {
  if (node.kind === 'atom') return [node];
  return node.kind === 'count' && node.needed === node.members.length
    ? node.members.flatMap(neededAtoms)
    : [];
}

/**
 * Once nothing is left to ask: how every condition on a value that is not there is read, as of a yes or a no, or left open.
 * @returns undefined where that differs from condition to condition
 */
function readingOf(situation: Situation, slot: Slot): boolean | 'open' | undefined {
  const { days, months } = situation.pack.ages;
  if (!situation.closed || slot === days || slot === months || slot.formula?.formula === 'bmi')
    return undefined;
  const { question } = slot;
  if (!question) return 'open';
  if (!situation.applies(slot)) return false;
  const { means } = question.unknown;
  return means === 'yes' ? true : means === 'no' ? false : 'open';
}

function firstBit(mask: Uint32Array): number {
  const word = mask.findIndex((bits) => bits !== 0);
  return word < 0 ? Infinity : word * 32 + 31 - Math.clz32(mask[word]! & -mask[word]!);
}

class SlotMasks {
  readonly at: number;
  /** Every row with a condition on this slot. */
  private readonly all: Uint32Array;
  private readonly limits: readonly number[];
  /** Numbers between the same limits rule out the same rows, unless a row asks for one number. */
  private readonly byLimits: boolean;
  private readonly known = new Map<AnswerScalar, Uint32Array>();

  constructor(
    readonly slot: Slot,
    private readonly atoms: ReadonlyMap<AtomNode, readonly number[]>,
    private readonly words: number,
  ) {
    this.at = slot.at;
    this.all = new Uint32Array(words);
    for (const rows of atoms.values()) for (const row of rows) setBit(this.all, row);
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

  /** Without an answer, in a closed situation: the rows ruled out, and those left open. */
  missing(situation: Situation): { out?: Uint32Array; left?: Uint32Array } {
    const read = readingOf(situation, this.slot);
    if (read === 'open') return { left: this.all };
    if (read !== undefined) {
      if (this.slot.question?.type === 'yes-no') return { out: this.of(read) };
      return read ? {} : { out: this.all };
    }
    // each condition on an age or an index may be read in its own way
    const out = new Uint32Array(this.words);
    const left = new Uint32Array(this.words);
    for (const [atom, rows] of this.atoms) {
      const bits = situation.bits(atom);
      const into = bits === No ? out : bits === Open ? left : undefined;
      if (into) for (const row of rows) setBit(into, row);
    }
    return { out, left };
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
      if (!test(value)) for (const row of rows) setBit(mask, row);
    }
    return mask;
  }
}
