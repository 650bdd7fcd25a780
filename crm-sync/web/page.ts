/** What every page is given, and what the routes of all capabilities are given. */
import type { SecondFactorPolicy } from '../access/second-factor';
import type { SignedIn } from '../access/session';
import type { AccessShelves } from '../access/shelves';
import type { Action } from '../access/permissions';
import type { AuditReads } from '../audit/audit-reads';
import type { AuditLog } from '../audit/log';
import type { FileReads } from '../files/kept-files';
import type { FollowUpShelf } from '../follow-up/task-reads';
import type { PatientChanges } from '../patients/patient-changes';
import type { InvestigationStore } from '../investigations/investigation-store';
import type { KnowledgeStore } from '../knowledge/knowledge-store';
import type { PatientReads } from '../patients/patient-reads';
import type { Changes } from '../projector/changes';
import type { RescreenStore } from '../rescreen/rescreen-store';
import type { ReportStore } from '../reports/report-store';
import type { SetAsideShelf } from '../set-aside/set-aside-routes';
import type { SupervisionDesk } from '../supervision/supervision-desk';
import type { SupervisionReads } from '../supervision/supervision-reads';
import type { OutcomeShelf } from '../tasks/outcome-shelf';
import type { ConversationTasks } from '../tasks/task-shelf';
import type { Assets } from './assets';
import type { LiveHub } from './live';
import type { Speech } from './speech';

/** One tenant as the pages see it. */
export interface PageTenant {
  id: string;
  name: string;
  timeZone: string;
  secondFactor: SecondFactorPolicy;
  access: AccessShelves;
  patients: PatientReads;
  patientChanges: PatientChanges;
  files: FileReads;
  supervision: SupervisionReads;
  desk: SupervisionDesk;
  followUps: FollowUpShelf;
  conversationTasks: ConversationTasks;
  outcomes: OutcomeShelf;
  investigations: InvestigationStore;
  reports: ReportStore;
  rescreens: RescreenStore;
  knowledge: KnowledgeStore;
  setAside: SetAsideShelf;
  audit: Pick<AuditLog, 'append'> & AuditReads;
}

export interface PageDeps {
  /** Those served now; the list stays the same object and changes when tenants come and go. */
  tenants: readonly PageTenant[];
  /** Ids of those that are known and served no more. */
  archived: () => readonly string[];
  changes: Changes;
  /** At least 32 bytes; ties form tokens to sessions. */
  sessionKey: Buffer;
  now: () => Date;
  randomBytes: (count: number) => Uint8Array;
}

/** What routes are given: the dependencies and what registering made. */
export interface PageTools extends PageDeps {
  live: LiveHub;
}

export interface PageContext {
  speech: Speech;
  assets: Assets;
  theme?: 'light' | 'dark';
  tenantName?: string;
  signedIn?: SignedIn;
  /** The token every form carries. */
  csrf: string;
  /** Path and query of this page: where the language switch comes back to. */
  path: string;
  now: Date;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may use the route. A page route without it is refused to everybody. */
    access?: Action | 'signed-in' | 'public';
    /** Asked for by a page itself: answers 401 instead of a redirect, and does not count as use of the session. */
    background?: boolean;
  }
  interface FastifyRequest {
    signedIn?: SignedIn;
    pageTenant?: PageTenant;
  }
}
