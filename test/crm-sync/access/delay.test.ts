import * as fc from 'fast-check';
import {
  accountPolicy,
  addressPolicy,
  counted,
  delayMs,
  forgottenAt,
  longestDelayMs,
  remembered,
  takenBack,
  waitMs,
  type DelayPolicy,
  type Tries,
} from '../../../crm-sync/access/delay';

const startMs = Date.parse('2026-05-04T08:00:00.000Z');
const at = (ms: number) => new Date(startMs + ms);
const policies = fc.constantFrom(accountPolicy, addressPolicy);

/** Guesses as fast as the door lets, all wrong. @returns when each was looked at */
function guesses(policy: DelayPolicy, count: number): number[] {
  let tries: Tries | undefined;
  let nowMs = 0;
  return Array.from({ length: count }, () => {
    nowMs += waitMs(tries, at(nowMs));
    tries = counted(tries, at(nowMs), policy);
    return nowMs;
  });
}

describe('the delay', () => {
  it.each([
    [0, 0],
    [2, 0],
    [3, 1_000],
    [4, 2_000],
    [5, 4_000],
    [12, 512_000],
    [13, 900_000],
    [1_000, 900_000],
  ])('after %i failures of an account: %i ms', (failures, ms) =>
    expect(delayMs(failures, accountPolicy)).toBe(ms),
  );

  it('keeps nobody waiting before the third failure, whose clock was read a moment earlier either', () => {
    const second = counted(counted(undefined, at(20), accountPolicy), at(30), accountPolicy);
    expect(waitMs(second, at(10))).toBe(0);
    expect(waitMs(takenBack(second, accountPolicy), at(10))).toBe(0);
    expect(waitMs(counted(second, at(10), accountPolicy), at(10))).toBe(1_000);
  });

  it('begins later for an address, which a clinic shares', () => {
    expect(delayMs(49, addressPolicy)).toBe(0);
    expect(delayMs(50, addressPolicy)).toBe(1_000);
  });

  it('never shrinks with failures, doubles, and ends at 15 minutes', () =>
    fc.assert(
      fc.property(policies, fc.nat(5_000), (policy, failures) => {
        const [one, next] = [delayMs(failures, policy), delayMs(failures + 1, policy)];
        expect(next).toBeGreaterThanOrEqual(one);
        if (one > 0) expect(next).toBe(Math.min(one * 2, longestDelayMs));
        expect(next).toBeLessThanOrEqual(longestDelayMs);
      }),
    ));

  it('lets a guesser try an account 19 times within the first two hours, then four times an hour', () => {
    const times = guesses(accountPolicy, 200);
    const within = (fromMs: number, toMs: number) => times.filter((ms) => ms >= fromMs && ms < toMs).length;
    expect(within(0, 2 * 3_600_000)).toBeLessThanOrEqual(20);
    for (let hour = 2; hour < 40; hour += 1)
      expect(within(hour * 3_600_000, (hour + 1) * 3_600_000)).toBeLessThanOrEqual(5);
  });

  it('forgets failures one by one, and all of them by the time the row may go', () =>
    fc.assert(
      fc.property(policies, fc.integer({ min: 1, max: 60 }), fc.nat(400), (policy, count, steps) => {
        let tries: Tries | undefined;
        for (let n = 0; n < count; n += 1) tries = counted(tries, at(0), policy);
        expect(remembered(tries, at(0), policy)).toBe(count);
        expect(remembered(tries, at(steps * policy.forgetEveryMs), policy)).toBe(Math.max(0, count - steps));
        expect(remembered(tries, forgottenAt(tries!, policy), policy)).toBe(0);
        expect(waitMs(tries, forgottenAt(tries!, policy))).toBe(0);
      }),
    ));

  it('never makes anybody wait longer than 15 minutes, wherever the clock jumps', () =>
    fc.assert(
      fc.property(
        policies,
        fc.array(fc.integer({ min: -7_200_000, max: 7_200_000 }), { maxLength: 80 }),
        (policy, jumps) => {
          let tries: Tries | undefined;
          let nowMs = 0;
          for (const jump of jumps) {
            nowMs += jump;
            const wait = waitMs(tries, at(nowMs));
            expect(wait).toBeGreaterThanOrEqual(0);
            expect(wait).toBeLessThanOrEqual(longestDelayMs);
            if (wait === 0) tries = counted(tries, at(nowMs), policy);
          }
        },
      ),
    ));

  it('is as before when a right try is taken back', () =>
    fc.assert(
      fc.property(policies, fc.nat(60), (policy, count) => {
        let tries: Tries | undefined;
        for (let n = 0; n < count; n += 1) tries = counted(tries, at(0), policy);
        const after = takenBack(counted(tries, at(0), policy), policy);
        expect(remembered(after, at(0), policy)).toBe(count);
        if (count < policy.waitFrom) expect(waitMs(after, at(0))).toBe(0);
      }),
    ));
});
