/** Where each sealed field stands. Writers and readers take the places from here, so that they cannot differ. */
import type { KeyOwner, SealedPlace } from './data-keys';

/** Whose key seals the events of a stream: rooms' ids hold no slash, so that `patient/<id>` is never a room. */
export function ownerOfStream(subject: string): KeyOwner {
  // A patient's follow-ups, one a disease, are erased with the patient.
  if (subject.startsWith('follow-up/')) return `patient/${subject.split('/')[1] ?? ''}`;
  return /^(patient|investigation|report|agenda|professional)\//.test(subject)
    ? (subject as KeyOwner)
    : `conversation/${subject}`;
}

export function eventPlace(subject: string, _id: string): SealedPlace {
  return { owner: ownerOfStream(subject), collection: 'events', id: _id, field: 'sealedData' };
}

export function tagsPlace(conversation: string): SealedPlace {
  return {
    owner: `conversation/${conversation}`,
    collection: 'encounters',
    id: conversation,
    field: 'sealedTags',
  };
}

export function answersPlace(conversation: string, _id: string): SealedPlace {
  return {
    owner: `conversation/${conversation}`,
    collection: 'decisions',
    id: _id,
    field: 'sealedAnswers',
  };
}

export function becausePlace(conversation: string, _id: string): SealedPlace {
  return {
    owner: `conversation/${conversation}`,
    collection: 'decisions',
    id: _id,
    field: 'sealedBecause',
  };
}

export function laterPlace(conversation: string, _id: string): SealedPlace {
  return { owner: `conversation/${conversation}`, collection: 'decisions', id: _id, field: 'sealedLater' };
}

export function fileNamePlace(conversation: string, _id: string, fileId: string): SealedPlace {
  return {
    owner: `conversation/${conversation}`,
    collection: 'messages',
    id: _id,
    field: `files.${fileId}.sealedName`,
  };
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
