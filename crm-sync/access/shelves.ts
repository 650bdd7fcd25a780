/** What access keeps, as the few questions it asks of a tenant's database. */
import type {
  PendingSignInDocument,
  SecondFactor,
  SessionDocument,
  StaffDocument,
} from '../store/staff-documents';
import type { Tries } from './delay';

/** `disabledAt` absent = may sign in. */
export type Standing = Pick<StaffDocument, 'role' | 'disabledAt'>;

export interface StaffShelf {
  find(email: string): Promise<StaffDocument | undefined>;
  findById(staffId: string): Promise<StaffDocument | undefined>;
  /** By name. */
  list(): Promise<StaffDocument[]>;
  /** @returns false when the e-mail is already there */
  insert(person: StaffDocument): Promise<boolean>;
  /** Changes what a person may be, only while it still is `from`. @returns false when somebody changed it meanwhile */
  setStanding(email: string, from: Standing, to: Standing): Promise<boolean>;
  setPassword(email: string, passwordHash: string): Promise<void>;
  setSecondFactor(email: string, value: SecondFactor | undefined): Promise<void>;
  /** Accepts a code's step once. @returns false when that step or a later one was accepted before */
  useStep(email: string, step: number): Promise<boolean>;
  /** Uses up a recovery code. @returns false when there is none with this hash (any more) */
  useRecoveryCode(email: string, hash: string): Promise<boolean>;
  countActiveAdministrators(): Promise<number>;
}

export interface SessionShelf {
  insert(session: SessionDocument): Promise<void>;
  find(id: string): Promise<SessionDocument | undefined>;
  /** Newest first. */
  listOf(staff: string): Promise<SessionDocument[]>;
  extend(id: string, expiresAt: Date, lastUsedAt: Date): Promise<void>;
  remove(id: string): Promise<void>;
  /** Ends every session of a person, except one. */
  removeOf(staff: string, exceptId?: string): Promise<void>;
}

export interface AttemptShelf {
  find(key: string): Promise<{ tries: Tries; revision: number } | undefined>;
  /** @param revision as it was found; undefined = there was none. @returns false when somebody wrote meanwhile */
  save(key: string, revision: number | undefined, tries: Tries, expiresAt: Date): Promise<boolean>;
  clear(key: string): Promise<void>;
}

export interface PendingShelf {
  insert(pending: PendingSignInDocument): Promise<void>;
  find(id: string): Promise<PendingSignInDocument | undefined>;
  remove(id: string): Promise<void>;
  removeOf(staff: string): Promise<void>;
}

/** Seals what only the person's own sign-in needs. */
export interface SecretShelf {
  seal(person: Pick<StaffDocument, '_id' | 'staffId'>, text: string): Promise<string>;
  open(person: Pick<StaffDocument, '_id' | 'staffId'>, sealed: string): Promise<string>;
}

export interface AccessShelves {
  staff: StaffShelf;
  sessions: SessionShelf;
  attempts: AttemptShelf;
  pending: PendingShelf;
  secrets: SecretShelf;
}
