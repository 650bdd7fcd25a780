/** Which agent takes whom: priority first, then the smallest queue among those who can take it. Pure. */
import { firstOf, type Targets, type Waiting } from './order';

export interface Agent {
  id: string;
  /** Those they answer for. */
  departments: readonly string[];
  /** Present, and taking conversations. */
  online: boolean;
  /** Conversations they have open. */
  open: number;
  /** How many they may have open at once; absent: as many as they want. */
  capacity?: number;
  /** When they last took one, in milliseconds since the epoch. */
  lastTakenMs?: number;
}

/** Online, with room, and of the department. */
export function canTake(agent: Agent, { department }: Pick<Waiting, 'department'>): boolean {
  if (!agent.online || agent.open >= (agent.capacity ?? Infinity)) return false;
  return department === undefined || agent.departments.includes(department);
}

/** Whom this agent takes next; undefined where nobody waits whom they can take. */
export function nextFor<T extends Waiting>(
  agent: Agent,
  waiting: Iterable<T>,
  nowMs: number,
  targets?: Targets,
): T | undefined {
  return firstOf(waiting, nowMs, (one) => canTake(agent, one), targets);
}

/**
 * Who takes this conversation: of those who can, the one with the fewest open; among equals who has been left in peace
 * longest, then by id.
 */
export function agentFor<A extends Agent>(
  conversation: Pick<Waiting, 'department'>,
  agents: Iterable<A>,
): A | undefined {
  let best: A | undefined;
  for (const agent of agents) {
    if (canTake(agent, conversation) && (best === undefined || lighter(agent, best))) best = agent;
  }
  return best;
}

function lighter(a: Agent, b: Agent): boolean {
  const difference = a.open - b.open || (a.lastTakenMs ?? -Infinity) - (b.lastTakenMs ?? -Infinity);
  return difference < 0 || (!(difference > 0) && a.id < b.id);
}

export interface Pair<T extends Waiting, A extends Agent> {
  conversation: T;
  agent: A;
}

/**
 * The first in the queue's order for whom there is an agent, and that agent. Who cannot be taken by anybody now holds up
 * nobody behind them.
 */
export function nextPair<T extends Waiting, A extends Agent>(
  waiting: Iterable<T>,
  agents: readonly A[],
  nowMs: number,
  targets?: Targets,
): Pair<T, A> | undefined {
  const free = agents.filter((agent) => agent.online && agent.open < (agent.capacity ?? Infinity));
  if (free.length === 0) return undefined;
  // asked once for each department, not once for each who waits
  const able = new Map<string | undefined, boolean>();
  const mayBeTaken = (one: T): boolean => {
    const known = able.get(one.department);
    if (known !== undefined) return known;
    const found = free.some((who) => canTake(who, one));
    able.set(one.department, found);
    return found;
  };
  const conversation = firstOf(waiting, nowMs, mayBeTaken, targets);
  const agent = conversation && agentFor(conversation, free);
  return agent && { conversation, agent };
}
