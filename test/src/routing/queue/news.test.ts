import fc from 'fast-check';
import { isNews, quietMs, type WaitKnown } from '../../../../src/routing/queue/news';

const told = (before: number, minutes?: number) => ({
  before,
  ...(minutes !== undefined && { minutes }),
  atMs: 0,
});

describe('news of a wait', () => {
  it.each([
    ['the first', undefined, { before: 3 }, true],
    ['nothing known', undefined, {}, false],
    ['the same', told(4, 20), { before: 4, minutes: 20 }, false],
    ['one fewer of four', told(4), { before: 3 }, false],
    ['half are gone', told(4), { before: 2 }, true],
    ['their turn is next', told(1), { before: 0 }, true],
    ['it was next already', told(0), { before: 0 }, false],
    ['more urgent people came', told(2), { before: 5 }, true],
    ['two more came', told(1), { before: 3 }, false],
    ['a few minutes more', told(4, 10), { before: 4, minutes: 14 }, false],
    ['five minutes of an hour', told(4, 60), { before: 4, minutes: 66 }, false],
    ['a third and five minutes longer', told(4, 15), { before: 4, minutes: 20 }, true],
    ['a third and five minutes shorter', told(4, 30), { before: 4, minutes: 20 }, true],
    ['minutes known for the first time', told(4), { before: 4, minutes: 20 }, true],
  ] as const)('Given %s, Then it is told or not', (_name, before, known, expected) => {
    expect(isNews(before, known, quietMs)).toBe(expected);
  });

  it('Given anything within three minutes, Then nothing is told again', () => {
    const known: fc.Arbitrary<WaitKnown> = fc.record(
      { before: fc.nat(50), minutes: fc.nat(200) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(known, known, fc.nat(quietMs - 1), (was, is, ms) => {
        expect(isNews({ ...was, atMs: 0 }, is, ms)).toBe(false);
      }),
    );
  });
});
