import type {
  ForwardRequest,
  NewDepartment,
  NewUser,
  StartRoomOptions,
  UserMessage,
  VisitorField,
  VisitorMessage,
  VisitorRegistration,
} from './api';
import * as administration from './administration';
import { isOnline } from './availability';
import type {
  ChannelRecord,
  CustomFieldRecord,
  DeletedMessageRecord,
  DepartmentRecord,
  InquiryRecord,
  MessageRecord,
  RoomRecord,
  UserRecord,
  VisitorRecord,
} from './documents';
import { OmnichannelError } from './errors';
import { deleteMessage, editMessage, sendUserMessage, sendVisitorMessage } from './messages';
import {
  Passwords,
  addDepartment,
  addUser,
  grantRoles,
  registerVisitor,
  saveVisitorFields,
  userByLogin,
} from './people';
import { drainQueue, takeInquiry, waitingInquiries } from './queue';
import { closeRoom, openRoomOf, startRoom } from './rooms';
import { restoreSnapshot, takeSnapshot, type OmnichannelSnapshot } from './snapshot';
import { serverSetting, setServerSetting, type SettingValue } from './server-settings';
import { OmnichannelState, type Listener, type OmnichannelEdge } from './state';
import { forward, returnToQueue } from './transfer';

export { OmnichannelError } from './errors';

/**
 * Rocket.Chat's omnichannel, in memory, for one machine. What it answers are its own records: read them, change them
 * only through these methods. Refusals throw OmnichannelError with Rocket.Chat's code.
 */
export class Omnichannel {
  private readonly state: OmnichannelState;
  private readonly passwords = new Passwords();

  /** `kept`: what snapshot() gave; people are offline then, everything else is as it was. */
  constructor(edge: OmnichannelEdge, kept?: OmnichannelSnapshot) {
    this.state = new OmnichannelState(edge);
    if (kept !== undefined) restoreSnapshot(this.state, this.passwords, kept);
  }

  /** Everything, as a copy: records, hashes of passwords, settings. */
  snapshot(): OmnichannelSnapshot {
    return takeSnapshot(this.state, this.passwords);
  }

  get settings() {
    return this.state.settings;
  }
  get users() {
    return this.state.users;
  }
  get departments() {
    return this.state.departments;
  }
  get visitors() {
    return this.state.visitors;
  }
  get rooms() {
    return this.state.rooms;
  }
  get inquiries() {
    return this.state.inquiries;
  }

  addUser(given: NewUser): UserRecord {
    const user = addUser(this.state, given);
    if (given.password !== undefined) this.passwords.set(user._id, given.password);
    return user;
  }

  /** Adds roles; a bot made an agent is available from then on. */
  grantRoles(userId: string, ...roles: string[]): UserRecord {
    return grantRoles(this.state, userId, roles);
  }

  removeUser(userId: string): boolean {
    this.state.changed();
    return this.state.users.delete(userId);
  }

  checkPassword(usernameOrEmail: string, password: string): UserRecord | undefined {
    const user = userByLogin(this.state, usernameOrEmail);
    return user?.active && this.passwords.matches(user._id, password) ? user : undefined;
  }

  changeUser(userId: string, change: Parameters<typeof administration.changeUser>[2]): UserRecord {
    return administration.changeUser(this.state, userId, change);
  }

  setPassword(userId: string, password: string): void {
    this.passwords.set(this.state.user(userId)._id, password);
    this.state.changed();
  }

  dismissAgent(userId: string): void {
    administration.dismissAgent(this.state, userId);
  }

  changeDepartment(
    id: string,
    change: administration.DepartmentChange,
    agents?: { upsert: string[]; remove: string[] },
  ): DepartmentRecord {
    return administration.changeDepartment(this.state, id, change, agents);
  }

  removeDepartment(id: string): void {
    administration.removeDepartment(this.state, id);
  }

  get customFields(): ReadonlyMap<string, CustomFieldRecord> {
    return this.state.customFields;
  }

  saveCustomField(field: Omit<CustomFieldRecord, '_updatedAt'>): CustomFieldRecord {
    return administration.saveCustomField(this.state, { ...field, _updatedAt: this.state.edge.clock() });
  }

  removeCustomField(id: string): void {
    administration.removeCustomField(this.state, id);
  }

  get channels(): ReadonlyMap<string, ChannelRecord> {
    return this.state.channels;
  }

  addChannel(given: { name: string; userId: string }): ChannelRecord {
    return administration.addChannel(this.state, given);
  }

  /** The direct messages of a user and the one of that name, made when there are none yet. */
  openDirect(userId: string, username: string): ChannelRecord {
    return administration.openDirect(this.state, userId, username);
  }

  removeChannel(id: string): void {
    administration.removeChannel(this.state, id);
  }

  writeInChannel(id: string, given: { userId: string; msg: string; blocks?: unknown[] }): MessageRecord {
    const channel = this.state.channels.get(id);
    if (!channel) throw new OmnichannelError('error-room-not-found');
    return administration.writeInChannel(this.state, channel, given);
  }

  /** By Rocket.Chat's ids; undefined for one that is not here. */
  serverSetting(id: string): SettingValue | undefined {
    return serverSetting(this.state, id);
  }

  /** @returns false when there is no such setting or its type is another */
  setServerSetting(id: string, value: SettingValue): boolean {
    return setServerSetting(this.state, id, value);
  }

  addDepartment(given: NewDepartment): DepartmentRecord {
    return addDepartment(this.state, given);
  }

  /** An agent who comes online may be handed waiting rooms at once (auto selection). */
  setPresence(
    userId: string,
    status: UserRecord['status'],
    statusLivechat?: UserRecord['statusLivechat'],
  ): void {
    const agent = this.state.user(userId);
    agent.status = status;
    if (statusLivechat !== undefined) agent.statusLivechat = statusLivechat;
    this.state.tell({ kind: 'agent-status', agent });
    drainQueue(this.state);
  }

  registerVisitor(given: VisitorRegistration): VisitorRecord {
    return registerVisitor(this.state, given);
  }

  saveVisitorFields(token: string, fields: readonly VisitorField[]): number {
    return saveVisitorFields(this.state, token, fields);
  }

  setVisitorStatus(visitorId: string, status: VisitorRecord['status']): void {
    const visitor = this.state.visitors.get(visitorId);
    if (visitor === undefined) return;
    visitor.status = status;
    this.state.changed();
  }

  visitorByToken(token: string): VisitorRecord | undefined {
    return this.state.visitorByToken(token);
  }

  openRoomOf(token: string): RoomRecord | undefined {
    return openRoomOf(this.state, token);
  }

  /** Oldest first; copies. An unknown room has none. */
  messagesOf(rid: string): MessageRecord[] {
    return structuredClone(this.state.messages.get(rid) ?? []);
  }

  messageById(id: string): MessageRecord | undefined {
    return this.state.messageById.get(id);
  }

  startRoom(visitor: VisitorRecord, options: StartRoomOptions = {}): { room: RoomRecord; newRoom: boolean } {
    return startRoom(this.state, visitor, options);
  }

  /** What an app or the webhook's other side adds to a room. */
  saveRoomData(
    rid: string,
    data: Partial<Pick<RoomRecord, 'crmData' | 'customFields' | 'tags' | 'priorityId' | 'livechatData'>>,
  ): void {
    const room = this.state.room(rid);
    const customFields = { ...room.customFields, ...data.customFields };
    Object.assign(room, data, data.customFields === undefined ? {} : { customFields });
    room._updatedAt = this.state.edge.clock();
    this.state.changed();
  }

  sendVisitorMessage(given: VisitorMessage): MessageRecord {
    return sendVisitorMessage(this.state, given);
  }

  sendUserMessage(given: UserMessage): MessageRecord {
    return sendUserMessage(this.state, given);
  }

  /** Changes the words of a message of one's own, or with `mayAny` of anybody's. */
  editMessage(given: { messageId: string; userId: string; msg: string; mayAny?: boolean }): MessageRecord {
    return editMessage(this.state, given);
  }

  deleteMessage(given: { messageId: string; userId: string; mayAny?: boolean }): MessageRecord {
    return deleteMessage(this.state, given);
  }

  deletedMessagesOf(rid: string): DeletedMessageRecord[] {
    return this.state.deletedMessages.filter((message) => message.rid === rid);
  }

  closeByVisitor({ token, rid, comment }: { token: string; rid: string; comment?: string }): RoomRecord {
    const visitor = this.state.visitorByToken(token);
    if (visitor === undefined) throw new OmnichannelError('invalid-token');
    const room = this.state.rooms.get(rid);
    if (room === undefined || room.v.token !== token) throw new OmnichannelError('invalid-room');
    return closeRoom(this.state, room, { ...visitor, closer: 'visitor', token }, comment);
  }

  closeByAgent(given: { rid: string; userId: string; comment?: string; tags?: string[] }): RoomRecord {
    const user = this.state.user(given.userId);
    const room = this.state.room(given.rid);
    return closeRoom(this.state, room, { ...user, closer: 'user' }, given.comment, given.tags);
  }

  isOnline(departmentId?: string): boolean {
    return isOnline(this.state, departmentId);
  }

  /** Rooms that wait for an agent, of one department or of all, the longest waiting first. */
  queue(departmentId?: string): InquiryRecord[] {
    return waitingInquiries(this.state, departmentId);
  }

  /** Back into the queue of its department, or of another. False: nobody serves it. */
  returnToQueue(rid: string, departmentId?: string): boolean {
    return returnToQueue(this.state, rid, departmentId);
  }

  takeInquiry(inquiryId: string, userId: string): RoomRecord {
    return takeInquiry(this.state, inquiryId, userId);
  }

  /** Moves a room to a department or an agent. False, or an error with Rocket.Chat's code: refused, nothing changed. */
  forward(request: ForwardRequest): boolean {
    return forward(this.state, request);
  }

  /** Listeners hear everything in the order it happened, synchronously, as copies. Answers the way to stop listening. */
  on(listener: Listener): () => void {
    return this.state.on(listener);
  }
}
