/** The documents of who is who. All but `identityKeys` are projections of events. */
import type { Sealed } from './documents';

/** Two IDs are one person: an edge of the cluster, kept with the ID whose stream told it. */
export interface PatientLink {
  to: string;
  by: 'match' | 'staff';
  /** Kind of the strong key that matched. */
  key?: string;
  at: Date;
}

/**
 * `_id` = the printed patient ID; a projection of the stream `patient/<id>`. It exists from the moment the ID is given,
 * with `version` 0 until its registration has been folded.
 */
export interface PatientDocument {
  _id: string;
  /**
   * Who is this ID, unique over all patients: `${workspace}/${visitor id}`, or for a dependent
   * `dependent/${guardian's ID}/${blind token of the name}`. Whoever inserts first decides.
   */
  visitorIds: string[];
  createdAt: Date;
  mintedBy: 'crm' | 'app';
  dependentOf?: string;
  /** Events folded. */
  version: number;
  /** Time of the last of them. */
  changedAt?: Date;
  /** Its registration may not be in the events yet. */
  unregistered?: true;
  links?: PatientLink[];
  /** IDs that staff said are other people. */
  apart?: string[];
  /** What staff corrected and what a guardian said of a dependent: a JSON array of facts. */
  sealedFacts?: Sealed;
  /** Tokens of those facts. */
  blind?: string[];
  /** Its strong keys are not all claimed yet. */
  unclaimed?: true;
  erasedAt?: Date;
  /** The visitor of an erased ID: what comes late is still about the erased, what is new is about a new ID. */
  formerVisitorIds?: string[];
}

/** Patients that one process is giving IDs to, noted before: their registrations may not be in the events yet. */
export interface RegistrationsDocument {
  _id: string;
  patients: string[];
}

/** What one conversation said of its visitor. */
export interface SourcePart {
  conversation: string;
  /** Names the events it was read from. */
  events: string;
  /** JSON array of facts. */
  sealedFacts: Sealed;
}

/** A person as one channel knows them. `_id` = `${workspace}/${visitor id}`. */
export interface SourceDocument {
  _id: string;
  patientId: string;
  /** Changes with every write: who writes names the one they read. */
  revision: number;
  parts: SourcePart[];
  /** Tokens of all facts, see identity/blind-index.ts. */
  blind: string[];
  /** Strong keys of these facts are not all claimed yet. */
  unclaimed?: true;
}

/** Who holds a strong key. `_id` = its blind token. Never made anew: it decides between those who come at once. */
export interface IdentityKeyDocument {
  _id: string;
  kind: string;
  patientId: string;
  at: Date;
}

/** Two IDs share a strong key and contradict each other in `fields`: for people to look at. `_id` = the two IDs and the key's kind. */
export interface IdentityConflictDocument {
  _id: string;
  patients: string[];
  key: string;
  fields: string[];
  at: Date;
}

/** A note of staff about a patient. `_id` = the note's id. */
export interface NoteDocument {
  _id: string;
  patientId: string;
  staff: string;
  at: Date;
  sealedText: Sealed;
}
