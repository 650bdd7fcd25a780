import * as fc from 'fast-check';

import { humanIntervalMs, nextAt, onceAt } from '../../workspace/engine/job-times';

const now = new Date('2026-03-02T12:00:30Z'); // a Monday

describe('intervals in words', () => {
  it.each([
    ['20 seconds', 20_000],
    ['1 minute', 60_000],
    ['one minute', 60_000],
    ['minute', 60_000],
    ['in 5 minutes', 300_000],
    ['1 hour and 30 minutes', 5_400_000],
    ['2 days', 172_800_000],
    ['0.5 hours', 1_800_000],
    ['soon', undefined],
    ['0 seconds', undefined],
    ['* * * * *', undefined],
  ])('%s', (text, ms) => {
    expect(humanIntervalMs(text)).toBe(ms);
  });
});

describe('the next time', () => {
  it.each([
    ['* * * * *', '2026-03-02T12:01:00Z'],
    ['*/5 * * * *', '2026-03-02T12:05:00Z'],
    ['0 3 * * *', '2026-03-03T03:00:00Z'],
    ['15,45 8-10 * * *', '2026-03-03T08:15:00Z'],
    ['0 0 1 * *', '2026-04-01T00:00:00Z'],
    ['0 9 * * 0', '2026-03-08T09:00:00Z'],
    ['0 9 * * 7', '2026-03-08T09:00:00Z'],
    ['0 0 15 * 3', '2026-03-04T00:00:00Z'],
    ['*/20 * * * * *', '2026-03-02T12:00:40Z'],
    ['45 seconds', '2026-03-02T12:01:15Z'],
  ])('of %s', (interval, expected) => {
    expect(nextAt(interval, now)).toEqual(new Date(expected));
  });

  it('of a number is so many milliseconds later', () => {
    expect(nextAt(1500, now).getTime()).toBe(now.getTime() + 1500);
  });

  it.each(['', 'soon', '61 * * * *', '* * * *', '*/0 * * * *', '5-1 * * * *', 'a b c d e', '0 0 31 2 *'])(
    'of "%s" is refused',
    (interval) => {
      expect(() => nextAt(interval, now)).toThrow(/job interval/);
    },
  );

  it('is always later, and on the minute asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 59 }),
        fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
        (minute, after) => {
          const next = nextAt(`${minute} * * * *`, after);
          expect(next.getTime()).toBeGreaterThan(after.getTime());
          expect(next.getTime() - after.getTime()).toBeLessThanOrEqual(3_600_000);
          expect(next.getUTCMinutes()).toBe(minute);
        },
      ),
    );
  });
});

describe('the time of a one-time job', () => {
  it.each([
    ['in 10 seconds', '2026-03-02T12:00:40Z'],
    ['2026-03-05T00:00:00Z', '2026-03-05T00:00:00Z'],
  ])('%s', (when, expected) => {
    expect(onceAt(when, now)).toEqual(new Date(expected));
  });

  it('that is not understood is refused', () => {
    expect(() => onceAt('whenever', now)).toThrow(/not understood/);
  });
});
