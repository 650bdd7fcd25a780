/**
 * How long the next try must wait after failed ones: nothing at first, then 1 s, 2 s, 4 s … up to 15 minutes. Failures
 * are forgotten one by one. Pure: the clock is an argument.
 */

/** What is remembered of failed tries at one door. */
export interface Tries {
  /** As of `lastAt`. */
  failures: number;
  lastAt: Date;
  /** No try is looked at before this. */
  notBefore: Date;
}

export interface DelayPolicy {
  /** So many failures cost nothing; from this one on there is a wait. */
  waitFrom: number;
  /** One failure is forgotten in this time. */
  forgetEveryMs: number;
}

/** Nobody waits: neither does who read the clock a moment before the last try was counted. */
const atOnce = new Date(0);

export const longestDelayMs = 15 * 60_000;
const firstDelayMs = 1_000;

/** An account's owner mistypes twice; who fails more often waits. */
export const accountPolicy: DelayPolicy = { waitFrom: 3, forgetEveryMs: 60 * 60_000 };
/** A whole clinic may share one address, and its mistyping. */
export const addressPolicy: DelayPolicy = { waitFrom: 50, forgetEveryMs: 60_000 };

export function delayMs(failures: number, { waitFrom }: DelayPolicy): number {
  if (failures < waitFrom) return 0;
  return Math.min(firstDelayMs * 2 ** (failures - waitFrom), longestDelayMs);
}

/** Failures still remembered at `now`. A clock that was set back forgets nothing, and adds nothing. */
export function remembered(tries: Tries | undefined, now: Date, { forgetEveryMs }: DelayPolicy): number {
  if (!tries) return 0;
  const agoMs = Math.max(0, now.getTime() - tries.lastAt.getTime());
  return Math.max(0, tries.failures - Math.floor(agoMs / forgetEveryMs));
}

/** How long from `now` until a try is looked at: never longer than the longest delay, whatever the clocks did. */
export function waitMs(tries: Tries | undefined, now: Date): number {
  const left = tries ? tries.notBefore.getTime() - now.getTime() : 0;
  return Math.min(Math.max(0, left), longestDelayMs);
}

/** What is remembered once a try is allowed: it counts as failed until it is known to have succeeded. */
export function counted(tries: Tries | undefined, now: Date, policy: DelayPolicy): Tries {
  const failures = remembered(tries, now, policy) + 1;
  const delay = delayMs(failures, policy);
  return { failures, lastAt: now, notBefore: delay > 0 ? new Date(now.getTime() + delay) : atOnce };
}

/** One try that was counted turned out right: its failure is taken back, those of others stay. */
export function takenBack(tries: Tries, policy: DelayPolicy): Tries {
  const failures = Math.max(0, tries.failures - 1);
  const delayed = failures >= policy.waitFrom;
  return { ...tries, failures, notBefore: delayed ? tries.notBefore : atOnce };
}

/** When nothing is left to remember. */
export function forgottenAt({ failures, lastAt }: Tries, { forgetEveryMs }: DelayPolicy): Date {
  return new Date(lastAt.getTime() + failures * forgetEveryMs + longestDelayMs);
}
