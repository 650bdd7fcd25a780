/** What an administrator changes: users, departments, custom fields, and channels, which hold nothing but messages. */
import type {
  ChannelRecord,
  CustomFieldRecord,
  DepartmentRecord,
  MessageRecord,
  UserRecord,
} from './documents';
import { OmnichannelError } from './errors';
import type { OmnichannelState } from './state';

export function changeUser(
  state: OmnichannelState,
  userId: string,
  change: Partial<Pick<UserRecord, 'name' | 'roles' | 'active' | 'language'>>,
): UserRecord {
  const user = state.user(userId);
  Object.assign(user, change);
  state.changed();
  return user;
}

/** No longer an agent, nor in any department. */
export function dismissAgent(state: OmnichannelState, userId: string): void {
  const user = state.user(userId);
  user.roles = user.roles.filter((role) => role !== 'livechat-agent');
  delete user.statusLivechat;
  for (const department of state.departments.values())
    department.agents = department.agents.filter((id) => id !== userId);
  state.changed();
}

export type DepartmentChange = Partial<Omit<DepartmentRecord, '_id' | 'agents'>>;

export function changeDepartment(
  state: OmnichannelState,
  id: string,
  change: DepartmentChange,
  agents: { upsert: string[]; remove: string[] } = { upsert: [], remove: [] },
): DepartmentRecord {
  const department = state.departments.get(id);
  if (!department) throw new OmnichannelError('error-department-not-found');
  for (const agent of agents.upsert) state.user(agent);
  Object.assign(department, change);
  const kept = department.agents.filter((agent) => !agents.remove.includes(agent));
  department.agents = [...new Set([...kept, ...agents.upsert])];
  state.changed();
  return department;
}

/** Rocket.Chat removes departments only where a setting allows it; else they are archived. */
export function removeDepartment(state: OmnichannelState, id: string): void {
  if (!state.departments.has(id)) throw new OmnichannelError('error-department-not-found');
  if (state.serverSettings.get('Omnichannel_enable_department_removal') !== true)
    throw new OmnichannelError('error-department-removal-disabled');
  state.departments.delete(id);
  state.changed();
}

export function saveCustomField(state: OmnichannelState, field: CustomFieldRecord): CustomFieldRecord {
  if (!/^[0-9a-zA-Z-_]+$/.test(field._id)) throw new OmnichannelError('error-invalid-custom-field-name');
  state.customFields.set(field._id, field);
  state.changed();
  return field;
}

export function removeCustomField(state: OmnichannelState, id: string): void {
  if (!state.customFields.delete(id)) throw new OmnichannelError('error-invalid-custom-field');
  state.changed();
}

export function addChannel(
  state: OmnichannelState,
  { name, userId }: { name: string; userId: string },
): ChannelRecord {
  if ([...state.channels.values()].some((channel) => channel.name === name))
    throw new OmnichannelError('error-duplicate-channel-name', name);
  const { _id, username } = state.user(userId);
  const ts = state.edge.clock();
  const channel: ChannelRecord = {
    _id: state.edge.id(),
    t: 'p',
    name,
    u: { _id, username },
    ts,
    messages: [],
  };
  state.channels.set(channel._id, channel);
  state.changed();
  return channel;
}

/** Rocket.Chat names them by their two people, so that two of them have one such room. */
export function openDirect(state: OmnichannelState, userId: string, username: string): ChannelRecord {
  const by = state.user(userId);
  const other = [...state.users.values()].find((user) => user.username === username && user.active);
  if (!other) throw new OmnichannelError('error-invalid-user', 'Invalid user');
  const _id = [by._id, other._id].sort().join('');
  const known = state.channels.get(_id);
  if (known) return known;
  const room: ChannelRecord = {
    ...{ _id, t: 'd' as const, name: '', usernames: [by.username, other.username] },
    ...{ u: { _id: by._id, username: by.username }, ts: state.edge.clock(), messages: [] },
  };
  state.channels.set(_id, room);
  state.changed();
  return room;
}

export function removeChannel(state: OmnichannelState, id: string): void {
  if (!state.channels.delete(id)) throw new OmnichannelError('error-room-not-found');
  state.changed();
}

export function writeInChannel(
  state: OmnichannelState,
  channel: ChannelRecord,
  given: { userId: string; msg: string; blocks?: unknown[] },
): MessageRecord {
  const { _id, username, name } = state.user(given.userId);
  const ts = state.edge.clock();
  const message = {
    _id: state.edge.id(),
    rid: channel._id,
    msg: given.msg,
    ...(given.blocks ? { blocks: given.blocks } : {}),
    ts,
    u: { _id, username, name },
    _updatedAt: ts,
  };
  channel.messages.push(message);
  state.changed();
  if (channel.t === 'd')
    state.tell({ kind: 'direct-message', channel: { ...channel, messages: [] }, message });
  return message;
}
