/** Insults, jokes and flirting where something is asked: a calm sentence, and the question again. They are kept as nothing. */
import { readComplaint } from '../language/complaint';
import { isOnlyTalk } from '../language/small-talk';
import { type Draft, languageOf, sayKey } from './draft';
import { misunderstood } from './misunderstood';

/** @param again asks what stands once more @returns false when the text may tell what is wrong */
export function onTalk(draft: Draft, text: string, again: () => void): boolean {
  if (!isOnlyTalk(text) || readComplaint(text, languageOf(draft.state)).length > 0) return false;
  misunderstood(draft, () => {
    sayKey(draft, 'calm');
    again();
  });
  return true;
}
