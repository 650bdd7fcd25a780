import type { Engine } from '../engine/engine-types';
import type { RoomRecord, UserRecord } from '../omnichannel/documents';
import type { Omnichannel } from '../omnichannel/omnichannel';
import type { Faults } from './faults';
import type { Sessions } from './sessions';
import type { Typing } from './typing';

/** What every route is given. */
export interface HttpContext {
  omnichannel: Omnichannel;
  engine: Engine;
  sessions: Sessions;
  typing: Typing;
  /** How the REST API misbehaves now, if at all. */
  faults?: Faults;
  /** Default 'starter'. */
  plan?: 'community' | 'starter';
  clock: () => Date;
  id: () => string;
  /** Lines for the operator; never personal data. */
  log: (line: string) => void;
}

export function isManager(user: UserRecord): boolean {
  return user.roles.includes('admin') || user.roles.includes('livechat-manager');
}

/** Departments this agent works in, by id. */
export function departmentsOf(omnichannel: Omnichannel, userId: string): string[] {
  return [...omnichannel.departments.values()]
    .filter((department) => department.agents.includes(userId))
    .map((department) => department._id);
}

/** An agent sees the rooms they serve or served last, and those waiting in their departments; managers see all. */
export function mayReadRoom(omnichannel: Omnichannel, user: UserRecord, room: RoomRecord): boolean {
  if (isManager(user) || room.servedBy?._id === user._id) return true;
  if (!user.roles.includes('livechat-agent') || !room.open || room.servedBy) return false;
  return room.departmentId === undefined || departmentsOf(omnichannel, user._id).includes(room.departmentId);
}
