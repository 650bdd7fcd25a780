import * as fc from 'fast-check';
import {
  learn,
  longestWaitMs,
  newPace,
  retryAfterMs,
  spend,
  waitMs,
} from '../../../crm-sync/rocketchat/pace';

const limits = { perSecond: 10, burst: 2 };
const headers = (remaining: number, resetMs: number) => ({
  'x-ratelimit-limit': '10',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(resetMs),
});

describe('our own pace', () => {
  it('lets a burst through and then so many a second', () => {
    let pace = newPace(limits, 0);
    const waits: number[] = [];
    for (let call = 0, nowMs = 0; call < 4; call += 1) {
      const wait = waitMs(pace, limits, 'rooms', nowMs);
      waits.push(wait);
      pace = spend(pace, limits, 'rooms', (nowMs += wait));
    }
    expect(waits).toEqual([0, 0, 100, 100]);
  });

  it('never makes more calls in any window than burst and rate allow', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 60 }), (gaps) => {
        let pace = newPace(limits, 0);
        let nowMs = 0;
        const calls = gaps.map((gap) => {
          nowMs += gap;
          nowMs += waitMs(pace, limits, 'rooms', nowMs);
          pace = spend(pace, limits, 'rooms', nowMs);
          return nowMs;
        });
        for (const [from, start] of calls.entries())
          for (const [offset, end] of calls.slice(from).entries())
            expect(offset + 1).toBeLessThanOrEqual(
              limits.burst + ((end - start) / 1000) * limits.perSecond + 1.001,
            );
      }),
    );
  });
});

describe('Rocket.Chat’s limit', () => {
  const fast = { perSecond: 1_000, burst: 1_000 };

  it('Given an endpoint has no call left, then it alone waits for its window', () => {
    const pace = learn(newPace(fast, 0), 'rooms', headers(0, 5_000), 0);
    expect(waitMs(pace, fast, 'rooms', 1_000)).toBe(4_000);
    expect(waitMs(pace, fast, 'visitors', 1_000)).toBe(0);
    expect(waitMs(pace, fast, 'rooms', 5_000)).toBe(0);
  });

  it('counts its own calls between two answers', () => {
    let pace = learn(newPace(fast, 0), 'rooms', headers(2, 5_000), 0);
    pace = spend(spend(pace, fast, 'rooms', 1), fast, 'rooms', 2);
    expect(waitMs(pace, fast, 'rooms', 3)).toBe(4_997);
  });

  it('Given Retry-After, then everything waits', () => {
    const pace = learn(newPace(fast, 0), 'rooms', { 'retry-after': '3' }, 1_000);
    expect(waitMs(pace, fast, 'visitors', 1_500)).toBe(2_500);
  });

  it.each([
    ['0', 0],
    ['120', 120_000],
    ['99999', longestWaitMs],
    ['Thu, 01 Jan 1970 00:00:10 GMT', 9_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
    [undefined, undefined],
  ])('reads Retry-After %p as %p ms', (value, ms) => {
    expect(retryAfterMs(value, 1_000)).toBe(ms);
  });

  it('never waits longer than it asks again', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (a, b, c) => {
        const told = { 'retry-after': a, 'x-ratelimit-remaining': b, 'x-ratelimit-reset': c };
        const wait = waitMs(learn(newPace(fast, 0), 'rooms', told, 0), fast, 'rooms', 0);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(longestWaitMs);
      }),
    );
  });
});
