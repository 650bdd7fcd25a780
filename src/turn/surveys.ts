/** Whose conversation is to be asked about when they write again: noted by visitor, and by day so that it is forgotten. */
import { latestNote, noteInstead, type Notes } from './notes';

export interface SurveyWorld {
  notes: Notes;
  now: () => Date;
}

const dayMs = 86_400_000;
const daysKept = 7;
const ofVisitor = (visitor: string): `survey/${string}` => `survey/${visitor}`;
const ofDay = (atMs: number): `survey-day/${string}` =>
  `survey-day/${new Date(atMs).toISOString().slice(0, 10)}`;

export async function noteSurvey(world: SurveyWorld, visitor: string, conversation: string): Promise<void> {
  const { notes, now } = world;
  const at = now().toISOString();
  await noteInstead(notes, ofVisitor(visitor), { at, conversation });
  await notes.add(ofDay(now().getTime()), { at, visitor });
  for (const days of [daysKept + 1, daysKept + 2, daysKept + 3])
    await forgetDay(world, now().getTime() - days * dayMs);
}

/** The conversation to ask about, within a week of its end. A memory that cannot be read costs nobody their beginning. */
export async function surveyOf({ notes, now }: SurveyWorld, visitor: string): Promise<string | undefined> {
  const note = latestNote(await notes.of(ofVisitor(visitor)).catch(() => []));
  const isFresh = note && now().getTime() - Date.parse(note.at) < daysKept * dayMs;
  return isFresh ? note.conversation : undefined;
}

/** It has been asked: never again. */
export async function forgetSurvey({ notes }: SurveyWorld, visitor: string): Promise<void> {
  for (const { at } of await notes.of(ofVisitor(visitor))) await notes.remove(ofVisitor(visitor), at);
}

async function forgetDay({ notes }: SurveyWorld, atMs: number): Promise<void> {
  for (const { at, visitor } of await notes.of(ofDay(atMs))) {
    if (visitor !== undefined) await notes.remove(ofVisitor(visitor), at);
    await notes.remove(ofDay(atMs), at);
  }
}
