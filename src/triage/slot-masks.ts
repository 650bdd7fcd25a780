/** The rows that rest on one value of a table: which ones it rules out, and what becomes of them while it is not there. */
import type { AtomNode, Slot } from './compile';
import type { AnswerScalar } from './pack';
import { type Rows, setBit } from './row-bits';
import { isSettled, No, Open, type Situation, Yes } from './situation';

/** Rows by what a condition on the value may end in, where it is not there or not known; a set may be left out when empty. */
export interface Left {
  /** It fails. */
  out?: Rows;
  /** It cannot hold. */
  never?: Rows;
  /** It may fail. */
  may?: Rows;
  /** It may stay open. */
  open?: Rows;
  /** An answer would settle it. */
  waiting?: Rows;
}

/**
 * How every condition on a value that is not there is read: as of a yes or a no; left open; open still, but to be asked.
 * @returns undefined where that differs from condition to condition
 */
function readingOf(situation: Situation, slot: Slot): boolean | 'open' | 'asked' | undefined {
  const { days, months } = situation.pack.ages;
  if (slot === days || slot === months || slot.formula?.formula === 'bmi') return undefined;
  const { question } = slot;
  if (!question) return 'open';
  if (situation.values[slot.at] === undefined) {
    if (!situation.applies(slot)) return false;
    if (!situation.closed) return 'asked';
  }
  const { means } = question.unknown;
  return means === 'yes' ? true : means === 'no' ? false : 'open';
}

export class SlotMasks {
  readonly at: number;
  /** Every row with a condition on this slot. */
  private readonly all: Rows;
  private readonly limits: readonly number[];
  /** Numbers between the same limits rule out the same rows, unless a row asks for one number. */
  private readonly byLimits: boolean;
  private readonly known = new Map<AnswerScalar, Rows>();

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

  /** The rows that a value rules out. */
  of(value: AnswerScalar): Rows {
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

  /** Of a value that is not there, or not known. */
  missing(situation: Situation): Left {
    const { all } = this;
    const read = readingOf(situation, this.slot);
    if (read === 'open') return { never: all, open: all };
    if (read === 'asked') {
      const means = this.slot.question?.unknown.means;
      const open = means === 'yes' || means === 'no' ? undefined : all;
      return { may: all, waiting: all, ...(open && { open }) };
    }
    if (read !== undefined) {
      if (this.slot.question?.type === 'yes-no') return { out: this.of(read) };
      return read ? {} : { out: all };
    }
    return this.oneByOne(situation);
  }

  /** Each condition on an age or an index may be read in its own way. */
  private oneByOne(situation: Situation): Left {
    const none = (): Rows => new Uint32Array(this.words);
    const left = { out: none(), never: none(), may: none(), open: none(), waiting: none() };
    for (const [atom, rows] of this.atoms) {
      const bits = situation.bits(atom);
      const into = [
        ...(bits === No ? [left.out] : []),
        ...(bits & Yes ? [] : [left.never]),
        ...(bits & No ? [left.may] : []),
        ...(bits & Open ? [left.open] : []),
        ...(isSettled(bits) ? [] : [left.waiting]),
      ];
      for (const row of rows) for (const mask of into) setBit(mask, row);
    }
    return left;
  }

  private kept(name: AnswerScalar, value: AnswerScalar): Rows {
    let mask = this.known.get(name);
    if (mask) return mask;
    mask = this.made(value);
    // what nobody could choose is not kept
    if (typeof value !== 'string' || this.known.size < 100) this.known.set(name, mask);
    return mask;
  }

  private made(value: AnswerScalar): Rows {
    const mask = new Uint32Array(this.words);
    for (const [{ test }, rows] of this.atoms) {
      if (!test(value)) for (const row of rows) setBit(mask, row);
    }
    return mask;
  }
}
