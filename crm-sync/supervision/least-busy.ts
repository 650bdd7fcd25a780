/** To whom a conversation goes when a manager moves it without naming anybody. Pure. */
import type { DeskAgent, DeskRoom } from '../rocketchat/desk';

/** Open conversations by agent. */
export type Load = Map<string, number>;

/** Who may take it, the least busy first: of its department, with room, and not who has it now. */
export function placesOf(people: readonly DeskAgent[], load: Load, room: DeskRoom): DeskAgent[] {
  const has = ({ id }: DeskAgent): number => load.get(id) ?? 0;
  return people
    .filter(({ id }) => id !== room.servedBy?.id)
    .filter(({ departments }) => !room.department || departments.includes(room.department))
    .filter((agent) => agent.limit === 0 || has(agent) < agent.limit)
    .sort((a, b) => has(a) - has(b) || (a.username < b.username ? -1 : 1));
}
