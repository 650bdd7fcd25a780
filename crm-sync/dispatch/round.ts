/** One round of our own dispatcher: who waits goes to who has room, in the product's order, until nobody can take anybody. */
import type { Waiting } from '../../src/routing/queue/order';
import { nextPair, type Agent } from '../../src/routing/queue/pairing';
import type { Desk, DeskAgent, DeskRoom } from '../rocketchat/desk';
import { RocketChatError } from '../rocketchat/failure';
import { refusalOf, type Refusal } from '../rocketchat/refusal';
import type { Measures } from '../supervision/wait-measures';
import { waitingOf, type WaitingRow } from './waiting-row';

export interface RoundWorld {
  desk: Pick<Desk, 'agents' | 'isBot' | 'openRooms' | 'inquiries' | 'take'>;
  /** Conversations that wait, as the CRM knows them. */
  rows: readonly WaitingRow[];
  nowMs: () => number;
  /** By what waits are measured here; absent: by the wall's clock. */
  measures?: Measures;
  /** Conversations an agent may have at once where Rocket.Chat tells no limit of theirs. */
  placesPerAgent: number;
  /** When each agent was last given one, by id; added to. */
  lastTakenMs: Map<string, number>;
  /** Asked before each taking: another process may have the workspace now. */
  isOurs: () => Promise<boolean>;
}

export interface RoundResult {
  taken: number;
  /** Who waits and could not be given to anybody. */
  left: number;
  /** Why Rocket.Chat refused what. */
  refused: Refusal[];
}

/** Nothing else would go better now. Of what has no reason nobody knows whether it was done. */
const stops: ReadonlySet<Refusal> = new Set(['too-fast', 'unreachable']);
/** Rocket.Chat says `error-not-allowed` of one that is taken already too: only several in a row mean that we may not. */
const enoughRefusals = 3;
/** It is the agent who cannot take anybody. */
const ofAgent: ReadonlySet<Refusal> = new Set(['agent-away', 'agent-full', 'agent-gone']);

type Inquired = Waiting & { inquiry: string };

/** @throws RocketChatError where Rocket.Chat cannot be read */
export async function dispatchRound(world: RoundWorld): Promise<RoundResult> {
  const { desk } = world;
  const result: RoundResult = { taken: 0, left: 0, refused: [] };
  const waiting = await inquired(world);
  result.left = waiting.size;
  if (waiting.size === 0) return result;
  const [people, rooms] = [await desk.agents(), await desk.openRooms()];
  const agents: Agent[] = [];
  // bots wait for nobody and answer nobody here
  for (const person of people) {
    if (isThere(person) && !(await desk.isBot(person.id))) agents.push(agentOf(person, rooms, world));
  }
  for (let pair; (pair = nextPair(waiting.values(), agents, world.nowMs()));) {
    const { conversation, agent } = pair;
    if (!(await world.isOurs())) return result;
    try {
      await desk.take(conversation.inquiry, agent.id);
    } catch (error) {
      if (!(error instanceof RocketChatError)) throw error;
      const why = refusalOf(error);
      if (why === undefined || stops.has(why)) throw error;
      result.refused.push(why);
      if (result.taken === 0 && result.refused.length >= enoughRefusals) throw error;
      // somebody else is tried for them at once; the next round reads both anew
      if (ofAgent.has(why)) agent.online = false;
      else waiting.delete(conversation.id);
      continue;
    }
    waiting.delete(conversation.id);
    agent.open += 1;
    agent.lastTakenMs = world.nowMs();
    world.lastTakenMs.set(agent.id, agent.lastTakenMs);
    result.taken += 1;
  }
  result.left -= result.taken;
  return result;
}

/** By Rocket.Chat's list, with the urgency the CRM knows: who is in only one of the two is looked at again soon. */
async function inquired({ desk, rows, measures, nowMs }: RoundWorld): Promise<Map<string, Inquired>> {
  const byRoom = new Map(rows.map((row) => [row._id, row]));
  const waiting = new Map<string, Inquired>();
  for (const { id, room, department } of await desk.inquiries()) {
    const row = byRoom.get(room);
    const known = row && waitingOf(row, measures && { by: measures, now: new Date(nowMs()) });
    if (!known) continue;
    // where it waits is Rocket.Chat's to say: the CRM may know the department by its name
    const { department: _told, ...rest } = known;
    waiting.set(room, { ...rest, inquiry: id, ...(department && { department }) });
  }
  return waiting;
}

const isThere = ({ status, available }: DeskAgent): boolean => available && status === 'online';

function agentOf(
  { id, departments, limit }: DeskAgent,
  rooms: readonly DeskRoom[],
  { placesPerAgent, lastTakenMs }: RoundWorld,
): Agent {
  const last = lastTakenMs.get(id);
  return {
    ...{ id, departments, online: true, capacity: limit > 0 ? limit : placesPerAgent },
    open: rooms.filter(({ servedBy }) => servedBy?.id === id).length,
    ...(last !== undefined && { lastTakenMs: last }),
  };
}
