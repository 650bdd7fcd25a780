/** From what Rocket.Chat says of a room to the events the CRM does not have yet. Pure. */
import type { AcolheEvent, EventEnvelope } from '../../contract/event';
import { makerOf, type RoomFacts, type Where } from './facts';
import { messageEvents } from './message-events';
import { roomEvents } from './room-events';
import { visitorEvents } from './visitor-events';

/**
 * Every fact that no stored event tells. What Rocket.Chat names itself (messages, files, the start, the close) has the
 * app's ids; what the app names by its own clock (assigned, transferred, visitor saved) is missing only when no stored
 * event within a minute tells the same.
 * @param stored all events of the conversation, read before Rocket.Chat was asked
 * @param untilMs facts after this instant (epoch milliseconds) are left to the app, which tells them first
 */
export function missingEvents(
  where: Where,
  facts: RoomFacts,
  stored: readonly EventEnvelope[],
  untilMs: number,
): AcolheEvent[] {
  const known = new Set(stored.map(({ id }) => id));
  const maker = makerOf(where, facts, stored, untilMs);
  const events = [...roomEvents(maker), ...visitorEvents(maker), ...messageEvents(maker)];
  return events.filter(({ id }) => !known.has(id)).sort((a, b) => (a.time < b.time ? -1 : 1));
}
