/** How long somebody still waits, from where they stand and what was lately served. Pure. */

export interface Pace {
  /** Length of the time looked at, in minutes. */
  windowMinutes: number;
  /** Conversations that a person took in it. */
  taken: number;
  /** Mean time a person had one, in minutes, and of how many that is known. */
  serviceMinutes?: number;
  services: number;
  /** Conversations that can be served at once: agents online times what each may have open, as far as known. */
  places?: number;
  /** Conversations in the window that would have gone before this one. */
  overtaking: number;
}

/** Until there is more to go by: a conversation with a nurse takes about so long, and this counts as two seen. */
const assumedServiceMinutes = 12;
const assumedWeight = 2;
/** Who goes ahead cannot delay without end: what comes in a window of minutes is no rate for ever. */
const mostOvertaking = 0.8;

/**
 * Expected minutes until a person answers somebody with `before` people ahead.
 *
 * With every place taken, conversations end at the rate places / service time, and this one's turn comes at the
 * (before + 1)th end: (before + 1)·s / c (M/M/c: Cooper 1981, ch. 3). Those who come later and go ahead stretch that by
 * 1 / (1 − σ), σ the share of all places they take (Cobham 1954; the delay cycle of a priority queue). Where the number of
 * places is unknown, the rate at which people were lately taken stands for it, and little data is drawn towards one
 * conversation at a time of the assumed length.
 * @param before people ahead in the queue's order
 * @returns undefined where nobody is there to answer
 */
export function expectedWait(before: number, pace: Pace): number | undefined {
  if (pace.places === 0) return undefined;
  const seen = pace.serviceMinutes === undefined ? 0 : pace.services;
  const service =
    ((pace.serviceMinutes ?? 0) * seen + assumedServiceMinutes * assumedWeight) / (seen + assumedWeight);
  // as if one more had been taken, by one agent alone
  const lately = (pace.taken + 1) / (pace.windowMinutes + service);
  const perMinute = pace.places === undefined ? lately : pace.places / service;
  const ahead = pace.overtaking / pace.windowMinutes / perMinute;
  return (before + 1) / (perMinute * (1 - Math.min(ahead, mostOvertaking)));
}

/** As somebody is told: never to the minute, and nothing that would be a guess. */
export type ToldWait =
  { kind: 'soon' } | { kind: 'about'; minutes: 10 | 15 | 20 | 30 | 40 | 50 | 60 } | { kind: 'over-an-hour' };

const steps = [10, 15, 20, 30, 40, 50, 60] as const;
/** “A few minutes” are no more. */
export const soonMinutes = 5;

/** Up to the next step, so that a promise is rather kept early. @param minutes expected */
export function toldWait(minutes: number): ToldWait {
  if (minutes <= soonMinutes) return { kind: 'soon' };
  const step = steps.find((one) => minutes <= one);
  return step === undefined ? { kind: 'over-an-hour' } : { kind: 'about', minutes: step };
}
