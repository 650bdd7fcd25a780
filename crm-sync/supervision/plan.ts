/** What is to be done with each conversation for a manager's order, and how to see that it came about. */
import type { Urgency } from '../../contract/service-events';
import { urgencyRank } from '../../src/routing/urgency';
import type { Desk, DeskAgent, DeskRoom } from '../rocketchat/desk';
import { RocketChatError } from '../rocketchat/failure';
import type { Refusal } from '../rocketchat/refusal';
import { placesOf, type Load } from './least-busy';

export type Order =
  /** `least-busy`: each to whoever of its department is there and has the fewest; back into the queue where nobody is. */
  | { action: 'transfer'; to: { agent: string } | { department: string } | 'least-busy' }
  /** Whoever orders serves them: by the e-mail that both sides know. */
  | { action: 'take-over'; email: string }
  /** To whoever serves. */
  | { action: 'message'; text: string }
  | { action: 'priority'; urgency: Urgency }
  | { action: 'close'; reason: string }
  | { action: 'return-to-queue' };

export const ownWhys = ['no-account', 'nobody-serves', 'elsewhere', 'not-connected', 'red-flag'] as const;
export type Why = Refusal | (typeof ownWhys)[number];

/** One conversation's part of an order: what to do, and when it has come about. */
export interface Step {
  go: () => Promise<void>;
  /** @param room as it is afterwards; absent: it is not open. Left out: the answer is all the proof there is. */
  came?: (room: DeskRoom | undefined) => boolean;
  to?: string;
}
export type Plan = Step | { why: Why } | { already: true; to?: string };

export interface ActWorld {
  desk: Desk;
  /** Ids of agents that are bots. */
  bots: ReadonlySet<string>;
  /** A link into a conversation, for who is written to. */
  linkTo: (room: string) => string;
  nowMs: () => number;
}

const isThere = ({ available, status }: DeskAgent): boolean => available && status !== 'offline';

function planTo(desk: Desk, room: DeskRoom, agent: DeskAgent): Plan {
  if (room.servedBy?.id === agent.id) return { already: true, to: agent.username };
  if (!isThere(agent)) return { why: 'agent-away' };
  return {
    go: () => desk.forward(room.id, { agent: agent.id }),
    came: (after) => after?.servedBy?.id === agent.id,
    to: agent.username,
  };
}

function planQueue(desk: Desk, room: DeskRoom, department = room.department): Plan {
  const to = department && { to: department };
  if (!room.servedBy && room.department === department) return { already: true, ...to };
  const go = (): Promise<void> =>
    room.department === department || department === undefined
      ? desk.returnToQueue(room.id, department)
      : desk.forward(room.id, { department });
  // with auto-selection another agent may have it at once
  const left = (after: DeskRoom): boolean => after.servedBy?.id !== room.servedBy?.id;
  return {
    go,
    came: (after) => !!after && after.department === department && (left(after) || !room.servedBy),
    ...to,
  };
}

/**
 * Plans conversations one after another, in the order they are given.
 * @throws RocketChatError when what the order needs cannot be read
 */
export async function planner(world: ActWorld, order: Order, rooms: readonly DeskRoom[]) {
  const { desk, bots } = world;
  if (order.action === 'close')
    return (room: DeskRoom): Plan => ({
      go: () => desk.close(room.id, order.reason),
      came: (after) => after === undefined,
    });
  if (order.action === 'return-to-queue') return (room: DeskRoom): Plan => planQueue(desk, room);
  if (order.action === 'priority') {
    const wanted = urgencyRank[order.urgency] + 1;
    const all = await desk.priorities().catch((error: unknown) => {
      if (error instanceof RocketChatError && error.code === 'http-404') return [];
      throw error;
    });
    const priority = all.find(({ rank }) => rank === wanted)?.id;
    if (priority === undefined) return (): Plan => ({ why: 'premium' });
    return (room: DeskRoom): Plan =>
      room.priority === priority
        ? { already: true }
        : {
            go: () => desk.setPriority(room.id, priority),
            came: (after) => after?.priority === priority,
          };
  }
  const agents = await desk.agents();
  if (order.action === 'message') {
    const told = new Map<string, Promise<string>>();
    return ({ servedBy }: DeskRoom): Plan => {
      if (!servedBy || bots.has(servedBy.id)) return { why: 'nobody-serves' };
      const links = rooms.filter((one) => one.servedBy?.id === servedBy.id).map(({ id }) => world.linkTo(id));
      // one message for all conversations of an agent; its answer is the proof
      const tell = (): Promise<string> => desk.tell(servedBy.username, [order.text, ...links].join('\n'));
      return {
        async go() {
          const sent = told.get(servedBy.id) ?? tell();
          told.set(servedBy.id, sent);
          await sent;
        },
        to: servedBy.username,
      };
    };
  }
  if (order.action === 'take-over') {
    const me = agents.find(({ emails }) => emails.includes(order.email.toLowerCase()));
    return (room: DeskRoom): Plan => (me ? planTo(desk, room, me) : { why: 'no-account' });
  }
  const { to } = order;
  if (to !== 'least-busy' && 'department' in to)
    return (room: DeskRoom): Plan => planQueue(desk, room, to.department);
  if (to !== 'least-busy') {
    const agent = agents.find(({ id }) => id === to.agent);
    return (room: DeskRoom): Plan => (agent ? planTo(desk, room, agent) : { why: 'agent-gone' });
  }
  const load: Load = new Map();
  for (const { servedBy } of await desk.openRooms())
    if (servedBy) load.set(servedBy.id, (load.get(servedBy.id) ?? 0) + 1);
  const people = agents.filter((agent) => isThere(agent) && !bots.has(agent.id));
  return (room: DeskRoom): Plan => {
    const agent = placesOf(people, load, room)[0];
    if (!agent) return room.servedBy ? planQueue(desk, room) : { why: 'no-agents' };
    load.set(agent.id, (load.get(agent.id) ?? 0) + 1);
    return planTo(desk, room, agent);
  };
}
