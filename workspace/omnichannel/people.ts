import { randomBytes, scryptSync, timingSafeEqual } from 'crypto';

import type { NewDepartment, NewUser, VisitorField, VisitorRegistration } from './api';
import type { DepartmentRecord, UserRecord, VisitorRecord } from './documents';
import { OmnichannelError } from './errors';
import type { OmnichannelState } from './state';

/** Salted hashes by user id; kept beside the records so that no answer can carry one. */
export class Passwords {
  private readonly hashes = new Map<string, { salt: Buffer; hash: Buffer }>();

  set(userId: string, password: string): void {
    const salt = randomBytes(16);
    this.hashes.set(userId, { salt, hash: scryptSync(password, salt, 32, { N: 1024 }) });
  }

  /** Salts and hashes, base64. */
  list(): { userId: string; salt: string; hash: string }[] {
    return [...this.hashes].map(([userId, { salt, hash }]) => ({
      userId,
      salt: salt.toString('base64'),
      hash: hash.toString('base64'),
    }));
  }

  restore(kept: ReturnType<Passwords['list']>): void {
    for (const { userId, salt, hash } of kept)
      this.hashes.set(userId, { salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') });
  }

  matches(userId: string, password: string): boolean {
    const kept = this.hashes.get(userId);
    return kept !== undefined && timingSafeEqual(kept.hash, scryptSync(password, kept.salt, 32, { N: 1024 }));
  }
}

export function addUser(state: OmnichannelState, given: NewUser): UserRecord {
  if ([...state.users.values()].some((user) => user.username === given.username)) {
    throw new OmnichannelError('error-field-unavailable', given.username);
  }
  const isBot = given.roles.includes('bot');
  const user: UserRecord = {
    _id: given._id ?? state.edge.id(),
    username: given.username,
    name: given.name,
    type: given.type ?? (isBot ? 'bot' : 'user'),
    roles: [...given.roles],
    emails: (given.emails ?? []).map((address) => ({ address, verified: true })),
    active: true,
    status: 'offline',
    statusLivechat: initialService(given.roles),
    maxNumberSimultaneousChat: given.maxNumberSimultaneousChat ?? 0,
    appId: given.appId,
    createdAt: state.edge.clock(),
  };
  state.users.set(user._id, user);
  state.changed();
  return user;
}

/** A bot is made available with its roles, a person by switching the service on. */
function initialService(roles: readonly string[]): UserRecord['statusLivechat'] {
  if (!roles.includes('livechat-agent')) return undefined;
  return roles.includes('bot') ? 'available' : 'not-available';
}

export function grantRoles(state: OmnichannelState, userId: string, roles: readonly string[]): UserRecord {
  const user = state.user(userId);
  user.roles = [...new Set([...user.roles, ...roles])];
  user.statusLivechat ??= initialService(user.roles);
  state.changed();
  return user;
}

export function userByLogin(state: OmnichannelState, usernameOrEmail: string): UserRecord | undefined {
  const login = usernameOrEmail.toLowerCase();
  return [...state.users.values()].find(
    (user) =>
      user.username.toLowerCase() === login ||
      user.emails.some((email) => email.address.toLowerCase() === login),
  );
}

export function addDepartment(state: OmnichannelState, given: NewDepartment): DepartmentRecord {
  const agents = given.agents ?? [];
  for (const agent of agents) state.user(agent);
  const department: DepartmentRecord = {
    _id: state.edge.id(),
    name: given.name,
    description: given.description,
    enabled: given.enabled ?? true,
    email: given.email ?? 'offline@workspace.example',
    showOnRegistration: given.showOnRegistration ?? false,
    showOnOfflineForm: given.showOnOfflineForm ?? false,
    allowReceiveForwardOffline: given.allowReceiveForwardOffline ?? false,
    agents: [...agents],
  };
  state.departments.set(department._id, department);
  state.changed();
  return department;
}

/** Registers, or updates the visitor who holds this token; what is not given stays as it was. */
export function registerVisitor(state: OmnichannelState, given: VisitorRegistration): VisitorRecord {
  if (given.token === '') throw new OmnichannelError('invalid-token');
  const department = given.department ? state.department(given.department)._id : undefined;
  const known = state.visitorByToken(given.token);
  const visitor: VisitorRecord = known ?? {
    _id: state.edge.id(),
    token: given.token,
    username: `guest-${state.visitors.size + 1}`,
    status: 'online',
    ts: state.edge.clock(),
  };
  if (given.name) visitor.name = given.name;
  if (given.email) visitor.visitorEmails = [{ address: given.email }];
  if (given.phone) visitor.phone = [{ phoneNumber: given.phone }];
  if (given.department !== undefined) visitor.department = department;
  state.visitors.set(visitor._id, visitor);
  state.tell({ kind: 'guest-saved', visitor });
  return visitor;
}

/** Adds what the widget or an app says of a visitor; a key that is there stays unless it may be overwritten. @returns how many were set */
export function saveVisitorFields(
  state: OmnichannelState,
  token: string,
  fields: readonly VisitorField[],
): number {
  const visitor = state.visitorByToken(token);
  if (visitor === undefined) throw new OmnichannelError('invalid-token');
  const data = new Map(Object.entries(visitor.livechatData ?? {}));
  const set = fields.filter(({ key, overwrite }) => overwrite || !data.has(key));
  for (const { key, value } of set) data.set(key, value);
  visitor.livechatData = Object.fromEntries(data);
  state.changed();
  return set.length;
}
