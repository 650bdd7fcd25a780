/**
 * Cells recounted from their encounters. Versions make it safe beside other workers: a recount reads the cells' versions,
 * then the encounters, and writes only where the version is still the same. So what a cell says was always read later than
 * what it said before, and an encounter's note that it touched a cell may go as soon as a recount begun after it is written.
 */
import { MongoBulkWriteError, type AnyBulkWriteOperation, type WriteError } from 'mongodb';
import type { CellDocument, EncounterDocument } from '../store/documents';
import { chunksOf, streamIdChunk } from '../store/in-chunks';
import type { Tenant } from '../store/tenant';
import { forgetNotes, notesToCount } from './notes';
import { hourMs, hourStart, parseCellKey, parseContribution } from './cell';
import { cellsOf, noFigures } from './count';
import { cellFactFields, type CellFacts } from './metrics';

export type Shelf = Pick<Tenant, 'cells' | 'encounters' | 'touches'>;

export async function encountersOfHour(
  { encounters }: Pick<Shelf, 'encounters'>,
  hour: string,
): Promise<(CellFacts & { _id: string })[]> {
  const from = hourStart(hour);
  const to = new Date(from.getTime() + hourMs);
  return encounters
    .find({ startedAt: { $gte: from, $lt: to } })
    .project<CellFacts & { _id: string }>(cellFactFields)
    .toArray();
}

async function write(
  { cells }: Shelf,
  documents: CellDocument[],
  versions: Map<string, number>,
): Promise<boolean> {
  const operations = documents.map(({ _id, version: _version, ...figures }) => {
    const seen = versions.get(_id);
    const document = { _id, version: (seen ?? 0) + 1, ...figures };
    if (seen === undefined) return { insertOne: { document } };
    return { replaceOne: { filter: { _id, version: seen }, replacement: document } };
  }) as AnyBulkWriteOperation<CellDocument>[];
  try {
    const { insertedCount, matchedCount } = await cells.bulkWrite(operations, { ordered: false });
    return insertedCount + matchedCount === operations.length;
  } catch (error) {
    const made =
      error instanceof MongoBulkWriteError &&
      !error.result.getWriteConcernError() &&
      ([error.writeErrors].flat() as WriteError[]).every((one) => one.code === 11_000);
    if (made) return false;
    throw error;
  }
}

/**
 * Recounts cells of one hour.
 * @param keys of that hour
 * @returns ids of the encounters that were counted; nothing when another worker wrote one of the cells meanwhile
 */
export async function recount(
  shelf: Shelf,
  hour: string,
  keys: readonly string[],
): Promise<Set<string> | undefined> {
  const before = await shelf.cells
    .find({ _id: { $in: [...keys] } })
    .project<Pick<CellDocument, '_id' | 'version'>>({ version: 1 })
    .toArray();
  const encounters = await encountersOfHour(shelf, hour);
  const figures = cellsOf(encounters);
  // An empty cell stays: removed, it could come back with figures read before it was emptied.
  const documents = keys.map((_id) => ({ _id, version: 0, ...(figures.get(_id) ?? noFigures()) }));
  const written = await write(shelf, documents, new Map(before.map(({ _id, version }) => [_id, version])));
  return written ? new Set(encounters.map(({ _id }) => _id)) : undefined;
}

export type TouchedEncounter = Pick<EncounterDocument, '_id' | 'touched' | 'touchToken'>;

/** Encounters whose cells wait to be recounted, some of them. */
export async function touchedEncounters({ encounters }: Shelf, limit: number): Promise<TouchedEncounter[]> {
  return encounters
    .find({ touchToken: { $gt: '' } }, { limit })
    .project<TouchedEncounter>({ touched: 1, touchToken: 1 })
    .toArray();
}

/** hour → keys of the cells touched */
export function touchedCells(found: readonly Pick<TouchedEncounter, 'touched'>[]): Map<string, Set<string>> {
  const hours = new Map<string, Set<string>>();
  for (const key of found.flatMap(({ touched = [] }) => touched.map((one) => parseContribution(one).key))) {
    const { hour } = parseCellKey(key);
    hours.set(hour, (hours.get(hour) ?? new Set()).add(key));
  }
  return hours;
}

/** Forgets what was recounted; an encounter that was replaced meanwhile keeps its note. */
export async function clearTouched(
  { encounters }: Shelf,
  found: readonly TouchedEncounter[],
): Promise<number> {
  if (found.length === 0) return 0;
  let cleared = 0;
  // A token belongs to one write of one encounter.
  for (const some of chunksOf(
    found.flatMap((one) => one.touchToken ?? []),
    streamIdChunk,
  )) {
    const forgotten = { $unset: { touched: '', touchToken: '' } } as const;
    cleared += (await encounters.updateMany({ touchToken: { $in: some } }, forgotten)).modifiedCount;
  }
  return cleared;
}

const attempts = 5;

/**
 * One round of a worker: recounts what is touched now.
 * @returns the encounters whose cells are right now; those of hours others kept changing wait for the next round
 */
export async function recountTouched(
  shelf: Shelf,
  limit: number,
  now = new Date(),
): Promise<Pick<EncounterDocument, '_id'>[]> {
  const notes = await notesToCount(shelf, now);
  const found = await touchedEncounters(shelf, limit);
  const left = new Set<string>();
  const counted = new Set<string>();
  for (const [hour, keys] of touchedCells([...found, ...notes])) {
    let ids: Set<string> | undefined;
    for (let attempt = 0; attempt < attempts && !ids; attempt += 1)
      ids = await recount(shelf, hour, [...keys]);
    if (!ids) left.add(hour);
    for (const id of ids ?? []) counted.add(id);
  }
  const isRight = (one: Pick<TouchedEncounter, 'touched'>): boolean =>
    [...touchedCells([one]).keys()].every((hour) => !left.has(hour));
  const right = found.filter(isRight);
  await clearTouched(shelf, right);
  const ofNotes = await forgetNotes(shelf, notes.filter(isRight), counted, now);
  return [...right, ...ofNotes.map((_id) => ({ _id }))];
}
