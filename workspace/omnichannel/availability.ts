import type { DepartmentRecord, UserRecord } from './documents';
import type { OmnichannelState } from './state';

export const isBot = (user: UserRecord): boolean => user.roles.includes('bot');

/**
 * Rocket.Chat's query for an online agent: active, role `livechat-agent`, service available, and not offline; bots count
 * whatever their presence is. (`away` and `busy` count because `Livechat_enabled_when_agent_idle` is on by default.)
 */
export function isAgentOnline(user: UserRecord): boolean {
  return (
    user.active &&
    user.roles.includes('livechat-agent') &&
    user.statusLivechat === 'available' &&
    (isBot(user) || user.status !== 'offline')
  );
}

export function openRoomsOf(state: OmnichannelState, userId: string): number {
  return [...state.rooms.values()].filter((room) => room.open && room.servedBy?._id === userId).length;
}

export function isBelowLimit(state: OmnichannelState, user: UserRecord): boolean {
  return (
    user.maxNumberSimultaneousChat === 0 || openRoomsOf(state, user._id) < user.maxNumberSimultaneousChat
  );
}

const members = (state: OmnichannelState, department: DepartmentRecord | undefined): UserRecord[] =>
  department === undefined
    ? [...state.users.values()]
    : department.agents.map((id) => state.users.get(id)).filter((user) => user !== undefined);

/** Agents who are online, of one department or of the whole service. An unknown or disabled department has none. */
export function onlineAgents(state: OmnichannelState, departmentId: string | undefined): UserRecord[] {
  if (departmentId === undefined) return members(state, undefined).filter(isAgentOnline);
  const department = state.departments.get(departmentId);
  return department?.enabled === true ? members(state, department).filter(isAgentOnline) : [];
}

/** The bot agent who serves a new room first; a room that starts in a department only by a bot of that department. */
export function botFor(state: OmnichannelState, departmentId: string | undefined): UserRecord | undefined {
  if (!state.settings.assignNewConversationToBot) return undefined;
  return onlineAgents(state, departmentId).find(isBot);
}

/**
 * What Rocket.Chat's livechat config answers as `online` (its function `online(department)`): true when chats are
 * accepted without agents; else when a bot agent takes new conversations; else when an agent, bot or human, is online.
 */
export function isOnline(state: OmnichannelState, departmentId: string | undefined): boolean {
  return (
    state.settings.acceptChatsWithNoAgents ||
    botFor(state, departmentId) !== undefined ||
    onlineAgents(state, departmentId).length > 0
  );
}

/** Auto selection: the person online with the fewest open rooms, below the limit; ties go by username. */
export function leastBusyAgent(
  state: OmnichannelState,
  departmentId: string | undefined,
): UserRecord | undefined {
  return onlineAgents(state, departmentId)
    .filter((user) => !isBot(user) && isBelowLimit(state, user))
    .map((user) => ({ user, open: openRoomsOf(state, user._id) }))
    .sort((a, b) => a.open - b.open || (a.user.username < b.user.username ? -1 : 1))[0]?.user;
}
