/** Who this is, as the CRM or the app itself says. */
import { type Draft, emit, sayKey } from './draft';
import type { InputOf } from './input';
import { onConsentKnown } from './opening';

export function onIdentified(draft: Draft, input: InputOf<'identified'>): void {
  // of the person the conversation is about, and nobody else
  if (input.known && Boolean(input.dependent) === Boolean(draft.state.forDependent))
    draft.state = { ...draft.state, known: input.known };
  if (input.dependent) return onDependentIdentified(draft, input);
  if (draft.state.writerId) return;
  draft.state = { ...draft.state, writerId: input.patientId };
  // who they write for was told of before: that is whom the conversation is about
  if (draft.state.patientId) return;
  draft.state = { ...draft.state, patientId: input.patientId };
  const { patientId, mintedBy } = input;
  emit(draft, 'acolhe.patient.identified.v1', 'identified', { patientId, mintedBy });
  if (draft.state.joined || draft.state.phase === 'closed') return;
  sayKnown(draft, input);
  if (input.consented) onConsentKnown(draft);
}

/** Who was here before is greeted so: the CRM tells of a history only where it is certain whose it is. */
function sayKnown(draft: Draft, input: InputOf<'identified'>): void {
  const { patientId: id, earlierConversations, lastConversationAt } = input;
  if (earlierConversations === 0) return sayKey(draft, 'your_id', { id });
  if (!lastConversationAt) return sayKey(draft, 'your_id_again', { id });
  const days = Math.floor((Date.parse(input.at) - Date.parse(lastConversationAt)) / 86_400_000);
  if (days < 1) return sayKey(draft, 'your_id_today', { id });
  sayKey(draft, days < 2 ? 'your_id_day' : 'your_id_days', { id, days });
}

function onDependentIdentified(draft: Draft, input: InputOf<'identified'>): void {
  const { patientId, mintedBy } = input;
  const dependentOf = input.guardianId ?? draft.state.writerId;
  // without the writer's own ID, or with the very same, nothing says that this is somebody else
  if (!dependentOf || dependentOf === patientId) return;
  draft.state = { ...draft.state, patientId };
  emit(draft, 'acolhe.patient.identified.v1', 'identified', { patientId, mintedBy, dependentOf });
  if (draft.state.joined || draft.state.phase === 'closed') return;
  sayKey(draft, 'dependent_id', { id: patientId });
}
