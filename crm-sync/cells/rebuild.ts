/** All cells of a tenant anew, while the old ones are served. Beside running workers, and again after a crash, it does no harm. */
import { hourMs, hourName, hourStart, parseCellKey } from './cell';
import type { CellDocument } from '../store/documents';
import { cellsOf } from './count';
import { metricNames } from './metrics';
import { encountersOfHour, recount, type Shelf } from './recount';

export interface RebuildProgress {
  hoursDone: number;
  hoursTotal: number;
}

async function storedKeys({ cells }: Shelf, from: string, to: string): Promise<string[]> {
  const ranges = metricNames.map((metric) => ({
    _id: { $gte: `${metric}/${from}`, $lt: `${metric}/${to}` },
  }));
  const found = await cells.find({ $or: ranges }).project<Pick<CellDocument, '_id'>>({ _id: 1 }).toArray();
  return found.map(({ _id }) => _id);
}

const nextHour = (hour: string): string => hourName(new Date(hourStart(hour).getTime() + hourMs));

async function recountWhole(shelf: Shelf, hour: string): Promise<void> {
  for (;;) {
    const counted = [...cellsOf(await encountersOfHour(shelf, hour)).keys()];
    const keys = new Set([...(await storedKeys(shelf, hour, nextHour(hour))), ...counted]);
    if (keys.size === 0 || (await recount(shelf, hour, [...keys]))) return;
  }
}

async function hoursWithEncounters({ encounters }: Shelf): Promise<string[]> {
  const hours = new Set<string>();
  for await (const { startedAt } of encounters.find({}, { projection: { _id: 0, startedAt: 1 } }))
    hours.add(hourName(startedAt));
  return [...hours];
}

/** Recounts every hour that has encounters or cells. What changes meanwhile is left to the worker as usual. */
export async function rebuildCells(
  shelf: Shelf,
  progress: (done: RebuildProgress) => void = () => undefined,
): Promise<void> {
  const stored = (await storedKeys(shelf, '', '~')).map((key) => parseCellKey(key).hour);
  const hours = [...new Set([...stored, ...(await hoursWithEncounters(shelf))])].sort();
  for (const [index, hour] of hours.entries()) {
    await recountWhole(shelf, hour);
    progress({ hoursDone: index + 1, hoursTotal: hours.length });
  }
}
