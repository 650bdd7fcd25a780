/** Timing of several ways to do the same, in rounds that take turns: what else the machine does meets all of them. */
import { percentile } from '../figures';

export interface Rate {
  perSecond: number;
  /** The slowest and the fastest round. */
  leastPerSecond: number;
  mostPerSecond: number;
}

/** Does so many and says how many. */
export type Burst = () => number | Promise<number>;

/**
 * @param forMs how long each is done in each round
 * @returns median of the rounds, in the order given
 */
export async function rates(bursts: readonly Burst[], rounds: number, forMs: number): Promise<Rate[]> {
  const seen: number[][] = bursts.map(() => []);
  // one round more, not counted: code is compiled while it first runs
  for (let round = -1; round < rounds; round += 1) {
    for (const [at, burst] of bursts.entries()) {
      const rate = await timed(burst, forMs);
      if (round >= 0) seen[at]!.push(rate);
    }
  }
  return seen.map((all) => ({
    perSecond: Math.round(percentile(all, 0.5)),
    leastPerSecond: Math.round(Math.min(...all)),
    mostPerSecond: Math.round(Math.max(...all)),
  }));
}

async function timed(burst: Burst, forMs: number): Promise<number> {
  const beganMs = performance.now();
  let done = 0;
  let tookMs = 0;
  while (tookMs < forMs) {
    const result = burst();
    done += typeof result === 'number' ? result : await result;
    tookMs = performance.now() - beganMs;
  }
  return (done * 1_000) / tookMs;
}
