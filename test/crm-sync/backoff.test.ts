import * as fc from 'fast-check';
import { backoffMs } from '../../crm-sync/backoff';

describe('back-off', () => {
  it.each([
    [1, 0, 50],
    [1, 1, 100],
    [2, 1, 200],
    [4, 1, 800],
    [5, 1, 1_000],
    [4_000, 0, 500],
  ])('attempt %i with random %d waits %i ms', (attempt, random, expectedMs) => {
    expect(backoffMs({ baseMs: 100, capMs: 1_000 }, attempt, random)).toBe(expectedMs);
  });

  it('stays between half of the base and the cap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, random) => {
          const ms = backoffMs({ baseMs: 500, capMs: 300_000 }, attempt, random);
          expect(ms).toBeGreaterThanOrEqual(250);
          expect(ms).toBeLessThanOrEqual(300_000);
        },
      ),
    );
  });
});
