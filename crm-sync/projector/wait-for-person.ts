/** Who waits for a person, and who has one. Changes the fold it is given. */
import { readIntent } from '../../src/language/intent';
import type { Fold } from './fold-state';

type Wait = Pick<Fold['encounter'], 'unansweredSince' | 'owedSince' | 'sla'>;

/** A new wait begins with a new clock; one that runs already goes on. */
function runClock(encounter: Wait, at: Date): void {
  if (encounter.unansweredSince) return;
  encounter.unansweredSince = at;
  delete encounter.owedSince;
  delete encounter.sla;
}

export function stopWaiting(encounter: Fold['encounter']): void {
  delete encounter.waitingSince;
  delete encounter.unansweredSince;
  delete encounter.owedSince;
}

/** Since when a person is waited for; a conversation that ended waits no more. */
export function waitForPerson({ encounter, memory }: Fold, at: Date): void {
  memory.firstWaitMs ??= at.getTime();
  if (encounter.state === 'closed') return;
  if (encounter.state === 'served') delete encounter.agent;
  encounter.state = 'queued';
  encounter.waitingSince ??= at;
  runClock(encounter, at);
}

/** A person has the room, and is waited for from now on at the latest: assigned is not answered. */
export function served(
  { encounter, memory }: Fold,
  at: Date,
  agent: { id: string; name?: string; username: string },
  department?: string,
): void {
  memory.firstWaitMs ??= at.getTime();
  memory.person = true;
  delete memory.queued;
  memory.assignedIn = department;
  const { agent: had, state: before } = encounter;
  encounter.agent = { id: agent.id, name: agent.name ?? agent.username };
  if (encounter.state === 'closed') return;
  encounter.state = 'served';
  delete encounter.waitingSince;
  if (before !== 'served') return runClock(encounter, at);
  // whoever has them now has their own time; who was never answered has waited all the while
  if (had && had.id !== agent.id && !encounter.unansweredSince) encounter.owedSince = at;
}

/** As long as a word of thanks alone may be. */
const mostOfThanks = 80;

/** Who wrote to a person that has them is owed an answer; thanks alone wait for none. */
export function wrote(
  { encounter }: Fold,
  at: Date,
  { text, file }: { text: string | undefined; file: boolean },
): void {
  if (encounter.state !== 'served' || encounter.unansweredSince || encounter.owedSince) return;
  const isThanks =
    !file &&
    text !== undefined &&
    text.length <= mostOfThanks &&
    !text.includes('?') &&
    readIntent(text) === 'thanks';
  if (!isThanks) encounter.owedSince = at;
}

/** A person gave it to the bot, which asks again. */
export function givenToBot({ encounter }: Fold): void {
  if (encounter.state !== 'served') return;
  encounter.state = 'bot';
  delete encounter.agent;
  stopWaiting(encounter);
}

/** Who is answered by a person waits no more, whether or not an assignment was told. */
export function answered({ encounter, memory }: Fold, at: Date): void {
  memory.person = true;
  if (memory.firstWaitMs !== undefined) encounter.firstResponseMs ??= at.getTime() - memory.firstWaitMs;
  if (encounter.state === 'closed') return;
  encounter.state = 'served';
  stopWaiting(encounter);
}
