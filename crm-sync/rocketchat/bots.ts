/**
 * Who is a bot. Rocket.Chat tells a user's type and roles to administrators only, so that is not relied upon: the
 * configuration names bots, and the app's own events tell of those that serve and write. Pure.
 */
import type { EventEnvelope } from '../../contract/event';
import type { Person } from './facts';
import type { Message } from './shapes';

/** @returns ids of users whom stored events call a bot: who was assigned, who moved the room, who wrote */
export function botsTold(
  stored: readonly EventEnvelope[],
  messages: readonly Pick<Message, '_id' | 'u' | 'token'>[],
): Set<string> {
  const ids = new Set<string>();
  const see = (person: Person | undefined): void => {
    if (person?.kind === 'bot') ids.add(person.id);
  };
  const byBot = new Set<unknown>();
  for (const { type, data } of stored) {
    if (type === 'acolhe.conversation.assigned.v1') see(data['agent'] as Person | undefined);
    if (type === 'acolhe.conversation.transferred.v1')
      for (const side of [data['from'], data['to']]) see((side as { agent?: Person } | undefined)?.agent);
    if (type === 'acolhe.message.recorded.v1' && data['from'] === 'bot') byBot.add(data['messageId']);
  }
  for (const { _id, u, token } of messages) if (token === undefined && byBot.has(_id)) ids.add(u._id);
  return ids;
}
