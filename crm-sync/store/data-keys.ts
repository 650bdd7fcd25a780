/** Seals and opens personal text with its owner's data key: one key per conversation and one per patient record. */
import type { Sealed } from './documents';

/** Where a sealed text stands; it opens nowhere else. */
export interface SealedPlace {
  /** Whose data key: `conversation/<id>` for events and messages, `patient/<id>` for the patient record. */
  owner: `conversation/${string}` | `patient/${string}`;
  collection: string;
  /** `_id` of the document. */
  id: string;
  field: string;
}

export interface Sealing {
  seal(place: SealedPlace, text: string): Promise<Sealed>;
  /** @throws SealingError when the key is gone or the text was not sealed for this place */
  open(place: SealedPlace, sealed: Sealed): Promise<string>;
}
