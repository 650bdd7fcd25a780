/** What the app notes about its own running, for operators: rows that are only inserted and removed, like records. */
import type { PausedIntake, ServiceClock } from '../../contract/knowledge';

/**
 * delivered, swept: when last · left: how many records' words were left to reconciliation · knowledge: when the CRM was
 * last asked for it, and why nothing could be taken · paused: departments that take nobody new · clock: of the service ·
 * managers: whether they could be told, when last · told/…: notices · served/…: who had this visitor last · survey/…: what they are
 * to be asked about · survey-day/…: whom that was noted of · team/…: who served in a department · rung: which of the
 * CRM's tasks staff were told of (`reason`: by which command).
 */
export type NoteKind =
  | 'delivered'
  | 'swept'
  | 'left'
  | 'knowledge'
  | 'paused'
  | 'clock'
  | 'managers'
  | `told/${string}`
  | `served/${string}`
  | `survey/${string}`
  | `survey-day/${string}`
  | `team/${string}`
  | 'rung';

export interface Note {
  /** UTC with milliseconds. */
  at: string;
  count?: number;
  /** A code. */
  reason?: string;
  agent?: { username: string; name: string };
  conversation?: string;
  visitor?: string;
  paused?: PausedIntake[];
  clock?: ServiceClock;
}

/** Where notes live. The fake and Rocket.Chat's persistence pass the same contract suite. */
export interface Notes {
  add(kind: NoteKind, note: Note): Promise<void>;
  /** In no order. */
  of(kind: NoteKind): Promise<Note[]>;
  /** Removes the notes of this kind and instant. */
  remove(kind: NoteKind, at: string): Promise<void>;
}

export function latestNote(notes: readonly Note[]): Note | undefined {
  return notes.reduce<Note | undefined>(
    (last, note) => (last && last.at >= note.at ? last : note),
    undefined,
  );
}

/** Adds a note, then removes what was noted before: whoever reads in between sees both, and the later one counts. */
export async function noteInstead(notes: Notes, kind: NoteKind, note: Note): Promise<void> {
  const before = (await notes.of(kind)).filter(({ at }) => at < note.at);
  await notes.add(kind, note);
  for (const at of new Set(before.map((one) => one.at))) await notes.remove(kind, at);
}
