/** Where the sealed fields of identity stand. */
import type { KeyOwner, SealedPlace } from '../store/data-keys';

/**
 * The patient ID is part of the owner: after an erasure the same visitor comes back under a new ID, and the destroyed
 * key stays destroyed.
 */
export function sourceOwner(patientId: string, source: string): KeyOwner {
  return `source/${patientId}/${source}`;
}

export function sourcePlace(patientId: string, source: string, conversation: string): SealedPlace {
  const owner = sourceOwner(patientId, source);
  return { owner, collection: 'sources', id: source, field: `parts.${conversation}` };
}

export function patientFactsPlace(patientId: string): SealedPlace {
  return { owner: `patient/${patientId}`, collection: 'patients', id: patientId, field: 'sealedFacts' };
}

export function notePlace(patientId: string, noteId: string): SealedPlace {
  return { owner: `patient/${patientId}`, collection: 'notes', id: noteId, field: 'sealedText' };
}
