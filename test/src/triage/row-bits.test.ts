import * as fc from 'fast-check';
import * as bits from '../../../src/triage/row-bits';
import { runs } from '../../support/runs';

const size = 96;
const rows = fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: 12 });
// the first and the last of each word of 32 are where shifts go wrong
const edge = fc.constantFrom(-1, 0, 1, 30, 31, 32, 33, 62, 63, 64, 65, 94, 95, 96, 127, 128);
const place = fc.oneof(edge, fc.integer({ min: -1, max: 130 }));

function setOf(members: readonly number[]): bits.Rows {
  const set = new Uint32Array(size / 32);
  for (const row of members) bits.setBit(set, row);
  return set;
}
const membersOf = (set: bits.Rows): number[] =>
  Array.from({ length: size }, (_, row) => row).filter((row) => bits.hasBit(set, row));
const sorted = (members: readonly number[]): number[] => [...members].sort((a, b) => a - b);

describe('Sets of rows are what sets of numbers are', () => {
  it('what is put in is there, and nothing else', () => {
    fc.assert(fc.property(rows, (a) => expect(membersOf(setOf(a))).toEqual(sorted(a))));
  });

  it('together', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const both = setOf(a);
        bits.addRows(both, setOf(b));
        bits.addRows(both, undefined);
        expect(membersOf(both)).toEqual(sorted([...new Set([...a, ...b])]));
      }),
    );
  });

  it('in common: whether, how many, above, the last down to, of three', () => {
    fc.assert(
      fc.property(rows, rows, rows, place, (a, b, c, at) => {
        const common = a.filter((row) => b.includes(row));
        const [one, other] = [setOf(a), setOf(b)];
        expect(bits.countOf(one, other)).toBe(common.length);
        if (at >= 0) expect(bits.meetAbove(one, other, at)).toBe(common.some((row) => row < at));
        expect(bits.lastOf(one, other, at)).toBe(Math.max(-1, ...common.filter((row) => row <= at)));
        expect(bits.meet(one, other, setOf(c))).toBe(common.some((row) => c.includes(row)));
      }),
      runs(200),
    );
  });

  it('the first, and those up to a row', () => {
    fc.assert(
      fc.property(rows, place, (a, last) => {
        const set = setOf(a);
        expect(bits.firstBit(set)).toBe(Math.min(Infinity, ...a));
        bits.keepUpTo(set, last);
        expect(membersOf(set)).toEqual(sorted(a.filter((row) => row <= last)));
      }),
      runs(200),
    );
  });

  it('a full set has every row in common with itself', () => {
    const full = setOf(Array.from({ length: size }, (_, row) => row));
    expect(bits.countOf(full, full)).toBe(size);
    for (const at of [0, 31, 32, 63, 64, 95]) {
      expect(bits.lastOf(full, full, at)).toBe(at);
      expect(bits.meetAbove(full, full, at)).toBe(at > 0);
    }
  });
});
