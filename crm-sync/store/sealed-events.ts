/** An event at rest: its envelope readable, its data sealed with the conversation's key. */
import type { EventEnvelope } from '../../contract/event';
import type { EventDocument } from './documents';
import { eventPlace } from './places';
import type { Tenant } from './tenant';

/** Between a conversation and what is its own; ids hold no control characters. */
const separator = '\u0000';

export function keyWithin(conversation: string, id: string): string {
  return `${conversation}${separator}${id}`;
}

/** Every `_id` made by `keyWithin(conversation, …)`. */
export function rangeOf(conversation: string): { $gte: string; $lt: string } {
  return { $gte: `${conversation}${separator}`, $lt: `${conversation}\u0001` };
}

export async function sealEvent(
  tenant: Tenant,
  event: EventEnvelope,
  storedAt: Date,
): Promise<EventDocument> {
  const { data, ...envelope } = event;
  const _id = keyWithin(event.subject, event.id);
  const sealedData = await tenant.sealing.seal(eventPlace(event.subject, _id), JSON.stringify(data));
  return { _id, ...envelope, sealedData, storedAt };
}

/** @throws SealingError when the conversation's key is gone or the document was changed */
export async function openEvent(tenant: Tenant, document: EventDocument): Promise<EventEnvelope> {
  const { _id, sealedData, storedAt: _storedAt, ...envelope } = document;
  const data = await tenant.sealing.open(eventPlace(document.subject, _id), sealedData);
  return { ...envelope, data: JSON.parse(data) as EventEnvelope['data'] };
}
