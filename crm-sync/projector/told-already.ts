/** Is it a fact that the fold has already? Pure. */
import type { EventData } from '../../contract/event';
import type { Fold } from './fold-state';

/** The app and a reconciliation may both tell of one fact, some seconds apart. */
const sameFactMs = 60_000;

export function toldAlready(last: { to: string; atMs: number } | undefined, to: string, at: Date): boolean {
  return last?.to === to && at.getTime() - last.atMs <= sameFactMs;
}

/** While it waits, or the bot has taken it meanwhile. A person who gives the room back makes it wait again. */
export function queuedAlready(
  { encounter, memory }: Fold,
  department: string | undefined,
  at: Date,
): boolean {
  const { queued } = memory;
  if (!queued || (encounter.state !== 'queued' && encounter.state !== 'bot')) return false;
  // Not every telling knows the department.
  const isSame = !department || !queued.to || queued.to === department;
  return isSame && toldAlready(queued, queued.to, at);
}

/** The engine tells a transfer after the assignment it led to: that assignment stays. */
export function alreadyThere(
  { encounter, memory }: Fold,
  data: EventData<'acolhe.conversation.transferred.v1'>,
): boolean {
  if (encounter.state !== 'served') return false;
  const from = data.from.agent?.id;
  return from === undefined ? memory.assignedIn === data.to.department?.id : from !== encounter.agent?.id;
}
