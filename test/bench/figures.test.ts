import * as fc from 'fast-check';
import { figuresOf, table } from '../../bench/figures';

describe('figures of a measurement', () => {
  it.each([
    ['one', [7], { n: 1, p50Ms: 7, p95Ms: 7, maxMs: 7 }],
    ['two', [9, 1], { n: 2, p50Ms: 1, p95Ms: 9, maxMs: 9 }],
    [
      'a hundred',
      Array.from({ length: 100 }, (_, i) => 100 - i),
      { n: 100, p50Ms: 50, p95Ms: 95, maxMs: 100 },
    ],
    ['parts of a millisecond', [0.26, 0.04], { n: 2, p50Ms: 0, p95Ms: 0.3, maxMs: 0.3 }],
  ])('of %s', (_name, durations, figures) => {
    expect(figuresOf(durations)).toEqual(figures);
  });

  it('are values that were measured, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 }), (durations) => {
        const { p50Ms, p95Ms, maxMs } = figuresOf(durations);
        expect(durations).toEqual(expect.arrayContaining([p50Ms, p95Ms, maxMs]));
        expect(durations.filter((ms) => ms <= p50Ms).length * 2).toBeGreaterThanOrEqual(durations.length);
        expect(durations.filter((ms) => ms > p95Ms).length * 20).toBeLessThanOrEqual(durations.length);
        expect(figuresOf([...durations].reverse())).toEqual(figuresOf(durations));
      }),
    );
  });

  it('cannot be had of nothing', () => {
    expect(() => figuresOf([])).toThrow(RangeError);
  });

  it('are shown as a table that Markdown reads', () => {
    const lines = table([['stored', { n: 200, p50Ms: 7, p95Ms: 12.5, maxMs: 100 }]]).split('\n');
    expect(lines).toEqual([
      '| milliseconds |   n | p50 |  p95 |   max |',
      '| ------------ | --: | --: | ---: | ----: |',
      '| stored       | 200 | 7.0 | 12.5 | 100.0 |',
    ]);
  });
});
