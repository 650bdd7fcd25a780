/** An event at rest: its envelope readable, its data sealed with the conversation's key. */
import type { EventEnvelope } from '../../contract/event';
import type { SealedPlace } from './data-keys';
import type { EventDocument } from './documents';
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

function dataPlace(conversation: string, _id: string): SealedPlace {
  return { owner: `conversation/${conversation}`, collection: 'events', id: _id, field: 'sealedData' };
}

export async function sealEvent(tenant: Tenant, event: EventEnvelope, storedAt: Date): Promise<EventDocument> {
  const { data, ...envelope } = event;
  const _id = keyWithin(event.subject, event.id);
  const sealedData = await tenant.sealing.seal(dataPlace(event.subject, _id), JSON.stringify(data));
  return { _id, ...envelope, sealedData, storedAt };
}

/** @throws SealingError when the conversation's key is gone or the document was changed */
export async function openEvent(tenant: Tenant, document: EventDocument): Promise<EventEnvelope> {
  const { _id, sealedData, storedAt: _storedAt, ...envelope } = document;
  const data = await tenant.sealing.open(dataPlace(document.subject, _id), sealedData);
  return { ...envelope, data: JSON.parse(data) as EventEnvelope['data'] };
}
