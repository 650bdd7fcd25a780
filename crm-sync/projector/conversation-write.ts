import type { Fold } from './fold-state';

/** A fold on its way to its documents. */
export interface ConversationWrite {
  conversation: string;
  fold: Fold;
  patientId?: string;
  whole: boolean;
  /** There was no encounter before: a guess until encounters are written, certain afterwards. */
  fresh?: boolean;
}
