/** The service's own clock, as the CRM said it last: kept for all processes of the app. */
import type { ServiceClock } from '../../contract/knowledge';
import { latestNote, noteInstead, type Notes } from './notes';

/** Written only where it is news. */
export async function keepClock(notes: Notes, clock: ServiceClock, now: Date): Promise<void> {
  const before = await clockOf(notes);
  if (JSON.stringify(before) === JSON.stringify(clock)) return;
  await noteInstead(notes, 'clock', { at: now.toISOString(), clock });
}

export async function clockOf(notes: Pick<Notes, 'of'>): Promise<ServiceClock | undefined> {
  return latestNote(await notes.of('clock'))?.clock;
}
