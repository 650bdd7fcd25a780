/** What callers hand to the omnichannel; its answers are the records of documents.ts. */
import type { MessageRecord, RoomRecord, UserRecord } from './documents';

export interface OmnichannelSettings {
  /** Who hands out waiting rooms: the agents themselves, or the least busy available agent is given them. */
  routing: 'manual' | 'auto';
  /** A bot agent serves every new room first (Rocket.Chat's `Livechat_assign_new_conversation_to_bot`). */
  assignNewConversationToBot: boolean;
  /** The chat counts as online even when nobody is (Rocket.Chat's `Livechat_accept_chats_with_no_agents`). */
  acceptChatsWithNoAgents: boolean;
}

export interface NewUser {
  /** Made when absent. */
  _id?: string;
  username: string;
  name: string;
  roles: string[];
  type?: UserRecord['type'];
  password?: string;
  emails?: string[];
  maxNumberSimultaneousChat?: number;
  appId?: string;
}

export interface NewDepartment {
  name: string;
  /** User ids. */
  agents?: string[];
  description?: string;
  email?: string;
  enabled?: boolean;
  showOnRegistration?: boolean;
  showOnOfflineForm?: boolean;
  allowReceiveForwardOffline?: boolean;
}

export interface VisitorRegistration {
  token: string;
  name?: string;
  email?: string;
  phone?: string;
  /** Id or name of a department. */
  department?: string;
}

export interface VisitorField {
  key: string;
  value: string;
  overwrite: boolean;
}

export interface VisitorMessage {
  token: string;
  rid: string;
  msg: string;
  /** Given twice, the second call answers the first message and tells nobody. */
  _id?: string;
  file?: MessageRecord['file'];
}

export interface UserMessage {
  rid: string;
  userId: string;
  msg: string;
  blocks?: unknown[];
  customFields?: Record<string, unknown>;
}

export interface ForwardRequest {
  rid: string;
  byUserId: string;
  departmentId?: string;
  userId?: string;
  comment?: string;
}

export interface StartRoomOptions {
  source?: RoomRecord['source'];
  departmentId?: string;
  customFields?: Record<string, unknown>;
}
