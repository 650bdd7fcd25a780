/** Where each sealed field stands. Writers and readers take the places from here, so that they cannot differ. */
import type { SealedPlace } from './data-keys';

export function eventPlace(conversation: string, _id: string): SealedPlace {
  return { owner: `conversation/${conversation}`, collection: 'events', id: _id, field: 'sealedData' };
}

export function messagePlace(
  conversation: string,
  _id: string,
  field: 'sealedText' | 'sealedAuthor',
): SealedPlace {
  return { owner: `conversation/${conversation}`, collection: 'messages', id: _id, field };
}

export function commandPlace(conversation: string, _id: string): SealedPlace {
  return { owner: `conversation/${conversation}`, collection: 'commands', id: _id, field: 'sealedCommand' };
}

export function patientPlace(
  patientId: string,
  field: 'sealedName' | 'sealedEmails' | 'sealedPhones',
): SealedPlace {
  return { owner: `patient/${patientId}`, collection: 'patients', id: patientId, field };
}
