/** What access keeps, as the few questions it asks of a tenant's database. */
import type { AccessLogDocument, SessionDocument, StaffDocument } from '../store/documents';

/** `disabledAt` absent = may sign in. */
export type Standing = Pick<StaffDocument, 'role' | 'disabledAt'>;

export interface StaffShelf {
  find(email: string): Promise<StaffDocument | undefined>;
  /** By name. */
  list(): Promise<StaffDocument[]>;
  /** @returns false when the e-mail is already there */
  insert(person: StaffDocument): Promise<boolean>;
  /** Changes what a person may be, only while it still is `from`. @returns false when somebody changed it meanwhile */
  setStanding(email: string, from: Standing, to: Standing): Promise<boolean>;
  setPassword(email: string, passwordHash: string): Promise<void>;
  countActiveAdministrators(): Promise<number>;
}

export interface SessionShelf {
  insert(session: SessionDocument): Promise<void>;
  find(id: string): Promise<SessionDocument | undefined>;
  extend(id: string, expiresAt: Date): Promise<void>;
  remove(id: string): Promise<void>;
  /** Ends every session of a person, except one. */
  removeOf(staff: string, exceptId?: string): Promise<void>;
}

export interface AttemptShelf {
  /** Adds to a counter at once with other callers. @returns its value afterwards */
  add(key: string, amount: number, expiresAt: Date): Promise<number>;
  clear(key: string): Promise<void>;
}

export interface AccessLogShelf {
  append(entry: AccessLogDocument): Promise<void>;
}

export interface AccessShelves {
  staff: StaffShelf;
  sessions: SessionShelf;
  attempts: AttemptShelf;
  accessLog: AccessLogShelf;
}
