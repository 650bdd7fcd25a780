import type { OmnichannelSettings } from './api';
import type {
  ChannelRecord,
  CustomFieldRecord,
  DeletedMessageRecord,
  DepartmentRecord,
  InquiryRecord,
  MessageRecord,
  OmnichannelHappening,
  RoomRecord,
  UserRecord,
  VisitorRecord,
} from './documents';
import { OmnichannelError } from './errors';

export type Listener = (happening: OmnichannelHappening) => void;

export interface OmnichannelEdge {
  clock: () => Date;
  id: () => string;
  /** Called at every change of a record, before or after it, also at those that nobody is told of. */
  changed?: () => void;
}

/** The records, and the telling of what happened to them. Rules live in the files beside it. */
export class OmnichannelState {
  readonly settings: OmnichannelSettings = {
    routing: 'manual',
    assignNewConversationToBot: true,
    acceptChatsWithNoAgents: false,
  };
  /** Those of Rocket.Chat's settings that rule nothing here; see server-settings.ts. */
  readonly serverSettings = new Map<string, string | number | boolean>();
  readonly customFields = new Map<string, CustomFieldRecord>();
  readonly channels = new Map<string, ChannelRecord>();
  readonly users = new Map<string, UserRecord>();
  readonly departments = new Map<string, DepartmentRecord>();
  readonly visitors = new Map<string, VisitorRecord>();
  readonly rooms = new Map<string, RoomRecord>();
  readonly inquiries = new Map<string, InquiryRecord>();
  readonly messages = new Map<string, MessageRecord[]>();
  readonly deletedMessages: DeletedMessageRecord[] = [];
  readonly messageById = new Map<string, MessageRecord>();
  /** The place in the queue each waiting room was last told. */
  readonly toldPosition = new Map<string, number>();
  private readonly listeners = new Set<Listener>();
  private readonly untold: OmnichannelHappening[] = [];
  private telling = false;

  constructor(readonly edge: OmnichannelEdge) {}

  changed(): void {
    this.edge.changed?.();
  }

  on(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Listeners get copies, in the order things happened: what a listener causes is told after what it was told of. A
   * listener that throws does not undo what happened; its error surfaces on its own.
   */
  tell(happening: OmnichannelHappening): void {
    this.changed();
    this.untold.push(structuredClone(happening));
    if (this.telling) return;
    this.telling = true;
    try {
      for (let next = this.untold.shift(); next !== undefined; next = this.untold.shift()) {
        for (const listener of this.listeners) {
          try {
            listener(next);
          } catch (error) {
            queueMicrotask(() => {
              throw error;
            });
          }
        }
      }
    } finally {
      this.telling = false;
    }
  }

  user(id: string): UserRecord {
    const user = this.users.get(id);
    if (user === undefined) throw new OmnichannelError('error-invalid-user');
    return user;
  }

  room(rid: string): RoomRecord {
    const room = this.rooms.get(rid);
    if (room === undefined) throw new OmnichannelError('error-invalid-room');
    return room;
  }

  /** By id first, then by name, as Rocket.Chat looks departments up. */
  department(idOrName: string): DepartmentRecord {
    const found =
      this.departments.get(idOrName) ?? [...this.departments.values()].find((d) => d.name === idOrName);
    if (found === undefined) throw new OmnichannelError('error-invalid-department', idOrName);
    return found;
  }

  visitorByToken(token: string): VisitorRecord | undefined {
    return [...this.visitors.values()].find((visitor) => visitor.token === token);
  }

  inquiryOf(rid: string): InquiryRecord | undefined {
    return [...this.inquiries.values()].find((inquiry) => inquiry.rid === rid);
  }
}
