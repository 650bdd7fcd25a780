/** Waiting times of queues with several agents: Erlang C, and its extension to priorities. Pure. */

/** Work that comes and who does it, in any one unit of time. */
export interface Load {
  /** Arrivals per unit of time. */
  arrivals: number;
  /** Mean time of service. */
  service: number;
  /** Agents, each with one conversation at a time. */
  agents: number;
}

/** Share of what the agents can do: 1 and above, the queue grows without end. */
export const utilisation = ({ arrivals, service, agents }: Load): number => (arrivals * service) / agents;

/**
 * Erlang B, the share of arrivals that find every agent busy where nobody waits, by the recursion
 * B(0) = 1, B(n) = a·B(n−1) / (n + a·B(n−1)), which neither overflows nor loses digits for thousands of agents.
 * Source: Cooper, Introduction to Queueing Theory, 2nd ed. (1981), ch. 3.
 * @param offered a = arrivals × service, in erlangs
 */
export function erlangB(agents: number, offered: number): number {
  let blocked = 1;
  for (let n = 1; n <= agents; n += 1) blocked = (offered * blocked) / (n + offered * blocked);
  return blocked;
}

/**
 * Erlang C, the probability that an arrival has to wait (M/M/c): C = B / (1 − ρ(1 − B)). 1 where the load is not below 1.
 * Source: Erlang (1917); Cooper (1981), ch. 3.
 */
export function erlangC(load: Load): number {
  const busy = utilisation(load);
  if (busy >= 1) return 1;
  const blocked = erlangB(load.agents, load.arrivals * load.service);
  return blocked / (1 - busy * (1 - blocked));
}

/** Mean wait of everybody (M/M/c, any order that does not look at the time of service): C·s / (c(1 − ρ)). */
export function meanWait(load: Load): number {
  const busy = utilisation(load);
  return busy >= 1 ? Infinity : (erlangC(load) * load.service) / (load.agents * (1 - busy));
}

/**
 * The wait that a share of all arrivals does not exceed, first come first served (M/M/c): P(W > t) = C·exp(−c(1 − ρ)t/s).
 * @param share in (0, 1)
 */
export function waitQuantile(load: Load, share: number): number {
  const busy = utilisation(load);
  if (busy >= 1) return Infinity;
  const waits = erlangC(load);
  if (waits <= 1 - share) return 0;
  return (Math.log(waits / (1 - share)) * load.service) / (load.agents * (1 - busy));
}

/**
 * Mean wait of each class of strict priorities that interrupt nobody (M/M/c, one time of service for all):
 * W(k) = C·s / (c(1 − σ(k−1))(1 − σ(k))), σ(k) the utilisation by the classes up to k. Infinite from the class on where σ
 * reaches 1. Sources: Cobham, Operations Research 2 (1954) 70–76; Kella & Yechiali, Operations Research 33 (1985) 1029–1038.
 * @param arrivals per unit of time, by class, the most urgent first
 */
export function waitsByPriority(arrivals: readonly number[], service: number, agents: number): number[] {
  const total = arrivals.reduce((sum, one) => sum + one, 0);
  // while the higher classes alone leave room, a lower one that overflows keeps all agents busy: C is 1 then
  const waits = (erlangC({ arrivals: total, service, agents }) * service) / agents;
  let above = 0;
  return arrivals.map((one) => {
    const upTo = above + (one * service) / agents;
    const mean = upTo >= 1 ? Infinity : waits / ((1 - above) * (1 - upTo));
    above = upTo;
    return mean;
  });
}
