/**
 * The stand-in's records, in the shapes Rocket.Chat's REST API publishes (`_id`, `u`, `ts`, `v`, `servedBy` …), so that
 * the widget, the agent page and crm-sync read the same answers they would read from a real workspace.
 */
export interface UserRecord {
  _id: string;
  username: string;
  name: string;
  type: 'user' | 'bot' | 'app';
  roles: string[];
  emails: { address: string; verified: boolean }[];
  active: boolean;
  status: 'online' | 'away' | 'busy' | 'offline';
  statusLivechat?: 'available' | 'not-available';
  /** Largest number of open rooms at once; 0 = no limit. */
  maxNumberSimultaneousChat: number;
  appId?: string;
  /** Of their client, e.g. `en` or `pt-BR`. */
  language?: string;
  createdAt: Date;
}

export interface DepartmentRecord {
  _id: string;
  name: string;
  description?: string;
  enabled: boolean;
  email: string;
  showOnRegistration: boolean;
  showOnOfflineForm: boolean;
  allowReceiveForwardOffline: boolean;
  /** User ids of its agents. */
  agents: string[];
}

export interface VisitorRecord {
  _id: string;
  token: string;
  username: string;
  name?: string;
  visitorEmails?: { address: string }[];
  phone?: { phoneNumber: string }[];
  department?: string;
  status: 'online' | 'away' | 'offline';
  livechatData?: Record<string, string>;
  ts: Date;
}

export interface RoomRecord {
  _id: string;
  t: 'l';
  fname: string;
  open: boolean;
  ts: Date;
  lm?: Date;
  msgs: number;
  v: { _id: string; token: string; username: string; name?: string; status: string };
  departmentId?: string;
  servedBy?: { _id: string; username: string; ts: Date };
  waitingResponse: boolean;
  source: { type: 'widget' | 'app' | 'api' | 'email' | 'sms' | 'other'; alias?: string };
  closedAt?: Date;
  closedBy?: { _id: string; username?: string };
  closer?: 'user' | 'visitor' | 'bot';
  closingComment?: string;
  tags?: string[];
  priorityId?: string;
  livechatData?: Record<string, string>;
  customFields?: Record<string, unknown>;
  crmData?: unknown;
  _updatedAt: Date;
}

export interface MessageRecord {
  _id: string;
  rid: string;
  /** System messages: `livechat-started`, `livechat_transfer_history`, `livechat-close`, `uj`, `ul` … */
  t?: string;
  msg: string;
  ts: Date;
  u: { _id: string; username: string; name?: string };
  /** Present on the visitor's own messages. */
  token?: string;
  alias?: string;
  blocks?: unknown[];
  customFields?: Record<string, unknown>;
  transferData?: unknown;
  file?: { _id: string; name: string; type: string; size?: number };
  editedAt?: Date;
  editedBy?: { _id: string; username: string };
  _updatedAt: Date;
}

/** A message that was deleted: what Rocket.Chat's trash still knows. */
export interface DeletedMessageRecord {
  _id: string;
  rid: string;
  _deletedAt: Date;
}

/** A livechat custom field, as an administrator defines it; visitors' values stand in `livechatData`. */
export interface CustomFieldRecord {
  /** The field's name. */
  _id: string;
  label: string;
  scope: 'visitor' | 'room';
  visibility: 'visible' | 'hidden';
  regexp: string;
  searchable?: boolean;
  type?: string;
  required?: boolean;
  defaultValue?: string;
  options?: string;
  public?: boolean;
  _updatedAt: Date;
}

/** A private channel of staff, or the direct messages of two of them. */
export interface ChannelRecord {
  _id: string;
  t: 'p' | 'd';
  name: string;
  /** Of direct messages: whose. */
  usernames?: string[];
  u: { _id: string; username: string };
  ts: Date;
  /** Oldest first. */
  messages: MessageRecord[];
}

/** A room waiting for an agent. */
export interface InquiryRecord {
  _id: string;
  rid: string;
  name: string;
  ts: Date;
  department?: string;
  status: 'ready' | 'queued' | 'taken';
  message: string;
  v: RoomRecord['v'];
  queueOrder: number;
  _updatedAt: Date;
}

/** What happens, in the order it happens; REST/DDP pushes, the webhook and the engine's hooks all listen to these. */
export type OmnichannelHappening =
  | { kind: 'room-started'; room: RoomRecord }
  | { kind: 'message-sent'; room: RoomRecord; message: MessageRecord }
  | { kind: 'message-edited'; room: RoomRecord; message: MessageRecord }
  | { kind: 'message-deleted'; room: RoomRecord; messageId: string }
  | { kind: 'agent-assigned'; room: RoomRecord; agent: UserRecord }
  | { kind: 'agent-unassigned'; room: RoomRecord; agent: UserRecord }
  | {
      kind: 'room-transferred';
      room: RoomRecord;
      type: 'agent' | 'department';
      from: UserRecord | DepartmentRecord | undefined;
      to: UserRecord | DepartmentRecord;
    }
  | { kind: 'room-closed'; room: RoomRecord }
  | { kind: 'guest-saved'; visitor: VisitorRecord }
  | { kind: 'inquiry-changed'; inquiry: InquiryRecord }
  | { kind: 'queue-position'; rid: string; position: number }
  | { kind: 'agent-status'; agent: UserRecord }
  | { kind: 'direct-message'; channel: ChannelRecord; message: MessageRecord };
