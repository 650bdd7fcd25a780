/**
 * Walking a ladder: first every rung where somebody may be there now, in order; then, where nobody was, the queue of one of
 * them that has agents; at last one of any. Each answer fills one place of a finite list, so a round ends and asks nothing
 * twice. Pure.
 */
import type { Offer, Places, Rung } from './route';
import { isPressing } from './urgency';

/**
 * `closed`: by its hours · `away`: nobody is there · `full`: all who are there have as many as they may · `paused`: takes
 * nobody new · `gone`: no such department or person any more · `unstaffed`: no agents belong to it · `refused`: for no reason
 * that is known.
 */
export type RungAnswer = 'taken' | 'refused' | 'closed' | 'away' | 'full' | 'paused' | 'gone' | 'unstaffed';

/** Plain JSON: it is kept in the conversation's state. */
export interface Ladder {
  rungs: readonly Rung[];
  offers: readonly Offer[];
  pressing: boolean;
  /** By rung, of who is there now. */
  answers: readonly (RungAnswer | null)[];
  /** By rung, of its queue. */
  queues: readonly (RungAnswer | null)[];
}

/** What is kept of a ladder while it is climbed. */
export interface Climb {
  ladder: Ladder;
  /** Id of the rule, and what it marks them with. */
  rule?: string;
  tags?: readonly string[];
  /** They wait there already: to end up there again is no news. */
  from?: string;
}

export type Move =
  /** `waits`: also where nobody is there now. `unstaffed`: even where nobody belongs to it. */
  | { kind: 'try'; at: number; rung: Rung; waits: boolean; unstaffed?: true }
  | { kind: 'taken'; rung: Rung; waits: boolean }
  /** No rung would have them, not even to wait. */
  | { kind: 'nowhere' };

/** @param closed by its hours, asked of each rung; it holds up nobody who is pressing */
export function ladderOf(places: Places, closed: (rung: Rung) => boolean): Ladder {
  const { rungs, offers, urgency } = places;
  const pressing = isPressing(urgency);
  return {
    ...{ rungs, offers, pressing },
    answers: rungs.map((rung) => (!pressing && rung.kind !== 'person' && closed(rung) ? 'closed' : null)),
    queues: rungs.map(() => null),
  };
}

/** What is to be done now. */
export function moveOf({ rungs, answers, queues, pressing }: Ladder): Move {
  const found = answers.indexOf('taken');
  const waitsAt = queues.indexOf('taken');
  const taken = found >= 0 ? found : waitsAt;
  if (taken >= 0) return { kind: 'taken', rung: rungs[taken] as Rung, waits: found < 0 };
  // who is pressing takes a free place wherever one is; for others the queue they belong in is better
  const busy = !pressing && answers.includes('full');
  const next = rungs.findIndex((rung, at) => answers[at] === null && !(rung.spare && busy));
  if (next >= 0) return { kind: 'try', at: next, rung: rungs[next] as Rung, waits: false };
  const queue = rungs
    .map((rung, at) => ({ rung, at, rank: queueRank(answers[at] ?? null, pressing) }))
    .filter(({ rung, at }) => rung.kind !== 'person' && answers[at] !== 'gone')
    .sort((a, b) => a.rank - b.rank || a.at - b.at);
  const isUnstaffed = (at: number): boolean =>
    queues[at] === 'unstaffed' || (queues[at] === null && answers[at] === 'unstaffed');
  const staffed = queue.find(({ at }) => queues[at] === null && !isUnstaffed(at));
  if (staffed) return { kind: 'try', at: staffed.at, rung: staffed.rung, waits: true };
  const any = queue.find(({ at }) => isUnstaffed(at));
  return any
    ? { kind: 'try', at: any.at, rung: any.rung, waits: true, unstaffed: true }
    : { kind: 'nowhere' };
}

/** Where somebody is there, though busy, the wait is shortest; a paused queue is better than none. */
function queueRank(answer: RungAnswer | null, pressing: boolean): number {
  if (answer === 'full') return 0;
  return answer === 'paused' && !pressing ? 2 : 1;
}

/** The one transition: the ladder after its move was answered. A ladder with no move left stays as it is. */
export function climbed(ladder: Ladder, answer: RungAnswer): Ladder {
  const move = moveOf(ladder);
  if (move.kind !== 'try') return ladder;
  // nothing more can be tried there
  const is = move.unstaffed && answer === 'unstaffed' ? 'refused' : answer;
  const told = (list: Ladder['answers']): Ladder['answers'] =>
    list.map((one, at) => (at === move.at ? is : one));
  return move.waits
    ? { ...ladder, queues: told(ladder.queues) }
    : { ...ladder, answers: told(ladder.answers) };
}

/** Is nobody there now, on any rung that was asked? Where somebody is busy, somebody is there. */
export function isNobodyThere({ answers }: Pick<Ladder, 'answers'>): boolean {
  return !answers.some((answer) => answer === 'taken' || answer === 'full');
}
