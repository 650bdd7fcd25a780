/**
 * Hooks that fire while no process of the app runs are lost. A room as it is now, beside what is known of it, tells which:
 * who serves it, and in which department it waits. Pure.
 */
import { inputIds } from '../../contract/event-ids';
import { compareInputs, type Department, type Input, type InputOf, type Person } from '../dialog/input';

/** An open room as Rocket.Chat has it. */
export interface RoomNow {
  servedBy?: Person;
  department?: Department;
}

export type MadeGood = InputOf<'assigned'> | InputOf<'unassigned'> | InputOf<'transferred'>;

/**
 * @param at of what is made good, UTC
 * @returns what no hook told of; named by what it follows, so that two processes tell it once
 */
export function madeGood(room: RoomNow, known: readonly Input[], at: string): MadeGood | undefined {
  const inputs = [...known].sort(compareInputs);
  const [start] = inputs;
  if (start?.kind !== 'started') return undefined;
  const { conversation } = start;
  const moved = inputs.findLast(
    (input): input is InputOf<'assigned' | 'unassigned'> =>
      input.kind === 'assigned' || input.kind === 'unassigned',
  );
  const had = moved ? (moved.kind === 'assigned' ? human(moved.agent) : undefined) : start.servedBy;
  const has = human(room.servedBy);
  const after = `after/${(moved ?? start).at}`;
  if (has && has.id !== had?.id) {
    const { department } = room;
    const id = inputIds.assigned(has.id, after);
    return { kind: 'assigned', id, at, conversation, agent: has, ...(department && { department }) };
  }
  if (had && !room.servedBy)
    return { kind: 'unassigned', id: `unassigned/${had.id}/${after}`, at, conversation, agent: had };
  return has ? undefined : elsewhere(room, inputs, conversation, at);
}

const human = (person: Person | undefined): Person | undefined =>
  person?.kind === 'human' ? person : undefined;

/** They wait in another department than they were brought to. */
function elsewhere(
  { department: to }: RoomNow,
  inputs: readonly Input[],
  conversation: string,
  at: string,
): InputOf<'transferred'> | undefined {
  const last = inputs.findLast((input) => broughtTo(input) !== undefined);
  const from = last && broughtTo(last);
  if (!to || !last || !from || [to.id, to.name].some((one) => one === from.id || one === from.name))
    return undefined;
  const id = inputIds.transferred(`after/${last.at}`);
  return { kind: 'transferred', id, at, conversation, from: { department: from }, to: { department: to } };
}

function broughtTo(input: Input): Department | undefined {
  switch (input.kind) {
    case 'transferred':
      return input.to.department;
    case 'assigned':
      return input.department;
    case 'transfer-answered':
    case 'forward-answered': {
      if (input.result !== 'transferred' || ('agent' in input && input.agent !== undefined)) return undefined;
      return { id: input.department, name: input.department };
    }
    default:
      return undefined;
  }
}
