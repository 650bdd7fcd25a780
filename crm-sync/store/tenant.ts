/** A tenant's handle: its database and keys. Every store function takes one, so that no query can forget whose data it reads. */
import type { Collection, Db } from 'mongodb';
import type { CellDocument } from '../cells/cell';
import type { WorkspaceConfig } from '../config/config';
import type {
  AccessLogDocument,
  CommandDocument,
  DataKeyDocument,
  DecisionDocument,
  DirtyConversationDocument,
  EncounterDocument,
  EventDocument,
  MessageDocument,
  PatientDocument,
  SessionDocument,
  SignInAttemptDocument,
  StaffDocument,
} from './documents';
import type { Sealing } from './data-keys';
import type { Keyring } from './keyring';

export interface Tenant {
  id: string;
  name: string;
  /** IANA name, e.g. `America/Fortaleza`. */
  timeZone: string;
  workspaces: readonly WorkspaceConfig[];
  db: Db;
  events: Collection<EventDocument>;
  dirty: Collection<DirtyConversationDocument>;
  encounters: Collection<EncounterDocument>;
  messages: Collection<MessageDocument>;
  decisions: Collection<DecisionDocument>;
  patients: Collection<PatientDocument>;
  staff: Collection<StaffDocument>;
  sessions: Collection<SessionDocument>;
  signInAttempts: Collection<SignInAttemptDocument>;
  accessLog: Collection<AccessLogDocument>;
  dataKeys: Collection<DataKeyDocument>;
  commands: Collection<CommandDocument>;
  cells: Collection<CellDocument>;
  sealing: Sealing;
  keyring: Keyring;
}

export interface Store {
  tenants: readonly Tenant[];
  tenant(id: string): Tenant | undefined;
  /** @throws when a database does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}
