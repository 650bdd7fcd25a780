/** What the projector knows of a kind of stream. */
import type { OpenedEvent } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';

export interface StreamFold<F> {
  subject: string;
  fold: F;
  /** Write it whole, whatever is there: its documents may have been damaged. */
  whole: boolean;
  /** It was probably never written before. A wrong guess costs time only. */
  fresh?: boolean;
}

/** What became of one stream. */
export interface Written {
  subject: string;
  patientId?: string;
}

export interface StreamKind<F> {
  matches(subject: string): boolean;
  /** Pure: the same events, in any order and number, give the same fold. @throws ZodError */
  fold(events: readonly OpenedEvent[]): F | undefined;
  /**
   * Writes many folds with few round trips; doing it again changes nothing. May throw: then each stream is tried alone.
   */
  write(tenant: Tenant, folds: readonly StreamFold<F>[], now: Date): Promise<Written[]>;
  /**
   * Removes the documents of streams that have no events.
   * @param everywhere also what only a look through whole collections finds
   */
  remove(tenant: Tenant, subjects: readonly string[], everywhere?: boolean): Promise<void>;
  /** Subjects that documents name, repeated as it comes: a rebuild looks for those without events. */
  subjectsOfDocuments(tenant: Tenant): AsyncIterable<string>;
}
