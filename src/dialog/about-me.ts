/** "What do you know about me?": the patient's number and what was answered in this chat. Nothing of anybody's record. */
import { valueLabel } from './buttons';
import { packOf, questionText } from './current-pack';
import { type Draft, label, say, sayKey } from './draft';

export function tellAboutMe(draft: Draft): void {
  const { state } = draft;
  // whoever may be violent may be looking on
  if (state.calls.includes('190') && state.safeToWrite !== true) return sayKey(draft, 'about_me_later');
  const { patientId, forDependent, setup, consent } = state;
  const number = patientId
    ? [label(draft, forDependent ? 'about_me_other_id' : 'about_me_id', { id: patientId })]
    : [];
  const told = toldSoFar(draft);
  const agreed = consent === 'given' ? [label(draft, 'about_me_consent')] : [];
  const text = setup.consent?.url ? [label(draft, 'consent_text', { url: setup.consent.url })] : [];
  const list = told.length > 0 ? told.join('\n') : label(draft, 'about_me_nothing');
  say(
    draft,
    [label(draft, 'about_me'), ...number, list, label(draft, 'about_me_rest'), ...agreed, ...text].join(
      '\n\n',
    ),
  );
}

/** Each question with its answer; nothing of a pack whose words are missing. */
function toldSoFar(draft: Draft): string[] {
  const { answers } = draft.state;
  try {
    return (packOf(draft)?.questions ?? []).flatMap((question) => {
      const value = answers[question.id];
      if (value === undefined) return [];
      return [`• ${questionText(draft, question)} **${valueLabel(draft, question, value)}**`];
    });
  } catch (error) {
    draft.fault = error as Error;
    return [];
  }
}
