/**
 * The write that replaces an encounter also notes the cells it changed: those it counted in before and those it counts in
 * now. One write, so that no crash can come between. An encounter whose figures stayed the same touches nothing. Cells of
 * many new encounters are noted in one document of their own, before they are inserted: to forget a note on each encounter
 * costs as much as to insert it.
 */
import type { Document } from 'mongodb';
import type { EncounterDocument, TouchesDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';
import { contributionsOf } from './metrics';

/** Encounters whose cells wait to be recounted. By the token: it has an index, `touched` has none. */
export const uncounted = { touchToken: { $gt: '' } } as const;

export type NewEncounter = Omit<EncounterDocument, 'cells' | 'touched' | 'touchToken'>;

const listOf = (field: string): Document => ({ $ifNull: [field, []] });

/**
 * An update pipeline that puts `encounter` in place of what is there.
 * @param touchToken random, one per write: who clears `touched` can tell that nothing was added meanwhile
 */
export function replaceEncounter(encounter: NewEncounter, touchToken: string): Document[] {
  const cells = { $literal: contributionsOf(encounter) };
  const touched = { $setUnion: [listOf('$touched'), listOf('$cells'), cells] };
  const kept = { touched: '$touched', touchToken: '$touchToken' };
  const noted = { $cond: [{ $eq: ['$cells', cells] }, kept, { touched, touchToken }] };
  return [{ $replaceWith: { $mergeObjects: [{ $literal: encounter }, { cells }, noted] } }];
}

/** An encounter where there was none: inserted after the note of `touchesOf`. */
export function firstEncounter(encounter: NewEncounter): EncounterDocument {
  return { ...encounter, cells: contributionsOf(encounter) };
}

/** To be stored before any of these is inserted. They touch every cell they count in. @param id random */
export function touchesOf(encounters: readonly EncounterDocument[], id: string, at: Date): TouchesDocument {
  const touched = [...new Set(encounters.flatMap(({ cells = [] }) => cells))];
  return { _id: id, at, encounters: encounters.map(({ _id }) => _id), touched };
}

/** Something whose cells wait to be recounted: the id of an encounter, or of one among those of a note. */
export async function someUncounted({
  encounters,
  touches,
}: Pick<Tenant, 'encounters' | 'touches'>): Promise<string | undefined> {
  const touched = await encounters.findOne(uncounted, { projection: { _id: 1 } });
  return touched?._id ?? (await touches.findOne({}))?.encounters[0];
}
