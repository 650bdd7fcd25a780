import type {
  ForwardRequest,
  NewDepartment,
  NewUser,
  OmnichannelSettings,
  StartRoomOptions,
  UserMessage,
  VisitorMessage,
  VisitorRegistration,
} from './api';
import type {
  DepartmentRecord,
  InquiryRecord,
  MessageRecord,
  OmnichannelHappening,
  RoomRecord,
  UserRecord,
  VisitorRecord,
} from './documents';

export { OmnichannelError } from './errors';

const unbuilt = (): never => {
  throw new Error('not built yet');
};

/** Rocket.Chat's omnichannel, in memory, for one machine. */
export class Omnichannel {
  readonly settings: OmnichannelSettings = {
    routing: 'manual',
    assignNewConversationToBot: true,
    acceptChatsWithNoAgents: false,
  };
  readonly users = new Map<string, UserRecord>();
  readonly departments = new Map<string, DepartmentRecord>();
  readonly visitors = new Map<string, VisitorRecord>();
  readonly rooms = new Map<string, RoomRecord>();
  readonly inquiries = new Map<string, InquiryRecord>();

  constructor(readonly edge: { clock: () => Date; id: () => string }) {}

  addUser(_user: NewUser): UserRecord { return unbuilt(); }
  checkPassword(_usernameOrEmail: string, _password: string): UserRecord | undefined { return unbuilt(); }
  addDepartment(_department: NewDepartment): DepartmentRecord { return unbuilt(); }
  setPresence(_userId: string, _status: UserRecord['status'], _statusLivechat?: UserRecord['statusLivechat']): void { unbuilt(); }
  registerVisitor(_visitor: VisitorRegistration): VisitorRecord { return unbuilt(); }
  visitorByToken(_token: string): VisitorRecord | undefined { return unbuilt(); }
  openRoomOf(_token: string): RoomRecord | undefined { return unbuilt(); }
  messagesOf(_rid: string): MessageRecord[] { return unbuilt(); }
  startRoom(_visitor: VisitorRecord, _options?: StartRoomOptions): { room: RoomRecord; newRoom: boolean } { return unbuilt(); }
  sendVisitorMessage(_message: VisitorMessage): MessageRecord { return unbuilt(); }
  closeByVisitor(_close: { token: string; rid: string; comment?: string }): RoomRecord { return unbuilt(); }
  isOnline(_departmentId?: string): boolean { return unbuilt(); }
  queue(_departmentId?: string): InquiryRecord[] { return unbuilt(); }
  takeInquiry(_inquiryId: string, _userId: string): RoomRecord { return unbuilt(); }
  sendUserMessage(_message: UserMessage): MessageRecord { return unbuilt(); }
  forward(_request: ForwardRequest): boolean { return unbuilt(); }
  closeByAgent(_close: { rid: string; userId: string; comment?: string }): RoomRecord { return unbuilt(); }
  on(_listener: (happening: OmnichannelHappening) => void): () => void { return unbuilt(); }
}
