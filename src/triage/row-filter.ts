/**
 * Which rows of a long table are ruled out by single answers: one bit a row, one mask a value. Most rows of a table ask that
 * several things hold at once, so that any answer against one of them rules the row out without looking at it; a table of a
 * thousand rows is then hardly slower than one of a hundred. Of rows that ask nothing else, the masks also say which ones
 * stay open for want of an answer, for want of which, and what may still become of them.
 */
import type { AtomNode, CompiledRow, Node, Slot } from './compile';
import type { AnswerScalar, Outcome } from './pack';
import { addRows, firstBit, meetAbove, type Rows, setBit } from './row-bits';
import type { Situation } from './situation';
import { SlotMasks } from './slot-masks';

type Values = ReadonlyArray<AnswerScalar | undefined>;

export class RowFilter {
  readonly rowCount: number;
  readonly words: number;
  /** The rows that are nothing but conditions on single values which must all hold. */
  readonly plain: Rows;
  /** The rows that keep from a mild outcome, or hold, when they are open. */
  readonly blocking: Rows;
  readonly holding: Rows;
  readonly mild: Rows;
  readonly byOutcome: ReadonlyMap<Outcome, Rows>;
  /** The most urgent first. */
  readonly byUrgency: ReadonlyArray<{ urgencyMinutes: number; rows: Rows }>;
  private readonly bySlot: readonly SlotMasks[];

  constructor(rows: ReadonlyArray<Pick<CompiledRow, 'when' | 'row' | 'outcome'>>) {
    this.rowCount = rows.length;
    this.words = Math.ceil(rows.length / 32);
    const atoms = new Map<Slot, Map<AtomNode, number[]>>();
    const byOutcome = new Map<Outcome, Rows>();
    const byUrgency = new Map<number, Rows>();
    [this.plain, this.blocking, this.holding, this.mild] = [
      this.none(),
      this.none(),
      this.none(),
      this.none(),
    ];
    rows.forEach(({ when, row: { unknown }, outcome }, at) => {
      for (const atom of neededAtoms(when)) {
        const ofSlot = atoms.get(atom.slot) ?? new Map<AtomNode, number[]>();
        const known = ofSlot.get(atom);
        if (known) known.push(at);
        else ofSlot.set(atom, [at]);
        atoms.set(atom.slot, ofSlot);
      }
      if (isPlain(when)) setBit(this.plain, at);
      if (unknown === 'blocks') setBit(this.blocking, at);
      if (unknown === 'holds') setBit(this.holding, at);
      if (outcome.disposition === 'mild') setBit(this.mild, at);
      setBit(this.ofKey(byOutcome, outcome), at);
      setBit(this.ofKey(byUrgency, outcome.urgencyMinutes), at);
    });
    this.byOutcome = byOutcome;
    this.byUrgency = [...byUrgency]
      .sort(([a], [b]) => a - b)
      .map(([urgencyMinutes, of]) => ({ urgencyMinutes, rows: of }));
    this.bySlot = [...atoms].map(([slot, ofSlot]) => new SlotMasks(slot, ofSlot, this.words));
  }

  none(): Rows {
    return new Uint32Array(this.words);
  }

  /** A set bit is a row that cannot hold. Answers that are missing or not known rule nothing out. */
  ruledOut(values: Values): Rows {
    const out = this.none();
    for (const slotMasks of this.bySlot) {
      const value = values[slotMasks.at];
      if (value !== undefined && value !== 'unknown') addRows(out, slotMasks.of(value));
    }
    return out;
  }

  /** Once nothing is left to ask: what need not be looked at, and what of it is open. */
  withoutOpen(situation: Situation): Skipped {
    const rows = this.ruledOut(situation.values);
    const open = this.none();
    const read = this.none();
    const missing: OpenSlot[] = [];
    for (const slotMasks of this.bySlot) {
      const value = situation.values[slotMasks.at];
      if (value !== undefined && value !== 'unknown') continue;
      const { out, open: left } = slotMasks.missing(situation);
      addRows(read, out);
      if (!left) continue;
      addRows(open, left);
      missing.push({ slot: slotMasks.slot, rows: left });
    }
    for (let word = 0; word < this.words; word += 1) {
      open[word]! &= this.plain[word]! & ~this.holding[word]! & ~rows[word]! & ~read[word]!;
      rows[word]! |= open[word]!;
    }
    return { rows, open, missing };
  }

  /** While questions can be asked: what may become of every row that is plain, and which rows are ruled out. */
  truths(situation: Situation): RowTruths {
    const { values } = situation;
    const [out, never, may, open] = [this.none(), this.none(), this.none(), this.none()];
    const waiting: OpenSlot[] = [];
    for (const slotMasks of this.bySlot) {
      const value = values[slotMasks.at];
      if (value !== undefined && value !== 'unknown') {
        addRows(out, slotMasks.of(value));
        continue;
      }
      const left = slotMasks.missing(situation);
      addRows(out, left.out);
      addRows(never, left.never);
      addRows(may, left.may);
      addRows(open, left.open);
      if (left.waiting) waiting.push({ slot: slotMasks.slot, rows: left.waiting });
    }
    const yes = never;
    for (let word = 0; word < this.words; word += 1) {
      const plain = this.plain[word]! & ~out[word]!;
      yes[word] = plain & ~never[word]!;
      may[word]! &= plain;
      open[word]! &= plain;
    }
    return { out, yes, no: may, open, waiting };
  }

  /** Whether one of these rows, above `before`, keeps from a mild outcome when it is open. */
  blocks(open: Rows, before: number): boolean {
    return meetAbove(open, this.blocking, before);
  }

  /** The first row from `from` on that is not ruled out; `rowCount` when there is none. */
  next(out: Rows, from: number): number {
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

  private ofKey<K>(sets: Map<K, Rows>, key: K): Rows {
    const known = sets.get(key) ?? this.none();
    sets.set(key, known);
    return known;
  }
}

/** A value that is not there, and the rows whose condition on it is open. */
export interface OpenSlot {
  slot: Slot;
  rows: Rows;
}

export interface Skipped {
  /** Ruled out, or open and passed over. */
  rows: Rows;
  open: Rows;
  missing: readonly OpenSlot[];
}

/** Of plain rows that are not ruled out, which truths they may end with. */
export interface RowTruths {
  /** Of all rows, plain or not. */
  out: Rows;
  yes: Rows;
  no: Rows;
  open: Rows;
  /** Values that an answer would give, with the rows whose condition on it is not settled. */
  waiting: readonly OpenSlot[];
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
