import type { MessageRecord, RoomRecord, UserRecord, VisitorRecord } from '../omnichannel/documents';
import type { Omnichannel } from '../omnichannel/omnichannel';

/** A message as REST and DDP show it: a file also appears as the attachment that clients draw. */
export function presentMessage(message: MessageRecord): Record<string, unknown> {
  const { file } = message;
  if (!file) return { ...message };
  const link = `/file-upload/${file._id}/${encodeURIComponent(file.name)}`;
  return {
    ...message,
    files: [file],
    attachments: [
      { ts: message.ts, type: 'file', title: file.name, title_link: link, title_link_download: true },
    ],
  };
}

/** What a patient may know of the one who serves them. */
export function presentAgent(user: UserRecord): Record<string, unknown> {
  return { _id: user._id, username: user.username, name: user.name, status: user.status, hiddenInfo: false };
}

/**
 * Who served a room last. The widget asks for the agent it has just read of, and gives up its subscriptions when there is none by
 * then: a bot that transfers within milliseconds would always win that race.
 */
export function lastAgentOfRoom(
  omnichannel: Omnichannel,
  room: RoomRecord,
): Record<string, unknown> | undefined {
  const authors = omnichannel.messagesOf(room._id).map(({ u }) => omnichannel.users.get(u._id));
  const last = authors.findLast((user) => user?.roles.includes('livechat-agent'));
  return last && presentAgent(last);
}

/** Who a patient talks to now, if anyone. */
export function agentOfRoom(omnichannel: Omnichannel, room: RoomRecord): Record<string, unknown> | undefined {
  const agent = room.servedBy && omnichannel.users.get(room.servedBy._id);
  return agent && presentAgent(agent);
}

/** Here every visitor is a contact of their own. */
export function contactIdOf(visitorId: string): string {
  return `contact-${visitorId}`;
}

export function presentVisitor(visitor: VisitorRecord): Record<string, unknown> {
  return { ...visitor };
}

/** `me` and `login` of the REST API. */
export function presentMe(user: UserRecord): Record<string, unknown> {
  return {
    _id: user._id,
    username: user.username,
    name: user.name,
    emails: user.emails,
    email: user.emails[0]?.address,
    type: user.type,
    roles: user.roles,
    active: user.active,
    status: user.status,
    statusConnection: user.status,
    statusLivechat: user.statusLivechat ?? 'not-available',
    settings: { preferences: {} },
  };
}

/** One page of a list, as Rocket.Chat's lists are paged. */
export function page<T>(
  items: T[],
  query: { offset: number; count: number },
): { items: T[]; count: number; offset: number; total: number } {
  const slice =
    query.count === 0 ? items.slice(query.offset) : items.slice(query.offset, query.offset + query.count);
  return { items: slice, count: slice.length, offset: query.offset, total: items.length };
}
