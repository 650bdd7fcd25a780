/** What there is at the end of a run, and what may be wrong with it. */
import type { CellDocument, EncounterDocument } from '../../crm-sync/store/documents';

export interface RoomFacts {
  rid: string;
  visitorId: string;
  open: boolean;
  /** What people and bot wrote, in the room's order. */
  messages: { id: string; text: string }[];
  /** Somebody moved it to a department. */
  transferred: boolean;
  /** Told of a danger, or asked for a person, by its script. */
  kind: string;
}

export interface StoredEvent {
  id: string;
  type: string;
  subject: string;
  time: string;
  coded: Record<string, unknown>;
}

/** An event as it left the app. */
export type ToldEvent = Omit<StoredEvent, 'coded'>;

export interface Facts {
  rooms: RoomFacts[];
  /** Whether edits reach the service in this run. */
  edits: boolean;
  told: ReadonlyMap<string, ToldEvent>;
  events: StoredEvent[];
  /** By conversation, in the order of the timeline. */
  timelines: Map<string, { id: string; text: string | undefined }[]>;
  encounters: EncounterDocument[];
  /** Decisions by conversation. */
  decisions: ReadonlyMap<string, number>;
  cells: CellDocument[];
  /** Patient IDs by visitor. */
  patients: ReadonlyMap<string, string[]>;
  /** Streams that are not clean, with their state. */
  streams: { id: string; state: string }[];
  /** What the app still holds, by phase. */
  outbox: Record<string, number>;
  auditFaults: string[];
}

export interface Difference {
  what:
    | 'lost'
    | 'double'
    | 'order'
    | 'text'
    | 'coded'
    | 'cell'
    | 'patient'
    | 'stream'
    | 'outbox'
    | 'audit'
    | 'silent';
  where: string;
}
