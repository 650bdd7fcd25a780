/**
 * The write that replaces an encounter also notes the cells it changed: those it counted in before and those it counts in
 * now. One write, so that no crash can come between. An encounter whose figures stayed the same touches nothing.
 */
import type { Document } from 'mongodb';
import type { EncounterDocument } from '../store/documents';
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

/** An encounter where there was none: it touches every cell it counts in. */
export function firstEncounter(encounter: NewEncounter, touchToken: string): EncounterDocument {
  const cells = contributionsOf(encounter);
  return { ...encounter, cells, touched: [...new Set(cells)], touchToken };
}
