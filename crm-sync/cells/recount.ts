/**
 * Cells recounted from their encounters. Versions make it safe beside other workers: a recount reads the cells' versions,
 * then the encounters, and writes only where the version is still the same. So what a cell says was always read later than
 * what it said before, and an encounter's note that it touched a cell may go as soon as a recount begun after it is written.
 */
import { MongoBulkWriteError, type AnyBulkWriteOperation, type WriteError } from 'mongodb';
import type { CellDocument, EncounterDocument } from '../store/documents';
import { chunksOf, streamIdChunk } from '../store/in-chunks';
import type { Tenant } from '../store/tenant';
import { hourMs, hourStart, parseCellKey, parseContribution } from './cell';
import { cellsOf, noFigures } from './count';
import { cellFactFields, type CellFacts } from './metrics';

export type Shelf = Pick<Tenant, 'cells' | 'encounters'>;

export async function encountersOfHour({ encounters }: Shelf, hour: string): Promise<CellFacts[]> {
  const from = hourStart(hour);
  const to = new Date(from.getTime() + hourMs);
  return encounters
    .find({ startedAt: { $gte: from, $lt: to } })
    .project<CellFacts>({ _id: 0, ...cellFactFields })
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
 * @returns false when another worker wrote one of them meanwhile
 */
export async function recount(shelf: Shelf, hour: string, keys: readonly string[]): Promise<boolean> {
  const before = await shelf.cells
    .find({ _id: { $in: [...keys] } })
    .project<Pick<CellDocument, '_id' | 'version'>>({ version: 1 })
    .toArray();
  const figures = cellsOf(await encountersOfHour(shelf, hour));
  // An empty cell stays: removed, it could come back with figures read before it was emptied.
  const documents = keys.map((_id) => ({ _id, version: 0, ...(figures.get(_id) ?? noFigures()) }));
  return write(shelf, documents, new Map(before.map(({ _id, version }) => [_id, version])));
}

export type TouchedEncounter = Pick<EncounterDocument, '_id' | 'touched' | 'touchToken' | 'patientId'>;

/** Encounters whose cells wait to be recounted, some of them. */
export async function touchedEncounters({ encounters }: Shelf, limit: number): Promise<TouchedEncounter[]> {
  return encounters
    .find({ touchToken: { $gt: '' } }, { limit })
    .project<TouchedEncounter>({ touched: 1, touchToken: 1, patientId: 1 })
    .toArray();
}

/** hour → keys of the cells touched */
export function touchedCells(found: readonly TouchedEncounter[]): Map<string, Set<string>> {
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
export async function recountTouched(shelf: Shelf, limit: number): Promise<TouchedEncounter[]> {
  const found = await touchedEncounters(shelf, limit);
  const left = new Set<string>();
  for (const [hour, keys] of touchedCells(found)) {
    let written = false;
    for (let attempt = 0; attempt < attempts && !written; attempt += 1)
      written = await recount(shelf, hour, [...keys]);
    if (!written) left.add(hour);
  }
  const right = found.filter((one) => [...touchedCells([one]).keys()].every((hour) => !left.has(hour)));
  await clearTouched(shelf, right);
  return right;
}
