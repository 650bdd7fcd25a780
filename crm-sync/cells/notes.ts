/**
 * Notes of new encounters: each stands until a recount has seen all that it names. Whoever wrote it may be about to insert
 * them, or have died before: then their streams are refolded by another, and they come later or never.
 */
import type { TouchesDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';

type Shelf = Pick<Tenant, 'encounters' | 'touches'>;

/** Notes looked at in one round. */
const notesLimit = 500;
/** Encounters noted this long ago are there by now, or their writer is slow or dead. */
const lateMs = 5_000;
/** Those that never came by now, never will. So long that a clock which jumps does not matter. */
const hopelessMs = 24 * 3_600_000;

/** @param seen those of its encounters that were there before the round began, if anybody looked */
export type Note = TouchesDocument & { seen: string[] };

/** Notes whose cells are to be counted now: not those of which nothing is there yet. */
export async function notesToCount({ encounters, touches }: Shelf, now: Date): Promise<Note[]> {
  const found = await touches.find({}, { limit: notesLimit }).toArray();
  const isLate = ({ at }: TouchesDocument): boolean => Math.abs(now.getTime() - at.getTime()) > lateMs;
  const late = found.filter(isLate).flatMap((note) => note.encounters);
  const there = late.length
    ? await encounters.find({ _id: { $in: late } }, { projection: { _id: 1 } }).toArray()
    : [];
  const ids = new Set(there.map(({ _id }) => _id));
  const notes = found.map((note) => ({ ...note, seen: note.encounters.filter((id) => ids.has(id)) }));
  const hopeless = (note: Note): boolean =>
    note.seen.length === 0 && now.getTime() - note.at.getTime() > hopelessMs;
  const gone = notes.filter(hopeless).map(({ _id }) => _id);
  if (gone.length) await touches.deleteMany({ _id: { $in: gone } });
  return notes.filter((note) => !isLate(note) || note.seen.length > 0);
}

/**
 * @param notes whose cells were counted after they were read
 * @param counted encounters that the recount saw
 * @returns encounters whose cells are right now
 */
export async function forgetNotes(
  { touches }: Shelf,
  notes: readonly Note[],
  counted: ReadonlySet<string>,
  now: Date,
): Promise<string[]> {
  const done: string[] = [];
  const right: string[] = [];
  for (const { _id, at, encounters, seen } of notes) {
    const there = new Set(seen);
    const left = encounters.filter((id) => !counted.has(id) && !there.has(id));
    if (left.length === 0) done.push(_id);
    else if (left.length < encounters.length && now.getTime() - at.getTime() > lateMs)
      await touches.updateOne({ _id }, { $set: { encounters: left } });
    else continue;
    right.push(...encounters.filter((id) => !left.includes(id)));
  }
  if (done.length) await touches.deleteMany({ _id: { $in: done } });
  return right;
}
