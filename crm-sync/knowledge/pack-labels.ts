/** What parts of a pack are called in the page's language; a part without a name is called by its id. */
import { outOfScopeRow, redFlagRow, vitalUnknownRow } from '../../src/triage/evaluate';
import { derivedLabel, flagLabel, outcomeLabel, packLabel, rowLabel } from '../../src/triage/labels';
import type { Speech, TextKey } from '../web/speech';

export interface Labelled {
  speech: Speech;
  /** A text of the pack in the page's language, when there is one. */
  find: (key: string) => string | undefined;
}

const special: ReadonlyMap<string, TextKey> = new Map([
  [redFlagRow, 'knowledgeAnyFlag'],
  [outOfScopeRow, 'knowledgeOutOfScope'],
  [vitalUnknownRow, 'knowledgeVitalUnknown'],
]);

const plain = (id: string): string => id.replace(/[_-]/g, ' ');

export function rowName({ speech, find }: Labelled, id: string): string {
  const key = special.get(id);
  return find(rowLabel(id)) ?? (key ? speech.t(key) : plain(id));
}
export const outcomeName = ({ find }: Labelled, id: string): string => find(outcomeLabel(id)) ?? plain(id);
export const derivedName = ({ find }: Labelled, id: string): string => find(derivedLabel(id)) ?? plain(id);
export const flagName = ({ find }: Labelled, id: string): string => find(flagLabel(id)) ?? plain(id);
export const packName = ({ find }: Labelled, id: string): string => find(packLabel) ?? id;
