/** Who is served next: the product's own code, and what it is compared with. */
import type { Agent } from '../../src/routing/queue/pairing';
import { nextPair } from '../../src/routing/queue/pairing';
import type { Waiting } from '../../src/routing/queue/order';
import { urgencies } from '../../contract/service-events';

export interface Person extends Waiting {
  /** Column of the arrivals. */
  n: number;
  /** Gone before anybody took them, or taken. */
  done: boolean;
}

/** An agent of the simulation is the product's, and knows where it stands in the list. */
export interface SimAgent extends Agent {
  index: number;
}

export interface Start {
  conversation: Person;
  agent: SimAgent;
}

export interface Policy {
  arrived(person: Person): void;
  /** They went before anybody had taken them. */
  left(person: Person): void;
  /** Who begins now, and with whom; undefined where nobody can. The caller marks both. */
  next(nowMs: number): Start | undefined;
}

export const policyNames = ['acolhe', 'fifo', 'strict', 'rocketchat'] as const;
export type PolicyName = (typeof policyNames)[number];

/** The product: `src/routing/queue` and `src/routing/urgency`, unchanged. */
function acolhe(agents: readonly SimAgent[]): Policy {
  const waiting: Person[] = [];
  const remove = (person: Person): void => void waiting.splice(waiting.indexOf(person), 1);
  return {
    arrived: (person) => void waiting.push(person),
    left: remove,
    next(nowMs) {
      if (waiting.length === 0 || !agents.some(hasRoom)) return undefined;
      const pair = nextPair(waiting, agents, nowMs);
      if (pair) remove(pair.conversation);
      return pair;
    },
  };
}

const hasRoom = (agent: SimAgent): boolean => agent.open < (agent.capacity ?? Infinity);

/** Who is idle longest, written without the product's code. */
function idleAgent(agents: readonly SimAgent[]): SimAgent | undefined {
  let found: SimAgent | undefined;
  for (const agent of agents) {
    if (!hasRoom(agent)) continue;
    if (!found || agent.open < found.open) found = agent;
    else if (agent.open === found.open && (agent.lastTakenMs ?? -1) < (found.lastTakenMs ?? -1))
      found = agent;
  }
  return found;
}

/** First in, first out, without those who left. */
class Line {
  private people: Person[] = [];
  private head = 0;

  public add(person: Person): void {
    this.people.push(person);
  }

  public first(): Person | undefined {
    while (this.people[this.head]?.done) this.head += 1;
    if (this.head > 1_000 && this.head * 2 > this.people.length) {
      this.people = this.people.slice(this.head);
      this.head = 0;
    }
    return this.people[this.head];
  }
}

/** Strict priority that interrupts nobody: a line per urgency. With one line only it is first in, first out. */
function lines(agents: readonly SimAgent[], count: number, lineOf: (person: Person) => number): Policy {
  const all = Array.from({ length: count }, () => new Line());
  return {
    arrived: (person) => all[lineOf(person)]!.add(person),
    left: () => undefined,
    next() {
      const agent = idleAgent(agents);
      if (!agent) return undefined;
      for (const line of all) {
        const conversation = line.first();
        if (conversation) return { conversation, agent };
      }
      return undefined;
    },
  };
}

/**
 * Rocket.Chat's auto-selection as it ships: each arrival goes at once to the agent who was given the fewest so far, then by
 * their order in the department (its documentation, "Queue types (routing algorithm)"). There is no common queue: an agent
 * with somebody before them answers when they have finished with those who came before. The waiting queue of the paid plans,
 * sorted by time unless set otherwise, is `fifo`.
 */
function rocketchat(agents: readonly SimAgent[]): Policy {
  const given = agents.map(() => 0);
  const own = agents.map(() => new Line());
  return {
    arrived(person) {
      let least = 0;
      for (let n = 1; n < agents.length; n += 1) if (given[n]! < given[least]!) least = n;
      given[least]! += 1;
      own[least]!.add(person);
    },
    left: () => undefined,
    next() {
      for (const agent of agents) {
        const conversation = hasRoom(agent) ? own[agent.index]!.first() : undefined;
        if (conversation) return { conversation, agent };
      }
      return undefined;
    },
  };
}

export function policyOf(name: PolicyName, agents: readonly SimAgent[]): Policy {
  switch (name) {
    case 'acolhe':
      return acolhe(agents);
    case 'fifo':
      return lines(agents, 1, () => 0);
    case 'strict':
      return lines(agents, urgencies.length, ({ urgency }) => urgencies.indexOf(urgency));
    case 'rocketchat':
      return rocketchat(agents);
  }
}
