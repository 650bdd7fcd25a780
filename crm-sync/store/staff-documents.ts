/** Who signs in: staff, their second factor and their sessions, as stored. */
import type { Sealed } from './documents';

export interface StaffDocument {
  /** Lower-case e-mail. */
  _id: string;
  /** Random and meaningless: how events and the audit log name this person. */
  staffId: string;
  name: string;
  role: 'attendant' | 'manager' | 'administrator' | 'epidemiologist' | 'auditor' | 'committee' | 'clinician';
  passwordHash: string;
  createdAt: Date;
  createdBy: string;
  disabledAt?: Date;
  secondFactor?: SecondFactor;
}

/** A person's authenticator app (RFC 6238). It asks for codes once `confirmedAt` is there. */
export interface SecondFactor {
  /** Sealed with the data key `staff/<staffId>`. */
  sealedSecret: Sealed;
  confirmedAt?: Date;
  /** The newest 30-second step a code was accepted of: none is accepted twice. */
  lastStep: number;
  /** Hashes of the recovery codes that are left. */
  recovery: string[];
}

/** A signed-in browser. `_id` = SHA-256 (base64url) of the cookie's token: a stolen database opens no session. */
export interface SessionDocument {
  _id: string;
  /** `_id` of the staff document. */
  staff: string;
  createdAt: Date;
  /** To the minute. */
  lastUsedAt?: Date;
  /** For people to tell their sessions apart, e.g. `Firefox · Windows`. */
  device?: string;
  /** Moves with use (TTL index); `createdAt` bounds the session's whole life. */
  expiresAt: Date;
}

/** A password was right and a code is awaited: opens nothing. `_id` = SHA-256 (base64url) of the cookie's token. */
export interface PendingSignInDocument {
  _id: string;
  /** `_id` of the staff document. */
  staff: string;
  /** `enrol`: the person must first set up their authenticator app. */
  step: 'code' | 'enrol';
  /** TTL index. */
  expiresAt: Date;
}

/** Failed tries at a door. `_id` = kind and hash of account, address or person. */
export interface SignInAttemptDocument {
  _id: string;
  failures: number;
  lastAt: Date;
  notBefore: Date;
  /** Changes with every write: who writes names the one they read. */
  revision: number;
  /** TTL index. */
  expiresAt: Date;
}
