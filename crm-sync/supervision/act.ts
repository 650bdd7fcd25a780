/**
 * A manager's acts on conversations, through Rocket.Chat. Each is looked at again afterwards: done is what really is so.
 * Nothing here decides who may; nothing is asked twice of a workspace within one order.
 */
import type { Desk, DeskRoom } from '../rocketchat/desk';
import { RocketChatError } from '../rocketchat/failure';
import { refusalOf } from '../rocketchat/refusal';
import { planner, type ActWorld, type Order, type Step, type Why } from './plan';

export interface Outcome {
  room: string;
  result: 'done' | 'refused' | 'unknown';
  why?: Why;
  /** Username or id of a department where it ended up. */
  to?: string;
  /** It was so before. */
  already?: true;
}

/** Orders of many conversations end here: what was not begun by then is told as such. */
const orderMs = 18_000;

async function tryToRead<T>(work: Promise<T>): Promise<T | RocketChatError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RocketChatError) return error;
    throw error;
  }
}

/** Of a conversation that is not among the open ones. */
async function whyNotOpen(desk: Desk, room: string): Promise<Outcome> {
  const found = await tryToRead(desk.room(room));
  if (!(found instanceof RocketChatError))
    return { room, result: 'refused', why: found.open ? 'other' : 'closed' };
  return { room, result: 'refused', why: refusalOf(found) ?? 'unreachable' };
}

interface Tried {
  room: string;
  step: Step;
  error?: RocketChatError;
}

function outcomeOf({ room, step, error }: Tried, after: ReadonlyMap<string, DeskRoom> | undefined): Outcome {
  const to = step.to === undefined ? {} : { to: step.to };
  const came = step.came ? after && step.came(after.get(room)) : !error;
  if (came) return { room, result: 'done', ...to };
  const why = error && refusalOf(error);
  if (why) return { room, result: 'refused', why };
  if (error || !after) return { room, result: 'unknown', ...to };
  return { room, result: 'refused', why: 'elsewhere' };
}

const byId = (rooms: readonly DeskRoom[]): Map<string, DeskRoom> =>
  new Map(rooms.map((one) => [one.id, one]));

/**
 * @param wanted ids of conversations of this workspace
 * @returns one outcome for each, in their order. Rocket.Chat out of reach is an outcome like another.
 */
export async function carryOut(world: ActWorld, order: Order, wanted: readonly string[]): Promise<Outcome[]> {
  const { desk, nowMs } = world;
  const untilMs = nowMs() + orderMs;
  const open = await tryToRead(desk.openRooms());
  if (open instanceof RocketChatError) return wanted.map((room) => refusedBy(room, open));
  const before = byId(open);
  const rooms = wanted.flatMap((id) => before.get(id) ?? []);
  const plan = await tryToRead(planner(world, order, rooms));
  if (plan instanceof RocketChatError) return wanted.map((room) => refusedBy(room, plan));
  const done = new Map<string, Outcome>();
  const tried: Tried[] = [];
  for (const id of wanted) {
    const room = before.get(id);
    if (!room) done.set(id, await alreadyOrNot(desk, id, order));
    else if (nowMs() > untilMs) done.set(id, { room: id, result: 'refused', why: 'too-fast' });
    else {
      const step = plan(room);
      if ('why' in step) done.set(id, { room: id, result: 'refused', why: step.why });
      else if ('already' in step)
        done.set(id, { room: id, result: 'done', already: true, ...(step.to && { to: step.to }) });
      else {
        const failed = await tryToRead(step.go());
        tried.push({ room: id, step, ...(failed instanceof RocketChatError && { error: failed }) });
      }
    }
  }
  if (tried.length > 0) {
    const now = await tryToRead(desk.openRooms());
    const after = now instanceof RocketChatError ? undefined : byId(now);
    for (const one of tried) done.set(one.room, outcomeOf(one, after));
  }
  return wanted.map((id) => done.get(id)!);
}

function refusedBy(room: string, error: RocketChatError): Outcome {
  return { room, result: 'refused', why: refusalOf(error) ?? 'unreachable' };
}

/** To close what is closed is done. */
async function alreadyOrNot(desk: Desk, room: string, order: Order): Promise<Outcome> {
  const outcome = await whyNotOpen(desk, room);
  return order.action === 'close' && outcome.why === 'closed'
    ? { room, result: 'done', already: true }
    : outcome;
}
