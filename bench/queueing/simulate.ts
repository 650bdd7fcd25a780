/** One run: people arrive, wait, are served or leave, under a clock that jumps from event to event. */
import type { Arrivals } from './arrivals';
import { Moments } from './heap';
import { policyOf, type Person, type PolicyName, type SimAgent } from './policies';

export interface Run {
  /** By column of the arrivals; NaN of those who left. */
  waitMs: Float64Array;
  /** By agent. */
  busyMs: number[];
  served: number[];
  /** When the last one had been served. */
  endMs: number;
}

export interface Team {
  agents: number;
  /** Conversations each may have at once, each served as fast as one alone. */
  places: number;
}

const department = 'general';

/**
 * Until all have been served or have left.
 * @param seen told of each arrival that has to wait, and of all who wait then
 */
export function simulate(
  arrivals: Arrivals,
  policyName: PolicyName,
  { agents: count, places }: Team,
  seen?: (person: Person, waiting: Iterable<Person>, nowMs: number) => void,
): Run {
  const agents: SimAgent[] = Array.from({ length: count }, (_none, index) => ({
    index,
    id: `agent-${String(index).padStart(4, '0')}`,
    departments: [department],
    online: true,
    open: 0,
    capacity: places,
  }));
  const policy = policyOf(policyName, agents);
  const { atMs, serviceMs, patienceMs, urgency } = arrivals;
  const run: Run = {
    waitMs: new Float64Array(atMs.length).fill(NaN),
    busyMs: agents.map(() => 0),
    served: agents.map(() => 0),
    endMs: 0,
  };
  const ends = new Moments();
  const leavings = new Moments();
  const waiting = new Map<number, Person>();

  let begun = 0;
  const startAll = (nowMs: number): void => {
    for (let start; (start = policy.next(nowMs));) {
      const { conversation: person, agent } = start;
      person.done = true;
      waiting.delete(person.n);
      run.waitMs[person.n] = nowMs - person.sinceMs;
      agent.open += 1;
      agent.lastTakenMs = nowMs;
      run.served[agent.index]! += 1;
      // by order of beginning, not by person: whatever the policy, agents come free at the same moments
      const service = serviceMs[begun]!;
      begun += 1;
      run.busyMs[agent.index]! += service;
      ends.add(nowMs + service, agent.index);
    }
  };

  let next = 0;
  for (;;) {
    const arrivalMs = atMs[next] ?? Infinity;
    const nowMs = Math.min(arrivalMs, ends.nextMs, leavings.nextMs);
    if (nowMs === Infinity) return run;
    // of one moment: who ends makes room first, then who leaves is gone, then who comes
    if (ends.nextMs === nowMs) {
      agents[ends.take()!]!.open -= 1;
      run.endMs = nowMs;
    } else if (leavings.nextMs === nowMs) {
      const person = waiting.get(leavings.take()!);
      if (!person) continue;
      person.done = true;
      waiting.delete(person.n);
      policy.left(person);
      continue;
    } else {
      const person: Person = {
        n: next,
        id: String(next),
        urgency: urgency[next]!,
        sinceMs: nowMs,
        department,
        done: false,
      };
      policy.arrived(person);
      waiting.set(next, person);
      if (patienceMs[next]! < Infinity) leavings.add(nowMs + patienceMs[next]!, next);
      next += 1;
      startAll(nowMs);
      if (seen && !person.done) seen(person, waiting.values(), nowMs);
      continue;
    }
    startAll(nowMs);
  }
}
