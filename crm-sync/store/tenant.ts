/** A tenant's handle: its database and keys. Every store function takes one, so that no query can forget whose data it reads. */
import type { Collection, Db } from 'mongodb';
import type { AuditLog } from '../audit/log';
import type { TenantConfig, WorkspaceConfig } from '../config/config';
import type {
  CellDocument,
  CommandDocument,
  DataKeyDocument,
  DecisionDocument,
  EncounterDocument,
  EventDocument,
  MessageDocument,
  StreamDocument,
  TouchesDocument,
} from './documents';
import type { SessionDocument, SignInAttemptDocument, StaffDocument } from './staff-documents';
import type { AgendaDayDocument, AppointmentDocument, ProfessionalDocument } from './appointment-documents';
import type { FollowUpDocument } from './follow-up-document';
import type { Sealing } from './data-keys';
import type {
  IdentityConflictDocument,
  IdentityKeyDocument,
  NoteDocument,
  PatientDocument,
  RegistrationsDocument,
  SourceDocument,
} from './identity-documents';
import type { Keyring } from './keyring';
import type { Refusal } from './tenant-source';

export interface Tenant {
  id: string;
  name: string;
  /** IANA name, e.g. `America/Fortaleza`. */
  timeZone: string;
  /** Absent = `optional`. */
  secondFactor?: TenantConfig['secondFactor'];
  workspaces: readonly WorkspaceConfig[];
  /** Keep the bytes of files, sealed. Absent = no. */
  keepFiles?: TenantConfig['keepFiles'];
  /** When the bot may write of its own accord. Absent = 08:00 to 20:00. */
  contactHours?: TenantConfig['contactHours'];
  db: Db;
  events: Collection<EventDocument>;
  streams: Collection<StreamDocument>;
  encounters: Collection<EncounterDocument>;
  messages: Collection<MessageDocument>;
  decisions: Collection<DecisionDocument>;
  followUps: Collection<FollowUpDocument>;
  professionals: Collection<ProfessionalDocument>;
  agendaDays: Collection<AgendaDayDocument>;
  appointments: Collection<AppointmentDocument>;
  patients: Collection<PatientDocument>;
  sources: Collection<SourceDocument>;
  registrations: Collection<RegistrationsDocument>;
  identityKeys: Collection<IdentityKeyDocument>;
  identityConflicts: Collection<IdentityConflictDocument>;
  notes: Collection<NoteDocument>;
  staff: Collection<StaffDocument>;
  sessions: Collection<SessionDocument>;
  signInAttempts: Collection<SignInAttemptDocument>;
  dataKeys: Collection<DataKeyDocument>;
  commands: Collection<CommandDocument>;
  cells: Collection<CellDocument>;
  touches: Collection<TouchesDocument>;
  sealing: Sealing;
  keyring: Keyring;
  audit: AuditLog;
}

export interface Store {
  /** Those served now. The list stays the same object and changes when tenants come and go. */
  tenants: readonly Tenant[];
  tenant(id: string): Tenant | undefined;
  /** Why a tenant that is known is not served. */
  refusal(id: string): Refusal | undefined;
  /** Tenants that are known and archived: their ids. */
  archived(): readonly string[];
  /** Called after tenants came or went. @returns ends the listening */
  onChange(listener: () => void): () => void;
  /** @throws when a database does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}
