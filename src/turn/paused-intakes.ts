/** Departments that a manager has paused: kept for all processes of the app, each until its own end. */
import type { PausedIntake } from '../../contract/knowledge';
import { isPressing } from '../routing/urgency';
import { latestNote, noteInstead, type Notes } from './notes';
import type { Records } from './records';
import { stateOf } from './turn';

/** What the CRM said last; written only where it is news. */
export async function keepPaused(notes: Notes, paused: readonly PausedIntake[], now: Date): Promise<void> {
  const before = latestNote(await notes.of('paused'))?.paused ?? [];
  if (JSON.stringify(before) === JSON.stringify(paused)) return;
  await noteInstead(notes, 'paused', { at: now.toISOString(), paused: [...paused] });
}

function isPaused(paused: readonly PausedIntake[], department: string, now: Date): boolean {
  return paused.some(
    ({ id, name, until }) => (id === department || name === department) && now.getTime() < Date.parse(until),
  );
}

/**
 * Is this conversation not to go to that department now? Nobody who is pressing is ever held back, nor anybody of whom
 * nothing is known.
 * @param department id or name
 */
export async function isHeldBack(
  world: { notes: Notes; records: Pick<Records, 'ofConversation'>; now: () => Date } & Parameters<
    typeof stateOf
  >[0],
  department: string,
  conversation: string,
): Promise<boolean> {
  const paused = latestNote(await world.notes.of('paused'))?.paused ?? [];
  if (!isPaused(paused, department, world.now())) return false;
  const { state } = await stateOf(world, await world.records.ofConversation(conversation));
  if (state?.phase !== 'waiting') return false;
  return !isPressing(state.urgency ?? 'red') && state.climb?.ladder.pressing !== true;
}
