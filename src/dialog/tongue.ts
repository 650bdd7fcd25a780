/** In which language the patient is spoken with. */
import type { Language } from '../../contract/event';
import { tongueOf } from '../language/tongue';
import { type Draft, languageOf, sayKey } from './draft';

function goOnIn(draft: Draft, tongue: Language | undefined): void {
  if (tongue === undefined || tongue === languageOf(draft.state)) return;
  draft.state = { ...draft.state, tongue };
}

/** Who tells of a danger in another language than the chat's is spoken with in that one from now on. */
export function hearTongueOfFlag(draft: Draft): void {
  if (draft.input.kind === 'patient-message') goOnIn(draft, tongueOf(draft.input.text));
}

/** Who begins in another language, and clearly so, is greeted again in it: who this is and whom to call is read by everybody. */
export function hearTongue(draft: Draft, text: string): void {
  const { phase } = draft.state;
  if (phase !== 'complaint' && phase !== 'consent' && phase !== 'for-whom') return;
  const before = languageOf(draft.state);
  goOnIn(draft, tongueOf(text, true));
  if (languageOf(draft.state) !== before) sayKey(draft, 'greeting');
}
