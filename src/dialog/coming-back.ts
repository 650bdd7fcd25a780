/** Who comes back by themselves while an answer of their monitoring is waited for is asked then and there. */
import type { DueFollowUp } from '../../contract/question';
import type { Answers, Pack } from '../triage/pack';
import { readFindings } from '../language/findings';
import { otherButton } from './buttons';
import { type Draft, label, languageOf, sayKey } from './draft';
import { isAskedBy } from './elsewhere';
import { begun, followUpRefusal } from './follow-up';
import type { InputOf } from './input';
import { startTriage } from './interview';

/** What the follow-up asks with: what the CRM knows, and what was said just now of how they are. */
function answersBack({ answers: known }: DueFollowUp, said: Answers): Answers {
  // the day is counted from the onset that was told first
  const { symptom_duration: _day, ...own } = said;
  return { ...known, ...own };
}

/** Can the answer that is waited for be asked for here and now? */
function fitsNow({ state, knowledge }: Draft, input: InputOf<'identified'>, due: DueFollowUp): boolean {
  if (Boolean(input.dependent) !== Boolean(state.forDependent)) return false;
  if (
    state.joined ||
    state.ledBy !== undefined ||
    followUpRefusal({ ...state, phase: 'complaint' }, knowledge, due)
  )
    return false;
  if (state.setup.consent && state.consent !== 'given') return false;
  if (state.phase === 'complaint' || state.phase === 'for-whom') return true;
  if (state.phase !== 'asking' && state.phase !== 'confirming') return false;
  // they wrote before it was known who they are: of the same illness, or nothing that was understood
  const pack = knowledge.packs[due.pack] as Pack;
  const isAsked = (id: string): boolean => pack.questions.some((question) => question.id === id);
  const { told = [], asked, answers } = state;
  const related = told.length === 0 || told.some((concept) => isAskedBy(pack, concept));
  return related && asked.length <= 1 && Object.keys(answers).every(isAsked);
}

/** Who comes back while an answer is waited for reads why, and is asked. @returns whether they are */
export function leadBack(draft: Draft, input: InputOf<'identified'>): boolean {
  const { followUp: due } = input;
  if (!due || !fitsNow(draft, input, due)) return false;
  if (draft.state.phase === 'for-whom') draft.state = { ...draft.state, due };
  else lead(draft, due, '');
  return draft.state.ledBy !== undefined;
}

/** They said that it is about themselves, and what is wrong: as `leadBack`, if that may be the same illness. */
export function leadOnSelf(draft: Draft, complaint: string): boolean {
  const { due } = draft.state;
  const pack = due && draft.knowledge.packs[due.pack];
  if (!due || !pack) return false;
  const told = readFindings(complaint, languageOf(draft.state)).filter(({ value }) => value !== 'no');
  if (told.length > 0 && !told.some(({ concept }) => isAskedBy(pack, concept))) return false;
  lead(draft, due, complaint);
  return true;
}

function lead(draft: Draft, due: DueFollowUp, complaint: string): void {
  const { answers } = draft.state;
  draft.state = { ...draft.state, ...begun(due.pack, answersBack(due, answers)), due: undefined };
  const disease = label(draft, `follow_up_disease_${due.disease}`);
  sayKey(draft, 'follow_up_back', { disease }, [otherButton(draft)]);
  startTriage(draft, complaint);
}
