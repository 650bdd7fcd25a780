/** Who had a visitor last: who comes back soon finds the same person again, where that person is there. */
import type { Named, Person } from '../dialog/input';
import { latestNote, noteInstead, type Notes } from './notes';

export interface ServedWorld {
  notes: Notes;
  now: () => Date;
  /** How long ago it may be; 0: it does not matter. */
  windowMs: () => Promise<number>;
}

const kindOf = (visitor: string): `served/${string}` => `served/${visitor}`;

export async function noteServed({ notes, now }: ServedWorld, visitor: string, agent: Person): Promise<void> {
  const { username, name = username } = agent;
  await noteInstead(notes, kindOf(visitor), { at: now().toISOString(), agent: { username, name } });
}

/** A memory that cannot be read costs nobody their beginning. */
export async function lastServed(world: ServedWorld, visitor: string): Promise<Named | undefined> {
  const note = latestNote(await world.notes.of(kindOf(visitor)).catch(() => []));
  if (!note?.agent || (await isOver(world, note.at))) return undefined;
  return note.agent;
}

/** When the conversation's own records go, so does this, unless it still counts. */
export async function forgetServed(world: ServedWorld, visitor: string): Promise<void> {
  for (const { at } of await world.notes.of(kindOf(visitor)))
    if (await isOver(world, at)) await world.notes.remove(kindOf(visitor), at);
}

async function isOver({ now, windowMs }: ServedWorld, at: string): Promise<boolean> {
  return now().getTime() - Date.parse(at) >= (await windowMs());
}
